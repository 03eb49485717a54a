import { metricOf } from './metrics.ts';

/** What of a metric is held against what it was elsewhere at the same seed: a mean, or a rate. */
export type Compared = 'mean' | 'rate';

/** Of a day it matters whether it came at all, and when. */
export function comparedOf(metric: string): Compared[] {
  const kind = metricOf(metric)?.family.kind;
  return kind === 'yes' ? ['rate'] : kind === 'day' ? ['rate', 'mean'] : ['mean'];
}

/** What a run counts for; null where it has nothing to compare. */
export type Counted = (value: number | null) => number | null;

/** Of a mean a value as it is; of a rate, 1 where the thing came about and 0 where not. */
export function countedAs(metric: string, aggregate: Compared): Counted {
  if (aggregate === 'mean') return value => value;
  const day = metricOf(metric)?.family.kind === 'day';
  return value => (value !== null && (day || value > 0) ? 1 : 0);
}
