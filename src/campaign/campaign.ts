import type { Range } from '../scenario/figure.ts';
import type { PartyIndex, PerParty } from '../scenario/scenario.ts';
import { type Counts, countsOf, type Deal, zeros } from './counts.ts';
import type { Coverage } from './event.ts';
import type { Finding } from './finding.ts';
import { leverageIn } from './leverage.ts';
import type { Parameters, SettledInstruction } from './parameters.ts';
import type { Terms } from './terms.ts';

/** What the home party believes is held, per group. */
export interface Beliefs {
  readonly low: Counts;
  readonly best: Counts;
  readonly high: Counts;
}

export interface Overture {
  readonly day: number;
  readonly by: PartyIndex;
  readonly mediator: number | null;
  readonly openly: boolean;
  readonly answer: 'open' | 'agreed' | 'declined' | 'lapsed';
}

export interface Offer extends Terms {
  readonly day: number;
  /** null where the mediator put it on the table. */
  readonly by: PartyIndex | null;
  readonly deal: Deal;
  readonly message?: string;
}

/** What was carried out, or not, of an accepted deal. */
export interface Exchange {
  readonly agreedOn: number;
  readonly day: number;
  readonly deal: Deal;
  /** Who actually went home; less than the deal after a breach or where people were no longer held. */
  readonly people: Deal;
  /** Of them, who was interned in a neutral country. */
  readonly interned: Deal;
  readonly mediator: number | null;
  /** People that each party promised and did not bring, without breaking the agreement. */
  readonly short: PerParty<number>;
  /** The same people per group. */
  readonly missing: Counts;
  readonly completed: boolean;
}

/** The talks in hand. Everything here begins afresh with each overture. */
export interface Talks {
  /** Day on which the present phase began. */
  readonly since: number;
  /** Day on which the timed step in hand ends (a verification, an arrangement, a suspension). */
  readonly until: number;
  readonly overture: Overture | null;
  readonly mediator: number | null;
  /** Mediators already turned down in these talks. */
  readonly turnedDown: readonly number[];
  readonly lists: PerParty<Coverage | null>;
  readonly visits: PerParty<boolean>;
  /** Whether the checking will show that a list was not true, if it was not. */
  readonly found: PerParty<boolean>;
  /** People whose names the holder struck off these talks. */
  readonly struck: Counts;
  /** Of them, those for whom criminal prosecution was named as the reason. */
  readonly struckForTrial: Counts;
  /** People a side that the next hand-over can carry; 0 until it is known. */
  readonly capacity: number;
  readonly offer: Offer | null;
  /** All offers of these talks, oldest first. */
  readonly offers: readonly Offer[];
  /** Who has accepted the mediator's text. */
  readonly accepted: PerParty<boolean>;
  readonly agreement: ({ readonly deal: Deal; readonly day: number } & Terms) | null;
  /** Of the agreement, who has still to be taken to the neutral country. */
  readonly toIntern: Counts;
  /** Of the agreement, who has still to be brought after the hand-overs so far. */
  readonly outstanding: Counts;
  /** Who is to cross at the hand-over in hand. */
  readonly stage: Counts;
  /** Whether the day of the hand-over has been set. */
  readonly arranged: boolean;
  /** Who has brought its people to the hand-over in hand. */
  readonly handed: PerParty<boolean>;
  /** People who were brought and wait for the other side to come. */
  readonly waiting: Counts;
  /** People whom each side held, promised and did not bring. */
  readonly short: PerParty<number>;
  /** The same people per group. */
  readonly missing: Counts;
  readonly sentHome: Counts;
  readonly internedSoFar: Counts;
  /** Who broke off the last talks, and whether by breaking an agreement. */
  readonly brokenOff: { readonly by: PartyIndex; readonly breach: boolean } | null;
}

/** What both sides remember of talks that are over: what was said at the table, and on what it rested. */
export type FormerTalks = Pick<Talks, 'offers' | 'capacity' | 'mediator' | 'struck'> & {
  /** Day on which they ended. */
  readonly ended: number;
};

/** Where the people of each group went; the ledger that conservation is checked against. */
export interface Ledger {
  readonly captured: Counts;
  readonly returned: Counts;
  readonly died: Counts;
  /** People in a neutral country until the end. */
  readonly interned: Counts;
  /** People who fell seriously ill and passed to the group of those owed. */
  readonly passedOut: Counts;
  readonly passedIn: Counts;
}

