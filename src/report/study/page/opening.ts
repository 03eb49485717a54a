import type { StudyHead } from '../../../analysis/study/head.ts';
import { seedCount } from '../../../analysis/study/plan.ts';
import type { Summary, Verdict } from '../../../analysis/study/summary.ts';
import { escaped } from '../../escaped.ts';
import { againstCommand, againstWords } from '../against.ts';
import { studyCommand } from '../command.ts';
import { stopWords } from '../stop.ts';
import { cellWords, estimateWords, seedWords } from '../words.ts';
import { cellAxis, cellLabel } from './cell-label.ts';
import { command, paragraph, type WordsRow, wordsTable } from './markup.ts';

/* What the page begins with: what was played, and whether it came out as it must. */

/** "All 8 thresholds are met." */
export function outcome({ verdicts }: Summary): string {
  const failed = verdicts.filter(({ met }) => !met).length;
  if (verdicts.length === 0) return 'The study has no thresholds.';
  const all = verdicts.length === 1 ? 'The one threshold is' : `All ${verdicts.length} thresholds are`;
  return failed === 0 ? `✓ ${all} met.` : `✗ ${failed} of ${verdicts.length} thresholds not met.`;
}

/** What was played, and how to play it again. */
export function facts(head: StudyHead, { runs, planned, stopped }: Summary): string {
  const count = (number: number, one: string, many = `${one}s`) =>
    `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
  const seeds = seedCount(head.seeds);
  const played =
    runs < planned
      ? `${runs.toLocaleString('en-US')} of ${count(planned, 'campaign')}`
      : count(runs, 'campaign');
  const pairs: [string, string][] = [
    [
      'campaigns',
      escaped(
        `${played}: ${count(seeds, 'seed')} (${seedWords(head)}) at ${count(head.points.length, 'setting')}`,
      ),
    ],
    ...(stopped ? [['ended early', escaped(stopWords(head, stopped))] as [string, string]] : []),
    ...head.scenarios.map(({ id, digest, days }): [string, string] => [
      'scenario',
      `${escaped(id)}, ${count(days, 'day')}; digest <code>${escaped(digest)}</code>`,
    ]),
    ...seats(head),
    ...head.varied.map(({ path, levels }): [string, string] => [
      'varied',
      escaped(`${path}: ${levels.join(', ')}`),
    ]),
    ...(head.drawn.length > 0 ? [['drawn', escaped(head.drawn.join(', '))] as [string, string]] : []),
    ['engine', escaped(`parley ${head.engine}`)],
    ['the same again', command(studyCommand(head))],
  ];
  return `<dl>\n${pairs.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('\n')}\n</dl>`;
}

/** Who sits where in all campaigns; who is varied is told with what is varied. */
function seats({ scenarios, points }: StudyHead): [string, string][] {
  return scenarios.flatMap(({ id, parties }, scenario) => {
    const own = points.filter(point => point.scenario === scenario);
    const words = parties.flatMap((party, index) => {
      const [first, ...others] = [...new Set(own.map(point => point.seats[index]))];
      return first === undefined || others.length > 0 ? [] : [`${party}: ${first}`];
    });
    const of = scenarios.length > 1 ? ` of ${id}` : '';
    return words.length === 0 ? [] : [[`seats${escaped(of)}`, escaped(words.join('; '))] as [string, string]];
  });
}

/** The thresholds with what came of them; null where there are none. */
export function thresholds(head: StudyHead, { verdicts }: Summary): string | null {
  if (verdicts.length === 0) return null;
  const several = head.cells.length > 1;
  const headings = ['', 'threshold', ...(several ? [cellAxis(head)] : []), 'came to (95 % interval)', 'over'];
  const rows = verdicts.map(verdict => verdictRow(head, verdict));
  const against = verdicts.flatMap(verdict => standing(head, verdict));
  return [wordsTable(headings, rows, 'thresholds'), ...against].join('\n');
}

function verdictRow(head: StudyHead, { threshold, cell, met, estimate }: Verdict): WordsRow {
  const cells = [
    `<code>${escaped(threshold.text)}</code>`,
    ...(head.cells.length > 1 ? [escaped(cellLabel(head, cell))] : []),
    escaped(estimateWords(estimate)),
    `${estimate.runs.toLocaleString('en-US')}&nbsp;runs`,
  ];
  return { about: `<span class="verdict">${met ? '✓ met' : '✗ NOT MET'}</span>`, cells };
}

/** The run that stands against a threshold, and the command that plays it. */
function standing(head: StudyHead, { threshold, cell, against }: Verdict): string[] {
  if (!against) return [];
  const at = cellWords(head, cell);
  const words = againstWords(head, threshold, against);
  return [
    paragraph(`Against ${threshold.text}${at === '' ? '' : ` at ${at}`}: ${words}.`),
    command(againstCommand(head, against)),
  ];
}
