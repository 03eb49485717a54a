import type { ScriptVerdict } from '../analysis/script/play.ts';
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
  return played.map(script => `${scriptLines(script, width).join('\n')}\n`).join('');
}

/** A command stays on its line, however long: it is there to be copied. */
function scriptLines(script: ScriptReport, width: number): string[] {
  const failed = script.verdicts.filter(({ met }) => !met);
  const named = wrap(nameOf(script), { width, indent: NAME }).slice(NAME);
  if (failed.length === 0) return [`as expected  ${named}`];
  const findings = failed.map(({ place, day, expected, was }) => {
    const at = `${place.file}:${place.line}:${place.column}: seed ${script.seed}, day ${day}`;
    return wrap(`${at}: expected ${expected}, was ${was}`, { width, indent: 2, hanging: 4 });
  });
  return [`${'NOT SO'.padEnd(NAME)}${named}`, ...findings, `  ${command(script)}`];
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
  const scripts = played.map(({ path, title, seed, verdicts }) => ({ script: path, title, seed, verdicts }));
  return `${JSON.stringify({ parley: 'scripts', format: SCRIPTS_FORMAT, scripts }, null, 2)}\n`;
}