/** The whole state of one play-through, as plain data. */
export interface Campaign {
  readonly parameters: Parameters;
  /** Day in play; -1 before the first. */
  readonly day: number;
  /** Whose move it is; null when the day is done. */
  readonly toMove: PartyIndex | null;
  readonly held: Counts;
  readonly ledger: Ledger;
  readonly believed: Beliefs;
  readonly pressure: PerParty<number>;
  readonly trust: number;
  /** Leverage of party 0; that of party 1 is the rest to 1. */
  readonly leverage: number;
  /** People given for each person received at the last exchange. */
  readonly lastRatio: PerParty<number>;
  readonly lastPublicity: PerParty<number>;
  readonly talks: Talks;
  /** Talks that are over in which offers were made, oldest first. */
  readonly formerTalks: readonly FormerTalks[];
  readonly overtures: readonly Overture[];
  readonly exchanges: readonly Exchange[];
  readonly releases: readonly { readonly day: number; readonly by: PartyIndex; readonly people: Deal }[];
  readonly instructions: PerParty<readonly SettledInstruction[]>;
  /** Injects that have come, in order. */
  readonly injected: readonly string[];
  readonly findings: readonly Finding[];
  /** Days of captivity up to the horizon that were spared, by home party. */
  readonly captivityEnded: PerParty<number>;
}

declare const OWNED: unique symbol;

/**
 * A campaign that is being changed, and that nobody else holds. The rules set its fields anew; what
 * stands in a field, the talks or a list of findings, never changes. So a draft is made by copying the
 * fields, and shares all else with the campaign it was made from. The exception is what a draft has made
 * its own (`own-counts.ts`): who is held, what is believed, the ledger and pressure are changed in place,
 * once they are copies that only this draft holds. Whoever keeps a draft therefore hands the next event to
 * another, made by `draftOf`. Only `draftOf` and `beginCampaign` make one: a campaign that somebody keeps
 * cannot be handed to a rule by mistake.
 */
export type Draft = { -readonly [Field in keyof Campaign]: Campaign[Field] } & { readonly [OWNED]: true };

export function draftOf(campaign: Campaign): Draft {
  return { ...campaign } as Draft;
}

export const NEVER = -1_000;

export function beginCampaign(parameters: Parameters): Draft {
  const { groups } = parameters;
  const none = zeros(groups.length);
  const prior = (pick: (held: Range) => number) =>
    countsOf(groups, group => Math.round(pick(group.prior.held)));
  const campaign: Campaign = {
    parameters,
    day: -1,
    toMove: null,
    held: countsOf(groups, group => group.held),
    ledger: { captured: none, returned: none, died: none, interned: none, passedOut: none, passedIn: none },
    believed: {
      low: prior(held => held.low),
      best: prior(held => held.best),
      high: prior(held => held.high),
    },
    pressure: [parameters.parties[0].pressure, parameters.parties[1].pressure],
    trust: parameters.trust,
    leverage: 0.5,
    lastRatio: [1, 1],
    lastPublicity: [NEVER, NEVER],
    talks: noTalks(groups.length, 0),
    formerTalks: [],
    overtures: [],
    exchanges: [],
    releases: [],
    instructions: [parameters.parties[0].instructions, parameters.parties[1].instructions],
    injected: [],
    findings: [],
    captivityEnded: [0, 0],
  };
  return draftOf({ ...campaign, leverage: leverageIn(campaign) });
}

/** Silence: nothing proposed, nothing known of the other's lists. */
export function noTalks(groups: number, day: number): Talks {
  const none = zeros(groups);
  return {
    since: day,
    until: day,
    overture: null,
    mediator: null,
    turnedDown: [],
    lists: [null, null],
    visits: [false, false],
    found: [false, false],
    struck: none,
    struckForTrial: none,
    capacity: 0,
    offer: null,
    offers: [],
    accepted: [false, false],
    agreement: null,
    toIntern: none,
    outstanding: none,
    stage: none,
    arranged: false,
    handed: [false, false],
    waiting: none,
    short: [0, 0],
    missing: none,
    sentHome: none,
    internedSoFar: none,
    brokenOff: null,
  };
}

/** The former talks, those in hand among them, if offers were made in them. */
export function withTheseTalks({ talks, formerTalks, day }: Campaign): Campaign['formerTalks'] {
  const { offers, capacity, mediator, struck } = talks;
  if (offers.length === 0) return formerTalks;
  return [...formerTalks, { offers, capacity, mediator, struck, ended: day }];
}

/** A pair with the entry of one party replaced. */
export function withParty<T>(pair: PerParty<T>, party: PartyIndex, value: T): PerParty<T> {
  return party === 0 ? [value, pair[1]] : [pair[0], value];
}

/** Groups that `party` holds. */
export function heldBy(parameters: Parameters, party: PartyIndex) {
  return parameters.groups.filter(group => group.holder === party);
}
