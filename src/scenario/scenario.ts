import type { Claim, Figure } from './figure.ts';

/** Index of a party in everything that is kept per party: the order of the scenario file. */
export type PartyIndex = 0 | 1;

/** One value for each of the two parties. */
export type PerParty<T> = readonly [T, T];

export const PARTIES: PerParty<PartyIndex> = [0, 1];

export function other(party: PartyIndex): PartyIndex {
  return party === 0 ? 1 : 0;
}

/**
 * What the law says of a group: *tradeable* people may be the object of an agreement;
 * seriously *wounded* and sick (GC III art. 109) and *civilians* are owed whatever is given for them.
 */
export const STANDINGS = ['tradeable', 'wounded', 'civilian'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Who in fact decides over prisoners: GC III art. 12 lets only the State. */
export const CUSTODIES = ['state', 'unit'] as const;
export type Custody = (typeof CUSTODIES)[number];

/** Grounds on which prisoners may not be treated worse (GC III art. 16). */
export const TRAITS = ['ethnicity', 'nationality', 'religion', 'politics'] as const;
export type Trait = (typeof TRAITS)[number];

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  /** Set where the address is a mirror and not the original publisher. */
  readonly copy: boolean;
}

export interface Party {
  readonly id: string;
  readonly name: string;
  /** How the party is referred to in running text: "Kyiv". */
  readonly capital: string;
  /** Base level of public pressure to bring people home, 0 to 1. */
  readonly pressure: Figure;
  /** Political cost of being seen to deal, in worth units. */
  readonly reluctance: Figure;
  /** Price of each person given beyond those received, in worth units. */
  readonly imbalance: Figure;
  /** Price of conceding more than last time, in worth units for each person per person received. */
  readonly precedent: Figure;
  /** Share of today's value that is left if the same deal comes a day later, above 0 to 1. */
  readonly patience: Figure;
  /** Whether the law of the party lets its people give parole. */
  readonly parole: boolean;
  /** What the delegation is told in confidence; Markdown. */
  readonly brief: string;
  /** The negotiator that sits here unless another is named. */
  readonly seat: string;
  readonly instructions: readonly Instruction[];
}

/** What a delegation is told to bring home, or never to give. Private; looked at in the debrief. */
export type Instruction =
  | { readonly text: string; readonly must: readonly { readonly group: string; readonly people: Figure }[] }
  | { readonly text: string; readonly never: readonly string[] };

/**
 * Something that comes to the delegations from outside: dated, by chance, or by a teacher's hand. Both
 * are told of it, unless it does nothing but instruct one of them (`toldAlone`).
 */
export interface Inject {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** The day it happens; absent for chance and by hand. */
  readonly day?: number;
  /** Chance a day between two days; it happens once. */
  readonly chance?: { readonly perDay: Figure; readonly fromDay: number; readonly toDay: number };
  readonly effects: readonly Effect[];
}

/** What an inject does. */
export type Effect =
  | {
      readonly kind: 'captured';
      readonly groups: readonly { readonly group: string; readonly people: Figure }[];
    }
  | { readonly kind: 'pressure'; readonly party: PartyIndex; readonly strength: Figure }
  | { readonly kind: 'trust'; readonly share: Figure }
  | { readonly kind: 'halt'; readonly days: Figure }
  | { readonly kind: 'mediator'; readonly mediator: string }
  /** People of a party who were interned in a neutral country go home; the other side loses trust. */
  | { readonly kind: 'internmentEnds'; readonly party: PartyIndex; readonly trustLost: Figure }
  | { readonly kind: 'instruct'; readonly party: PartyIndex; readonly instructions: readonly Instruction[] };

/** What a teacher needs to know before a lesson. */
export interface Teaching {
  readonly aims: readonly string[];
  readonly minutes: Figure;
  readonly typical: string;
  readonly questions: readonly string[];
  /** Whether whoever plays may ask the coach for hints; they may where it is not said. */
  readonly hints?: 'on' | 'off';
  /** What happened after the first day, as reported; Markdown. No delegation reads it. */
  readonly afterwards?: string;
}

