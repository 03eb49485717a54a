import { gained } from '../analysis/debrief.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { PARTIES, type PartyIndex, type PerParty } from '../scenario/scenario.ts';
import { type Position, phaseOf } from '../statechart/position.ts';
import type { Account } from './account.ts';
import { addressedIn, type Course, eveningOf, lastPosition } from './course.ts';
import { toldAfter } from './other-course.ts';
import { homeSoFar, leverageByDay, phasesByDay } from './sight.ts';
import { isWhole, partingOf, type Way } from './way.ts';

/*
 * Two ways of one campaign, held against each other by the true numbers. Where one of them was left
 * before the end, both are reckoned to the last day that was played on both, or the numbers would tell
 * of how long somebody played and not of what was decided.
 */

/** One thing of each of two ways. */
export type Pair<T> = readonly [T, T];

export interface WaysCompared {
  readonly ways: Pair<Way>;
  /** The last day reckoned, where one of them was left before the end; null where both were played to it. */
  readonly until: number | null;
  /** Null where both are the same as far as they were played. */
  readonly parting: Parting | null;
  readonly sums: Pair<WaySum>;
  readonly firsts: readonly FirstDifference[];
  /** What happened after the parting on one way and not on the other. */
  readonly otherwise: Pair<readonly Account[]>;
}

/** Where two ways part: the first entry that differs, its day. */
export interface Parting {
  readonly entry: number;
  readonly day: number;
}

/** What a way came to. */
export interface WaySum {
  /** By home party: people home, person-days of captivity ended, people still held. */
  readonly home: PerParty<number>;
  readonly captivityEnded: PerParty<number>;
  readonly held: PerParty<number>;
  /** Hand-overs that were carried out, and agreements that were broken. */
  readonly exchanges: number;
  readonly broken: number;
  /** By party: what was found under the law of war, and worth units gained. */
  readonly findings: PerParty<number>;
  readonly gained: PerParty<number>;
  /** The phase in which play ended, the end of the campaign itself left out. */
  readonly phase: string;
}

/** What two ways can differ in, in the order in which it is shown. */
export const DIFFERENCES = ['phase', 'leverage', 'home', 'findings'] as const;

/** The first evening on which two ways differ in something, and what it was on each; null where they never do. */
export interface FirstDifference {
  readonly what: (typeof DIFFERENCES)[number];
  readonly day: number | null;
  readonly values: Pair<string | number> | null;
}

/** `side`: the party whose leverage is compared, and who is spoken to. */
export function compareWays(given: Pair<Way>, side: PartyIndex): WaysCompared {
  const until = given.every(isWhole) ? null : Math.min(...given.map(({ course }) => lastDay(course)));
  const ways = until === null ? given : onBoth(given, way => ({ ...way, course: upTo(way.course, until) }));
  const [one, two] = ways;
  const entry = partingOf(one.course.entries, two.course.entries);
  const day = Math.min(...ways.map(({ course }) => course.entries[entry]?.day ?? Number.POSITIVE_INFINITY));
  const parting = Number.isFinite(day) ? { entry, day } : null;
  return {
    ways,
    until,
    parting,
    sums: onBoth(ways, ({ course }) => sumOf(course)),
    firsts: firstsOf(ways, side),
    otherwise: parting === null ? [[], []] : otherwise(ways, parting.entry, side),
  };
}

export function onBoth<T, U>([one, two]: Pair<T>, of: (each: T) => U): Pair<U> {
  return [of(one), of(two)];
}

function lastDay(course: Course): number {
  return lastPosition(course).campaign.day;
}

/** A course as it was in the evening of a day. */
function upTo(course: Course, day: number): Course {
  const entries = course.entries.slice(0, eveningOf(course, day));
  return { ...course, entries, positions: course.positions.slice(0, entries.length + 1) };
}

/** What was reckoned of a course's last position never changes, and a debrief shows it on every frame. */
const SUMS = new WeakMap<Position, WaySum>();

export function sumOf(course: Course): WaySum {
  const last = lastPosition(course);
  const known = SUMS.get(last) ?? reckoned(course);
  SUMS.set(last, known);
  return known;
}

function reckoned(course: Course): WaySum {
  const { parameters, positions } = course;
  const { campaign } = lastPosition(course);
  const { exchanges, captivityEnded, findings } = campaign;
  const completed = exchanges.filter(exchange => exchange.completed).length;
  return {
    home: homeSoFar(campaign),
    captivityEnded,
    held: perParty(party => heldOf(campaign, party)),
    exchanges: completed,
    broken: exchanges.length - completed,
    findings: perParty(party => findings.filter(({ by }) => by === party).length),
    gained: gained({ parameters, positions, refused: null }),
    phase: phaseAtEnd(positions),
  };
}

function perParty<T>(of: (party: PartyIndex) => T): PerParty<T> {
  return [of(PARTIES[0]), of(PARTIES[1])];
}

function heldOf({ parameters, held }: Campaign, home: PartyIndex): number {
  return parameters.groups.reduce((sum, g) => sum + (g.home === home ? (held[g.index] ?? 0) : 0), 0);
}

function phaseAtEnd(positions: readonly Position[]): string {
  const last = positions.findLast(({ done }) => !done);
  return last ? phaseOf(last.value) : '';
}

function firstsOf(ways: Pair<Way>, side: PartyIndex): FirstDifference[] {
  return DIFFERENCES.map(what => {
    const series = onBoth(ways, ({ course }) => seriesOf(course, side)[what]());
    const day = firstDifferent(series);
    return { what, day, values: day === null ? null : onBoth(series, values => values[day] ?? '') };
  });
}

/** What is compared, by evening. */
function seriesOf({ positions }: Course, side: PartyIndex) {
  const evenings = (of: (campaign: Campaign) => number) => {
    const values: number[] = [];
    for (const { campaign } of positions) if (campaign.day >= 0) values[campaign.day] = of(campaign);
    return values;
  };
  return {
    phase: (): readonly (string | number)[] => phasesByDay(positions, null),
    // A difference that is not seen in the number that is shown is none.
    leverage: () => leverageByDay(positions, side).map(value => Math.round(value * 100) / 100),
    home: () => evenings(campaign => homeSoFar(campaign)[0] + homeSoFar(campaign)[1]),
    findings: () => evenings(({ findings }) => findings.length),
  } satisfies Record<FirstDifference['what'], () => readonly (string | number)[]>;
}

function firstDifferent([one, two]: Pair<readonly (string | number)[]>): number | null {
  const both = Math.min(one.length, two.length);
  for (let day = 0; day < both; day++) if (one[day] !== two[day]) return day;
  return null;
}

/** What is told of each way after they parted, without what is told of both alike. */
function otherwise(ways: Pair<Way>, entry: number, side: PartyIndex): Pair<readonly Account[]> {
  const told = onBoth(ways, ({ course }) =>
    toldAfter(course, entry, course.entries.length, addressedIn(course, side)),
  );
  const without = (accounts: readonly Account[], others: readonly Account[]) =>
    accounts.filter(({ day, text }) => !others.some(each => each.day === day && each.text === text));
  return [without(told[0], told[1]), without(told[1], told[0])];
}
