import { dateOf } from '../../scenario/scenario.ts';
import { type Line, line, padEnd, toned } from '../line.ts';
import type { Scene } from '../scene.ts';
import { shortDate, daysPage as words } from '../words.ts';
import { accountLines, DATE } from './account-lines.ts';

/* Everything that happened, day by day, quiet days folded. */

export function dayLines(scene: Scene, columns: number): Line[] {
  const lines: Line[] = [];
  let next = 0;
  for (const account of scene.accounts) {
    if (account.day > next) lines.push(quietLine(scene, next, account.day - 1));
    lines.push(...accountLines(scene, account, columns, account.concerns ? 'plain' : 'dim'));
    next = Math.max(next, account.day + 1);
  }
  return next <= scene.sight.day ? [...lines, quietLine(scene, next, scene.sight.day)] : lines;
}

function quietLine({ course }: Scene, from: number, to: number): Line {
  const date = (day: number) => shortDate(dateOf(course.scenario, day));
  const [day, text] = [date(from), words.quiet(from === to ? null : date(to))];
  return line(toned(` ${padEnd(day, DATE - 2)} ${text}`, 'dim'));
}
