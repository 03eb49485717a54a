import { METRIC_KINDS, type MetricFamily, type MetricKind } from '../../analysis/study/metric.ts';
import { METRICS } from '../../analysis/study/metrics.ts';
import { wrap } from '../wrap.ts';

const AGGREGATES: Readonly<Record<MetricKind, string>> = {
  yes: 'rate, count',
  count: 'mean, p1 to p99, rate (of any), count (all together), min, max',
  day: 'p1 to p99 (never is later than any), rate, mean (of those that came), count, min, max',
  amount: 'mean, p1 to p99, min, max',
};

const WIDTH = 80;
const NAMES = 27;

/** The catalogue of metrics as text, and what can be made of each kind. */
export function formatMetrics(): string {
  return [
    wrap(
      'A threshold compares an aggregate of a metric with a number: agreement.rate >= 0.6, ' +
        'p50(first_exchange.day) <= 30, findings.threats-and-reprisals.count == 0. Metrics, by kind, with the aggregates each kind has:',
      { width: WIDTH },
    ),
    ...METRIC_KINDS.flatMap(kind => [
      '',
      wrap(`${kind}: ${AGGREGATES[kind]}`, { width: WIDTH, indent: 2, hanging: 4 }),
      ...METRICS.filter(({ kind: own, rule }) => own === kind && rule === undefined).map(familyLine),
    ]),
    '',
    wrap(
      'findings.RULE[.PARTY] counts the findings under one rule of the law of war. A threshold is rather of one ' +
        'rule than of all: where both sides hold seriously wounded people back, violations are never none. Rules:',
      { width: WIDTH },
    ),
    ...METRICS.flatMap(family =>
      family.rule === undefined ? [] : [familyLine({ ...family, name: family.rule, of: 'both' })],
    ),
    '',
    wrap(
      'NAME[.PARTY] is of both sides together or of one. What is marked * looks for the best that could have been ' +
        'agreed each time: where hand-overs carry hundreds that takes fifty to a hundred times as long as the campaign.',
      { width: WIDTH },
    ),
    '',
  ].join('\n');
}

function familyLine({ name, of, meaning, slow }: MetricFamily): string {
  const whose = of === 'both' ? '' : of === 'party' ? '.PARTY' : '[.PARTY]';
  const words = wrap(meaning, { width: WIDTH - 5 - NAMES }).replaceAll('\n', `\n${' '.repeat(5 + NAMES)}`);
  return `    ${`${name}${whose}${slow ? ' *' : ''}`.padEnd(NAMES)} ${words}`;
}
