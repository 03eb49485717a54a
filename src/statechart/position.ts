import type { Campaign } from '../campaign/campaign.ts';
import { type CampaignEvent, isPartyEvent, MOVE_TYPES, type MoveType } from '../campaign/event.ts';
import { type Refusal, refusal } from '../campaign/refusal.ts';
import { campaignChart } from './campaign.ts';
import type { StateConfig, StateValue } from './config.ts';
import { guards, refuseBy } from './guards.ts';

/** Where a campaign stands: the state of the chart and the data that the rules work on. */
export interface Position {
  readonly value: StateValue;
  readonly campaign: Campaign;
  /** Whether the horizon has been reached. */
  readonly done: boolean;
}

/** One campaign in progress. It is given events, and either carries them out or says why not. */
export interface Runner {
  readonly position: Position;
  /** Carries an event out; a refused event changes nothing. */
  send(event: CampaignEvent): Refusal | null;
}

/** What a state value says by itself, whatever the campaign's data. */
interface Place {
  readonly phase: string;
  readonly band: string;
  /** Moves that the phase knows, whoever's turn it is. */
  readonly moves: readonly MoveType[];
  /** Guards before each event type, innermost first; undefined for a transition without one. */
  readonly guards: Map<string, readonly (string | undefined)[]>;
  readonly states: readonly StateConfig[];
}

// The compiled runner gives the same value object for the same configuration, so most look-ups hit.
const places = new WeakMap<object, Place>();

function placeOf(value: StateValue): Place {
  const key = typeof value === 'string' ? {} : value;
  const known = places.get(key);
  if (known) return known;
  const states = activeStates(campaignChart, value).reverse();
  const region = (name: string) => pathOf(typeof value === 'string' ? value : (value[name] ?? ''));
  const place: Place = {
    phase: region('talks'),
    band: region('leverage'),
    moves: MOVE_TYPES.filter(type => states.some(state => state.on?.[type] !== undefined)),
    guards: new Map(),
    states,
  };
  places.set(key, place);
  return place;
}

function guardsBefore(value: StateValue, type: string): readonly (string | undefined)[] {
  const place = placeOf(value);
  const known = place.guards.get(type);
  if (known) return known;
  const found = place.states.flatMap(state => state.on?.[type] ?? []).map(transition => transition.guard);
  place.guards.set(type, found);
  return found;
}

/** Why an event cannot be taken in a position; null where it can. */
export function refuse(position: Position, event: CampaignEvent): Refusal | null {
  const before = guardsBefore(position.value, event.type);
  if (before.length === 0) {
    return refusal('ERR_PHASE', `"${event.type}" is not possible in this phase (${phaseOf(position.value)})`);
  }
  let reason: Refusal | null = null;
  for (const guard of before) {
    const against = reasonAgainst(guard, position.campaign, event);
    if (against === null) return null;
    reason ??= against;
  }
  return reason;
}

function reasonAgainst(guard: string | undefined, campaign: Campaign, event: CampaignEvent): Refusal | null {
  if (guard === undefined) return null;
  if (isPartyEvent(event)) return refuseBy(guard, campaign, event);
  return guards[guard]?.(campaign, event) === true
    ? null
    : refusal('ERR_PHASE', `"${event.type}" cannot happen now`);
}

/** Moves that the phase knows, whoever's turn it is. */
export function movesIn(value: StateValue): readonly MoveType[] {
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
