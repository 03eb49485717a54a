import { moveText } from '../../report/coach-reason.ts';
import { dateOf } from '../../scenario/scenario.ts';
import { type App, pop, type Reply, replaceTop } from '../app.ts';
import { type Key, rowAfter } from '../key.ts';
import { EMPTY, type Line, line, type Size, toned, wrapped } from '../line.ts';
import type { OtherCourse, Stretch } from '../other-course.ts';
import { abreast, halfWidth, lastTop, rule, scrolled } from '../pane.ts';
import type { OtherCourseScreen } from '../screen.ts';
import { bySide } from '../sight.ts';
import { count, general, shortDate, coach as words, worth } from '../words.ts';
import { accountLines } from './account-lines.ts';

/* Some weeks as they went, and beside them as they might have gone. */

/** Rows outside the list: the title, the hint, and the free last row. */
const OUTSIDE = 3;

export function pressOtherCourse(app: App, screen: OtherCourseScreen, key: Key): Reply {
  if (key === 'escape' || key === 'enter' || key === 'o' || key === 'q') return { app: pop(app) };
  const room = app.size.rows - OUTSIDE - 1;
  const last = lastTop(courseLines(screen.course, app.size.columns).length, room);
  return {
    app: replaceTop(app, { ...screen, top: rowAfter(key, Math.min(screen.top, last), last + 1, room) }),
  };
}

export function otherCourseRows({ course, top }: OtherCourseScreen, { columns, rows }: Size): Line[] {
  return [
    rule(columns, words.courseTitle),
    ...scrolled(courseLines(course, columns), top, rows - 1, general.more),
  ];
}

function courseLines(course: OtherCourse, columns: number): Line[] {
  const [left, right] = [stretchLines(course, 'happened', columns), stretchLines(course, 'instead', columns)];
  const about = wrapped(aboutInWords(course), columns - 2, 'dim').map(row => line(' ', ...row));
  return [...about, EMPTY, ...abreast(left, right, columns)];
}

/** What the right half is, and what it is not. */
export function aboutInWords({ course, judged, move, to }: OtherCourse): string {
  const { scenario } = course;
  return words.courseAbout(moveText(scenario, judged.decision, move), shortDate(dateOf(scenario, to)));
}

function stretchLines(course: OtherCourse, which: 'happened' | 'instead', columns: number): Line[] {
  const width = halfWidth(columns);
  const says = (text: string) => wrapped(text, width - 1, 'plain', 2).map(row => line(' ', ...row));
  return [
    line(toned(` ${words[which]}`, 'strong')),
    ...sumInWords(course, course[which]).flatMap(says),
    EMPTY,
    ...(course[which].accounts.length === 0
      ? says(words.nothingHappened)
      : course[which].accounts.flatMap(account =>
          accountLines({ course: course.course }, account, width, 'plain'),
        )),
  ];
}

/** What a stretch of days came to. */
export function sumInWords({ course, judged }: OtherCourse, { home, gained }: Stretch): string[] {
  const { parties } = course.scenario;
  const { party } = judged.decision;
  const [one, two] = bySide(party);
  return [
    words.courseHome(parties[one].name, count(home[one]), parties[two].name, count(home[two])),
    words.courseGained(parties[party].capital, worth(gained, true)),
  ];
}
