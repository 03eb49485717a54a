import { other } from '../../scenario/scenario.ts';
import { type App, pop, type Reply } from '../app.ts';
import { type Course, sharesKeyboard } from '../course.ts';
import type { Key } from '../key.ts';
import { EMPTY, type Line, line, type Size, toned, wrapped } from '../line.ts';
import { rule } from '../pane.ts';
import type { Scene } from '../scene.ts';
import type { CoverScreen, Screen } from '../screen.ts';
import { cover as words } from '../words.ts';
import { openPage } from './board.ts';

/* Two people at one keyboard: what one side sees is covered until the other has looked away. */

/**
 * What lies over the board when the turn has come to another side: its brief the first time, and the
 * cover over all. Nothing where one person plays, or the same side goes on.
 */
export function coverOf(scene: Scene, before: Scene | null): Screen[] {
  const { course, mover } = scene;
  if (!sharesKeyboard(course) || mover === null || before?.mover === mover) return [];
  const brief = hasMoved(course, mover) ? [] : [openPage('briefs', scene)];
  return [...brief, { name: 'cover', scenario: course.scenario, to: mover }];
}

function hasMoved({ entries }: Course, party: 0 | 1): boolean {
  return entries.some(({ event }) => 'party' in event && event.party === party);
}

export function pressCover(app: App, key: Key): Reply {
  return { app: key === 'enter' ? pop(app) : app };
}

export function coverRows({ scenario, to }: CoverScreen, { columns, rows }: Size): Line[] {
  const [next, last] = [scenario.parties[to].capital, scenario.parties[other(to)].capital];
  const text = [words.about(last), words.goOn(next, last)].flatMap(each => [
    ...wrapped(each, columns - 8).map(row => line('    ', ...row)),
    EMPTY,
  ]);
  const above = Math.max(1, Math.floor((rows - text.length) / 3));
  return [
    rule(columns, scenario.title),
    ...Array.from({ length: above }, () => EMPTY),
    line(toned(`    ${words.turn(next)}`, 'title')),
    EMPTY,
    ...text,
  ];
}
