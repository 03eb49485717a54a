import { COVERAGES, type MoveType, type PartyEvent } from '../campaign/event.ts';
import type { PartyIndex } from '../scenario/scenario.ts';
import {
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
import { movesIn, type Position, refuse } from './position.ts';

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
  const types = movesIn(position.value);
  for (let at = 0; at < types.length; at++) {
    const move = choiceOf(types[at] ?? 'wait', position, party);
    if (move) legal.push(move);
  }
  return legal;
}

function choiceOf(type: MoveType, position: Position, party: PartyIndex): LegalMove | null {
  const { campaign } = position;
  switch (type) {
    case 'publicise':
      // An appeal names nobody: where even that is refused, so is the rest.
      return possible(position, { type, what: 'appeal', party }) ? new ToPublicise(position, party) : null;
    case 'release':
      return possible(position, { type, people: somebody(campaign, party, releasable), party })
        ? new ToName(type, campaign, party, releasable)
        : null;
    case 'strikeNames':
      return possible(position, { type, people: somebody(campaign, party, strikeable), party })
        ? new ToName(type, campaign, party, strikeable)
        : null;
    case 'submitList':
      return possible(position, { type, coverage: 'full', party }) ? { type, coverages: COVERAGES } : null;
    case 'proposeTalks':
      return possible(position, { type, mediator: null, openly: false, party })
        ? new ToMediate(type, position, party)
        : null;
    case 'callMediator': {
      const call = new ToMediate(type, position, party);
      return call.isPossible() ? call : null;
    }
    case 'offer':
      return possible(position, { type, deal: somebody(campaign, party, offerable), party })
        ? new ToOffer(campaign, party)
        : null;
    default:
      return possible(position, { type, party } as PartyEvent) ? { type } : null;
  }
}

function possible(position: Position, event: PartyEvent): boolean {
  return refuse(position, event) === null;
}
