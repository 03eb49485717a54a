import { dateOf } from '../../scenario/scenario.ts';
import { type Line, line, toned } from '../line.ts';
import type { Scene } from '../scene.ts';
import { shortDate, daysPage as words } from '../words.ts';
import { accountLines } from './account-lines.ts';

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
  return line(toned(` ${words.quiet(date(from), date(to))}`, 'dim'));
}