export interface Group {
  readonly id: string;
  readonly name: string;
  /** The name where a column is narrow; absent where the name itself serves. */
  readonly short?: string;
  readonly home: PartyIndex;
  readonly holder: PartyIndex;
  readonly standing: Standing;
  readonly about: string;
  /** People held when the campaign begins. */
  readonly held: Figure;
  /** When they were taken; absent where that is not known. */
  readonly heldSince?: HeldSince;
  /** What one of them home means to the home party, in worth units. */
  readonly worth: Figure;
  /** How much public pressure lifts that worth; a factor of pressure. */
  readonly salience: Figure;
  /** What giving one up costs the holder, in worth units. */
  readonly grip: Figure;
  /** Share who wish to be sent home while fighting goes on; absent where all do. */
  readonly consent?: Figure;
  /** Share under criminal prosecution or sentence; absent where none is. */
  readonly prosecuted?: Figure;
  readonly custody: Custody;
  readonly setApartBy?: Trait;
  /** The group a member passes to on falling seriously ill; none for people already owed. */
  readonly whenIll?: string;
}

/** The days in which those were taken who are held when a campaign begins. */
export interface HeldSince {
  /** Days after the campaign begins, 0 or less. */
  readonly fromDay: number;
  readonly toDay: number;
  readonly claims: readonly Claim[];
  /** Present where the days are an assumption. */
  readonly reason?: string;
}

/** People captured on a known day. */
export interface ScheduledCapture {
  /** Days after the campaign begins; 0 is the first day. */
  readonly day: number;
  readonly title: string;
  readonly groups: readonly { readonly group: string; readonly people: Figure }[];
  /** Where the total is known better than how it divides: the rest of it is of one group. */
  readonly total?: { readonly people: Figure; readonly rest: string };
}

/** People captured by chance while fighting goes on. */
export interface CaptureRate {
  readonly name: string;
  readonly perWeek: Figure;
  /** Mean number of people taken at once. */
  readonly batch: Figure;
  readonly fromDay: number;
  readonly toDay: number;
  /** Who is taken: weights, not necessarily adding up to one. */
  readonly mix: readonly { readonly group: string; readonly weight: Figure }[];
}

/** A day that lifts both sides' will to close. */
export interface Occasion {
  readonly day: number;
  readonly name: string;
  /** How much of its reservation a party is ready to forgo on the day, 0 to 1. */
  readonly weight: Figure;
}

export interface Mediator {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** `mediator` proposes terms; `intermediary` only carries messages and witnesses. */
  readonly role: 'mediator' | 'intermediary';
  /** Whether it takes people in until the end, as a neutral country. */
  readonly hosts: boolean;
  /** Whether nobody crosses at a hand-over unless both sides have come. */
  readonly guarantees: boolean;
  /** Share of a party's reluctance that the mediator's name covers, 0 to 1. */
  readonly cover: Figure;
  /** Chance that each party accepts this mediator, 0 to 1. */
  readonly acceptance: PerParty<Figure>;
}

/** A validated scenario: built only by `parseScenario`. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly background: string;
  /** ISO date of day 0. */
  readonly begins: string;
  /** Number of days played. */
  readonly days: number;
  readonly parties: PerParty<Party>;
  readonly groups: readonly Group[];
  /** Whether the law of war binds; not where those held are no prisoners of an armed conflict. */
  readonly lawOfWar: boolean;
  /** How far that law bound at the time, where it needs saying. */
  readonly lawNote?: string;
  /** The day on which active hostilities end, if they do within the campaign. */
  readonly hostilitiesEnd?: number;
  /** Trust between the parties at the start, 0 to 1. */
  readonly trust: Figure;
  /** People a side that one hand-over can carry. */
  readonly capacity: Figure;
  /** Hand-overs that one deal may be spread over; absent where it is one. */
  readonly stages?: Figure;
  /** Where hand-overs take place, as it stands in a sentence. */
  readonly place?: string;
  /** Days that arranging a hand-over takes once agreed. */
  readonly arranging: Figure;
  readonly captures: readonly ScheduledCapture[];
  readonly captureRates: readonly CaptureRate[];
  readonly occasions: readonly Occasion[];
  readonly mediators: readonly Mediator[];
  readonly injects: readonly Inject[];
  readonly teaching?: Teaching;
  readonly sources: readonly Source[];
}

const DAY_MS = 86_400_000;

/** ISO date of a day of the scenario. */
export function dateOf(scenario: Pick<Scenario, 'begins'>, day: number): string {
  return new Date(Date.parse(scenario.begins) + day * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
