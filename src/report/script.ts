import type { ScriptVerdict } from '../analysis/script/play.ts';
import { asTyped } from './typed.ts';
import type { VerdictSuite } from './verdict.ts';

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

/** A line for every script that came out as expected; of the others, what did not, where, and how to see it. */
export function formatScripts(played: readonly ScriptReport[]): string {
  return played
    .map(script => {
      const failed = script.verdicts.filter(({ met }) => !met);
      if (failed.length === 0) return `as expected  ${nameOf(script)}\n`;
      const lines = failed.map(
        ({ place, day, expected, was }) =>
          `  ${place.file}:${place.line}:${place.column}: seed ${script.seed}, day ${day}: expected ${expected}, was ${was}\n`,
      );
      return `NOT SO       ${nameOf(script)}\n${lines.join('')}  ${command(script)}\n`;
    })
    .join('');
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
