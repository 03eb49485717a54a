import type { Move } from '../campaign/event.ts';
import type { View } from '../campaign/view.ts';
import { coverOf } from '../negotiators/judgement.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { overNeeds } from './coach-offer.ts';
import { countedDays } from './people.ts';
import { mediatorName } from './sentence.ts';
import { units } from './worth.ts';

/* Why a move is advised while there is still time to make it. Everything said is read off the view. */

/** One or two sentences; empty where there is nothing to say. */
export function hintReason(scenario: Scenario, view: View, move: Move): string {
  switch (move.type) {
    case 'offer':
      return ofOffer(view, move);
    case 'accept':
      return ofAcceptance(view);
    case 'refuse':
      return 'In most of the worlds that you could be in they have more to give, and come nearer.';
    case 'wait':
      return ofWaiting(view);
    case 'proposeTalks':
      return ofAsking(scenario, view, move.mediator);
    case 'resume':
      return ofAsking(scenario, view, null);
    case 'callMediator':
      return `A mediator (${mediatorName(scenario, move.mediator)}) covers ${percent(coverOf(view, move.mediator))} of the reluctance on both sides.`;
    case 'agree':
      return 'Talks bind nobody, and no deal is struck without them.';
    case 'submitList':
      return 'A full list builds trust, and trust shortens the checking.';
    case 'handOver':
      return 'Your word was given. A broken agreement takes more than half of the trust there is and brings weeks of silence.';
    default:
      return '';
  }
}

function ofOffer(view: View, offer: Extract<Move, { readonly type: 'offer' }>): string {
  const { own, theirs } = overNeeds(view, offer);
  const them =
    theirs < 0 ? `${units(-theirs)} short of what they need` : `${units(theirs)} over what they need`;
  return `It is worth ${units(own)} over the least you should accept, and as far as you can tell ${them}.`;
}

function ofAcceptance(view: View): string {
  const { offer } = view.talks;
  if (!offer) return '';
  const over = units(overNeeds(view, offer).own);
  return `It is worth ${over} more to you than the least you should accept, and in most of the worlds that you could be in going on brings less than it costs in days.`;
}

function ofWaiting(view: View): string {
  const { offer } = view.talks;
  if (offer?.by === view.party) return 'Your offer is on the table; the answer is theirs to give.';
  return offer
    ? 'In most of the worlds that you could be in they have more to give, and come nearer.'
    : 'Nothing is lost by a day, and something may be learned.';
}

function ofAsking(scenario: Scenario, view: View, mediator: number | null): string {
  const days = countedDays(view.known.days - view.day);
  const name =
    mediator === null
      ? ''
      : ` A mediator (${mediatorName(scenario, mediator)}) covers ${percent(coverOf(view, mediator))} of the reluctance on both sides.`;
  return `A deal that both sides could accept is in sight, and each day of silence is one of the ${days} left.${name}`;
}

const percent = (share: number) => `${Math.round(100 * share)} %`;
