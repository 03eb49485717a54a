import type { Score } from '../analysis/coach-score.ts';
import type { Label } from '../analysis/coach-verdict.ts';

/* What the coach says of a record, as data; `coach-fields.ts` tells what each field means, `coach-result-of.ts` makes it. */

/** Version of the format: raised when a field changes its meaning or goes away. */
export const COACH_FORMAT = 2;

export interface CoachResult {
  readonly parley: 'coach';
  readonly format: number;
  readonly engine: string;
  readonly scenario: string;
  readonly scenarioDigest: string;
  readonly seed: string;
  readonly seats: Readonly<Record<string, string>>;
  readonly depth: number;
  readonly parties: readonly CoachedResult[];
}

export interface CoachedResult {
  readonly party: string;
  readonly score: Score | null;
  readonly hindsightScore: Score | null;
  readonly rollouts: number;
  readonly unjudged: number;
  readonly decisions: readonly DecisionResult[];
}

export interface DecisionResult {
  readonly entry: number;
  readonly day: number;
  readonly phase: string;
  readonly played: object;
  readonly label: Label;
  readonly hindsightLabel: Label;
  readonly reason: string;
  readonly asKnown: ComparisonResult;
  readonly inHindsight: ComparisonResult;
}

export interface ComparisonResult {
  readonly advice: object;
  readonly rollouts: number;
  readonly stake: number;
  readonly spread: number;
  readonly fixedLoss: { readonly mean: number; readonly error: number };
  readonly moves: readonly MoveResult[];
}

export interface MoveResult {
  readonly move: object;
  readonly gain: number;
  readonly lead: LeadResult;
  readonly ahead: number;
}

export interface LeadResult {
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly allTheSame: boolean;
  readonly trials: number;
}
