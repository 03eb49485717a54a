import { dateOf } from '../../scenario/scenario.ts';
import { earOf, isMediated, isWatched, sharesKeyboard, spokenTo, viewerOf } from '../course.ts';
import { subject } from '../ear.ts';
import { footer } from '../footer.ts';
import { type Mark, timeLine } from '../gauge.ts';
import { between, cells, clip, EMPTY, type Line, line, type Size, toned, widthOf, wrapped } from '../line.ts';
import { beside, rule, ruleTo, tall, withinRows } from '../pane.ts';
import type { Scene } from '../scene.ts';
import type { Viewer } from '../viewer.ts';
import { courseChart, gainPlane, general, longDate, board as words } from '../words.ts';
import { balanceInBrief, balanceRows, balanceTitle, gaugesWidth, leverageInBrief } from './balance.ts';
import { curveRows, EVENT_ROWS, eventRows } from './course-rows.ts';
import { latelyRows, leastLately } from './lately.ts';
import { phaseInRow, phaseInWords } from './phase.ts';
import { groupsHeldBy, heldInBrief, poolRows } from './pools.ts';
import { talksPane } from './talks-pane.ts';
import { talksPlane } from './talks-plane.ts';
import { trackRow } from './track.ts';

/**
 * The board: where the campaign stands, on one screen. `foot` is what can be done. Where that is higher for a
 * moment than `usual`, as a question is, it covers what is lowest, and nothing else moves; where it has to cover
 * the balance too, that is told in a row.
 */
export function boardRows(scene: Scene, size: Size, foot: readonly Line[], usual = foot.length): Line[] {
  const room = size.rows - foot.length;
  const still = aboveLately(scene, size, usual);
  if (still !== null && still.whole > room && still.held + BALANCE_IN_BRIEF <= room)
    return [...toldInBrief(scene, size.columns, still, room), ...foot];
  const above =
    still !== null && still.whole <= room ? still : (aboveLately(scene, size, foot.length) ?? still);
  if (above === null || above.whole > room) {
    const brief = boardInBrief(scene, size.columns);
    return [...brief, ...latelyInBrief(scene, size.columns, room - brief.length), ...foot];
  }
  const seen = above.lines.slice(0, room);
  return [...seen, ...latelyWithin(scene, size.columns, room - seen.length), ...foot];
}

/** The board down to who is held, and the balance in a row below its title. */
function toldInBrief(scene: Scene, columns: number, { lines, held }: Above, room: number): Line[] {
  const seen = [
    ...lines.slice(0, held),
    rule(columns, balanceTitle(scene, balanceWidth(scene, columns))),
    line(` ${clip(balanceInBrief(scene, columns - 2), columns - 2)}`),
  ];
  return [...seen, ...latelyWithin(scene, columns, room - seen.length)];
}

/** The balance in brief: its title and a row. */
const BALANCE_IN_BRIEF = 2;

/** The least of a board: the head, the phase, the balance and who is held, in a row each. */
function boardInBrief(scene: Scene, columns: number): Line[] {
  return [...headRows(scene, columns), ...phaseRows(scene, columns, 1), ...briefRows(scene, columns)];
}

/** What happened lately, in so many rows with its title. */
function latelyWithin(scene: Scene, columns: number, rows: number): Line[] {
  return rows > 1 ? latelyRows(scene, columns, rows - 1) : tall([], rows);
}

/** All that stands above what happened lately. */
interface Above {
  readonly lines: readonly Line[];
  /** Rows down to who is held, and those that are to be seen where there is room for them. */
  readonly held: number;
  readonly whole: number;
}

function aboveLately(scene: Scene, { columns, rows }: Size, foot: number): Above | null {
  const head = headRows(scene, columns);
  const shares = shareOut(scene, columns, rows - head.length - 1 - foot);
  if (shares === null) return null;
  // A long phase takes the row of the track, so that what is below stays in its place.
  const phase = phaseRows(scene, columns, shares.track + 1);
  const track = shares.track > 0 && phase.length === 1 ? [trackRow(scene.sight.phase, columns)] : [];
  const pools = poolRows(scene, columns, shares.pools, balanceWidth(scene, columns));
  const held = [...head, ...track, ...phase, ...pools];
  const table = [...held, ...middleRows(scene, columns, shares)];
  const lines = [...table, ...courseRows(scene, columns, shares.course)];
  return { lines, held: held.length, whole: table.length };
}

/** The phase in words, in at most so many rows. */
function phaseRows(scene: Scene, columns: number, most: number): Line[] {
  const width = columns - 2;
  const rows =
    most === 1
      ? [line(toned(clip(phaseInRow(scene, width), width), 'strong'))]
      : wrapped(phaseInWords(scene), width, 'strong');
  return withinRows(rows, most).map(row => line(' ', ...row));
}

