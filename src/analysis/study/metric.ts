import type { PartyIndex, Scenario } from '../../scenario/scenario.ts';
import type { Outcome } from './outcome.ts';

/**
 * What kind of number a metric is, which says what can be made of it over many runs: whether something
 * came about (*yes*, 1 or 0), how many there were (*count*), on which *day* it first happened (none where
 * it did not), or an *amount* of something else.
 */
export const METRIC_KINDS = ['yes', 'count', 'day', 'amount'] as const;
export type MetricKind = (typeof METRIC_KINDS)[number];

/** One entry of the catalogue. */
export interface MetricFamily {
  readonly name: string;
  readonly kind: MetricKind;
  readonly unit: string;
  readonly meaning: string;
  /** Whether it is of both sides together, of one party (`name.PARTY`), or can be either. */
  readonly of: 'both' | 'party' | 'either';
  /** Digits after the point that are kept; all that is said of runs is said of the rounded value. */
  readonly digits: number;
  /** Whether it needs the whole course of the campaign and not its end alone. */
  readonly deep?: true;
  /** Whether it takes many times as long as the campaign. */
  readonly slow?: true;
  /** When there is nothing to measure, where that can be; of a day, when it never came. */
  readonly lacking?: string;
  /** Whether it never falls as days go by. */
  readonly grows?: true;
  /** Whether it is always 0 where the law of war does not bind. */
  readonly ofLaw?: true;
  /** The rule of law whose findings it counts, where it is of one alone. */
  readonly rule?: string;
  /** Null where there is nothing to measure. */
  measure(outcome: Outcome, party: PartyIndex | null): number | null;
}

/** A metric that was asked for by name. */
export interface Metric {
  readonly name: string;
  readonly family: MetricFamily;
  /** The identifier after the family's name. */
  readonly party: string | null;
}

/** The value of a metric at an outcome, rounded as it is kept. */
export function measured({ family, party }: Metric, scenario: Scenario, outcome: Outcome): number | null {
  const index = party === null ? null : scenario.parties[0].id === party ? 0 : 1;
  const value = family.measure(outcome, index);
  if (value === null) return null;
  const scale = 10 ** family.digits;
  // Adding 0 turns -0 into 0.
  return Math.round(value * scale) / scale + 0;
}
