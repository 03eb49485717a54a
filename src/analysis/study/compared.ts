import { metricOf } from './metrics.ts';

/** What of a metric is held against what it was elsewhere at the same seed: a mean, or a rate. */
export type Compared = 'mean' | 'rate';

/** Of a day it matters whether it came at all, and when. */
export function comparedOf(metric: string): Compared[] {
  const kind = metricOf(metric)?.family.kind;
  return kind === 'yes' ? ['rate'] : kind === 'day' ? ['rate', 'mean'] : ['mean'];
}

/** What a run counts for; null where it has nothing to compare. Of a rate, 1 where the thing came about. */
export function comparedValue(
  { metric, aggregate }: { readonly metric: string; readonly aggregate: Compared },
  value: number | null,
): number | null {
  if (aggregate === 'mean') return value;
  if (value === null) return 0;
  return metricOf(metric)?.family.kind === 'day' || value > 0 ? 1 : 0;
}
