import { nearest } from '../../scenario/problem.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import {
  AGGREGATE_WORDS,
  type Aggregate,
  aggregateNamed,
  fits,
  fittingWords,
  percentBelow,
} from './aggregate.ts';
import type { Metric } from './metric.ts';
import { metricNamed, metricOf } from './metrics.ts';

export const COMPARISONS = ['>=', '<=', '==', '!=', '>', '<'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** A number that something is compared with. */
export interface Bound {
  readonly comparison: Comparison;
  readonly number: number;
}

/** What must come out: an aggregate of a metric, compared with a number. */
export interface Threshold extends Bound {
  /** As it was written. */
  readonly text: string;
  readonly aggregate: Aggregate;
  readonly metric: Metric;
}

const SHAPE = /^\s*(\S+)\s*(>=|<=|==|!=|>|<)\s*(-?\d+(?:\.\d+)?)\s*$/;

/** A threshold from its text, or what is wrong with it, one that no run could ever decide included. */
export function parseThreshold(text: string, scenarios: readonly Scenario[]): Threshold | string {
  const threshold = readThreshold(text, name => metricNamed(name, scenarios));
  return typeof threshold === 'string' ? threshold : (undecidable(threshold, scenarios) ?? threshold);
}

/** A threshold that was found sound before. */
export function knownThreshold(text: string): Threshold {
  const threshold = readThreshold(text, name => metricOf(name) ?? `unknown metric "${name}"`);
  if (typeof threshold === 'string') throw new Error(threshold);
  return threshold;
}

function readThreshold(text: string, metricCalled: (name: string) => Metric | string): Threshold | string {
  const [, left = '', comparison = '', given = ''] =
    SHAPE.exec(text.replace(/\(\s*(\S+)\s*\)/, '($1)')) ?? [];
  if (left === '' || !Number.isFinite(Number(given))) {
    return `expected a threshold such as "agreement.rate >= 0.6" or "p50(first_exchange.day) <= 30", got ${JSON.stringify(text)}`;
  }
  const named = namedAggregate(left, metricCalled);
  if (typeof named === 'string') return named;
  return {
    text: text.trim().replace(/\s+/g, ' '),
    ...named,
    comparison: comparison as Comparison,
    number: Number(given),
  };
}

/** An aggregate of a metric by its name, or what is wrong with it. */
export function namedAggregate(
  name: string,
  metricCalled: (name: string) => Metric | string,
): Pick<Threshold, 'aggregate' | 'metric'> | string {
  const parts = partsOf(name);
  if (parts === null) {
    return `${name}: expected an aggregate of a metric, such as mean(home) or home.mean; aggregates are ${AGGREGATE_WORDS}`;
  }
  const metric = metricCalled(parts.metric);
  if (typeof metric === 'string') return metric;
  const aggregate = aggregateNamed(parts.aggregate);
  return aggregate === null ? unknownAggregate(parts.aggregate) : { aggregate, metric };
}

/** `mean(home)` and `home.mean` are the same. */
function partsOf(left: string): { aggregate: string; metric: string } | null {
  const [, aggregate, metric] = /^([a-z]\w*)\(([\w.-]+)\)$/.exec(left) ?? [];
  if (aggregate && metric) return { aggregate, metric };
  const dot = left.lastIndexOf('.');
  const last = left.slice(dot + 1);
  return dot > 0 && aggregateNamed(last) ? { aggregate: last, metric: left.slice(0, dot) } : null;
}

function unknownAggregate(given: string): string {
  if (/^p\d/.test(given)) return `unknown aggregate "${given}"; percentiles are p1 to p99`;
  const meant = nearest(given, ['rate', 'mean', 'count', 'min', 'max', 'p10', 'p50', 'p90']);
  return `unknown aggregate "${given}"; ${meant ? `did you mean "${meant}"?` : `expected ${AGGREGATE_WORDS}`}`;
}

/** Why no run could ever decide a threshold; null where runs can. */
function undecidable(threshold: Threshold, scenarios: readonly Scenario[]): string | null {
  const { aggregate, metric, comparison, number } = threshold;
  const { family } = metric;
  if (!fits(aggregate, family.kind)) {
    return `${metric.name} (${family.unit}) has no ${aggregate}; it has ${fittingWords(family.kind)}`;
  }
  const lawless = family.ofLaw ? scenarios.find(({ lawOfWar }) => !lawOfWar) : undefined;
  if (lawless) {
    return `the law of war does not bind in ${lawless.id}, so nothing is ever found there and this decides nothing`;
  }
  const { low, high } = reachOf(threshold, scenarios);
  const met = meets(low, threshold);
  const outside = number < low || number > high;
  const decides = comparison === '==' || comparison === '!=' ? !outside : met !== meets(high, threshold);
  if (decides) return null;
  const range = high === Number.POSITIVE_INFINITY ? `${low} or more` : `from ${low} to ${high}`;
  return `${aggregate}(${metric.name}) is always ${range}, so this can never ${met ? 'fail' : 'be met'}`;
}

/** Between which values an aggregate must lie, whatever happens. */
function reachOf(
  { aggregate, metric: { family } }: Threshold,
  scenarios: readonly Scenario[],
): { low: number; high: number } {
  if (aggregate === 'rate' || family.unit === 'share') return { low: 0, high: 1 };
  if (family.kind === 'amount') return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const dated = family.kind === 'day' && aggregate !== 'count' && percentBelow(aggregate) === null;
  const longest = Math.max(...scenarios.map(({ days }) => days));
  return { low: 0, high: dated ? longest : Number.POSITIVE_INFINITY };
}

export function meets(value: number, { comparison, number }: Bound): boolean {
  switch (comparison) {
    case '>=':
      return value >= number;
    case '<=':
      return value <= number;
    case '>':
      return value > number;
    case '<':
      return value < number;
    case '==':
      return value === number;
    case '!=':
      return value !== number;
  }
}

/**
 * Whether one run by itself stands against a threshold: the run that somebody will want to look at. Null:
 * nothing was measured.
 */
export function standsAgainst(value: number | null, threshold: Threshold): boolean {
  const { aggregate, metric, ...bound } = threshold;
  const { kind } = metric.family;
  if (aggregate === 'rate' || aggregate === 'count') {
    const any = kind === 'day' ? value !== null : (value ?? 0) > 0;
    return wantsAny(threshold) ? !any : any;
  }
  // A percentile counts a day that never came as later than any; a mean and the extremes are of those that came.
  if (value === null)
    return kind === 'day' && percentBelow(aggregate) !== null && !meets(Number.POSITIVE_INFINITY, bound);
  return !meets(value, bound);
}

/** Of a rate or a count: whether more is wanted, so that a run without stands against it, or less. */
export function wantsAny({ comparison, number }: Bound): boolean {
  return comparison.startsWith('>') || (comparison === '==' && number > 0);
}
