import type { MetricKind } from './metric.ts';

/**
 * What is made of a metric over many runs. `rate`: the share of runs in which it is so, or in which
 * there is any; `count`: the runs in which it is so, or all that were counted in all runs together;
 * `p10`, `p50`...: the value that so many per cent of the runs do not exceed; the rest speaks for itself.
 */
export type Aggregate = 'rate' | 'mean' | 'count' | 'min' | 'max' | `p${number}`;

const PLAIN = ['rate', 'mean', 'count', 'min', 'max'] as const;

const FITTING: Readonly<Record<MetricKind, readonly (Aggregate | 'p')[]>> = {
  yes: ['rate', 'count'],
  count: ['mean', 'rate', 'count', 'min', 'max', 'p'],
  day: ['mean', 'rate', 'count', 'min', 'max', 'p'],
  amount: ['mean', 'min', 'max', 'p'],
};

/** An aggregate by its name; null where there is none of that name. */
export function aggregateNamed(text: string): Aggregate | null {
  if ((PLAIN as readonly string[]).includes(text)) return text as Aggregate;
  return /^p[1-9]\d?$/.test(text) ? (text as Aggregate) : null;
}

export const AGGREGATE_WORDS = 'rate, mean, count, min, max, or p1 to p99';

/** How many per cent of the runs a percentile is of, 1 to 99; null where the aggregate is none. */
export function percentBelow(aggregate: Aggregate): number | null {
  return aggregate.startsWith('p') ? Number(aggregate.slice(1)) : null;
}

export function fits(aggregate: Aggregate, kind: MetricKind): boolean {
  const fitting = FITTING[kind];
  return fitting.includes(percentBelow(aggregate) === null ? aggregate : 'p');
}

/** The aggregates that a kind of metric has, for a message. */
export function fittingWords(kind: MetricKind): string {
  return FITTING[kind].map(word => (word === 'p' ? 'p1 to p99' : word)).join(', ');
}

/** What is told of a metric where nothing is asked for. */
export function standardAggregates(kind: MetricKind): readonly Aggregate[] {
  return kind === 'yes'
    ? ['rate']
    : kind === 'day'
      ? ['rate', 'p10', 'p50', 'p90']
      : ['mean', 'p10', 'p50', 'p90'];
}
