import type { Campaign } from '../campaign/campaign.ts';
import { type CampaignEvent, MOVE_TYPES, type MoveType, type PartyEvent } from '../campaign/event.ts';
import { type Refusal, refusal } from '../campaign/refusal.ts';
import type { PartyIndex, PerParty } from '../scenario/scenario.ts';
import { campaignChart } from './campaign.ts';
import type { StateConfig, StateValue } from './config.ts';
import { guards, ruleOf } from './guards.ts';

/** Where a campaign stands: the state of the chart and the data that the rules work on. */
export interface Position {
  readonly value: StateValue;
  readonly campaign: Campaign;
  /** Whether the horizon has been reached. */
  readonly done: boolean;
}

/** One campaign in progress. It is given events, and either carries them out or says why not. */
export interface Runner {
  /** Where the campaign stands, to keep: no later event changes it. */
  readonly position: Position;
  /** The same for whoever only looks, and lets go of it before the next event, which may change it. */
  readonly now: Position;
  /** Carries an event out; a refused event changes nothing. */
  send(event: CampaignEvent): Refusal | null;
}

/** The reason against an event, or null. */
type Objection = (campaign: Campaign, event: CampaignEvent) => Refusal | null;

/** A move that a phase knows, with what may stand against it there. */
export interface KnownMove {
  readonly type: MoveType;
  readonly objections: readonly Objection[];
  /** The move at its plainest, by either party: what is asked about to know whether it is possible at all. */
  readonly plainest: PerParty<PartyEvent>;
}

/** What a state value says by itself, whatever the campaign's data. */
interface Place {
  readonly phase: string;
  readonly band: string;
  /** Moves that the phase knows, whoever's turn it is. */
  readonly moves: readonly KnownMove[];
  /** What may stand against each event type, innermost state first. */
  readonly objections: Map<string, readonly Objection[]>;
  readonly states: readonly StateConfig[];
}

// The compiled runner gives the same value object for the same configuration, so most look-ups hit.
const places = new WeakMap<object, Place>();
let lastValue: StateValue | null = null;
let lastPlace: Place | null = null;

function placeOf(value: StateValue): Place {
  if (lastPlace && value === lastValue) return lastPlace;
  const key = typeof value === 'string' ? {} : value;
  const place = places.get(key) ?? describe(value);
  places.set(key, place);
  lastValue = value;
  lastPlace = place;
  return place;
}

function describe(value: StateValue): Place {
  const states = activeStates(campaignChart, value).reverse();
  const region = (name: string) => pathOf(typeof value === 'string' ? value : (value[name] ?? ''));
  return {
    phase: region('talks'),
    band: region('leverage'),
    moves: MOVE_TYPES.filter(type => states.some(state => state.on?.[type] !== undefined)).map(type => ({
      type,
      objections: objectionsIn(states, type),
      plainest: [plainest(type, 0), plainest(type, 1)],
    })),
    objections: new Map(),
    states,
  };
}

function plainest(type: MoveType, party: PartyIndex): PartyEvent {
  switch (type) {
    // An appeal names nobody: where even that is refused, so is the rest.
    case 'publicise':
      return { type, what: 'appeal', party };
    case 'submitList':
      return { type, coverage: 'full', party };
    case 'proposeTalks':
      return { type, mediator: null, openly: false, party };
    default:
      // Of whom a move is about, and to whom it turns, is asked where the campaign is known.
      return { type, party } as PartyEvent;
  }
}

function objectionsTo(place: Place, type: CampaignEvent['type']): readonly Objection[] {
  const known = place.objections.get(type);
  if (known) return known;
  const found = objectionsIn(place.states, type);
  place.objections.set(type, found);
  return found;
}

function objectionsIn(states: readonly StateConfig[], type: CampaignEvent['type']): Objection[] {
  return states
    .flatMap(state => state.on?.[type] ?? [])
    .map(transition => objectionBy(transition.guard, type));
}

function objectionBy(guard: string | undefined, type: CampaignEvent['type']): Objection {
  if (guard === undefined) return () => null;
  if ((MOVE_TYPES as readonly string[]).includes(type)) return ruleOf(guard) as Objection;
  const allows = guards[guard];
  return (campaign, event) =>
    allows?.(campaign, event) === true ? null : refusal('ERR_PHASE', `"${type}" cannot happen now`);
}

/** Why an event cannot be taken in a position; null where it can. */
export function refuse(position: Position, event: CampaignEvent): Refusal | null {
  const place = placeOf(position.value);
  const objections = objectionsTo(place, event.type);
  if (objections.length === 0) {
    return refusal('ERR_PHASE', `"${event.type}" is not possible in this phase (${place.phase})`);
  }
  return firstReason(objections, position.campaign, event);
}

/** Whether a move that the phase knows can be made. */
export function isPossible(move: KnownMove, campaign: Campaign, event: CampaignEvent): boolean {
  return firstReason(move.objections, campaign, event) === null;
}

/** Of what is said against an event the first; null where one way of taking it is open. */
function firstReason(
  objections: readonly Objection[],
  campaign: Campaign,
  event: CampaignEvent,
): Refusal | null {
  let reason: Refusal | null = null;
  for (let at = 0; at < objections.length; at++) {
    const against = objections[at]?.(campaign, event) ?? null;
    if (against === null) return null;
    reason ??= against;
  }
  return reason;
}

/** Moves that the phase knows, whoever's turn it is. */
export function movesIn(value: StateValue): readonly KnownMove[] {
  return placeOf(value).moves;
}

/** The state of the talks as a path: "rounds.answering". */
export function phaseOf(value: StateValue): string {
  return placeOf(value).phase;
}

/** The state of the leverage region, seen from party 0. */
export function bandOf(value: StateValue): string {
  return placeOf(value).band;
}

function activeStates(config: StateConfig, value: StateValue): StateConfig[] {
  const children = typeof value === 'string' ? [[value, ''] as const] : Object.entries(value);
  return [
    config,
    ...children.flatMap(([name, inner]) => {
      const child = config.states?.[name];
      if (!child) return [];
      return inner === '' ? [child] : activeStates(child, inner);
    }),
  ];
}

function pathOf(value: StateValue): string {
  if (typeof value === 'string') return value;
  return Object.entries(value)
    .map(([name, inner]) => `${name}.${pathOf(inner)}`)
    .join(' ');
}
