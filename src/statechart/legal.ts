import type { Campaign } from '../campaign/campaign.ts';
import type { Counts } from '../campaign/counts.ts';
import { zeros } from '../campaign/counts.ts';
import {
  COVERAGES,
  type Coverage,
  type MoveType,
  type PartyEvent,
  PUBLICITY,
  type Publicity,
} from '../campaign/event.ts';
import { available, mostInDeal, offerable } from '../campaign/rounds.ts';
import type { PartyIndex } from '../scenario/scenario.ts';
import { movesIn, type Position, refuse } from './position.ts';

/** A move that is possible now, with the choices it leaves open. */
export type LegalMove =
  | {
      readonly type: Exclude<
        MoveType,
        'publicise' | 'release' | 'proposeTalks' | 'submitList' | 'strikeNames' | 'offer' | 'callMediator'
      >;
    }
  | { readonly type: 'publicise'; readonly what: readonly Publicity[] }
  | { readonly type: 'release'; readonly most: Counts }
  /** Mediators through whom talks can be proposed, as indices; a direct approach is always possible. */
  | { readonly type: 'proposeTalks'; readonly mediators: readonly number[] }
  | { readonly type: 'submitList'; readonly coverages: readonly Coverage[] }
  | { readonly type: 'strikeNames'; readonly most: Counts }
  /** The most of each group, and the most people on either side. */
  | {
      readonly type: 'offer';
      readonly most: Counts;
      readonly capacity: number;
      /** Whether somebody at the table takes people in as a neutral country. */
      readonly mayIntern: boolean;
      /** Whether the laws of both parties let their people give parole. */
      readonly mayParole: boolean;
    }
  | { readonly type: 'callMediator'; readonly mediators: readonly number[] };

/** The moves of the party whose turn it is; none when it is the world's. */
export function legalMoves(position: Position): LegalMove[] {
  const party = position.campaign.toMove;
  const legal: LegalMove[] = [];
  if (party === null || position.done) return legal;
  for (const type of movesIn(position.value)) {
    const move = legalMove(type, position, party);
    if (move) legal.push(move);
  }
  return legal;
}

function legalMove(type: MoveType, position: Position, party: PartyIndex): LegalMove | null {
  const { campaign } = position;
  switch (type) {
    case 'publicise':
      return toPublicise(position, party);
    case 'release': {
      const most = releasable(campaign, party);
      return possible(position, { type, people: oneOf(most), party }) ? { type, most } : null;
    }
    case 'strikeNames': {
      const most = strikeable(campaign, party);
      return possible(position, { type, people: oneOf(most), party }) ? { type, most } : null;
    }
    case 'submitList':
      return possible(position, { type, coverage: 'full', party }) ? { type, coverages: COVERAGES } : null;
    case 'proposeTalks':
      return possible(position, { type, mediator: null, openly: false, party })
        ? { type, mediators: usable(position, mediator => ({ type, mediator, openly: false, party })) }
        : null;
    case 'callMediator': {
      const callable = usable(position, mediator => ({ type, mediator, party }));
      return callable.length > 0 ? { type, mediators: callable } : null;
    }
    case 'offer':
      return toOffer(position, party);
    default:
      return possible(position, { type, party }) ? { type } : null;
  }
}

function possible(position: Position, event: PartyEvent): boolean {
  return refuse(position, event) === null;
}

/** An appeal names nobody: where even that is refused, so is the rest. */
function toPublicise(position: Position, party: PartyIndex): LegalMove | null {
  const type = 'publicise';
  if (!possible(position, { type, what: 'appeal', party })) return null;
  const what = PUBLICITY.filter(kind => possible(position, { type, what: kind, party }));
  return { type, what };
}

function toOffer(position: Position, party: PartyIndex): LegalMove | null {
  const { campaign } = position;
  const most = notAgainstTheirWill(offerable(campaign, party), campaign, party);
  if (!possible(position, { type: 'offer', deal: oneOf(most), party })) return null;
  const { parties, mediators } = campaign.parameters;
  const { mediator } = campaign.talks;
  return {
    type: 'offer',
    most,
    capacity: mostInDeal(campaign),
    mayIntern: mediator !== null && mediators[mediator]?.hosts === true,
    mayParole: parties[0].parole && parties[1].parole,
  };
}

/** Mediators, as indices, with whom a move is possible. */
function usable(position: Position, make: (mediator: number) => PartyEvent): number[] {
  const found: number[] = [];
  const { mediators } = position.campaign.parameters;
  for (let index = 0; index < mediators.length; index++) {
    if (possible(position, make(index))) found.push(index);
  }
  return found;
}

/** Whom `party` can send home unasked: those it holds who wish to go, where fighting goes on. */
function releasable({ held, parameters }: Campaign, party: PartyIndex): number[] {
  const most = zeros(held.length);
  for (const { index, holder, unwilling } of parameters.groups) {
    if (holder === party) most[index] = Math.max(0, (held[index] ?? 0) - unwilling);
  }
  return most;
}

/** Whose names `party` can still strike off: of those it holds, all but the owed. */
function strikeable(campaign: Campaign, party: PartyIndex): number[] {
  const left = available(campaign);
  return campaign.parameters.groups.map(({ index, holder, owed }) =>
    holder === party && !owed ? (left[index] ?? 0) : 0,
  );
}

/** Of the groups that `party` holds no more than wish to be sent home. */
function notAgainstTheirWill(counts: Counts, campaign: Campaign, party: PartyIndex): number[] {
  const willing = releasable(campaign, party);
  return campaign.parameters.groups.map(({ index, holder }) =>
    holder === party ? Math.min(counts[index] ?? 0, willing[index] ?? 0) : (counts[index] ?? 0),
  );
}

/** One person of the first group that has any: enough to ask whether such a move is possible at all. */
function oneOf(most: Counts): number[] {
  const one = zeros(most.length);
  for (let group = 0; group < most.length; group++) {
    if ((most[group] ?? 0) <= 0) continue;
    one[group] = 1;
    break;
  }
  return one;
}
