import type { StudyHead } from '../../analysis/study/head.ts';
import { type LineFormat, rowsOf } from '../../report/study/rows.ts';
import type { Layout } from './runs-file.ts';

/** The rows of a whole study as a file of runs, with what to do where one was changed by others. */
export function rowsLayout(head: StudyHead, format: LineFormat, advice: string): Layout {
  return { ...rowsOf(head, format), first: 1, advice };
}
