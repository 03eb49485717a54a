import type { Move } from '../campaign/event.ts';
import type { Random } from '../campaign/parameters.ts';
import type { View } from '../campaign/view.ts';
import type { LegalMove } from '../statechart/legal.ts';
import { conduct } from './conduct.ts';
import { equilibrium } from './equilibrium.ts';
import { stepByStep } from './micro.ts';
import { legalOf } from './negotiator.ts';
import { towardsTheFairDeal } from './nice-tit-for-tat.ts';
import type { Policy } from './rollout.ts';
import { type Asking, type Asks, askEagerly, bargaining, inTime, overDeals } from './thought-play.ts';
import { targetOf } from './time-dependent.ts';
import { inReturn } from './tit-for-tat.ts';

/*
 * The ways of bargaining between which a search chooses: those of the other negotiators of this program.
 * Away from the table they are all alike, but for when they ask for talks. Only what keeps the law of war and one's word is among them:
 * agreements are kept, nobody is threatened, owed people are never asked for, lists
 * are full and no names are struck off. Talks may be left, as long as nothing is promised in them. An appeal to one's own public is left out too: it lifts the pressure that gains are
 * measured by.
 */

/** A fresh policy for one rollout, or for one campaign. */
export type Way = () => Policy;

const asking =
  (asks: Asks): Way =>
  () =>
    bargaining(asks);

/** Ways of bargaining in the rounds. The first is what a search does where nothing speaks for another. */
export const WAYS: readonly Way[] = [
  asking(inTime(0.4)),
  asking((view, deals) => inReturn(view, deals)),
  asking(inTime(1)),
  asking(inTime(0.15)),
  asking((view, deals) => towardsTheFairDeal(view, deals)),
  asking(inTime(3)),
  asking((view, deals) => targetOf(view, deals, 0)),
  () => equilibrium.make(),
  () => overDeals((view, legal, random, deals) => stepByStep(view, legal, random, { deals, length: 20 })),
];

/** When to ask for talks. The first is what a search does where nothing speaks for the other. */
export const ASKINGS: readonly Asking[] = ['eager', 'pressed'];

/** A way of bargaining in the rounds, and a way of asking for them. */
export function asksAndBargains(asking: Asking, bargain: Policy): Policy {
  return (view, legal, random) =>
    view.phase.startsWith('rounds')
      ? bargain(view, legal, random)
      : awayFromTheTable(view, legal, random, asking);
}

/** Conduct as all negotiators have it, but with full lists and no names struck off. */
export function awayFromTheTable(
  view: View,
  legal: readonly LegalMove[],
  random: Random,
  asking: Asking,
): Move {
  if (legalOf(legal, 'submitList')) return { type: 'submitList', coverage: 'full' };
  const asked = asking === 'eager' ? askEagerly(view, legal) : null;
  return asked ?? conduct(view, legal.filter(kept[asking]), random) ?? { type: 'wait' };
}

/** What is left to conduct: whoever asks eagerly has asked before. */
const kept: Readonly<Record<Asking, (move: LegalMove) => boolean>> = {
  pressed: ({ type }) => type !== 'strikeNames',
  eager: ({ type }) => type !== 'strikeNames' && type !== 'proposeTalks' && type !== 'resume',
};
