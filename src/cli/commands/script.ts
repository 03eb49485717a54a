import { setImmediate } from 'node:timers/promises';
import type { ScriptPlan } from '../../analysis/script/plan.ts';
import { playScript, type ScriptPlayed } from '../../analysis/script/play.ts';
import { formatScripts, formatScriptsJson, scriptVerdicts } from '../../report/script.ts';
import { formatRecord } from '../../table/record-text.ts';
import { badInput, EXIT, Failure } from '../failure.ts';
import { loadScript } from '../scripts.ts';
import { seedFrom } from '../seats.ts';
import type { Shell } from '../shell.ts';
import { reportersFrom, reportOpen, writeNew } from '../studies/reporters.ts';

/** What a script says itself, and is not said on the command line. */
const ITS_OWN = ['seat', 'set', 'inject', 'days', 'json', 'quiet'] as const;

export interface ScriptOptions extends Readonly<Partial<Record<(typeof ITS_OWN)[number], unknown>>> {
  readonly seed?: string;
  readonly record?: string;
  readonly reporter?: readonly string[];
}

/** Scripts one after the other; fails where one does not come out as it expects. */
export async function runScripts(
  shell: Shell,
  paths: readonly string[],
  options: ScriptOptions,
): Promise<void> {
  const own = ITS_OWN.find(name => options[name] !== undefined);
  if (own) throw badInput(`--${own} is for a scenario; ${paths[0]} is a script, which says that itself`);
  const reporters = reportersFrom(options.reporter);
  // All are read before any is played.
  const scripts = paths.map(path => ({ path, plan: loadScript(path) }));
  const games = scripts.flatMap(script => seedsFor(script.plan, options).map(seed => ({ ...script, seed })));
  if (options.record !== undefined && games.length > 1) {
    throw badInput(
      `--record ${options.record}: there are ${games.length} campaigns; give one script, and one --seed`,
    );
  }
  const played: { path: string; title: string | null; seed: string; verdicts: ScriptPlayed['verdicts'] }[] =
    [];
  for (const { path, plan, seed } of games) {
    const { record, verdicts } = playScript(plan, seed);
    if (options.record !== undefined) writeNew(options.record, formatRecord(plan.scenario, record));
    played.push({ path, title: plan.title, seed, verdicts });
    await setImmediate();
  }
  const open = await reportOpen(shell, reporters, {
    title: 'scripts',
    suites: scriptVerdicts(played),
    text: () => formatScripts(played),
    json: () => formatScriptsJson(played),
  });
  const failed = played.filter(({ verdicts }) => verdicts.some(({ met }) => !met)).length;
  if (failed > 0) throw new Failure(EXIT.unmet, open ? `${failed} of ${played.length} not as expected` : '');
}

function seedsFor({ seeds }: ScriptPlan, { seed }: ScriptOptions): readonly string[] {
  return seed === undefined ? seeds.map(seedFrom) : [seedFrom(seed)];
}
