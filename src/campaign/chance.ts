import { PARTIES, type PerParty } from '../scenario/scenario.ts';
import type { Campaign } from './campaign.ts';
import { type Counts, sum, zeros } from './counts.ts';
import type { WorldEvent } from './event.ts';
import type { CaptureRateParameters, Parameters, Random } from './parameters.ts';
import { liftBoth, strengthOfCapture } from './pressure.ts';
import { triangular } from './settle.ts';
import type { Streams } from './streams.ts';

/*
 * What the world draws. Each function takes the stream of its own purpose; none looks at what the
 * parties decided more than it must, so that the same seed brings the same captures and reports
 * whoever sits at the table.
 */

/** What a day brings whatever the parties do: captures, then reports. Days are asked for one after the other. */
export type Tidings = (day: number) => readonly WorldEvent[];

export function tidingsOf(parameters: Parameters, streams: Streams): Tidings {
  return day => [
    ...capturesOn(parameters, day, streams.of('captures').next),
    ...reportsOn(streams.of('reports').next),
  ];
}

/** The same for several who play the same days: each day is drawn once, by whoever comes to it first. */
export function tidingsKept(tidings: Tidings): Tidings {
  const kept: (readonly WorldEvent[])[] = [];
  return day => {
    const known = kept[day];
    if (known) return known;
    const drawn = tidings(day);
    kept[day] = drawn;
    return drawn;
  };
}

/** Scheduled captures of a day, each by itself; then those of chance, all in one. */
export function capturesOn(parameters: Parameters, day: number, random: Random): WorldEvent[] {
  const { groups } = parameters;
  const events: WorldEvent[] = [];
  for (const { day: dated, people, title } of parameters.captures) {
    if (dated !== day || sum(people) === 0) continue;
    const news = noNews(groups.length);
    add(news, groups, people, random);
    events.push({ ...news, title });
  }
  let byChance: News | null = null;
  for (const rate of parameters.captureRates) {
    if (day < rate.fromDay || day > rate.toDay) continue;
    const people = capturedBy(rate, random);
    if (people === null) continue;
    byChance ??= noNews(groups.length);
    add(byChance, groups, people, random);
  }
  if (byChance) events.push(byChance);
  return events;
}

/** Whom a rate brings on a day; null for nobody. */
function capturedBy({ perDay, batch, mix }: CaptureRateParameters, random: Random): number[] | null {
  let people: number[] | null = null;
  const goesOn = Math.log(1 - 1 / batch);
  for (let batches = poisson(perDay / batch, random); batches > 0; batches--) {
    people ??= zeros(mix.length);
    for (let person = batchSize(goesOn, random); person > 0; person--) {
      const group = pick(mix, random);
      people[group] = (people[group] ?? 0) + 1;
    }
  }
  return people;
}

/** A capture in the making. */
interface News {
  readonly type: 'captured';
  readonly people: number[];
  readonly heard: { readonly low: number[]; readonly best: number[]; readonly high: number[] };
  strength: PerParty<number>;
}

function noNews(groups: number): News {
  const heard = { low: zeros(groups), best: zeros(groups), high: zeros(groups) };
  return { type: 'captured', people: zeros(groups), heard, strength: [0, 0] };
}

/** The home party hears of a capture with an error: its count is off by up to a quarter either way. */
const HEARING_ERROR = 0.25;
/** It knows its hearing is uncertain, and allows for somewhat more than the error. */
const HEARING_MARGIN = 1.4;

/**
 * People captured in one place are added to what a day brings, and what is heard of them. Each place
 * is news by itself: two small captures do not move the public as a large one does.
 */
function add(news: News, groups: Parameters['groups'], people: Counts, random: Random): void {
  const { low, best, high } = news.heard;
  const skew = 1 + HEARING_ERROR * (2 * random() - 1);
  const heardHere = zeros(people.length);
  for (let group = 0; group < people.length; group++) {
    const count = people[group] ?? 0;
    if (count === 0) continue;
    const heard = Math.round(count * skew);
    heardHere[group] = heard;
    news.people[group] = (news.people[group] ?? 0) + count;
    low[group] = (low[group] ?? 0) + Math.floor(heard / HEARING_MARGIN);
    best[group] = (best[group] ?? 0) + heard;
    high[group] = (high[group] ?? 0) + Math.ceil(heard * HEARING_MARGIN);
  }
  news.strength = liftBoth(news.strength, strengthOfCapture(groups, heardHere));
}

/** Poisson draw by multiplication of uniforms (Knuth); the means here are small. */
function poisson(mean: number, random: Random): number {
  const floor = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > floor; product *= random()) count++;
  return count;
}

/** Size of a batch: geometric on 1, 2, ..., with `goesOn` the logarithm of the chance of one more. */
function batchSize(goesOn: number, random: Random): number {
  return goesOn === Number.NEGATIVE_INFINITY ? 1 : 1 + Math.floor(Math.log(1 - random()) / goesOn);
}

