import type { Move } from '../campaign/event.ts';
import type { View } from '../campaign/view.ts';
import { termsValue } from '../campaign/worth.ts';
import type { LegalMove } from '../statechart/legal.ts';
import { bestMediator } from './conduct.ts';
import { equilibrium } from './equilibrium.ts';
import { expectedSettlement, ownValuation } from './judgement.ts';
import { legalOf } from './negotiator.ts';
import { parity } from './parity.ts';
import type { Policy } from './rollout.ts';
import { eagerly, thoughtPlay } from './thought-play.ts';
import { titForTat } from './tit-for-tat.ts';

/*
 * The lines a party may take: a move now and a way of going on. Only what keeps the law of war and
 * one's word is among them: agreements are kept, nobody is threatened, owed people are never asked for.
 * An appeal to one's own public is left out too: it lifts the pressure that gains are measured by.
 */

export interface Line {
  readonly move: Move;
  /** A fresh policy to go on with, for one rollout. */
  readonly goOn: () => Policy;
  /** Whether it is what a steady negotiator would do: taken where nothing speaks for another. */
  readonly usual?: true;
}

const pacedAt = (e: number) => () => thoughtPlay(e, 'eager');
const steady = pacedAt(0.4);

/** Ways of bargaining, each of which says what it would do now and goes on from there. */
const STYLES: readonly (() => Policy)[] = [
  ...[0.15, 1, 3, 0.05].map(pacedAt),
  () => eagerly(titForTat.make()),
  () => eagerly(equilibrium.make()),
  () => eagerly(parity.make()),
];

/** Lines between which there is something to choose; none where conduct alone decides. */
export function linesOf(view: View, legal: readonly LegalMove[]): Line[] {
  if (view.phase.startsWith('rounds')) return bargaining(view, legal);
  if (legalOf(legal, 'agree')) return answering(view);
  if (legalOf(legal, 'proposeTalks') || legalOf(legal, 'resume')) return asking(view, legal);
  return preparing(legal);
}

function bargaining(view: View, legal: readonly LegalMove[]): Line[] {
  // With one's own offer on the table there is nothing to do but wait for the answer.
  if (!legalOf(legal, 'offer')) return [{ move: { type: 'wait' }, goOn: steady }];
  const lines: Line[] = [];
  const add = (move: Move, goOn: Line['goOn']) => {
    const key = keyOf(move);
    if (!lines.some(line => keyOf(line.move) === key)) lines.push({ move, goOn });
  };
  add(steady()(view, legal, NO_LUCK), steady);
  for (const goOn of STYLES) add(goOn()(view, legal, NO_LUCK), goOn);
  const { offer } = view.talks;
  const enough = offer && termsValue(ownValuation(view), offer.deal, offer) >= view.reservation;
  if (enough && legalOf(legal, 'accept')) add({ type: 'accept' }, steady);
  add({ type: legalOf(legal, 'refuse') ? 'refuse' : 'wait' }, steady);
  const call = legalOf(legal, 'callMediator');
  const mediator = call && view.talks.mediator === null ? bestMediator(view, call.mediators) : null;
  if (mediator !== null) add({ type: 'callMediator', mediator }, steady);
  return lines.map((line, index) => (index === 0 ? { ...line, usual: true } : line));
}

/** In the rounds the styles do not draw. */
const NO_LUCK = () => 0.5;

function keyOf(move: Move): string {
  return move.type === 'offer' ? move.deal.join() : move.type;
}

/** Days of silence that saying nothing now is played on as: a day alone would tell nothing apart. */
const SILENCE = 12;

function silence({ day }: View): Line {
  return { move: { type: 'wait' }, goOn: () => eagerly(thoughtPlay(0.4, 'eager'), day + SILENCE) };
}

function answering(view: View): Line[] {
  const settlement = expectedSettlement(view, view.talks.overture?.mediator ?? null);
  return settlement ? [{ move: { type: 'agree' }, goOn: steady }, silence(view)] : [];
}

/** Days between two looks whether to ask. */
const LOOKS_EVERY = 3;

function asking(view: View, legal: readonly LegalMove[]): Line[] {
  const quiet = silence(view);
  if (view.day % LOOKS_EVERY !== 0) return [quiet];
  const propose = legalOf(legal, 'proposeTalks');
  if (!propose)
    return expectedSettlement(view, null) ? [{ move: { type: 'resume' }, goOn: steady }, quiet] : [quiet];
  const through = [...new Set([bestMediator(view, propose.mediators), null])];
  const asks = through
    .filter(mediator => expectedSettlement(view, mediator) !== null)
    .map((mediator): Line => ({ move: { type: 'proposeTalks', mediator, openly: false }, goOn: steady }));
  return [...asks, quiet];
}

function preparing(legal: readonly LegalMove[]): Line[] {
  if (!legalOf(legal, 'submitList')) return [];
  return [{ move: { type: 'submitList', coverage: 'full' }, goOn: steady }];
}
