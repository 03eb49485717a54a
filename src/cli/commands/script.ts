import { lstatSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { ScriptPlan } from '../../analysis/script/plan.ts';
import { formatScripts, formatScriptsJson, type ScriptReport, scriptVerdicts } from '../../report/script.ts';
import { badInput, EXIT, Failure } from '../failure.ts';
import { existsAlready } from '../record-file.ts';
import { playGames } from '../scripts/threads.ts';
import { ScriptLoader } from '../scripts.ts';
import { seedFrom } from '../seats.ts';
import type { Shell } from '../shell.ts';
import { type Reporter, reportersFrom, reportOpen, writeOnce } from '../studies/reporters.ts';

/** What a script says itself, and is not said on the command line. */
const ITS_OWN = ['seat', 'set', 'inject', 'days', 'json', 'quiet'] as const;

/** What scripts have in place of an option that they do not say themselves. */
const INSTEAD: Readonly<Partial<Record<(typeof ITS_OWN)[number], string>>> = {
  json: ', of which --reporter json tells',
  quiet: ', told in a line where it comes out as expected',
};

export interface ScriptOptions extends Readonly<Partial<Record<(typeof ITS_OWN)[number], unknown>>> {
  readonly seed?: string;
  readonly record?: string;
  readonly reporter?: readonly string[];
  readonly workers?: number;
}

/** Scripts on all cores, told in their order; fails where one does not come out as it expects. */
export async function runScripts(
  shell: Shell,
  paths: readonly string[],
  options: ScriptOptions,
): Promise<void> {
  const own = ITS_OWN.find(name => options[name] !== undefined);
  if (own)
    throw badInput(
      `--${own} is for a scenario; ${paths[0]} is a script${INSTEAD[own] ?? ', which says that itself'}`,
    );
  const reporters = reportersFrom(options.reporter);
  const { record } = options;
  if (record !== undefined && lstatSync(record, { throwIfNoEntry: false }))
    throw badInput(existsAlready(record));
  // All are read before any is played.
  const loader = new ScriptLoader();
  const games = paths.flatMap(path => {
    const plan = loader.load(path);
    return seedsFor(plan, options).map(seed => ({
      path,
      title: plan.title,
      seed,
      keep: record !== undefined,
    }));
  });
  if (record !== undefined && games.length > 1) {
    throw badInput(
      `--record ${record}: there are ${games.length} campaigns; give one script, and one --seed`,
    );
  }
  const outcomes = await playGames(games, loader, options.workers ?? availableParallelism());
  if (record !== undefined) writeOnce(record, outcomes[0]?.record ?? '');
  const played = games.map(({ path, title, seed }, index) => ({
    path,
    title,
    seed,
    verdicts: outcomes[index]?.verdicts ?? [],
    neverMade: outcomes[index]?.neverMade ?? [],
  }));
  await tell(shell, reporters, played);
}

async function tell(
  shell: Shell,
  reporters: readonly Reporter[],
  played: readonly ScriptReport[],
): Promise<void> {
  const open = await reportOpen(shell, reporters, {
    title: 'scripts',
    suites: scriptVerdicts(played),
    text: () => formatScripts(played, shell.width),
    json: () => formatScriptsJson(played),
  });
  const failed = played.filter(({ verdicts }) => verdicts.some(({ met }) => !met)).length;
  if (failed > 0) throw new Failure(EXIT.unmet, open ? `${failed} of ${played.length} not as expected` : '');
}

function seedsFor({ seeds }: ScriptPlan, { seed }: ScriptOptions): readonly string[] {
  return seed === undefined ? seeds.map(seedFrom) : [seedFrom(seed)];
}
