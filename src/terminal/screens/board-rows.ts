import { dateOf } from '../../scenario/scenario.ts';
import type { Account } from '../account.ts';
import { isMediated, isWatched, partyPlayed, viewerOf } from '../course.ts';
import { type Mark, timeLine } from '../gauge.ts';
import { between, clip, type Line, line, type Size, toned, widthOf } from '../line.ts';
import { beside, rule, tail, tall } from '../pane.ts';
import type { Scene } from '../scene.ts';
import { longDate, board as words } from '../words.ts';
import { accountLines } from './account-lines.ts';
import { balanceRows, balanceTitle } from './balance.ts';
import { phaseInWords } from './phase.ts';
import { groupsHeldBy, poolRows } from './pools.ts';
import { talksRows } from './talks-pane.ts';

/** The board: where the campaign stands, on one screen. `foot` is what can be done. */
export function boardRows(scene: Scene, { columns, rows }: Size, foot: readonly Line[]): Line[] {
  const { pools, middle, lately } = shareOut(scene, rows - FIXED_ROWS - foot.length + 1);
  const at = Math.max(Math.min(42, columns - 20), Math.floor(columns * 0.45));
  return [
    headRow(scene, columns),
    timeRow(scene, columns),
    line(toned(` ${clip(phaseInWords(scene), columns - 2)}`, 'strong')),
    ...poolRows(scene, columns, pools),
    rule(columns, balanceTitle(scene), { at, title: words.talks }),
    ...beside(
      balanceRows(scene, at, middle),
      talksRows(scene, middle, columns - at - 1),
      at,
      columns,
      middle,
    ),
    ...latelyRows(scene, columns, lately),
    ...foot,
  ];
}

/** Head, time line, phase, three rules, and the foot's own rule. */
const FIXED_ROWS = 7;

interface Shares {
  readonly pools: number;
  readonly middle: number;
  readonly lately: number;
}

/** Who gets the next row, up to how many, in this order. */
const WANTS = [
  ['pools', Number.POSITIVE_INFINITY],
  ['middle', 4],
  ['lately', 3],
  ['middle', 6],
  ['lately', 6],
  ['middle', 13],
  ['lately', Number.POSITIVE_INFINITY],
] as const satisfies readonly (readonly [keyof Shares, number])[];

/** Shares the rows that are free between the pools, the talks and what happened. */
function shareOut(scene: Scene, free: number): Shares {
  const groups = Math.max(groupsHeldBy(scene, 0).length, groupsHeldBy(scene, 1).length);
  const shares = { pools: Math.min(groups, 3), middle: 3, lately: 1 };
  let left = free - shares.pools - shares.middle - shares.lately;
  for (const [who, most] of WANTS) {
    const more = Math.max(0, Math.min(left, Math.min(most, who === 'pools' ? groups : most) - shares[who]));
    shares[who] += more;
    left -= more;
  }
  return shares;
}

function headRow({ course, sight }: Scene, columns: number): Line {
  const seed = line(toned(`${words.seed(course.header.seed)} `, 'dim'));
  const watching =
    isWatched(course) || sight.viewer !== viewerOf(course) ? `  ${eyesInWords(course, sight)}` : '';
  return between(
    line(toned(` ${course.scenario.title}`, 'title'), `  ${seatsInWords(course)}${watching}`),
    seed,
    columns,
  );
}

function eyesInWords(course: Scene['course'], { viewer }: Scene['sight']): string {
  if (viewer === 'mediator') return words.toldToMediator;
  return viewer === null ? words.truth : words.viewOf(course.scenario.parties[viewer].name);
}

/** Who plays what: "you: Ukraine, against boulware". */
export function seatsInWords(course: Scene['course']): string {
  const { scenario, header, persons } = course;
  const name = (party: 0 | 1) => header.seats[scenario.parties[party].id] ?? '';
  const played = partyPlayed(course);
  if (played !== null) return words.youAgainst(scenario.parties[played].name, name(played === 0 ? 1 : 0));
  if (persons[0]) return words.youBoth;
  if (isMediated(course))
    return words.youMediate(scenario.parties[0].name, name(0), scenario.parties[1].name, name(1));
  return words.watched(scenario.parties[0].name, name(0), scenario.parties[1].name, name(1));
}

function timeRow({ course, position, sight }: Scene, columns: number): Line {
  const day = Math.max(0, sight.day);
  const { days, occasions } = course.parameters;
  const left = ` ${longDate(dateOf(course.scenario, day))}  ${words.day(day, days)}  `;
  const marks: Mark[] = [
    ...occasions.map(occasion => ({ day: occasion.day, sign: 'o' })),
    ...position.campaign.exchanges.map(({ day, completed }) => ({ day, sign: completed ? 'E' : 'B' })),
  ];
  return line(left, toned(timeLine(day, days, marks, Math.max(4, columns - widthOf(line(left)) - 1)), 'own'));
}

interface Told {
  readonly account: Account;
  readonly lines: readonly Line[];
}

/**
 * The latest of what happened, none of it in part, below a title that says how much news found no
 * room: what was said and done first, then the captures that have a title, the larger before the
 * smaller, then the rest.
 */
function latelyRows(scene: Scene, columns: number, height: number): Line[] {
  const news = tail(scene.accounts, MOST_NEWS).map((account): Told => {
    const fresh = isFresh(scene, account);
    return { account, lines: accountLines(scene, account, columns, fresh ? 'plain' : 'dim') };
  });
  const [weighty, rest] = [true, false].map(weight =>
    news
      .filter(({ account }) => isFresh(scene, account) && account.concerns === weight)
      .reverse()
      .sort((a, b) => rankOf(a) - rankOf(b)),
  );
  const older = news.filter(({ account }) => !isFresh(scene, account)).reverse();
  const kept = fitting([...(weighty ?? []), ...(rest ?? []), ...older], height);
  const lines = news.filter(told => kept.has(told)).flatMap(({ lines }) => lines);
  const left = news.filter(told => isFresh(scene, told.account) && !kept.has(told)).length;
  return [
    rule(columns, left > 0 ? words.latelyMore(left) : words.lately),
    ...tall(lines.length === 0 ? [line(toned(` ${words.nothing}`, 'dim'))] : lines, height),
  ];
}

/** Less comes first: whatever is no capture, then captures by how many people they took. */
function rankOf({ account: { captured } }: Told): number {
  return captured === undefined ? -Number.MAX_VALUE : -captured;
}

/** More than this never fits. */
const MOST_NEWS = 120;

/** As many as find room, the first in any case. */
function fitting(ranked: readonly Told[], height: number): Set<Told> {
  const kept = new Set<Told>();
  let left = height;
  for (const told of ranked) {
    if (kept.size > 0 && told.lines.length > left) continue;
    kept.add(told);
    left -= told.lines.length;
  }
  return kept;
}

/** New since the person's last move; for those who watch or read, what is of the day. */
function isFresh({ course, at, sight }: Scene, { entry, day }: Account): boolean {
  const played = partyPlayed(course);
  if (played === null || at < course.positions.length - 1) return day === sight.day;
  const last = course.entries.findLastIndex(({ event }) => 'party' in event && event.party === played);
  return entry >= last;
}
