import type { StudyHead } from '../../analysis/study/head.ts';
import { FIRST_LOOK, type Stop } from '../../analysis/study/stop.ts';
import { cellWords } from './words.ts';

/* Why a study ended before its last run, in words. */

export function stopWords(head: StudyHead, { run, why, threshold }: Stop): string {
  const after = `It ended after run ${run.toLocaleString('en-US')}, as was asked for:`;
  if (why === 'narrow') return `${after} every interval that was waited for is narrow enough.`;
  if (why === 'met') return `${after} every threshold will be met, whatever is still to come.`;
  const at = cellWords(head, threshold?.cell ?? 0);
  return (
    `${after} ${threshold?.text} cannot be met any more${at === '' ? '' : ` at ${at}`}; ` +
    'the other thresholds are told as they stood then.'
  );
}

/** What is to be known of the numbers of a study that ended early. */
export function endedEarly({ why }: Stop): string {
  return why === 'narrow' ? LOOKED_AT : LEANS;
}

const LOOKED_AT =
  `It was looked at after ${FIRST_LOOK} seeds and whenever their number had doubled. An interval that is waited ` +
  'for so holds the true value a little less often than it says.';

const LEANS =
  'It ended because of what had just been seen. The verdict that was waited for is that of the whole study; the numbers ' +
  'are of the campaigns up to there and lean towards what ended it, which their intervals do not allow for.';
