import type { Captivity } from '../../analysis/captivity.ts';
import type { Counts } from '../../campaign/counts.ts';
import type { Range } from '../../scenario/figure.ts';
import { type Group, other, type PartyIndex } from '../../scenario/scenario.ts';
import { captivityOf } from '../captivity.ts';
import { partyPlayed } from '../course.ts';
import { footer } from '../footer.ts';
import { cells, type Line, line, padEnd, padStart, type Size, toned } from '../line.ts';
import { restsOnList } from '../lists-seen.ts';
import { beside, rule } from '../pane.ts';
import type { Scene } from '../scene.ts';
import type { Viewer } from '../viewer.ts';
import { count, captivity as heldFor, board as words } from '../words.ts';

/* Who is held: what one side holds, and its own people in the other's hands. */

const NUMBER = 6;
/** From this width on there is room for a likely number between the ends of a range. */
const THREE_NUMBERS = 100;
/** Neither half becomes so narrow that its names say nothing. */
const NARROWEST_HALF = 26;

/** A rule with both titles and `height` rows of groups below it; the halves part at `below` where both have room. */
export function poolRows(scene: Scene, columns: number, height: number, below: number): Line[] {
  // Names are cut as a last resort: a short one says more than the beginning of a long one, and fewer numbers than none.
  const ways = [
    halvesOf(scene, { columns, rows: height }, nameOf),
    halvesOf(scene, { columns, rows: height }, shortNameOf),
    halvesOf(scene, { columns: Math.min(columns, THREE_NUMBERS - 1), rows: height }, shortNameOf),
  ] as const;
  const halves = ways.find(each => fits(each, columns)) ?? ways[2];
  const at = splitAt(halves, columns, below);
  const titles = titlesWithin(scene, [at - cells(halves[0].head), columns - at - 1 - cells(halves[1].head)]);
  return [
    rule(columns, titles[0], {
      at,
      title: titles[1],
      end: halves[1].head,
      leftEnd: halves[0].head,
    }),
    ...beside(pool(halves[0], at, height), pool(halves[1], columns - at - 1, height), at, columns, height),
  ];
}

function nameOf({ name }: Group): string {
  return name;
}

/** A group's name where a column is narrow. */
export function shortNameOf({ name, short = name }: Group): string {
  return short;
}

/** Both halves with the numbers that a screen of the given width has room for. */
function halvesOf(scene: Scene, size: Size, called: (group: Group) => string): readonly [Half, Half] {
  const { side } = scene.sight;
  const half = (holder: PartyIndex) => halfOf(scene, holder, size, called);
  return [half(side), half(other(side))];
}

function fits([left, right]: readonly [Half, Half], columns: number): boolean {
  return left.least + right.least < columns;
}

interface Row {
  readonly name: string;
  readonly owed: boolean;
  readonly numbers: string;
}

/** What one side holds, in words and numbers. */
interface Half {
  readonly rows: readonly Row[];
  /** What the numbers are called; empty where they need no name. */
  readonly head: string;
  /** Cells in which names and numbers stand in columns of their own, under the whole title. */
  readonly titled: number;
  /** Cells in which nothing is cut, under the shortest. */
  readonly least: number;
}

/** Cells of a rule before and after its title. */
const AROUND_TITLE = 4;

