import type { Scenario } from '../../scenario/scenario.ts';
import type { Metric } from '../study/metric.ts';
import { type Bound, type Comparison, meets } from '../study/threshold.ts';

/* What an expectation says of a number. */

/** A bound as it is written, `never`, or null where it is neither. */
export function boundFrom(value: string | number): Bound | 'never' | null {
  if (typeof value === 'number') return { comparison: '==', number: value };
  if (value === 'never') return 'never';
  if (value === 'yes' || value === 'no') return { comparison: '==', number: value === 'yes' ? 1 : 0 };
  const [, comparison, number] = /^\s*(>=|<=|==|!=|>|<)\s*(-?\d+(?:\.\d+)?)\s*$/.exec(value) ?? [];
  return number === undefined ? null : { comparison: comparison as Comparison, number: Number(number) };
}

/** What is expected, told as it may have been written: "yes", "never", ">= 50". */
export function boundWords({ metric, bound }: Pick<Expected, 'metric' | 'bound'>): string {
  if (bound === 'never') return 'never';
  const { comparison, number } = bound;
  if (metric.family.kind === 'yes' && comparison === '==') return number === 1 ? 'yes' : 'no';
  return `${comparison} ${number}`;
}

interface Expected {
  readonly metric: Metric;
  readonly bound: Bound | 'never';
  /** At the end of which day it must be so. */
  readonly day: number;
}

/** Why no campaign could ever decide an expectation of a metric; null where campaigns can. */
export function undecidable({ metric, bound, day }: Expected, scenario: Scenario): string | null {
  const { name, family } = metric;
  if (bound === 'never') {
    if (family.kind === 'day' || family.lacking) return null;
    return `${name} always has a value, so this can never be met${family.kind === 'yes' ? '; expected yes or no' : ''}`;
  }
  if (family.ofLaw && !scenario.lawOfWar)
    return `the law of war does not bind in ${scenario.id}, so nothing is ever found there and this decides nothing`;
  const { low, high } = reachOf(metric, Math.min(day, scenario.days));
  const { comparison, number } = bound;
  const ends = [meets(low, bound), meets(high, bound)];
  // Where it has no value, or never comes, that meets no bound from above.
  const lacks =
    family.kind === 'day' ? meets(Number.POSITIVE_INFINITY, bound) : family.lacking ? false : ends[0];
  const within = number >= low && number <= high;
  const outcomes =
    comparison === '==' || comparison === '!='
      ? [comparison === '!=', ...(within ? [comparison === '=='] : []), lacks]
      : [...ends, lacks];
  if (outcomes.includes(true) && outcomes.includes(false)) return null;
  const range = high === Number.POSITIVE_INFINITY ? `${low} or more` : `from ${low} to ${high}`;
  return `${name} is always ${range}${family.kind === 'day' ? ' or never' : ''}, so this can never ${outcomes[0] ? 'fail' : 'be met'}`;
}

/** Between which values a metric lies where it has one. */
function reachOf({ family: { kind, unit } }: Metric, day: number): { low: number; high: number } {
  if (kind === 'yes' || unit === 'share') return { low: 0, high: 1 };
  if (kind === 'day') return { low: 0, high: day };
  return { low: kind === 'count' ? 0 : Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
}
