import type { At } from './place.ts';
import { nearest, type Parsed, type Problem } from './problem.ts';

/*
 * A scenario with other figures than its file gives: what a study varies, and what `--set` changes. A
 * figure is named by its dotted path in the file, parties.russia.reluctance, and becomes a single value
 * that is an assumption of whoever changed it.
 */

/** A figure by its dotted path, and the number that takes its place. */
export interface FigureChange {
  readonly path: string;
  readonly value: number;
}
export type FigureChanges = readonly FigureChange[];

/** Why a changed figure has the value it has. */
const REASON = 'set for this run';

/** Plain data with figures replaced; the rest is shared with what was given. */
export function changed(raw: unknown, changes: FigureChanges, at: At): Parsed<unknown> {
  const problems: Problem[] = [];
  let result = raw;
  for (const { path, value } of changes) {
    const steps = path.split('.');
    const fault = figureFault(result, path);
    if (fault) problems.push(at(steps, fault));
    else result = replaced(result, steps, { value, reason: REASON });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: result };
}

/** What is wrong with a path that should name a figure; null if nothing is. */
function figureFault(raw: unknown, path: string): string | null {
  const steps = path.split('.');
  const found = steps.reduce<unknown>((value, step) => (isMap(value) ? value[step] : undefined), raw);
  if (isFigure(found)) return null;
  const known = figurePaths(raw);
  const meant = nearest(path, known);
  if (meant) return `no figure of the scenario; did you mean "${meant}"?`;
  const below = known.find(candidate => candidate.startsWith(`${path}.`));
  return below
    ? `no figure by itself; expected the path of one, such as ${below}`
    : 'no figure of the scenario; expected a dotted path such as parties.PARTY.reluctance';
}

/** The dotted paths of all figures in plain data. */
export function figurePaths(raw: unknown, before = ''): string[] {
  if (!isMap(raw)) return [];
  if (isFigure(raw)) return [before];
  return Object.entries(raw).flatMap(([key, value]) =>
    figurePaths(value, before === '' ? key : `${before}.${key}`),
  );
}

function isFigure(value: unknown): boolean {
  return isMap(value) && ['value', 'best'].some(key => typeof value[key] === 'number');
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function replaced(raw: unknown, [first, ...rest]: readonly string[], figure: object): unknown {
  if (first === undefined) return figure;
  if (Array.isArray(raw)) {
    return raw.map((item, index) => (String(index) === first ? replaced(item, rest, figure) : item));
  }
  const map = raw as Record<string, unknown>;
  return { ...map, [first]: replaced(map[first], rest, figure) };
}