function halfOf(
  scene: Scene,
  holder: PartyIndex,
  { columns, rows: height }: Size,
  called: (group: Group) => string,
): Half {
  const three = columns >= THREE_NUMBERS && hasRanges(scene.sight.viewer) && holder !== scene.sight.viewer;
  const captivity = captivityOf(scene);
  const rows = groupsHeldBy(scene, holder).flatMap(({ index }): Row[] => {
    const group = scene.course.scenario.groups[index];
    if (!group) return [];
    const days = daysInWords(captivity[index] ?? null, columns);
    return [{ ...namedRow(group, called), numbers: numbersOf(scene, index, three) + days }];
  });
  const range = three ? words.range.map(name => padStart(name, NUMBER)).join('') : '';
  const head = `${range}${daysHead(columns)} `;
  const shown = rows.length > height ? rows.slice(0, height - 1) : rows;
  const most = (of: (row: Row) => number) => Math.max(0, ...shown.map(of)) + AROUND_ROW;
  const wanted = most(row => cells(row.name)) + most(row => cells(row.numbers)) - AROUND_ROW;
  const titles = titlesOfPool(scene, holder).map(title => cells(title) + cells(head) + AROUND_TITLE);
  return {
    rows,
    head,
    titled: Math.max(wanted, titles[0] ?? 0),
    least: Math.max(
      most(row => cells(row.name) + cells(row.numbers)),
      Math.min(...titles),
    ),
  };
}

/** Cells of a row that are neither its name nor its numbers. */
const AROUND_ROW = 3;

/** Where the right half begins: as the panes below, if either half gets what it wants, or so that both lack as much. */
function splitAt([left, right]: readonly [Half, Half], columns: number, below: number): number {
  for (const title of ['titled', 'least'] as const)
    if (left[title] + right[title] < columns)
      return Math.max(left[title], Math.min(columns - 1 - right[title], below));
  const at = left.least + Math.floor((columns - 1 - left.least - right.least) / 2);
  return Math.max(NARROWEST_HALF, Math.min(columns - 1 - NARROWEST_HALF, at));
}

/** A party knows of its own people in a range; a mediator goes by lists, who only watches by the truth. */
function hasRanges(viewer: Viewer): boolean {
  return viewer === 0 || viewer === 1;
}

/** The titles of both pools, in fewer words where the most do not fit: both with names, or both with capitals. */
function titlesWithin(scene: Scene, room: readonly [number, number]): readonly [string, string] {
  const { side } = scene.sight;
  const theirs = titlesOfPool(scene, other(side));
  const pairs = titlesOfPool(scene, side).map((own, at) => [own, theirs[at] ?? ''] as const);
  const fits = (pair: readonly [string, string]) =>
    pair.every((title, at) => cells(title) + AROUND_TITLE <= (room[at] ?? 0) + 1);
  return pairs.find(fits) ?? pairs.at(-1) ?? ['', ''];
}

/** The longest first: with the names of the parties, with their capitals for these, and in brief. */
function titlesOfPool(scene: Scene, holder: PartyIndex): string[] {
  const { capital } = scene.course.scenario.parties[holder];
  return [
    titleOfPool(scene, holder),
    titleOfPool(scene, holder, 'capital'),
    ...(scene.sight.viewer === 'mediator' ? [words.listedInBrief(capital)] : []),
  ];
}

/** Whose people a pool is, in whose hands. */
export function titleOfPool(scene: Scene, holder: PartyIndex, called: 'name' | 'capital' = 'name'): string {
  const { course, sight } = scene;
  const { parties } = course.scenario;
  const own = holder === sight.side;
  if (partyPlayed(course) === sight.viewer && sight.viewer !== null)
    return own ? words.youHold : yoursOf(scene, holder)(parties[holder][called]);
  if (sight.viewer === 'mediator') return words.listedBy(parties[holder][called]);
  return own
    ? words.holds(parties[holder][called])
    : peopleOf(scene, holder)(parties[other(holder)][called], parties[holder][called]);
}

function yoursOf(scene: Scene, holder: PartyIndex) {
  return restsOnList(scene, holder) ? words.yoursListedBy : words.yoursHeldBy;
}

/** How people of one party in the hands of the other are headed, whose number is known, or only listed. */
export function peopleOf(scene: Scene, holder: PartyIndex): (people: string, holder: string) => string {
  return restsOnList(scene, holder) ? words.listedOf : words.heldBy;
}

/** How many people a side holds, all groups together. */
export function heldBy(scene: Scene, holder: PartyIndex): Range {
  const { low, best, high } = scene.sight.held;
  const total = (counts: Counts) =>
    groupsHeldBy(scene, holder).reduce((sum, { index }) => sum + (counts[index] ?? 0), 0);
  return { low: total(low), best: total(best), high: total(high) };
}

