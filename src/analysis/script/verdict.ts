import type { Place } from '../../scenario/problem.ts';

/** One thing that a script expected, and what was. */
export interface ScriptVerdict {
  readonly place: Place;
  readonly day: number;
  readonly expected: string;
  readonly met: boolean;
  readonly was: string;
}
