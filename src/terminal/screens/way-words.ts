import { isPartyEvent } from '../../campaign/event.ts';
import { sentenceOf } from '../../report/sentence.ts';
import { worthOver } from '../../report/worth.ts';
import { dateOf, type PartyIndex } from '../../scenario/scenario.ts';
import { bySide } from '../sight.ts';
import { isWhole, sameBefore, type Way } from '../way.ts';
import { type FirstDifference, onBoth, type Pair, type WaySum, type WaysCompared } from '../ways-compared.ts';
import { count, shortDate, ways as words, worth } from '../words.ts';
import { stationOf } from './track.ts';

/* Two ways in words and numbers, for the screen, for who listens, and for what is kept. */

/** "way 2, as way 1 until 14 Aug"; whether it is `here`, in hand, and where it was left before the end, when. */
export function nameOfWay(way: Way, here = false): string {
  const { number, from, course } = way;
  const date = (day: number) => shortDate(dateOf(course.scenario, day));
  const name = words.named(number, from && { number: from.number, date: date(from.day) }, here);
  const last = course.positions.at(-1)?.campaign.day ?? 0;
  return isWhole(way) ? name : `${name}, ${words.left(date(last))}`;
}

/** That the way in hand came as an earlier one did, where it did. */
export function sameInWords(others: readonly Way[], way: Way): string[] {
  const same = sameBefore(others, way);
  return same === null ? [] : [words.sameAs(way.number, same.number)];
}

/** Where they part, or that they do not. */
export function partingInWords({ ways: [{ course }], parting }: WaysCompared): string {
  if (parting === null) return words.same;
  return words.parted(shortDate(dateOf(course.scenario, parting.day)), parting.day);
}

/** What was decided on each way where they part. */
export function decidedInWords({ ways, parting }: WaysCompared): Pair<string> | null {
  return parting === null ? null : onBoth(ways, way => decidedAt(way, parting.entry));
}

function decidedAt({ course }: Way, at: number): string {
  const { scenario, entries, positions } = course;
  const [entry, before] = [entries[at], positions[at]];
  if (!entry || !before) return words.nothing;
  const told = sentenceOf(scenario, entry.event, before.campaign);
  if (told !== '') return told;
  return isPartyEvent(entry.event) ? words.waits(scenario.parties[entry.event.party].capital) : words.nothing;
}

/** A number of both ways; a row without values is the heading of those after it. */
export interface SumRow {
  readonly label: string;
  /** Whose number it is, below a heading. */
  readonly of: string | null;
  readonly values: Pair<string> | null;
  readonly difference: string;
}

/** The few numbers that matter, with the same words for both sides. */
export function sumRows({ ways, sums }: WaysCompared, side: PartyIndex): SumRow[] {
  const { parties } = ways[0].course.scenario;
  const each = (label: string, of: (sum: WaySum) => Readonly<Record<PartyIndex, number>>, unit = people) => [
    { label, of: null, values: null, difference: '' },
    ...bySide(side).map(party =>
      numberRow(
        label,
        parties[party].name,
        onBoth(sums, sum => of(sum)[party]),
        unit,
      ),
    ),
  ];
  const whole = (label: string, of: (sum: WaySum) => number) =>
    numberRow(label, null, onBoth(sums, of), people);
  return [
    ...each(words.home, sum => sum.home),
    ...each(words.captivity, sum => sum.captivityEnded),
    ...each(words.held, sum => sum.held),
    whole(words.exchanges, sum => sum.exchanges),
    whole(words.broken, sum => sum.broken),
    ...each(words.findings, sum => sum.findings),
    ...each(words.gained, sum => sum.gained, units),
    { label: words.phase, of: null, values: onBoth(sums, sum => stationOf(sum.phase)), difference: '' },
  ];
}

/** How a number and a difference of such numbers are written. */
interface Unit {
  readonly value: (value: number) => string;
  readonly difference: (one: number, two: number) => string;
}

const people: Unit = {
  value: count,
  difference: (one, two) =>
    one === two ? words.even : `${two > one ? '+' : '-'}${count(Math.abs(two - one))}`,
};
const units: Unit = {
  value: value => worth(value, true),
  // What the two are apart as they are written.
  difference: (one, two) => {
    const apart = worthOver(two, one);
    return apart === 0 ? words.even : worth(apart, true);
  },
};

function numberRow(label: string, of: string | null, [one, two]: Pair<number>, unit: Unit): SumRow {
  return { label, of, values: [unit.value(one), unit.value(two)], difference: unit.difference(one, two) };
}

/** What a first difference is about, its date, and what it was on each way. */
export interface FirstRow {
  readonly what: string;
  readonly date: string | null;
  readonly values: Pair<string>;
}

export function firstRows({ ways, firsts }: WaysCompared, side: PartyIndex): FirstRow[] {
  const { scenario } = ways[0].course;
  return firsts.map(({ what, day, values }) => ({
    what: what === 'leverage' ? words.leverageOf(scenario.parties[side].capital) : words.first[what],
    date: day === null ? null : shortDate(dateOf(scenario, day)),
    values: values === null ? ['', ''] : onBoth(values, value => valueInWords(what, value)),
  }));
}

function valueInWords(what: FirstDifference['what'], value: string | number): string {
  if (typeof value === 'string') return stationOf(value);
  return what === 'leverage' ? value.toFixed(2) : count(value);
}

/** Which two they are, where they part, and what was decided there. */
export function partingSentences(compared: WaysCompared): string[] {
  const { ways } = compared;
  const decided = decidedInWords(compared);
  const parting = partingInWords(compared);
  return [
    words.spoken(...onBoth(ways, way => nameOfWay(way))),
    ...untilInWords(compared),
    decided === null ? parting : `${parting}.`,
    ...(decided?.map((text, at) => `${words.way(ways[at === 0 ? 0 : 1].number)}: ${text}`) ?? []),
  ];
}

/** Everything as sentences: what stands in columns on a screen, told row by row. */
export function comparedInSentences(compared: WaysCompared, side: PartyIndex): string[] {
  const firsts = firstRows(compared, side).map(({ what, date, values }) =>
    date === null ? `${words.neverDiffers(what)}.` : words.against(words.onDay(what, date), ...values, ''),
  );
  return [
    ...partingSentences(compared),
    ...sumRows(compared, side).flatMap(sumInSentence),
    `${words.firsts}:`,
    ...firsts,
  ];
}

function sumInSentence({ label, of, values, difference }: SumRow): string[] {
  if (values === null) return [];
  const told = difference === '' ? '' : difference === words.even ? words.alike : words.more(difference);
  return [words.against(of === null ? label : `${label}, ${of}`, ...values, told)];
}

/** That one of the ways was not played to its end. */
export function untilInWords({ ways: [{ course }], until }: WaysCompared): string[] {
  return until === null ? [] : [words.until(shortDate(dateOf(course.scenario, until)))];
}
