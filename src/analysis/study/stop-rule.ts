import type { Scenario } from '../../scenario/scenario.ts';
import { type Aggregate, fits, percentBelow } from './aggregate.ts';
import { metricNamed, metricOf } from './metrics.ts';
import type { StudyPlan } from './plan.ts';
import { namedAggregate } from './threshold.ts';

/** How wide the 95 % interval of an aggregate may be: half of it, in the unit of the metric or per cent of the value. */
export interface WantedWidth {
  readonly metric: string;
  readonly aggregate: Aggregate;
  readonly within: number;
  readonly percent: boolean;
}

export interface StopRule {
  /** Ends once all these intervals are narrow enough, at every cell; never where there are none. */
  readonly widths: readonly WantedWidth[];
  /** Ends once it is certain whether all thresholds will be met. */
  readonly certain: boolean;
}

const WIDTH = /^(?:(?<name>[\w.()-]+)=)?(?<amount>\d+(?:\.\d+)?)(?<percent>%?)$/;

/** What `--until-halfwidth` asks for: "0.01" of all rates, or "mean(home)=5" and "home.mean=2%"; or what is wrong. */
export function widthsFrom(
  text: string,
  plan: Pick<StudyPlan, 'metrics' | 'scenarios'>,
): WantedWidth[] | string {
  const { name = '', amount = '', percent } = WIDTH.exec(text)?.groups ?? {};
  const within = Number(amount);
  if (!(within > 0))
    return 'expected a number above 0, perhaps with % and an aggregate before it, such as 0.01, mean(home)=5 or home.mean=2%';
  const wanted = { within, percent: percent === '%' };
  const scenarios = plan.scenarios.map(({ scenario }) => scenario);
  if (name !== '') {
    const of = measuredAggregate(name, plan.metrics, scenarios);
    return typeof of === 'string' ? of : [{ ...of, ...wanted }];
  }
  const rates = plan.metrics.filter(metric => ['yes', 'day'].includes(metricOf(metric)?.family.kind ?? ''));
  if (rates.length === 0) return 'the study measures no rate; say of what, such as mean(home)=5';
  return rates.map(metric => ({ metric, aggregate: 'rate' as const, ...wanted }));
}

function measuredAggregate(
  name: string,
  metrics: readonly string[],
  scenarios: readonly Scenario[],
): Pick<WantedWidth, 'metric' | 'aggregate'> | string {
  const named = namedAggregate(name, metric => metricNamed(metric, scenarios));
  if (typeof named === 'string') return named;
  const { aggregate, metric } = named;
  if (!metrics.includes(metric.name))
    return `${metric.name} is not measured; the study measures ${metrics.join(', ')}`;
  const between = aggregate === 'rate' || aggregate === 'mean' || percentBelow(aggregate) !== null;
  if (!between || !fits(aggregate, metric.family.kind)) return `${aggregate}(${metric.name}) has no interval`;
  return { metric: metric.name, aggregate };
}
