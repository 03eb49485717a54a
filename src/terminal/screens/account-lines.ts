import { dateOf } from '../../scenario/scenario.ts';
import type { Account } from '../account.ts';
import { type Line, line, toned, wrapped } from '../line.ts';
import type { Scene } from '../scene.ts';
import { shortDate } from '../words.ts';

/** Cells of a date with the blanks around it. */
export const DATE = 9;

/** An account with its date, wrapped. */
export function accountLines(
  { course }: Pick<Scene, 'course'>,
  account: Account,
  columns: number,
  tone: 'plain' | 'dim',
): Line[] {
  const date = shortDate(dateOf(course.scenario, account.day)).padEnd(DATE - 2);
  return wrapped(account.text, columns - DATE - 1, tone).map((row, index) =>
    line(toned(` ${index === 0 ? date : ' '.repeat(DATE - 2)} `, 'dim'), ...row),
  );
}