/** The same of both sides in one row: with names, with capitals, or by who holds them; a number is never cut. */
export function heldInBrief(scene: Scene, width: number): string {
  const people = (holder: PartyIndex) => {
    const { low, best, high } = heldBy(scene, holder);
    return heldInWords(low, best, high, false);
  };
  const { side } = scene.sight;
  const them = other(side);
  const told = (title: (holder: PartyIndex) => string) =>
    words.heldInBrief(title(side), people(side), title(them), people(them));
  const holds = (holder: PartyIndex) => (restsOnList(scene, holder) ? words.lists : words.holds);
  const shortest = told(holder => holds(holder)(scene.course.scenario.parties[holder].capital));
  const ways = [
    told(holder => titleOfPool(scene, holder)),
    told(holder => titleOfPool(scene, holder, 'capital')),
  ];
  return ways.find(text => cells(text) <= width) ?? footer(shortest, width);
}

/** Groups in the order they are shown: those who may be traded, then those who are owed. */
export function groupsHeldBy({ course }: Scene, holder: PartyIndex) {
  const held = course.parameters.groups.filter(g => g.holder === holder);
  return [...held.filter(g => !g.owed), ...held.filter(g => g.owed)];
}

function pool({ rows }: Half, width: number, height: number): Line[] {
  const tight = rows.some(row => cells(row.name) + cells(row.numbers) + AROUND_ROW > width);
  const lines = rows.map(row => rowLine(row, width, tight ? '' : ' '));
  if (lines.length <= height) return lines;
  return [
    ...lines.slice(0, height - 1),
    line(toned(` ${words.moreGroups(lines.length - height + 1)}`, 'dim')),
  ];
}

/** A name has all the room that its own numbers leave it; `end` is the blank that is given up before a name is cut. */
function rowLine({ name, owed, numbers }: Row, width: number, end: string): Line {
  const label = padEnd(` ${name}`, width - cells(numbers) - 1 - cells(end));
  return line(toned(`${label} `, owed ? 'dim' : 'plain'), toned(numbers, 'strong'), end);
}

function namedRow(group: Group, called: (group: Group) => string): Omit<Row, 'numbers'> {
  const owed = group.standing !== 'tradeable';
  return { name: (owed ? `${words.owed} ` : '') + called(group), owed };
}

function numbersOf({ sight }: Scene, index: number, three: boolean): string {
  const { low, best, high } = sight.held;
  return heldInWords(low[index] ?? 0, best[index] ?? 0, high[index] ?? 0, three);
}

const DAYS = 6;
const LONGEST = 9;
/** From this width on there is room for how long people have been held. */
const DAYS_FROM = 72;

function daysHead(columns: number): string {
  if (columns < DAYS_FROM) return '';
  const longest = columns >= THREE_NUMBERS ? padStart(words.heldFor.longest, LONGEST) : '';
  return padStart(words.heldFor.middle, DAYS) + longest;
}

/** How long the middle one of a group has been held, and with room whoever was taken first. */
function daysInWords(captivity: Captivity | null, columns: number): string {
  if (columns < DAYS_FROM) return '';
  const days = (which: 'middle' | 'longest', room: number) =>
    padStart(captivity ? heldFor.short(captivity[which], captivity.atLeast) : heldFor.unknown, room);
  return days('middle', DAYS) + (columns >= THREE_NUMBERS ? days('longest', LONGEST) : '');
}

/** Low, likely and high, or only both ends; the likely one alone where it is known exactly. */
function heldInWords(low: number, best: number, high: number, three: boolean): string {
  const columns = (numbers: readonly string[]) => numbers.map(number => padStart(number, NUMBER)).join('');
  if (low === high) return three ? columns(['', count(best), '']) : count(best);
  return three ? columns([low, best, high].map(count)) : `${count(low)}-${count(high)}`;
}
