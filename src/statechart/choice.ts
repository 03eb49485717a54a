import type { Campaign } from '../campaign/campaign.ts';
import { type Counts, zeros } from '../campaign/counts.ts';
import { type PartyEvent, PUBLICITY, type Publicity } from '../campaign/event.ts';
import type { GroupParameters } from '../campaign/parameters.ts';
import { mostInDeal, mostOffered } from '../campaign/rounds.ts';
import type { PartyIndex } from '../scenario/scenario.ts';
import type { LegalMove } from './legal-move.ts';
import { type Position, refuse } from './position.ts';

/*
 * What a possible move leaves open, worked out when it is first read: a negotiator looks at few of its
 * moves. Nobody who is handed one can reach the campaign behind it; as JSON it is whole.
 */

/** People of a group whom a party can name in a move. */
export type Nameable = (campaign: Campaign, party: PartyIndex, group: GroupParameters) => number;

/** Whom `party` can send home unasked: those it holds who wish to go, where fighting goes on. */
export const releasable: Nameable = ({ held }, party, { index, holder, unwilling }) =>
  holder === party ? Math.max(0, (held[index] ?? 0) - unwilling) : 0;

/** Whose names `party` can still strike off: of those it holds, all but the owed. */
export const strikeable: Nameable = ({ held, talks }, party, { index, holder, owed }) =>
  holder === party && !owed ? Math.max(0, (held[index] ?? 0) - (talks.struck[index] ?? 0)) : 0;

/** Whom `party` can put into an offer: of the groups that it holds no more than wish to be sent home. */
export const offerable: Nameable = (campaign, party, group) => {
  const most = mostOffered(campaign, party, group);
  return group.holder === party ? Math.min(most, releasable(campaign, party, group)) : most;
};

function everybody(campaign: Campaign, party: PartyIndex, nameable: Nameable): number[] {
  const { groups } = campaign.parameters;
  const most = zeros(groups.length);
  for (let at = 0; at < groups.length; at++) {
    const group = groups[at];
    if (group) most[group.index] = nameable(campaign, party, group);
  }
  return most;
}

/** The first group of which `party` can name anybody. */
function firstNameable(
  campaign: Campaign,
  party: PartyIndex,
  nameable: Nameable,
): GroupParameters | undefined {
  const { groups } = campaign.parameters;
  for (let at = 0; at < groups.length; at++) {
    const group = groups[at];
    if (group && nameable(campaign, party, group) > 0) return group;
  }
  return undefined;
}

/** Whether there is anybody whom `party` can name. */
export function anybody(campaign: Campaign, party: PartyIndex, nameable: Nameable): boolean {
  return firstNameable(campaign, party, nameable) !== undefined;
}

/** One person of the first group that has any: enough to ask whether such a move is possible at all. */
export function somebody(campaign: Campaign, party: PartyIndex, nameable: Nameable): Counts {
  const { length } = campaign.parameters.groups;
  const group = firstNameable(campaign, party, nameable);
  return group ? oneOf(group.index, length) : zeros(length);
}

/** One person of a group: asked about on every turn, so each is made once. */
function oneOf(group: number, groups: number): Counts {
  const known = ones[groups] ?? zeros(groups).map((_, only) => zeros(groups).fill(1, only, only + 1));
  ones[groups] = known;
  return known[group] ?? [];
}

/** One person of each group, by number of groups. */
const ones: Counts[][] = [];

/** A legal move whose choices are worked out as they are read. */
export interface Choice {
  readonly type: LegalMove['type'];
  toJSON(): LegalMove;
}

type Choosing<T extends LegalMove['type']> = Extract<LegalMove, { readonly type: T }>;

export class ToName<T extends 'release' | 'strikeNames'> implements Choice {
  readonly type: T;
  readonly #campaign: Campaign;
  readonly #party: PartyIndex;
  readonly #nameable: Nameable;
  #most: Counts | null = null;

  constructor(type: T, campaign: Campaign, party: PartyIndex, nameable: Nameable) {
    this.type = type;
    this.#campaign = campaign;
    this.#party = party;
    this.#nameable = nameable;
  }

  get most(): Counts {
    this.#most ??= everybody(this.#campaign, this.#party, this.#nameable);
    return this.#most;
  }

  toJSON(): LegalMove {
    return { type: this.type, most: this.most };
  }
}

export class ToOffer implements Choice, Choosing<'offer'> {
  readonly type = 'offer';
  readonly #campaign: Campaign;
  readonly #party: PartyIndex;
  #most: Counts | null = null;

  constructor(campaign: Campaign, party: PartyIndex) {
    this.#campaign = campaign;
    this.#party = party;
  }

  get most(): Counts {
    this.#most ??= everybody(this.#campaign, this.#party, offerable);
    return this.#most;
  }

  get capacity(): number {
    return mostInDeal(this.#campaign);
  }

  get mayIntern(): boolean {
    const { talks, parameters } = this.#campaign;
    return talks.mediator !== null && parameters.mediators[talks.mediator]?.hosts === true;
  }

  get mayParole(): boolean {
    const [first, second] = this.#campaign.parameters.parties;
    return first.parole && second.parole;
  }

  toJSON(): LegalMove {
    const { type, most, capacity, mayIntern, mayParole } = this;
    return { type, most, capacity, mayIntern, mayParole };
  }
}

export class ToPublicise implements Choice, Choosing<'publicise'> {
  readonly type = 'publicise';
  readonly #position: Position;
  readonly #party: PartyIndex;

  constructor(position: Position, party: PartyIndex) {
    this.#position = position;
    this.#party = party;
  }

  get what(): Publicity[] {
    const [position, party] = [this.#position, this.#party];
    return PUBLICITY.filter(what => refuse(position, { type: 'publicise', what, party }) === null);
  }

  toJSON(): LegalMove {
    return { type: this.type, what: this.what };
  }
}

export class ToMediate<T extends 'proposeTalks' | 'callMediator'> implements Choice {
  readonly type: T;
  readonly #position: Position;
  readonly #party: PartyIndex;
  #mediators: readonly number[] | null = null;

  constructor(type: T, position: Position, party: PartyIndex) {
    this.type = type;
    this.#position = position;
    this.#party = party;
  }

  /** Mediators, as indices, with whom the move is possible. */
  get mediators(): readonly number[] {
    this.#mediators ??= this.#usable();
    return this.#mediators;
  }

  /** Whether it is possible with any of them. */
  isPossible(): boolean {
    return this.#next(0) < this.#count;
  }

  #usable(): number[] {
    const found: number[] = [];
    for (let at = this.#next(0); at < this.#count; at = this.#next(at + 1)) found.push(at);
    return found;
  }

  get #count(): number {
    return this.#position.campaign.parameters.mediators.length;
  }

  /** The first mediator from `start` on with whom the move is possible; past the last where there is none. */
  #next(start: number): number {
    let mediator = start;
    while (mediator < this.#count && refuse(this.#position, this.#with(mediator)) !== null) mediator++;
    return mediator;
  }

  #with(mediator: number): PartyEvent {
    const party = this.#party;
    return this.type === 'proposeTalks'
      ? { type: 'proposeTalks', mediator, openly: false, party }
      : { type: 'callMediator', mediator, party };
  }

  toJSON(): LegalMove {
    return { type: this.type, mediators: this.mediators };
  }
}
