import { type Line, line, padEnd, toned, wrapped } from '../line.ts';
import { abreast, halfWidth } from '../pane.ts';
import type { DebriefScreen } from '../screen.ts';
import { coach, inShort, debriefPage as words } from '../words.ts';
import { coachingLines } from './coaching-lines.ts';
import { courseLines } from './debrief-course.ts';
import { dealLines } from './debrief-deals.ts';
import {
  againLines,
  findingLines,
  homeLines,
  instructed,
  note,
  section,
  timeLines,
  withoutDeal,
} from './debrief-lines.ts';
import { otherWays } from './debrief-others.ts';
import { planeLines } from './debrief-plane.ts';
import { summaryOf } from './debrief-summary.ts';
import { noteLines } from './notebook.ts';

/* The whole debrief: one part below the other, or, with room for it, what is read beside what is drawn and counted. */

interface Part {
  /** Drawn and counted stands on the left; the coach, beside the course, on the right; what is told where there is room. */
  readonly kind: 'figures' | 'coach' | 'told';
  readonly lines: readonly Line[];
}

/** From this width on there are two columns, each nearly as wide as a terminal of eighty. */
const TWO_COLUMNS = 150;

export function debriefLines(screen: DebriefScreen, columns: number): Line[] {
  if (columns < TWO_COLUMNS) return partsOf(screen, columns).flatMap(({ lines }) => lines);
  const parts = partsOf(screen, halfWidth(columns));
  const right = rightOf(parts, screen.coaching === null ? 0 : ROWS_OF_COACH);
  const column = (which: (part: Part) => boolean) => parts.filter(which).flatMap(({ lines }) => lines);
  return abreast(
    column(part => !right.has(part)),
    column(part => right.has(part)),
    columns,
  );
}

/**
 * What stands in the right column: of what is told as much as makes the two as nearly alike as they can be. The
 * coach goes on while one reads, so that its lines are counted by what they come to, and nothing changes columns.
 */
function rightOf(parts: readonly Part[], rowsOfCoach: number): ReadonlySet<Part> {
  const rows = (which: readonly Part[]) =>
    which.reduce((sum, { kind, lines }) => sum + (kind === 'coach' ? rowsOfCoach : lines.length), 0);
  const coached = parts.filter(({ kind }) => kind === 'coach');
  const ways = subsets(parts.filter(({ kind }) => kind === 'told')).map(told => [...coached, ...told]);
  const all = rows(parts);
  const uneven = (right: readonly Part[]) => Math.abs(all - 2 * rows(right));
  return new Set(ways.reduce((best, way) => (uneven(way) < uneven(best) ? way : best)));
}

const ROWS_OF_COACH = 44;

/** Every choice of some of a few things, all of them first. */
function subsets<T>(things: readonly T[]): T[][] {
  const every = 2 ** things.length;
  return Array.from({ length: every }, (_, without) =>
    things.filter((_thing, at) => (without & (1 << at)) === 0),
  );
}

function partsOf(screen: DebriefScreen, columns: number): Part[] {
  const { scene, debrief, accounts, notes } = screen;
  const table = Math.min(columns, WIDEST_TABLE);
  const noted = notes.length > 0 ? section(words.notes, noteLines(scene.course, notes, columns)) : [];
  return [
    figures(section(inShort.title, summaryLines(screen, columns))),
    figures(section(words.home, homeLines(scene, debrief, table))),
    figures(otherWays(screen, table)),
    figures(section(words.courseTitle, courseLines(screen, columns))),
    { kind: 'coach', lines: section(coach.title, coachingLines(screen, columns)) },
    figures(section(words.deals, dealLines(scene, debrief, table))),
    figures(planeSection(screen, columns)),
    told(withoutDeal(scene, debrief, columns)),
    told(instructed(scene, debrief, columns)),
    told(section(words.findings, findingLines(scene, debrief, columns))),
    told(section(words.timeline, timeLines(scene, accounts, columns))),
    told(noted),
    figures(section(words.again, againLines(scene, columns))),
    figures(note(words.note, columns)),
  ];
}

const figures = (lines: readonly Line[]): Part => ({ kind: 'figures', lines });
const told = (lines: readonly Line[]): Part => ({ kind: 'told', lines });

/** Wider than this, a number stands too far from what it is the number of. */
const WIDEST_TABLE = 100;

function summaryLines({ scene, debrief }: DebriefScreen, columns: number): Line[] {
  return summaryOf(scene, debrief).flatMap(({ label, text }) =>
    wrapped(text, columns - SUMMARY - 4).map((row, at) =>
      line('   ', toned(padEnd(at === 0 ? label : '', SUMMARY), 'dim'), ...row),
    ),
  );
}

/** Cells of the names in the summary. */
const SUMMARY = 12;

/** With room for a picture, the offers in one; the table says the same in numbers. */
function planeSection({ scene }: DebriefScreen, columns: number): Line[] {
  const lines = columns >= PLANE_FROM ? planeLines(scene, columns) : [];
  return lines.length > 0 ? section(words.planeTitle, lines) : [];
}

const PLANE_FROM = 60;
