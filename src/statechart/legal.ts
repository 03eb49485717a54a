import type { Counts } from '../campaign/counts.ts';
import { zeros } from '../campaign/counts.ts';
import {
  COVERAGES,
  type Coverage,
  type Move,
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
  if (party === null || position.done) return [];
  return movesIn(position.value).flatMap(type => {
    const legal = legalMove(type, position, party);
    return legal ? [legal] : [];
  });
}

function legalMove(type: MoveType, position: Position, party: PartyIndex): LegalMove | null {
  const { campaign } = position;
  const possible = (move: Move) => refuse(position, { ...move, party } as PartyEvent) === null;
  const usable = (make: (mediator: number) => Move) =>
    campaign.parameters.mediators.map((_, index) => index).filter(index => possible(make(index)));
  switch (type) {
    case 'publicise': {
      const what = PUBLICITY.filter(kind => possible({ type, what: kind }));
      return what.length > 0 ? { type, what } : null;
    }
    case 'release': {
      const most = ofHolder(position, party, willing(campaign), true);
      return possible({ type, people: oneOf(most) }) ? { type, most } : null;
    }
    case 'strikeNames': {
      const most = ofHolder(position, party, available(campaign), false);
      return possible({ type, people: oneOf(most) }) ? { type, most } : null;
    }
    case 'submitList':
      return possible({ type, coverage: 'full' }) ? { type, coverages: COVERAGES } : null;
    case 'proposeTalks':
      return possible({ type, mediator: null, openly: false })
        ? { type, mediators: usable(mediator => ({ type, mediator, openly: false })) }
        : null;
    case 'callMediator': {
      const callable = usable(mediator => ({ type, mediator }));
      return callable.length > 0 ? { type, mediators: callable } : null;
    }
    case 'offer': {
      const most = notAgainstTheirWill(offerable(campaign, party), campaign, party);
      if (!possible({ type, deal: oneOf(most) })) return null;
      const { parties, mediators } = campaign.parameters;
      const { mediator } = campaign.talks;
      return {
        type,
        most,
        capacity: mostInDeal(campaign),
        mayIntern: mediator !== null && mediators[mediator]?.hosts === true,
        mayParole: parties[0].parole && parties[1].parole,
      };
    }
    default:
      return possible({ type }) ? { type } : null;
  }
}

/** People of each group who are held and wish to be sent home. */
function willing({ held, parameters }: Position['campaign']): number[] {
  return parameters.groups.map(({ index, unwilling }) => Math.max(0, (held[index] ?? 0) - unwilling));
}

/** Of the groups that `party` holds no more than wish to be sent home. */
function notAgainstTheirWill(counts: Counts, campaign: Position['campaign'], party: PartyIndex): number[] {
  const wish = willing(campaign);
  return campaign.parameters.groups.map(({ index, holder }) =>
    holder === party ? Math.min(counts[index] ?? 0, wish[index] ?? 0) : (counts[index] ?? 0),
  );
}

/** Counts of the groups that `party` holds, nobody of the rest; owed people only where they may be named. */
function ofHolder(position: Position, party: PartyIndex, counts: Counts, owedToo: boolean): number[] {
  return position.campaign.parameters.groups.map(group =>
    group.holder === party && (owedToo || !group.owed) ? (counts[group.index] ?? 0) : 0,
  );
}

/** One person of the first group that has any: enough to ask whether such a move is possible at all. */
function oneOf(most: Counts): number[] {
  const first = most.findIndex(count => count > 0);
  const one = zeros(most.length);
  if (first >= 0) one[first] = 1;
  return one;
}
