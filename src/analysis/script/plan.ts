import type { Move } from '../../campaign/event.ts';
import type { Negotiator } from '../../negotiators/negotiator.ts';
import type { Place } from '../../scenario/problem.ts';
import type { PerParty, Scenario } from '../../scenario/scenario.ts';
import type { Metric } from '../study/metric.ts';
import type { Bound } from '../study/threshold.ts';

/** What a scripted party does, and when. */
export interface Rule {
  readonly place: Place;
  /** On this day, once; or null: whenever the condition holds and the move is possible. */
  readonly day: number | null;
  /** Whether it is made once only, however often its condition holds. */
  readonly once: boolean;
  readonly when: Condition;
  readonly move: Move;
  /** The move as it is written. */
  readonly words: string;
}

/** All that is given must hold. It sees no more than the party's view. */
export interface Condition {
  readonly phase?: string;
  readonly from?: number;
  readonly to?: number;
  /** People whom the offer on the table brings home, at least; and whom it asks for, at most. */
  readonly offered?: readonly PeopleOf[];
  readonly asked?: readonly PeopleOf[];
}

/** So many people of some groups together. */
export interface PeopleOf {
  readonly groups: readonly number[];
  readonly count: number;
}

/** What must be so at the end of a day. */
export interface Expectation {
  readonly place: Place;
  /** The last day played where it is null. */
  readonly day: number | null;
  readonly what: Expected;
  /** As it is told: "home.ukraine >= 50". */
  readonly words: string;
}

export type Expected =
  | { readonly kind: 'metric'; readonly metric: Metric; readonly bound: Bound | 'never' }
  | { readonly kind: 'phase'; readonly phase: string }
  /** The record, byte for byte. */
  | { readonly kind: 'record'; readonly text: string };

export interface ScriptPlan {
  readonly title: string | null;
  readonly scenario: Scenario;
  readonly seeds: readonly string[];
  /** Who decides where no rule applies; null waits. */
  readonly seats: PerParty<Negotiator | null>;
  readonly rules: PerParty<readonly Rule[]>;
  readonly injects: readonly { readonly day: number; readonly id: string }[];
  readonly lastDay: number;
  readonly expectations: readonly Expectation[];
}
