import type { NeverMade } from '../analysis/script/follow.ts';
import type { ScriptVerdict } from '../analysis/script/verdict.ts';
import { asTyped } from './typed.ts';
import type { VerdictSuite } from './verdict.ts';
import { wrap } from './wrap.ts';

/** Version of the format in which scripts are told as JSON. */
export const SCRIPTS_FORMAT = 1;

/** A script that was played with a seed. */
export interface ScriptReport {
  readonly path: string;
  readonly title: string | null;
  readonly seed: string;
  readonly verdicts: readonly ScriptVerdict[];
  readonly neverMade: readonly NeverMade[];
}

function command({ path, seed }: ScriptReport): string {
  return `parley run ${asTyped(path)} --seed ${seed}`;
}

function nameOf({ path, title, seed }: ScriptReport): string {
  return `${path}, seed ${seed}${title === null ? '' : `: ${title}`}`;
}

/** Under the first column, what a script is called. */
const NAME = 'as expected  '.length;

/** A paragraph for every script that came out as expected; of the others, what did not, where, and how to see it. */
export function formatScripts(played: readonly ScriptReport[], width: number): string {
  const told = played.map(script => `${scriptLines(script, width).join('\n')}\n`);
  return (
    told.join('') + (played.some(({ verdicts }) => !allMet(verdicts)) ? `\n${wrap(SEEN, { width })}\n` : '')
  );
}

const SEEN =
  'A command plays its campaign again; with --record FILE it keeps it, and `parley replay FILE` tells it day by day.';

function allMet(verdicts: readonly ScriptVerdict[]): boolean {
  return verdicts.every(({ met }) => met);
}

/** A command stays on its line, however long: it is there to be copied. */
function scriptLines(script: ScriptReport, width: number): string[] {
  const { seed, verdicts, neverMade } = script;
  const named = wrap(nameOf(script), { width, indent: NAME }).slice(NAME);
  if (allMet(verdicts)) return [`as expected  ${named}`];
  const findings = verdicts
    .filter(({ met }) => !met)
    .map(
      ({ place, day, expected, was }) =>
        `${at(place)}: seed ${seed}, day ${day}: expected ${expected}, was ${was}`,
    );
  const idle = neverMade.map(
    ({ place, move, notPossibleOn }) => `${at(place)}: ${move} was never made: ${whyNever(notPossibleOn)}`,
  );
  return [
    `${'NOT SO'.padEnd(NAME)}${named}`,
    ...[...findings, ...idle].map(line => wrap(line, { width, indent: 2, hanging: 4 })),
    `  ${command(script)}`,
  ];
}

function at({ file, line, column }: ScriptVerdict['place']): string {
  return `${file}:${line}:${column}`;
}

function whyNever(notPossibleOn: number | null): string {
  return notPossibleOn === null
    ? 'its condition never held'
    : `whenever its condition held, first on day ${notPossibleOn}, it was not possible`;
}

export function scriptVerdicts(played: readonly ScriptReport[]): VerdictSuite[] {
  return played.map(script => ({
    name: nameOf(script),
    verdicts: script.verdicts.map(({ place, day, expected, met, was }) => ({
      name: `${expected} on day ${day}`,
      met,
      was,
      place,
      command: command(script),
    })),
  }));
}

export function formatScriptsJson(played: readonly ScriptReport[]): string {
  const scripts = played.map(({ path, ...rest }) => ({ script: path, ...rest }));
  return `${JSON.stringify({ parley: 'scripts', format: SCRIPTS_FORMAT, scripts }, null, 2)}\n`;
}
