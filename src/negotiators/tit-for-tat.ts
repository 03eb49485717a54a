import type { Move } from '../campaign/event.ts';
import type { WeighedDeals } from '../campaign/supported-deals.ts';
import type { View } from '../campaign/view.ts';
import type { LegalMove } from '../statechart/legal.ts';
import { concededTowards } from './concession.ts';
import { conduct } from './conduct.ts';
import { proposals } from './judgement.ts';
import type { NegotiatorKind } from './negotiator.ts';
import { bargainAt, bestHoped, targetOf } from './time-dependent.ts';

/**
 * Gives way as far as the other side does. The tactic is the relative tit-for-tat of Faratin,
 * Sierra and Jennings, summed up over the talks: if the other side has come a share s of the way
 * from its first offer to the best one can hope for, one asks for
 *
 *     best - (best - reservation) * (reciprocity * s + forgiveness * offers made)
 *
 * Shares are taken and not ratios of values, since a worth has no natural zero. The last term is
 * what lets two of them come together, each of whom would otherwise wait for the other.
 */
export const titForTat: NegotiatorKind = {
  name: 'tit-for-tat',
  idea: 'Gives way as far as the other side does.',
  citation:
    'Faratin, Sierra and Jennings (1998), Negotiation decision functions for autonomous agents, behaviour-dependent tactics',
  learns: true,
  draws: true,
  parameters: [
    {
      name: 'reciprocity',
      meaning: "share of the other side's concession that it returns",
      minimum: 0,
      maximum: 2,
      standard: 1,
    },
    {
      name: 'forgiveness',
      meaning: 'share of its room that it gives up of its own accord with each offer',
      minimum: 0,
      maximum: 0.2,
      standard: 0.01,
    },
  ],
  make:
    (reciprocity = 1, forgiveness = 0.01) =>
    (view, legal, random) =>
      conduct(view, legal, random) ?? bargain(view, legal, reciprocity, forgiveness),
};

function bargain(view: View, legal: readonly LegalMove[], reciprocity: number, forgiveness: number): Move {
  const deals = proposals(view);
  return bargainAt(view, legal, deals, inReturn(view, deals, reciprocity, forgiveness));
}

/** What it asks for, with these deals in sight. */
export function inReturn(view: View, deals: WeighedDeals, reciprocity = 1, forgiveness = 0.01): number {
  const made = view.talks.offers.filter(offer => offer.by === view.party).length;
  const conceded = reciprocity * concededTowards(view, bestHoped(view, deals)) + forgiveness * made;
  return targetOf(view, deals, Math.min(1, conceded));
}
