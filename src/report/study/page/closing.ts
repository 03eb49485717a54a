import { type StudyHead, settingOf } from '../../../analysis/study/head.ts';
import { metricOf } from '../../../analysis/study/metrics.ts';
import type { Summary } from '../../../analysis/study/summary.ts';
import type { Tail, TailRun } from '../../../analysis/study/tails.ts';
import { escaped } from '../../escaped.ts';
import { commandFor } from '../command.ts';
import { changedWords, comparedWords, signed, valueWords } from '../words.ts';
import { cellAxis, cellLabel } from './cell-label.ts';
import { heading, scrolled, type WordsRow, wordsTable } from './markup.ts';
import { isClear } from './tornado.ts';

/* Tables over all metrics: what moves what, and the campaigns at the ends. */

/** A row a change, a column a metric; null where nothing was varied. */
export function changesTable(head: StudyHead, { effects }: Summary): string | null {
  if (effects.length === 0) return null;
  const rows = Map.groupBy(effects, effect => changedWords(head, effect, '→'));
  const columns = [...new Set(effects.map(comparedWords))];
  const cell = (own: Summary['effects'], column: string) => {
    const { difference } = own.find(effect => comparedWords(effect) === column) ?? {};
    if (!difference || difference.value === null) return '<td>none</td>';
    const words = escaped(signed(difference.value));
    return isClear(difference) ? `<td><strong>${words} *</strong></td>` : `<td>${words}</td>`;
  };
  const html = [
    '<table>',
    `<thead><tr>${['what is changed', ...columns].map(heading).join('')}</tr></thead>`,
    '<tbody>',
    ...[...rows].map(
      ([change, own]) =>
        `<tr><th scope="row">${escaped(change)}</th>${columns.map(column => cell(own, column)).join('')}</tr>`,
    ),
    '</tbody>',
    '</table>',
  ].join('\n');
  return scrolled(html, 'what moves what');
}

/** The campaigns in which each metric was least and greatest, and how to play them; null where there are none. */
export function tailsTable(head: StudyHead, { tails }: Summary): string | null {
  if (tails.length === 0) return null;
  const several = head.cells.length > 1;
  const headings = ['metric', 'value', 'run', 'seed', ...(several ? [cellAxis(head)] : []), 'command'];
  const rows = tails.flatMap(tail => [
    ...tail.least.map(run => tailRow(head, tail, run, 'least')),
    ...tail.greatest.map(run => tailRow(head, tail, run, 'greatest')),
  ]);
  return wordsTable(headings, rows, 'campaigns at the ends');
}

function tailRow(head: StudyHead, { metric }: Tail, { run, value }: TailRun, end: string): WordsRow {
  const { seed, point } = settingOf(head, run);
  const cell = head.points[point]?.cell ?? 0;
  const never = value === null && metricOf(metric)?.family.kind === 'day';
  const words = [
    never ? 'never' : valueWords(value),
    String(run),
    seed,
    ...(head.cells.length > 1 ? [cellLabel(head, cell)] : []),
  ];
  const again = `<code class="long">${escaped(commandFor(head, run))}</code>`;
  return { about: `${escaped(metric)}, ${end}`, cells: [...words.map(escaped), again] };
}
