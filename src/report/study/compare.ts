import { type Change, isPast, type Tolerance } from '../../analysis/study/compare.ts';
import type { StudyHead } from '../../analysis/study/head.ts';
import { columnsFolded } from '../columns.ts';
import type { VerdictSuite } from '../verdict.ts';
import { wrap } from '../wrap.ts';
import { cellWords, estimateWords, intervalWords, numberWords, valueWords } from './words.ts';

/** A change, and how far it may go. */
export interface Judged {
  readonly change: Change;
  readonly tolerance: Tolerance;
}

export interface Comparison {
  readonly head: StudyHead;
  /** The folders, as the user named them. */
  readonly folders: readonly [before: string, after: string];
  readonly runs: number;
  /** What differs between the two studies, in words. */
  readonly between: readonly string[];
  readonly changes: readonly Judged[];
}

export function changeName({ aggregate, metric }: Pick<Change, 'aggregate' | 'metric'>): string {
  return `${aggregate}(${metric})`;
}

/** What changed, for people. */
export function formatComparison(comparison: Comparison, width: number): string {
  const { head, folders, runs, between } = comparison;
  const title = `${runs.toLocaleString('en-US')} CAMPAIGNS OF ${folders[0]} AND ${folders[1]}, RUN BY RUN`;
  const apart = between.length === 0 ? 'They are of one study.' : `What differs: ${between.join('; ')}.`;
  return [
    wrap(title, { width }),
    wrap(apart, { width }),
    ...head.cells.map((_, cell) => cellTable(comparison, cell, width)),
    '',
    wrap(
      "Differences are means over the seeds of the difference at each; intervals are Student's t, of rates Agresti-Min; unequal are the " +
        'seeds at which the two differ. A mean of a day is over the campaigns in which it came in both.',
      { width },
    ),
    '',
  ].join('\n');
}

function cellTable({ head, changes }: Comparison, cell: number, width: number): string {
  const rows = changes
    .filter(({ change }) => change.cell === cell)
    .map(({ change, tolerance }) => [
      changeName(change),
      valueWords(change.before),
      valueWords(change.difference.value),
      intervalWords(change.difference),
      change.unequal.toLocaleString('en-US'),
      toleranceWords(tolerance),
      isPast(change, tolerance) ? 'PAST' : '',
    ]);
  const at = cellWords(head, cell);
  const heading = at === '' ? [] : ['', wrap(`AT ${at}`, { width, hanging: 3 })];
  const names = ['', 'before', 'difference', '95 % interval', 'unequal', 'allowed', ''];
  return [...heading, columnsFolded([names, ...rows], width, 2)].join('\n');
}

function toleranceWords({ amount, percent }: Tolerance): string {
  return `${numberWords(amount)}${percent ? ' %' : ''}`;
}

export function comparisonVerdicts({ head, folders, changes }: Comparison): VerdictSuite[] {
  return head.cells.map((_, cell) => ({
    name: `${folders[0]} and ${folders[1]}${cellWords(head, cell) === '' ? '' : `: ${cellWords(head, cell)}`}`,
    verdicts: changes
      .filter(({ change }) => change.cell === cell)
      .map(({ change, tolerance }) => ({
        name: `${changeName(change)} to move by no more than ${toleranceWords(tolerance)}`,
        met: !isPast(change, tolerance),
        was: `${estimateWords(change.difference)} from ${valueWords(change.before)}`,
      })),
  }));
}

export function formatComparisonJson({ head, runs, between, changes }: Comparison): string {
  const short = (value: number) => Number(value.toPrecision(6));
  const json = {
    parley: 'study-comparison',
    runs,
    between,
    changes: changes.map(({ change, tolerance }) => ({
      scenario: head.scenarios[head.cells[change.cell]?.scenario ?? 0]?.id,
      settings: head.cells[change.cell]?.settings,
      metric: change.metric,
      aggregate: change.aggregate,
      before: change.before === null ? null : short(change.before),
      difference: change.difference.value === null ? null : short(change.difference.value),
      interval: change.difference.interval && [
        short(change.difference.interval.low),
        short(change.difference.interval.high),
      ],
      seeds: change.difference.runs,
      unequal: change.unequal,
      tolerance,
      past: isPast(change, tolerance),
    })),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