/** What is played, and the day on its time line. */
export function headRows(scene: Scene, columns: number): Line[] {
  return [headRow(scene, columns), timeRow(scene, columns)];
}

/** Rows of the board where it is told in brief. */
export const LEAST_BOARD = 6;

/** The first rows of the day and the board in brief, above a question that needs the room. */
export function briefestBoard(scene: Scene, columns: number, rows: number): Line[] {
  return [timeRow(scene, columns), ...briefRows(scene, columns)].slice(0, rows);
}

/** How many of its rows there may be, the most first: all of it, or the day alone. */
export const BRIEFEST_BOARDS = [3, 1] as const;

/** The balance and who is held in two rows: what a choice is to be held against where there is no room. */
function briefRows(scene: Scene, columns: number): Line[] {
  const texts = [balanceInBrief(scene, columns - 2), heldInBrief(scene, columns - 2)];
  return texts.map(text => line(` ${clip(text, columns - 2)}`));
}

/** What happened lately in the rows that a board in brief leaves, where there are enough of them to tell it. */
function latelyInBrief(scene: Scene, columns: number, free: number): Line[] {
  return free > LEAST_LATELY && scene.accounts.length > 0 ? latelyRows(scene, columns, free - 1) : [EMPTY];
}

const LEAST_LATELY = 2;

function middleRows(scene: Scene, columns: number, shares: Shares): Line[] {
  if (columns < THREE_PANES || shares.middle < HIGH_PANE) return twoPanes(scene, columns, shares);
  const at = columns - PLANE;
  const [head, ...rest] = twoPanes(scene, at, shares);
  const plane = talksPlane(scene, { columns: PLANE - 1, rows: shares.middle });
  return [
    [...(head ?? EMPTY), toned('┬', 'dim'), ...rule(PLANE - 1, gainPlane.title)],
    ...beside(rest, plane, at, columns, shares.middle),
  ];
}

/** From this width and height on the offers of the talks are drawn on their plane, so many columns wide. */
const THREE_PANES = 150;
const HIGH_PANE = 9;
const PLANE = 56;

function twoPanes(scene: Scene, columns: number, { middle, course }: Shares): Line[] {
  const at = balanceWidth(scene, columns);
  const talks = talksPane(scene, middle, columns - at - 1);
  return [
    rule(columns, balanceTitle(scene, at), {
      at,
      title: talks.title,
      end: talks.end,
      leftEnd: course > 0 ? '' : leverageInBrief(scene, at),
    }),
    ...beside(balanceRows(scene, at, middle), talks.lines, at, columns, middle),
  ];
}

function balanceWidth(scene: Scene, columns: number): number {
  return columns < NARROW ? gaugesWidth(scene) : Math.max(42, Math.floor(columns * 0.45));
}

/** Below this width the gauges get what they need, and the talks the rest. */
const NARROW = 76;

/** The campaign day by day, in a section of its own. */
function courseRows(
  { course, at, sight, leverage, accounts }: Scene,
  columns: number,
  height: number,
): Line[] {
  if (height === 0) return [];
  const { axis, title } = courseChart;
  const label = columns < WIDE ? LABEL : WIDE_LABEL;
  const scale = { days: course.parameters.days, width: columns - label - 2 };
  const told = { course, upTo: at, viewer: sight.viewer, accounts, side: sight.side };
  const curve = height - EVENT_ROWS;
  const marks = Array.from({ length: curve }, (_, row) =>
    row === 0 ? axis.top : row === curve - 1 ? axis.bottom : row === (curve - 1) / 2 ? axis.middle : '',
  );
  const own = subject(earOf(course, sight.viewer), sight.side);
  const legend = footer(courseChart.legend.join('  '), columns - cells(title(own)) - SPARE);
  return [
    ruleTo(title(own), ` ${legend} `, columns),
    ...curveRows(leverage, scale, marks, label),
    ...eventRows(told, scale, label),
  ];
}

/** Cells of a rule that are not its words. */
const SPARE = 8;
const LABEL = 11;
const WIDE_LABEL = 22;
const WIDE = 140;

interface Shares {
  readonly pools: number;
  readonly middle: number;
  readonly lately: number;
  readonly track: number;
  /** Rows of the course below its title; none where there is no room for all of it. */
  readonly course: number;
}

/** Who gets the next rows, up to how many, in this order; the course is drawn whole or not at all. */
const WANTS = [
  ['pools', Number.POSITIVE_INFINITY],
  ['middle', 4],
  ['lately', 2],
  ['track', 1],
  ['lately', 3],
  ['middle', 5],
  ['course', EVENT_ROWS + 3],
  ['lately', 6],
  ['course', EVENT_ROWS + 5],
  ['lately', 8],
  ['middle', 8],
  ['course', EVENT_ROWS + 7],
  ['lately', 10],
  ['course', EVENT_ROWS + 9],
  ['lately', Number.POSITIVE_INFINITY],
] as const satisfies readonly (readonly [keyof Shares, number])[];

