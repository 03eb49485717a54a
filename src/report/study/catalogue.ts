import { METRIC_KINDS, type MetricFamily, type MetricKind } from '../../analysis/study/metric.ts';
import { METRICS } from '../../analysis/study/metrics.ts';
import { wrap } from '../wrap.ts';
import { formatStudyKeys } from './keys.ts';

const AGGREGATES: Readonly<Record<MetricKind, string>> = {
  yes: 'rate, count',
  count: 'mean, p1 to p99, rate (of any), count (all together), min, max',
  day: 'p1 to p99 (never is later than any), rate, mean (of those that came), count, min, max',
  amount: 'mean, p1 to p99, min, max',
};

const WIDTH = 80;
const NAMES = 27;

/** What a study may say, the catalogue of metrics, what can be made of each kind, and what is written of them. */
export function formatStudyHelp(): string {
  return [
    formatStudyKeys(),
    '',
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
        'agreed each time: where hand-overs carry hundreds that takes twenty to sixty times as long as the campaign.',
      { width: WIDTH },
    ),
    '',
    wrap(ROWS, { width: WIDTH }),
    '',
    ...COLUMNS.map(([name, meaning]) => columnLine(name, meaning)),
    '',
    wrap(SUMMARY, { width: WIDTH }),
    '',
  ].join('\n');
}

const ROWS =
  'Rows (runs.csv, .ndjson or .parquet), one a campaign, sorted by run. Where there is nothing, CSV has an empty ' +
  'cell, NDJSON and Parquet have null: a day that never came, a metric with nothing to measure, a figure or a seat ' +
  'that is not varied. Columns, in this order, with their Parquet types:';

const COLUMNS: readonly (readonly [name: string, meaning: string])[] = [
  ['run', 'INT64; from 1, seed by seed and within a seed setting by setting'],
  ['scenario', 'STRING; its identifier, where there are several'],
  ['seed', 'STRING; the same luck in every row that has it'],
  ['what is varied', 'DOUBLE, or STRING for seats; by its path'],
  ['draw', 'INT32; which draw of the figures that are not known, from 1'],
  ['what is drawn', 'DOUBLE; by its path'],
  ['yes metrics, days', 'INT32; 1 or 0; days counted from 0, the first day of the scenario'],
  ['counts', 'INT64; people, findings, person-days'],
  ['amounts', 'DOUBLE; worth units to 2 digits, shares (0 to 1) to 4'],
];

const SUMMARY =
  'A figure that is called as a metric is has "set." or "drawn." before it. summary.json: estimates, thresholds, ' +
  'effects (of one change in one scenario, on a mean or a rate; unequal: at how many seeds it is not 0 at some setting of what else is varied or drawn) and correlations, each with value, interval ([low, high] of 95 %; null for an end that is open, or ' +
  'for no interval at all), method (wilson, clopper, student, agresti, order) and runs; draws, with deviation (a standard deviation, ' +
  'what is owed to the draws alone; null where one seed was played) and p10, p50, p90 of the means of the draws, in ' +
  'which the luck of the seeds is too; "never" stands for a day later than any.';

function columnLine(name: string, meaning: string): string {
  const words = wrap(meaning, { width: WIDTH - 5 - NAMES }).replaceAll('\n', `\n${' '.repeat(5 + NAMES)}`);
  return `    ${name.padEnd(NAMES)} ${words}`;
}

function familyLine({ name, of, meaning, slow }: MetricFamily): string {
  const whose = of === 'both' ? '' : of === 'party' ? '.PARTY' : '[.PARTY]';
  return columnLine(`${name}${whose}${slow ? ' *' : ''}`, meaning);
}
