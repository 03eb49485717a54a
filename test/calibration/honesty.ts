import { labelOfDecision, lookAsKnown, lookInHindsight, seatsOf } from '../../src/analysis/coach.ts';
import { type Decision, decisionsOf, sameMove } from '../../src/analysis/coach-decision.ts';
import { type Label, matters } from '../../src/analysis/coach-verdict.ts';
import type { Effort } from '../../src/analysis/comparison.ts';
import type { Move } from '../../src/campaign/event.ts';
import type { Negotiator } from '../../src/negotiators/negotiator.ts';
import { playOn } from '../../src/negotiators/rollout.ts';
import type { PartyIndex, Scenario } from '../../src/scenario/scenario.ts';
import { played } from '../fixtures/river.ts';

/*
 * Whether the coach is honest: campaigns of negotiators are judged, and where it would have had another
 * move made, both are played on in the true world, by the negotiators themselves, to the end of the
 * campaign, under luck that the coach has not seen.
 */

export interface Tried {
  readonly label: Label;
  readonly hindsightLabel: Label | null;
  readonly phase: string;
  /** By how much another move did better than the one played: the advice, or the runner-up of a best move. */
  readonly better: number;
  /** By how much the coach had said that it would. */
  readonly said: number;
  /** Whether what was hidden would have changed the advice. */
  readonly differs: boolean | null;
}

export interface Trying {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly seats: readonly [Negotiator, Negotiator];
  readonly party: PartyIndex;
  readonly effort: Effort;
  /** Lucks that each move is tried under. */
  readonly lucks: number;
  readonly hindsight: boolean;
}

/** Every decision of a campaign that got a label with something to try. */
export function triedIn({ scenario, seed, seats, party, effort, lucks, hindsight }: Trying): Tried[] {
  const { record, replay } = played(scenario, seed, seats);
  const plan = { scenario, record, replay, party };
  const coachSeats = seatsOf(plan);
  return decisionsOf(record, replay, party).flatMap(decision => {
    const asKnown = lookAsKnown(decision, coachSeats, effort);
    if (!matters(asKnown)) return [];
    const label = labelOfDecision(decision, asKnown);
    const others = asKnown.moves.filter(({ move }) => !sameMove(move, decision.played));
    const rival = label === 'best' ? others[0] : asKnown.advice;
    if (!rival || label === 'unclear' || sameMove(rival.move, decision.played)) return [];
    const then = hindsight ? lookInHindsight(decision, coachSeats, effort) : null;
    const gain = (move: Move) => meanGain(decision, move, { seed, seats, lucks });
    return [
      {
        label,
        hindsightLabel: then && labelOfDecision(decision, then),
        phase: decision.view.phase,
        better: gain(rival.move) - gain(decision.played),
        said: rival.lead.mean,
        differs: then && !sameMove(then.advice.move, asKnown.advice.move),
      },
    ];
  });
}

function meanGain(
  { position, party, entry }: Decision,
  move: Move,
  { seed, seats, lucks }: Pick<Trying, 'seed' | 'seats' | 'lucks'>,
): number {
  const policies = [seats[0].decide, seats[1].decide] as const;
  let total = 0;
  for (let luck = 0; luck < lucks; luck++) {
    const fresh = `fresh/${seed}/${entry}/${luck}`;
    const until = position.campaign.parameters.days;
    total += playOn(position, move, { policies, seed: fresh, until }).gained[party];
  }
  return total / lucks;
}
