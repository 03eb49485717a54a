import type { Move } from '../campaign/event.ts';
import type { View } from '../campaign/view.ts';
import { termsValue } from '../campaign/worth.ts';
import type { LegalMove } from '../statechart/legal.ts';
import { bestMediator } from './conduct.ts';
import { expectedSettlement, ownValuation, proposals } from './judgement.ts';
import { legalOf } from './negotiator.ts';
import type { Policy } from './rollout.ts';
import { thoughtPlay } from './thought-play.ts';
import { offerAtTarget, targetOf } from './time-dependent.ts';

/*
 * The lines a party may take: a move now and a way of going on. Only what keeps the law of war and
 * one's word is among them: agreements are kept, nobody is threatened, owed people are never asked for.
 * An appeal to one's own public is left out too: it lifts the pressure that gains are measured by.
 */

export interface Line {
  readonly move: Move;
  /** A fresh policy to go on with, for one rollout. */
  readonly goOn: () => Policy;
}

/** Concession exponents to go on with: from holding out to giving way at once. */
const PACES = [0.1, 0.4, 1.5];
/** Shares of the way from the best one can hope for to the reservation at which to put an offer now. */
const TARGETS = [0, 0.3, 0.6, 0.9];

const eager = (e: number) => () => thoughtPlay(e, 'eager');

/** Lines between which there is something to choose; none where conduct alone decides. */
export function linesOf(view: View, legal: readonly LegalMove[]): Line[] {
  if (view.phase.startsWith('rounds')) return bargaining(view, legal);
  const answer = legalOf(legal, 'agree');
  if (answer) return answering(view);
  if (legalOf(legal, 'proposeTalks') || legalOf(legal, 'resume')) return asking(view, legal);
  return preparing(legal);
}

function bargaining(view: View, legal: readonly LegalMove[]): Line[] {
  // With one's own offer on the table there is nothing to do but wait for the answer.
  if (!legalOf(legal, 'offer')) return [{ move: { type: 'wait' }, goOn: eager(0.4) }];
  const lines: Line[] = [];
  const deals = proposals(view);
  const { offer } = view.talks;
  if (
    offer &&
    legalOf(legal, 'accept') &&
    termsValue(ownValuation(view), offer.deal, offer) >= view.reservation
  )
    lines.push({ move: { type: 'accept' }, goOn: eager(0.4) });
  for (const share of TARGETS) {
    const target = Math.max(view.reservation, targetOf(view, deals, share));
    const put = offerAtTarget(view, legal, deals, target);
    if (put) lines.push({ move: put, goOn: eager(0.4) });
  }
  const hold: Move = { type: legalOf(legal, 'refuse') ? 'refuse' : 'wait' };
  for (const e of PACES) lines.push({ move: hold, goOn: eager(e) });
  const call = legalOf(legal, 'callMediator');
  const mediator = call && view.talks.mediator === null ? bestMediator(view, call.mediators) : null;
  if (mediator !== null) lines.push({ move: { type: 'callMediator', mediator }, goOn: eager(0.4) });
  return lines;
}

function answering(view: View): Line[] {
  const settlement = expectedSettlement(view, view.talks.overture?.mediator ?? null);
  return settlement ? [{ move: { type: 'agree' }, goOn: eager(0.4) }] : [];
}

/** Days between two looks whether to ask. */
const LOOKS_EVERY = 2;

function asking(view: View, legal: readonly LegalMove[]): Line[] {
  if (view.day % LOOKS_EVERY !== 0) return [];
  const propose = legalOf(legal, 'proposeTalks');
  const mediator = propose ? bestMediator(view, propose.mediators) : null;
  if (!expectedSettlement(view, mediator)) return [];
  if (!propose) return [{ move: { type: 'resume' }, goOn: eager(0.4) }];
  return [{ move: { type: 'proposeTalks', mediator, openly: false }, goOn: eager(0.4) }];
}

function preparing(legal: readonly LegalMove[]): Line[] {
  if (!legalOf(legal, 'submitList')) return [];
  return [{ move: { type: 'submitList', coverage: 'full' }, goOn: eager(0.4) }];
}
