import type { PartyIndex, PerParty } from '../scenario/scenario.ts';
import type { Counts, Deal } from './counts.ts';
import type { SettledEffect } from './parameters.ts';
import type { Terms } from './terms.ts';

/** What a party can do on its turn. Runtime list first, so that menus and checks share it. */
export const MOVE_TYPES = [
  'wait',
  'publicise',
  'release',
  'proposeTalks',
  'agree',
  'decline',
  'submitList',
  'strikeNames',
  'askVisits',
  'offer',
  'accept',
  'refuse',
  'callMediator',
  'walkOut',
  'handOver',
  'withhold',
  'resume',
] as const;
export type MoveType = (typeof MOVE_TYPES)[number];

/**
 * `appeal`: for one's own people; `list`: names of those one holds, for their families to read;
 * `denial`: that some of those one holds are prisoners of war at all; `threat`: that those one
 * holds will suffer; `mail`: that their letters wait until the other side moves. The last three are
 * violations, possible as they are in life, and found.
 */
export const PUBLICITY = ['appeal', 'list', 'denial', 'threat', 'mail'] as const;
export type Publicity = (typeof PUBLICITY)[number];

/** What a list names of those held: all; some; or more than there are. */
export const COVERAGES = ['full', 'partial', 'inflated'] as const;
export type Coverage = (typeof COVERAGES)[number];

/** Why names are struck off: no reason given, or criminal prosecution. */
export const STRIKE_GROUNDS = ['none', 'prosecution'] as const;
export type StrikeGrounds = (typeof STRIKE_GROUNDS)[number];

export type Move =
  | { readonly type: 'wait' }
  | { readonly type: 'publicise'; readonly what: Publicity }
  | { readonly type: 'release'; readonly people: Deal }
  /** `mediator` is an index into the parameters' mediators, or null for a direct approach. */
  | { readonly type: 'proposeTalks'; readonly mediator: number | null; readonly openly: boolean }
  | { readonly type: 'agree' }
  | { readonly type: 'decline' }
  | { readonly type: 'submitList'; readonly coverage: Coverage }
  | { readonly type: 'strikeNames'; readonly people: Deal; readonly grounds?: StrikeGrounds }
  | { readonly type: 'askVisits' }
  | ({ readonly type: 'offer'; readonly deal: Deal; readonly message?: string } & Terms)
  | { readonly type: 'accept' }
  | { readonly type: 'refuse' }
  | { readonly type: 'callMediator'; readonly mediator: number }
  | { readonly type: 'walkOut' }
  /** `people`: those who are brought, if fewer than promised. */
  | { readonly type: 'handOver'; readonly people?: Deal }
  | { readonly type: 'withhold' }
  | { readonly type: 'resume' };

export type PartyEvent = Move & { readonly party: PartyIndex };
export type EventOf<T extends MoveType> = Extract<PartyEvent, { readonly type: T }>;

/** What the world does. The chance in it was drawn before: an event holds only outcomes. */
export type WorldEvent =
  | { readonly type: 'dayBegins' }
  /** A capture that the scenario dates, with its title; or all that a day brought by chance. */
  | {
      readonly type: 'captured';
      readonly people: Counts;
      /** What the home parties come to hear of it, as a count of people per group. */
      readonly heard: { readonly low: Counts; readonly best: Counts; readonly high: Counts };
      /** How far that lifts each party's pressure: shares of what is left to 1. */
      readonly strength: PerParty<number>;
      readonly title?: string;
    }
  /** A press report that lifts a party's pressure by `strength` of what is left to 1. */
  | { readonly type: 'pressReport'; readonly about: PartyIndex; readonly strength: number }
  | { readonly type: 'captivityWears'; readonly ill: Counts; readonly died: Counts }
  /** Both lists are in; checking them takes `days`, and `capacity` people a side can be carried. */
  | {
      readonly type: 'verificationBegins';
      readonly days: number;
      readonly capacity: number;
      /** Whether the checking will show that a party's list was not true, if it was not. */
      readonly found: PerParty<boolean>;
    }
  | { readonly type: 'handOverSet'; readonly days: number }
  | { readonly type: 'accident'; readonly days: number }
  | { readonly type: 'mediatorProposes'; readonly deal: Deal }
  /** News from outside both delegations, with what it does. */
  | {
      readonly type: 'inject';
      readonly inject: string;
      readonly title: string;
      readonly effects: readonly SettledEffect[];
    }
  | { readonly type: 'horizonReached' };

export const WORLD_EVENT_TYPES = [
  'dayBegins',
  'captured',
  'pressReport',
  'captivityWears',
  'verificationBegins',
  'handOverSet',
  'accident',
  'mediatorProposes',
  'inject',
  'horizonReached',
] as const satisfies readonly WorldEvent['type'][];

export type CampaignEvent = PartyEvent | WorldEvent;
export type WorldEventOf<T extends WorldEvent['type']> = Extract<WorldEvent, { readonly type: T }>;

export function isPartyEvent(event: CampaignEvent): event is PartyEvent {
  return 'party' in event;
}
