import { labelOfDecision, lookAsKnown, lookInHindsight, seatsOf } from '../../src/analysis/coach.ts';
import { type Decision, decisionsOf, sameMove } from '../../src/analysis/coach-decision.ts';
import { ADAPTIVE } from '../../src/analysis/coach-effort.ts';
import { type Label, matters, stakeOf } from '../../src/analysis/coach-verdict.ts';
import type { Comparison, Effort } from '../../src/analysis/comparison.ts';
import type { Move } from '../../src/campaign/event.ts';
import { streamsOf } from '../../src/campaign/streams.ts';
import { NEGOTIATORS } from '../../src/negotiators/index.ts';
import type { Negotiator } from '../../src/negotiators/negotiator.ts';
import { playOn } from '../../src/negotiators/rollout.ts';
import type { PartyIndex, PerParty, Scenario } from '../../src/scenario/scenario.ts';
import { played } from '../fixtures/river.ts';
import { negotiator, scenario } from '../library.ts';

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
  /** Worth units that the coach saw at stake. */
  readonly stake: number;
  /** Whether what was hidden would have changed the advice; null where hindsight was not asked. */
  readonly differs: boolean | null;
}

export interface Trying {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly seats: PerParty<Negotiator>;
  readonly party: PartyIndex;
  readonly effort: Effort;
  /** Lucks that each move is tried under. */
  readonly lucks: number;
  readonly hindsight: boolean;
  /** Decisions looked at, drawn by lot; without it all of them. */
  readonly most?: number;
}

/** The decisions of a campaign that got a label with something to try. */
export function triedIn(trying: Trying): Tried[] {
  const { scenario: described, seed, seats, party, effort, hindsight } = trying;
  const { record, replay } = played(described, seed, seats);
  const coachSeats = seatsOf({ scenario: described, record, replay, party });
  return drawn(decisionsOf(record, replay, party), trying).flatMap(decision => {
    const asKnown = lookAsKnown(decision, coachSeats, effort);
    const label = labelOfDecision(decision, asKnown);
    const rival = matters(asKnown) ? rivalIn(asKnown, label) : undefined;
    if (!rival || label === 'unclear' || sameMove(rival.move, decision.played)) return [];
    const then = hindsight ? lookInHindsight(decision, coachSeats, effort) : null;
    return [
      {
        label,
        hindsightLabel: then && labelOfDecision(decision, then),
        phase: decision.view.phase,
        better: meanGain(decision, rival.move, trying) - meanGain(decision, decision.played, trying),
        said: rival.lead.mean,
        stake: stakeOf(asKnown),
        differs: then && !sameMove(then.advice.move, asKnown.advice.move),
      },
    ];
  });
}

/** Some of the decisions, in order. */
function drawn(decisions: readonly Decision[], { seed, most }: Trying): readonly Decision[] {
  if (most === undefined || decisions.length <= most) return decisions;
  const { next } = streamsOf(`lot/${seed}`).of('hidden');
  const lots = decisions.map(decision => ({ decision, lot: next() })).sort((a, b) => a.lot - b.lot);
  const taken = new Set(lots.slice(0, most).map(({ decision }) => decision));
  return decisions.filter(decision => taken.has(decision));
}

/** What is tried in place of the move played: the advice; of a best move the one that came next to it. */
function rivalIn({ moves, advice, played: given }: Comparison, label: Label) {
  return label === 'best' ? moves.find(({ move }) => !sameMove(move, given.move)) : advice;
}

function meanGain({ position, party, entry }: Decision, move: Move, { seed, seats, lucks }: Trying): number {
  const policies = [seats[0].decide, seats[1].decide] as const;
  let total = 0;
  for (let luck = 0; luck < lucks; luck++) {
    const fresh = `fresh/${seed}/${entry}/${luck}`;
    const until = position.campaign.parameters.days;
    total += playOn(position, move, { policies, seed: fresh, until }).gained[party];
  }
  return total / lucks;
}

/** Which campaigns are tried: so many in each scenario, everyone in turn against everyone. */
export interface HonestyPlan {
  /** In turn, one a campaign. */
  readonly scenarios: readonly string[];
  /** What seeds begin with: another one gives luck that nothing was tuned on. */
  readonly prefix: string;
  readonly lucks: number;
  /** Decisions of each campaign, drawn by lot: those of one campaign share much, so few of many say more. */
  readonly most: number;
}

export interface TriedCampaign {
  readonly number: number;
  readonly scenario: string;
  readonly tried: readonly Tried[];
}

/** All but the search, which thinks long. */
const SEATS = NEGOTIATORS.map(({ name }) => name).filter(name => name !== 'search');
/** Shares no factor with their number, so that everyone meets everyone. */
const STRIDE = 5;
/** One campaign in so many is looked at in hindsight too. */
const HINDSIGHT_EVERY = 4;

/** One campaign of a plan; the coach takes as many rollouts as it does for a player. */
export function triedCampaign(
  { scenarios, prefix, lucks, most }: HonestyPlan,
  number: number,
): TriedCampaign {
  const id = scenarios[number % scenarios.length];
  if (id === undefined) throw new Error('a plan has scenarios');
  const turn = Math.floor(number / scenarios.length);
  const party = turn % 2 === 0 ? 0 : 1;
  const seat = (index: number) => negotiator(SEATS[index % SEATS.length] ?? 'boulware');
  const [own, theirs] = [seat(turn), seat(turn * STRIDE + 1)];
  const tried = triedIn({
    scenario: scenario(id),
    seed: `${prefix}-${number}`,
    seats: party === 0 ? [own, theirs] : [theirs, own],
    party,
    effort: ADAPTIVE,
    lucks,
    most,
    hindsight: turn % HINDSIGHT_EVERY === 0,
  });
  return { number, scenario: id, tried };
}
