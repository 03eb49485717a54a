import type { StudyHead } from '../../analysis/study/head.ts';
import type { Summary, Verdict as Threshold } from '../../analysis/study/summary.ts';
import type { Place } from '../../scenario/problem.ts';
import { counted } from '../people.ts';
import type { Verdict, VerdictSuite } from '../verdict.ts';
import { againstCommand, againstWords } from './against.ts';
import { cellWords, estimateWords } from './words.ts';

/** The thresholds of a study as verdicts, those of each cell together; each with its place, in their order, if it has one. */
export function studyVerdicts(
  head: StudyHead,
  { verdicts }: Summary,
  places: readonly Place[] = [],
): VerdictSuite[] {
  return head.cells.flatMap((_, cell) => {
    const own = verdicts.filter(verdict => verdict.cell === cell);
    return own.length === 0
      ? []
      : [
          {
            name: suiteName(head, cell),
            verdicts: own.map(of => ({ ...verdictOf(head, of), ...placed(head, of, places) })),
          },
        ];
  });
}

/** What a study is called where several could be told apart. */
export function studyTitle({ title, scenarios }: StudyHead): string {
  return title ?? `study of ${scenarios.map(({ id }) => id).join(', ')}`;
}

function suiteName(head: StudyHead, cell: number): string {
  const words = cellWords(head, cell);
  return words === '' ? studyTitle(head) : `${studyTitle(head)}: ${words}`;
}

function placed(
  { thresholds }: StudyHead,
  { threshold, cell }: Threshold,
  places: readonly Place[],
): Pick<Verdict, 'place'> {
  const index = thresholds.findIndex(({ text, cells }) => text === threshold.text && cells.includes(cell));
  const place = places[index];
  return place ? { place } : {};
}

function verdictOf(head: StudyHead, { threshold, met, estimate, against }: Threshold): Verdict {
  return {
    name: threshold.text,
    met,
    was: `${estimateWords(estimate)} over ${counted(estimate.runs, 'run')}${against ? `; ${againstWords(head, threshold, against)}` : ''}`,
    ...(against ? { command: againstCommand(head, against) } : {}),
  };
}
