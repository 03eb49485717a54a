import { COVERAGES } from '../campaign/event.ts';
import type { PartyIndex } from '../scenario/scenario.ts';
import {
  anybody,
  type Choice,
  offerable,
  releasable,
  somebody,
  strikeable,
  ToMediate,
  ToName,
  ToOffer,
  ToPublicise,
} from './choice.ts';
import type { LegalMove } from './legal-move.ts';
import { isPossible, type KnownMove, movesIn, type Position } from './position.ts';

export type { LegalMove };

/** The moves of the party whose turn it is; none when it is the world's. */
export function legalMoves(position: Position): LegalMove[] {
  return choicesIn(position).map(move => ('toJSON' in move ? (move as Choice).toJSON() : move));
}

/**
 * The same, with what a move leaves open worked out when it is first read: what negotiators are handed.
 * Written as JSON the moves are whole; copied by their own properties they are not.
 */
export function choicesIn(position: Position): LegalMove[] {
  const party = position.campaign.toMove;
  const legal: LegalMove[] = [];
  if (party === null || position.done) return legal;
  for (const move of movesIn(position.value)) {
    const choice = choiceOf(move, position, party);
    if (choice) legal.push(choice);
  }
  return legal;
}

function choiceOf(move: KnownMove, position: Position, party: PartyIndex): LegalMove | null {
  const { campaign } = position;
  const { type } = move;
  const plainest = move.plainest[party];
  switch (type) {
    case 'publicise':
      return isPossible(move, campaign, plainest) ? new ToPublicise(position, party) : null;
    case 'release':
      // Whoever can be released can be released alone: the rule asks nothing else, and is asked on every turn.
      return anybody(campaign, party, releasable) ? new ToName(type, campaign, party, releasable) : null;
    case 'strikeNames':
      return isPossible(move, campaign, { type, people: somebody(campaign, party, strikeable), party })
        ? new ToName(type, campaign, party, strikeable)
        : null;
    case 'submitList':
      return isPossible(move, campaign, plainest) ? { type, coverages: COVERAGES } : null;
    case 'proposeTalks':
      return isPossible(move, campaign, plainest) ? new ToMediate(type, position, party) : null;
    case 'callMediator': {
      const call = new ToMediate(type, position, party);
      return call.isPossible() ? call : null;
    }
    case 'offer':
      return isPossible(move, campaign, { type, deal: somebody(campaign, party, offerable), party })
        ? new ToOffer(campaign, party)
        : null;
    default:
      return isPossible(move, campaign, plainest) ? { type } : null;
  }
}
