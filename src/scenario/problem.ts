import { closestMatch } from 'leven';

/** Something wrong with a text, where it stands, and what was expected instead. */
export interface Problem {
  readonly file: string;
  /** 1-based; 0 where the whole file is meant. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Where in its file something stands. */
export type Place = Pick<Problem, 'file' | 'line' | 'column'>;

export function formatProblem(problem: Problem): string {
  const place = problem.line > 0 ? `${problem.file}:${problem.line}:${problem.column}` : problem.file;
  return `${place}: ${problem.message}`;
}

/** A value, or the problems that stand in its way: the result of every parser of ours. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The known word nearest to a misspelt one, if one is near enough to be meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  // Two letters that changed places, the commonest slip, count as two.
  const least = word.length < 5 ? 1 : 2;
  return closestMatch(word, [...known], { maxDistance: Math.max(least, Math.floor(word.length / 3)) });
}
