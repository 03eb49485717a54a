import { PARTIES, type PartyIndex } from '../scenario/scenario.ts';
import type { Campaign } from './campaign.ts';
import { Captures, poisson } from './captures.ts';
import { sum, zeros } from './counts.ts';
import type { WorldEvent } from './event.ts';
import type { Parameters, Random } from './parameters.ts';
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
  const captures = new Captures(parameters, streams.of('captures').next);
  const reports = streams.of('reports').next;
  return day => {
    const events: WorldEvent[] = captures.on(day);
    for (const about of PARTIES) addReport(about, reports, events);
    return events;
  };
}

/** What most days bring of most things. */
const NOTHING: readonly WorldEvent[] = [];

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

/** Chance a day of a press report that moves a public, and the most it moves it. */
const REPORT_CHANCE = 0.04;
const REPORT_STRENGTH = 0.05;

function addReport(about: PartyIndex, random: Random, events: WorldEvent[]): void {
  const happens = random() < REPORT_CHANCE;
  const strength = Math.round(random() * REPORT_STRENGTH * 1000) / 1000;
  if (happens) events.push({ type: 'pressReport', about, strength });
}

/** Captivity is looked at once a week; per person and week, the chance to fall seriously ill and to die. */
const WEAR_EVERY = 7;
const FALLS_ILL = 0.000_7;
const DIES = 0.000_07;

export function wearOn(campaign: Campaign, day: number, random: Random): readonly WorldEvent[] {
  if (day === 0 || day % WEAR_EVERY !== 0) return NOTHING;
  const { groups } = campaign.parameters;
  const ill = zeros(groups.length);
  const died = zeros(groups.length);
  for (const group of groups) {
    const held = campaign.held[group.index] ?? 0;
    const illDraw = poisson(Math.exp(-held * FALLS_ILL), random);
    const diedDraw = poisson(Math.exp(-held * DIES), random);
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
export function injectsOn(campaign: Campaign, day: number, random: Random): readonly WorldEvent[] {
  let events: WorldEvent[] | null = null;
  for (const { id, title, day: dated, chance, effects } of campaign.parameters.injects) {
    const drawn = chance ? random() : 1;
    const due =
      dated === day ||
      (chance !== null &&
        day >= chance.fromDay &&
        day <= chance.toDay &&
        drawn < chance.perDay &&
        !campaign.injected.includes(id));
    if (!due) continue;
    events ??= [];
    events.push({ type: 'inject', inject: id, title, effects });
  }
  return events ?? NOTHING;
}
