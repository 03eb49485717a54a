import { dateOf, PARTIES, type PartyIndex, type Scenario } from '../../scenario/scenario.ts';
import type { Account } from '../account.ts';
import type { Course } from '../course.ts';
import { blocks, chart } from '../gauge.ts';
import { cells, type Line, line, padStart, type Segment, type Tone, toned } from '../line.ts';
import { remembered } from '../remembered.ts';
import { phasesByDay } from '../sight.ts';
import type { Viewer } from '../viewer.ts';
import { shortDate, courseChart as words } from '../words.ts';

/*
 * The course of a campaign over its days: a curve, and below it, day under day, who was captured, who
 * came home, and how far the talks were. Every row has the same days in the same columns.
 */

/** Days spread over the columns of a picture. */
export interface DayScale {
  /** Number of the last day; the first is 0. */
  readonly days: number;
  readonly width: number;
}

/** The column that a day falls into. */
export function columnOf({ days, width }: DayScale, day: number): number {
  return Math.min(width - 1, Math.max(0, Math.floor((day * width) / (days + 1))));
}

const DOTS = 2;

/** Rows of a curve from 0 at the bottom to 1 at the top, with what stands at its axis, row by row. */
export function curveRows(
  shares: readonly number[],
  scale: DayScale,
  axis: readonly string[],
  label: number,
): Line[] {
  const dots = scale.width * DOTS;
  const height = axis.length;
  const middle = height % 2 === 1 ? (height - 1) / 2 : -1;
  return chart(overDots(shares, scale, dots), dots, scale.width, height).map((text, row) =>
    line(toned(`${padStart(axis[row] ?? '', label)}│`, 'dim'), ...withRest(text, row === middle ? '┈' : ' ')),
  );
}

/** The days that there are values of, spread over dots, so that the curve has no gaps. */
function overDots(values: readonly number[], { days }: DayScale, dots: number): number[] {
  const reach = Math.ceil((values.length / (days + 1)) * dots);
  return Array.from(
    { length: Math.min(dots, reach) },
    (_, dot) => values[Math.min(values.length - 1, Math.floor((dot * (days + 1)) / dots))] ?? 0,
  );
}

/** A drawn row in the tone of its side, what is empty in it filled by a sign in the background. */
function withRest(text: string, rest: string): Segment[] {
  return runs(text).map(({ text: run, blank }) =>
    blank ? toned(rest.repeat(run.length), 'dim') : toned(run, 'own'),
  );
}

function runs(text: string): { readonly text: string; readonly blank: boolean }[] {
  return (text.match(/ +|[^ ]+/g) ?? []).map(run => ({ text: run, blank: run.startsWith(' ') }));
}

/** What can be told of a course below its curve. */
export interface Told {
  readonly course: Course;
  /** How many of its entries have come. */
  readonly upTo: number;
  readonly viewer: Viewer;
  readonly accounts: readonly Account[];
  /** The side that is shown first. */
  readonly side: PartyIndex;
}

/** Captures by home party, exchanges, talks and dates, each in its row. */
export function eventRows(told: Told, scale: DayScale, label: number): Line[] {
  const { course, side } = told;
  const captured = capturedByColumn(told, scale);
  const most = Math.max(1, ...captured[0], ...captured[1]);
  const sides: readonly PartyIndex[] = side === 0 ? PARTIES : [1, 0];
  return [
    ...sides.map(party =>
      markRow(
        words.captured(nameWithin(course, party, label - 1), label - 1),
        blocks(captured[party], most),
        label,
        party === side ? 'own' : 'theirs',
      ),
    ),
    ...signRows(told, scale, label),
    dateRow(course, scale, label),
  ];
}

/** The name of a party, or of its capital where not both names find room. */
function nameWithin({ scenario: { parties } }: Course, party: PartyIndex, room: number): string {
  const { name, capital } = parties[party];
  return parties.every(each => cells(each.name) <= room) ? name : capital;
}

/** Exchanges, and how far the talks were, each in its row. */
export function signRows(told: Omit<Told, 'accounts' | 'side'>, scale: DayScale, label: number): Line[] {
  return [
    markRow(words.home, exchangeSigns(told, scale), label, 'strong'),
    markRow(words.talks, talkSigns(told, scale), label, 'plain'),
  ];
}

/** Signs in the columns of their days, with a name at the axis. */
export function markRow(name: string, signs: string, label: number, tone: Tone): Line {
  return line(toned(`${padStart(name, label)}│`, 'dim'), toned(signs, tone));
}

/** The dates, as the foot of a picture. */
export function dateRow(course: Course, scale: DayScale, label: number): Line {
  return line(' '.repeat(label), toned(`└${axisOf(course, scale)}`, 'dim'));
}

export const EVENT_ROWS = 5;

/** How many were captured, as far as the one who looks has heard, in each column; the likeliest between both ends. */
function capturedByColumn({ accounts }: Told, scale: DayScale): readonly [number[], number[]] {
  const columns = [0, 1].map(() => new Array<number>(scale.width).fill(0)) as [number[], number[]];
  for (const { day, taken, captured } of accounts) {
    const people = taken ?? captured;
    if (!people) continue;
    const at = columnOf(scale, day);
    const side = columns[people.home];
    side[at] = (side[at] ?? 0) + (people.low + people.high) / 2;
  }
  return columns;
}

/** Where people were exchanged, an agreement broke, or somebody was released unasked. */
function exchangeSigns({ course, upTo }: Pick<Told, 'course' | 'upTo'>, scale: DayScale): string {
  const campaign = (course.positions[upTo] ?? course.positions.at(-1))?.campaign;
  const signs: string[] = new Array(scale.width).fill(' ');
  for (const { day } of campaign?.releases ?? []) signs[columnOf(scale, day)] = words.signs.release;
  for (const { day, completed } of campaign?.exchanges ?? [])
    signs[columnOf(scale, day)] = completed ? words.signs.exchange : words.signs.broken;
  return signs.join('');
}

/** How far the talks were: the furthest that they came in the days of a column. */
function talkSigns({ course, upTo, viewer }: Omit<Told, 'accounts' | 'side'>, scale: DayScale): string {
  const furthest: number[] = new Array(scale.width).fill(0);
  for (const [day, phase] of phasesByDay(course.positions.slice(0, upTo + 1), viewer).entries()) {
    const stage = words.stages.findIndex(([begins]) => phase.startsWith(begins)) + 1;
    // A day that has several columns fills them all.
    const end = Math.max(columnOf(scale, day) + 1, columnOf(scale, day + 1));
    for (let at = columnOf(scale, day); at < end; at++) furthest[at] = Math.max(furthest[at] ?? 0, stage);
  }
  return furthest.map(stage => words.stages[stage - 1]?.[1] ?? ' ').join('');
}

/** The dates of a campaign stay where they are. */
const AXES = new WeakMap<Scenario, Map<string, string>>();

/** Dates under the first column of each month that has room for its name. */
function axisOf({ scenario, parameters }: Course, scale: DayScale): string {
  return remembered(AXES, scenario, `${parameters.days} ${scale.width}`, () => axis(scenario, scale));
}

function axis(scenario: Scenario, scale: DayScale): string {
  let text = '';
  for (let day = 0; day <= scale.days; day++) {
    const date = dateOf(scenario, day);
    if (day > 0 && !date.endsWith('-01')) continue;
    const name = shortDate(date);
    const at = columnOf(scale, day);
    const free = cells(text) + (text === '' ? 0 : 1);
    if (at >= free && at + name.length <= scale.width) text = text.padEnd(at, '─') + name;
  }
  return text.padEnd(scale.width, '─');
}
