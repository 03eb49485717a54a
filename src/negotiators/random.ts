import { atMost, zeros } from '../campaign/counts.ts';
import { COVERAGES, type Move } from '../campaign/event.ts';
import type { Random } from '../campaign/parameters.ts';
import type { View } from '../campaign/view.ts';
import { dealValue, termsValue } from '../campaign/worth.ts';
import type { LegalMove } from '../statechart/legal.ts';
import { ownValuation } from './judgement.ts';
import type { NegotiatorKind } from './negotiator.ts';

/**
 * The floor that every other negotiator has to beat: any legal move with equal chance, bounded
 * only by what no negotiator does, accepting or offering a deal below its own reservation.
 */
export const random: NegotiatorKind = {
  name: 'random',
  idea: 'Does anything that is possible; the floor to beat.',
  citation: 'Zero-intelligence traders with a budget: Gode and Sunder (1993)',
  learns: false,
  draws: true,
  parameters: [],
  make: () => (view, legal, draw) => {
    const move = legal[Math.floor(draw() * legal.length)];
    return (move && complete(view, move, draw)) ?? { type: 'wait' };
  },
};

/** Makes the choices that a legal move leaves open; null where its own reservation forbids it. */
function complete(view: View, move: LegalMove, draw: Random): Move | null {
  const oneOf = <T>(choices: readonly T[]): T | undefined => choices[Math.floor(draw() * choices.length)];
  switch (move.type) {
    case 'publicise':
      return { type: 'publicise', what: oneOf(move.what) ?? 'appeal' };
    case 'release':
    case 'strikeNames':
      return somebody(move.type, move.most, draw);
    case 'proposeTalks':
      return {
        type: 'proposeTalks',
        mediator: oneOf([null, ...move.mediators]) ?? null,
        openly: draw() < 0.5,
      };
    case 'submitList':
      return { type: 'submitList', coverage: oneOf(COVERAGES) ?? 'full' };
    case 'callMediator':
      return { type: 'callMediator', mediator: oneOf(move.mediators) ?? 0 };
    case 'offer': {
      const deal = someDeal(view, move.most, move.capacity, draw);
      const acceptable =
        deal.some(count => count > 0) && dealValue(ownValuation(view), deal) >= view.reservation;
      return acceptable ? { type: 'offer', deal } : null;
    }
    case 'accept': {
      const { offer } = view.talks;
      const enough = offer && termsValue(ownValuation(view), offer.deal, offer) >= view.reservation;
      return enough ? { type: 'accept' } : null;
    }
    default:
      return { type: move.type };
  }
}

/** A few people of one group. */
function somebody(type: 'release' | 'strikeNames', most: readonly number[], draw: Random): Move | null {
  const groups = most.flatMap((count, group) => (count > 0 ? [group] : []));
  const group = groups[Math.floor(draw() * groups.length)];
  if (group === undefined) return null;
  const people = zeros(most.length);
  people[group] = 1 + Math.floor(draw() * Math.min(10, most[group] ?? 0));
  return { type, people: atMost(people, most) };
}

/** Any deal that fits: each side's people are filled up group by group in a chance order. */
function someDeal(view: View, most: readonly number[], capacity: number, draw: Random): number[] {
  const deal = zeros(most.length);
  const room = [Math.floor(draw() * (capacity + 1)), Math.floor(draw() * (capacity + 1))];
  const order = view.known.groups.map(group => ({ group, key: draw() })).sort((a, b) => a.key - b.key);
  for (const { group } of order) {
    const people = Math.min(most[group.index] ?? 0, Math.floor(draw() * ((room[group.home] ?? 0) + 1)));
    deal[group.index] = people;
    room[group.home] = (room[group.home] ?? 0) - people;
  }
  return deal;
}