/** The same where there is room for the plane beside the talks. */
const WANTS_OF_WIDE = WANTS.map(([who, most]) => [who, who === 'middle' && most === 8 ? 11 : most] as const);

const RULES = 3;

/** Shares the rows that are free between the sections and their rules; null where it is too few for them. */
function shareOut(scene: Scene, columns: number, free: number): Shares | null {
  const groups = Math.max(groupsHeldBy(scene, 0).length, groupsHeldBy(scene, 1).length);
  const shares = { pools: Math.min(groups, 3), middle: 3, lately: 1, track: 0, course: 0 };
  let left = free - RULES - shares.pools - shares.middle - shares.lately;
  if (left < 0) return null;
  // What is told first is told whole before more groups are seen than the least.
  const more = Math.min(left, leastLately(scene, columns) - shares.lately);
  shares.lately += more;
  left -= more;
  for (const [who, most] of columns < THREE_PANES ? WANTS : WANTS_OF_WIDE) {
    const more = Math.min(most, who === 'pools' ? groups : most) - shares[who];
    // A curve has its middle in the middle of an odd number of rows; the first time its rule comes with it.
    const whole = who === 'course' ? more + (shares.course === 0 ? 1 : 0) : Math.min(left, more);
    if (more <= 0 || whole > left) continue;
    shares[who] += who === 'course' ? more : whole;
    left -= whole;
  }
  return shares;
}

function headRow({ course, sight }: Scene, columns: number): Line {
  const seed = line(toned(`${words.seed(course.header.seed)} `, 'dim'));
  const watching =
    isWatched(course) || sight.viewer !== viewerOf(course) ? `  ${eyesInWords(course, sight)}` : '';
  const title = line(' ', toned(course.scenario.title, 'title'));
  const room = columns - widthOf(title) - widthOf(seed) - 3;
  const ways = [
    `${seatsInWords(course, sight.viewer)}${watching}`,
    `${seatsInBrief(course, sight.viewer)}${watching}`.trim(),
    watching.trim(),
  ];
  const seats = ways.find(text => cells(text) <= room) ?? '';
  return between(line(...title, `  ${seats}`), seed, columns);
}

function eyesInWords(course: Scene['course'], { viewer }: Scene['sight']): string {
  if (viewer === 'mediator') return words.toldToMediator;
  return viewer === null ? words.truth : words.viewOf(course.scenario.parties[viewer].capital);
}

/** Who plays what: "you: Ukraine, against boulware"; by name where one looks through other eyes than one's own. */
export function seatsInWords(course: Scene['course'], viewer: Viewer): string {
  const { scenario, header, persons } = course;
  const name = (party: 0 | 1) =>
    (persons[party] ? general.person : header.seats[scenario.parties[party].id]) ?? '';
  const played = spokenTo(course, viewer);
  if (played !== null) return words.youAgainst(scenario.parties[played].name, name(played === 0 ? 1 : 0));
  if (sharesKeyboard(course)) return words.youBoth;
  if (isMediated(course))
    return words.youMediate(scenario.parties[0].capital, name(0), scenario.parties[1].capital, name(1));
  return words.watched(scenario.parties[0].capital, name(0), scenario.parties[1].capital, name(1));
}

/** What the one who looks does; who else plays what is left out. */
function seatsInBrief(course: Scene['course'], viewer: Viewer): string {
  const played = spokenTo(course, viewer);
  if (played !== null) return words.youPlay(course.scenario.parties[played].name);
  if (sharesKeyboard(course)) return words.youBoth;
  return isMediated(course) ? words.youMediateAll : '';
}

function timeRow({ course, position, sight }: Scene, columns: number): Line {
  const day = Math.max(0, sight.day);
  const { days, occasions } = course.parameters;
  const date = line(
    toned(` ${words.day(day, days)}`, 'strong'),
    `  ${longDate(dateOf(course.scenario, day))}  `,
  );
  const marks: Mark[] = [
    ...occasions.map(occasion => ({ day: occasion.day, sign: 'o' })),
    ...position.campaign.exchanges.map(({ day, completed }) => ({ day, sign: completed ? 'E' : 'B' })),
  ];
  const { past, today, ahead } = timeLine(day, days, marks, Math.max(4, columns - widthOf(date) - 1));
  return line(...date, toned(past, 'own'), toned(today, 'strong'), toned(ahead, 'dim'));
}
