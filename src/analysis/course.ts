import type { Campaign } from '../campaign/campaign.ts';
import { plus } from '../campaign/counts.ts';
import { everybodyHome } from '../campaign/worth.ts';
import { daysBetween, type PartyIndex, type PerParty } from '../scenario/scenario.ts';
import type { DatedExchange } from './exchange-record.ts';
import { median } from './score.ts';

/** The exchanges of a stretch of days: as they were simulated, as they happened, or in an earlier time. */
export interface Course {
  /** Days after the first; as many as the scenario has. */
  readonly days: number;
  /** In order. */
  readonly exchanges: readonly CourseExchange[];
}

export interface CourseExchange {
  /** Days after the first. */
  readonly day: number;
  /** People home to each party; null where no number was published. */
  readonly home: PerParty<number | null>;
}

/**
 * The exchanges of a campaign that were carried out in full. One that went in stages counts once, on
 * the day of its last hand-over; who was interned in a neutral country counts among those who came
 * out; people released unasked are in none.
 */
export function courseOf({ parameters, exchanges }: Campaign): Course {
  return {
    days: parameters.days,
    exchanges: exchanges
      .filter(exchange => exchange.completed)
      .map(({ day, people, interned }) => ({ day, home: everybodyHome(parameters, plus(people, interned)) })),
  };
}

/** The part of a record that lies in the `days` after a date, both ends included. */
export function courseWithin(record: readonly DatedExchange[], from: string, days: number): Course {
  return {
    days,
    exchanges: record
      .map(({ date, home }) => ({ day: daysBetween(from, date), home }))
      .filter(({ day }) => day >= 0 && day <= days),
  };
}

/** What was measured. `atLeast`: some number was not published, so the true value is this or more. */
export interface Measured {
  readonly value: number;
  readonly atLeast: boolean;
}

export const QUANTITY_IDS = [
  'exchanges',
  'first-day',
  'first-size',
  'median-size',
  'median-gap',
  'longest-silence',
  'total-home',
  'equal',
  'near-equal',
] as const;
export type QuantityId = (typeof QUANTITY_IDS)[number];

/** Something that can be measured of a course of events. */
export interface Quantity {
  readonly id: QuantityId;
  /** Whose people; absent where it is not of one side. */
  readonly party?: PartyIndex;
  /** Null where the course has nothing to measure: no exchange, no second one, no published number. */
  readonly measure: (course: Course) => Measured | null;
}

export const QUANTITIES: readonly Quantity[] = [
  { id: 'exchanges', measure: ({ exchanges }) => exactly(exchanges.length) },
  { id: 'first-day', measure: course => exactly(firstDay(course)) },
  ...ofEach('first-size', firstSize),
  ...ofEach('median-size', medianSize),
  { id: 'median-gap', measure: medianGap },
  { id: 'longest-silence', measure: longestSilence },
  ...ofEach('total-home', totalHome),
  { id: 'equal', measure: course => shareOfPairs(course, (a, b) => a === b) },
  { id: 'near-equal', measure: course => shareOfPairs(course, isNearParity) },
];

function ofEach(id: QuantityId, measure: (course: Course, party: PartyIndex) => Measured | null): Quantity[] {
  return ([0, 1] as const).map(party => ({ id, party, measure: course => measure(course, party) }));
}

function exactly(value: number): Measured {
  return { value, atLeast: false };
}

/** The day of the first exchange; without any, the day after the last, so that the course still counts. */
function firstDay({ days, exchanges }: Course): number {
  return exchanges[0]?.day ?? days + 1;
}

function firstSize({ exchanges }: Course, party: PartyIndex): Measured | null {
  const size = exchanges[0]?.home[party];
  return size === undefined || size === null ? null : exactly(size);
}

function published({ exchanges }: Course, party: PartyIndex): number[] {
  return exchanges.flatMap(({ home }) => home[party] ?? []);
}

function medianSize(course: Course, party: PartyIndex): Measured | null {
  const sizes = published(course, party);
  return sizes.length === 0 ? null : exactly(median(sizes));
}

function medianGap({ exchanges }: Course): Measured | null {
  const gaps = between(exchanges.map(({ day }) => day));
  return gaps.length === 0 ? null : exactly(median(gaps));
}

/** The most days on end without an exchange, those before the first and after the last too. */
function longestSilence({ days, exchanges }: Course): Measured {
  return exactly(Math.max(...between([0, ...exchanges.map(({ day }) => day), days])));
}

function between(days: readonly number[]): number[] {
  return days.slice(1).map((day, index) => day - (days[index] ?? day));
}

function totalHome(course: Course, party: PartyIndex): Measured {
  const sizes = published(course, party);
  return {
    value: sizes.reduce((total, size) => total + size, 0),
    atLeast: sizes.length < course.exchanges.length,
  };
}

/** Per cent of the exchanges with both numbers published that a test holds of. */
function shareOfPairs({ exchanges }: Course, holds: (a: number, b: number) => boolean): Measured | null {
  const pairs = exchanges.flatMap(({ home: [a, b] }) => (a === null || b === null ? [] : [holds(a, b)]));
  return pairs.length === 0 ? null : exactly((100 * pairs.filter(held => held).length) / pairs.length);
}

/** Within a tenth of the larger number. */
function isNearParity(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.1 * Math.max(a, b);
}
