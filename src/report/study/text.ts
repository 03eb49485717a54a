import type { StudyHead } from '../../analysis/study/head.ts';
import { seedCount } from '../../analysis/study/plan.ts';
import type { Effect } from '../../analysis/study/sensitivity.ts';
import type { CellEstimate, Summary, Verdict } from '../../analysis/study/summary.ts';
import { columnsFolded } from '../columns.ts';
import { counted } from '../people.ts';
import { wrap } from '../wrap.ts';
import { againstCommand, againstWords } from './against.ts';
import { methodsOf } from './methods.ts';
import { stopWords } from './stop.ts';
import { studyTitle } from './verdicts.ts';
import {
  alikeWords,
  cellWords,
  changedWords,
  comparedWords,
  estimateWords,
  intervalWords,
  isBalanced,
  numberWords,
  scenarioWords,
  seedsWords,
  seedWords,
  signed,
  unitWords,
  valueWords,
} from './words.ts';

/** What a study came to, for people. */
export function formatStudy(head: StudyHead, summary: Summary, width: number): string {
  const parts = [
    opening(head, summary, width),
    ...head.cells.map((_, cell) => cellPart(head, summary, { cell, width })),
    thresholds(head, summary, width),
    sensitivity(head, summary, width),
    doubt(head, summary, width),
    wrap(methodsOf(head, summary), { width }),
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

function opening(head: StudyHead, { runs, planned, stopped }: Summary, width: number): string {
  const scenarios = head.scenarios.map(({ id }) => id).join(', ');
  const seeds = seedCount(head.seeds);
  const settings = head.points.length > 1 ? `, each at ${head.points.length} settings` : '';
  const from = seedsWords(seeds);
  const range = seeds > 1 || 'list' in head.seeds ? ` (${seedWords(head)})` : '';
  const done = runs < planned ? ` Of ${counted(planned, 'campaign')}` : '';
  const played = `${runs.toLocaleString('en-US')} ${done !== '' ? (runs === 1 ? 'was played' : 'were played') : runs === 1 ? 'campaign' : 'campaigns'}.`;
  const why = stopped ? ` ${stopWords(head, stopped)}` : '';
  return [
    wrap(studyTitle(head).toUpperCase(), { width }),
    wrap(`${scenarios}: ${from}${range}${settings}.${done === '' ? '' : `${done},`} ${played}${why}`, {
      width,
    }),
  ].join('\n');
}

function cellPart(
  head: StudyHead,
  { estimates }: Summary,
  { cell, width }: { cell: number; width: number },
): string {
  const own = estimates.filter(estimate => estimate.cell === cell);
  const title = cellWords(head, cell);
  const rows = head.metrics.map(metric => metricRow(own.filter(estimate => estimate.metric === metric)));
  const table = [['', 'mean or rate', '95 % interval', 'p10', 'p50', 'p90', 'runs'], ...rows];
  return `${title === '' ? '' : `${wrap(`AT ${title}`, { width, hanging: 3 })}\n`}${columnsFolded(table, width, 2)}`;
}

/** All that is told of one metric: the mean or the rate with its interval, then the percentiles. */
function metricRow(own: readonly CellEstimate[]): string[] {
  const [first, ...percentiles] = own;
  if (!first) return [];
  const { metric, aggregate, estimate } = first;
  const [p10 = '', p50 = '', p90 = ''] = percentiles.map(({ estimate: { value } }) => valueWords(value));
  return [
    `${metric} (${aggregate === 'rate' ? 'rate' : unitWords(metric)})`,
    valueWords(estimate.value),
    intervalWords(estimate),
    p10,
    p50,
    p90,
    estimate.runs.toLocaleString('en-US'),
  ];
}

function thresholds(head: StudyHead, { verdicts }: Summary, width: number): string {
  if (verdicts.length === 0) return '';
  return ['THRESHOLDS', ...verdicts.flatMap(verdict => verdictLines(head, verdict, width))].join('\n');
}

/** Under the first column of a threshold, its verdict. */
const VERDICT = 11;

/** A command stays on its line, however long: it is there to be copied. */
function verdictLines(
  head: StudyHead,
  { threshold, cell, met, estimate, against }: Verdict,
  width: number,
): string[] {
  const at = cellWords(head, cell);
  const where = at === '' ? '' : ` at ${at}`;
  const line = `${threshold.text}${where}: ${estimateWords(estimate)}`;
  const told = wrap(line, { width, indent: VERDICT }).slice(VERDICT);
  const verdict = `  ${met ? 'met' : 'NOT MET'}`.padEnd(VERDICT) + told;
  if (!against) return [verdict];
  return [
    verdict,
    wrap(againstWords(head, threshold, against), { width, indent: VERDICT }),
    ' '.repeat(VERDICT) + againstCommand(head, against),
  ];
}

function sensitivity(head: StudyHead, { effects }: Summary, width: number): string {
  if (effects.length === 0) return '';
  const changes = Map.groupBy(effects, effect => changedWords(head, effect, '->'));
  return [
    wrap(`WHAT MOVES WHAT (${alikeWords(head)})`, { width }),
    ...[...changes].map(([change, own]) => changePart(change, own, width)),
  ].join('\n');
}

/** One change: what it moved, then what by nothing on the mean though it moved, and what it moved at no seed. */
function changePart(change: string, own: readonly Effect[], width: number): string {
  const rows = own
    .filter(effect => !isStill(effect))
    .map(effect => [
      comparedWords(effect),
      effect.difference.value === null ? 'none' : signed(effect.difference.value),
      intervalWords(effect.difference),
      effect.difference.runs.toLocaleString('en-US'),
    ]);
  const balanced = own
    .filter(isBalanced)
    .map(effect => `${comparedWords(effect)} at ${seedsWords(effect.unequal)}`);
  const still = own.filter(isStill).map(comparedWords);
  return [
    wrap(change, { width, indent: 2 }),
    ...(rows.length === 0
      ? []
      : [columnsFolded([['', 'difference', '95 % interval', 'seeds'], ...rows], width, 4)]),
    ...told('moved one way and the other, on the mean by nothing', balanced, width),
    ...told('moved at no seed', still, width),
  ].join('\n');
}

function told(what: string, metrics: readonly string[], width: number): string[] {
  return metrics.length === 0
    ? []
    : [wrap(`${what}: ${metrics.join(', ')}`, { width, indent: 4, hanging: 6 })];
}

function isStill({ difference: { value }, unequal }: Effect): boolean {
  return value !== null && unequal === 0;
}

function doubt(head: StudyHead, { spreads, correlations }: Summary, width: number): string {
  if (spreads.length === 0) return '';
  const spread = spreads.map(({ cell, metric, draws, deviation, p10, p50, p90 }) => [
    [metric, ...(head.cells.length > 1 ? [cellWords(head, cell)] : [])].join(' at '),
    deviation === null ? 'unknown' : numberWords(deviation),
    ...[p10, p50, p90].map(numberWords),
    String(draws),
  ]);
  const together = correlations.map(({ scenario, path, metric, value, interval }) => [
    `${scenarioWords(head, scenario)}${path} and ${metric}`,
    value === null ? 'none' : signed(value),
    intervalWords({ interval: interval && { ...interval, by: 'student' } }),
  ]);
  return [
    wrap('WHAT IS OWED TO INPUTS THAT ARE NOT KNOWN (beside it the means of the draws)', { width }),
    columnsFolded([['', 'owed (SD)', 'p10', 'p50', 'p90', 'draws'], ...spread], width, 2),
    '',
    wrap('CORRELATION WITH WHAT WAS DRAWN (Pearson, over the draws)', { width }),
    columnsFolded([['', 'r', '95 % interval'], ...together], width, 2),
  ].join('\n');
}