function pick(chances: readonly number[], random: Random): number {
  let left = random();
  for (let index = 0; index < chances.length; index++) {
    left -= chances[index] ?? 0;
    if (left < 0) return index;
  }
  return chances.findLastIndex(chance => chance > 0);
}

/** Chance a day of a press report that moves a public, and the most it moves it. */
const REPORT_CHANCE = 0.04;
const REPORT_STRENGTH = 0.05;

function reportsOn(random: Random): WorldEvent[] {
  const events: WorldEvent[] = [];
  for (const about of PARTIES) {
    const happens = random() < REPORT_CHANCE;
    const strength = Math.round(random() * REPORT_STRENGTH * 1000) / 1000;
    if (happens) events.push({ type: 'pressReport', about, strength });
  }
  return events;
}

/** Captivity is looked at once a week; per person and week, the chance to fall seriously ill and to die. */
const WEAR_EVERY = 7;
const FALLS_ILL = 0.000_7;
const DIES = 0.000_07;

export function wearOn(campaign: Campaign, day: number, random: Random): WorldEvent[] {
  if (day === 0 || day % WEAR_EVERY !== 0) return [];
  const { groups } = campaign.parameters;
  const ill = zeros(groups.length);
  const died = zeros(groups.length);
  for (const group of groups) {
    const held = campaign.held[group.index] ?? 0;
    const illDraw = poisson(held * FALLS_ILL, random);
    const diedDraw = poisson(held * DIES, random);
    died[group.index] = Math.min(held, diedDraw);
    ill[group.index] = group.whenIll < 0 ? 0 : Math.min(held - (died[group.index] ?? 0), illDraw);
  }
  return sum(ill) + sum(died) > 0 ? [{ type: 'captivityWears', ill, died }] : [];
}

/** Days that checking two full lists takes where there is no trust, and what is left of them at full trust. */
const CHECKING_DAYS = 6;
const CHECKING_AT_FULL_TRUST = 0.2;
/** A mediator shortens the checking, a list that is not true or a visit prolongs it. */
const MEDIATED = 0.75;
const UNTRUE_PROLONGS = 1.3;
/** What can be prepared and carried at once grows with trust: this share of the capacity without any, and as much more at full trust. */
const CARRIED_AT_NO_TRUST = 0.75;
const CARRIED_BY_TRUST = 0.6;
/** Chance that the checking shows that a list is not true, where no visit does. */
const COMES_TO_LIGHT = 0.4;
const VISIT_DAYS = 2;

/** How long it takes to check the lists, and how many people a side the hand-over will carry. */
export function verification(campaign: Campaign, random: Random): WorldEvent {
  const { trust, talks, parameters } = campaign;
  const expected =
    CHECKING_DAYS *
    (1 - (1 - CHECKING_AT_FULL_TRUST) * trust) *
    (talks.mediator === null ? 1 : MEDIATED) *
    (talks.lists.every(list => list === 'full') ? 1 : UNTRUE_PROLONGS);
  const visits = talks.visits.includes(true) ? VISIT_DAYS : 0;
  const days = Math.max(1, Math.round(expected * (0.75 + 0.5 * random()))) + visits;
  const carried =
    triangular(parameters.capacity, random()) * (CARRIED_AT_NO_TRUST + CARRIED_BY_TRUST * trust);
  const capacity = Math.max(1, Math.round(carried));
  const found = [random() < COMES_TO_LIGHT, random() < COMES_TO_LIGHT] as const;
  return { type: 'verificationBegins', days, capacity, found };
}

export function arrangement(campaign: Campaign, random: Random): WorldEvent {
  return {
    type: 'handOverSet',
    days: Math.max(1, Math.round(triangular(campaign.parameters.arranging, random()))),
  };
}

/** Chance that a hand-over is halted by an accident, and for how long: the one of January 2024 took a week. */
const ACCIDENT_CHANCE = 0.02;
const ACCIDENT_DAYS = 7;

export function accidentBefore(random: Random): WorldEvent[] {
  return random() < ACCIDENT_CHANCE ? [{ type: 'accident', days: ACCIDENT_DAYS }] : [];
}

/** Injects of a day: those of its date, and those of chance that have not come yet. One number a chance inject a day. */
export function injectsOn(campaign: Campaign, day: number, random: Random): WorldEvent[] {
  const events: WorldEvent[] = [];
  for (const { id, title, day: dated, chance, effects } of campaign.parameters.injects) {
    const drawn = chance ? random() : 1;
    const due =
      dated === day ||
      (chance !== null &&
        day >= chance.fromDay &&
        day <= chance.toDay &&
        drawn < chance.perDay &&
        !campaign.injected.includes(id));
    if (due) events.push({ type: 'inject', inject: id, title, effects });
  }
  return events;
}
