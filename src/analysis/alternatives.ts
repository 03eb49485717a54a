import { gainsOf, leftBy } from '../campaign/bargaining.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { type Deal, plus, zeros } from '../campaign/counts.ts';
import { type Frontier, frontierOf } from '../campaign/frontier.ts';
import { asymmetricNash, type Valued } from '../campaign/package.ts';
import { available, mostInDeal } from '../campaign/rounds.ts';
import type { Terms } from '../campaign/terms.ts';
import type { Room } from '../campaign/trade-offs.ts';
import { dealValue, everybodyHome, reservation, termsValue, valuationOf } from '../campaign/worth.ts';
import type { PerParty } from '../scenario/scenario.ts';

/*
 * What else could have been agreed at a moment of the talks, by the true values of both sides: the
 * exact frontier, but where a hand-over carries thousands. There deals of the hull stand in, so that
 * what is told is the least that was possible.
 */

/** The frontier, each deal with the people of `beside` in it and its value to both. */
export function frontierAt(
  campaign: Campaign,
  beside: Deal = zeros(campaign.held.length),
  floor: PerParty<number> | null = null,
): Frontier {
  const valuations = [valuationOf(campaign, 0), valuationOf(campaign, 1)] as const;
  const value = (deal: Deal) => [dealValue(valuations[0], deal), dealValue(valuations[1], deal)] as const;
  // Those beside are owed: they add the same to every deal.
  const lowered = floor && gainsOf(floor, value(beside));
  const { deals, gap } = frontierOf(valuations, roomBeside(campaign, beside), lowered);
  return {
    gap,
    deals: deals.map(({ deal }) => {
      const whole = plus(deal, beside);
      return { deal: whole, values: value(whole) };
    }),
  };
}

/** Who may go into a deal now: those held whose names are not struck off and who wish to go, as many as can be carried. */
export function roomBeside(campaign: Campaign, beside: Deal = zeros(campaign.held.length)): Room {
  const { talks, parameters } = campaign;
  // Before the lists are checked nobody knows what can be carried; the likeliest number stands for it.
  const most = talks.capacity > 0 ? mostInDeal(campaign) : parameters.capacity.best * parameters.stages;
  const taken = everybodyHome(parameters, beside);
  const listed = available(campaign);
  return {
    most: parameters.groups.map(({ index, unwilling }) =>
      Math.max(0, Math.min(listed[index] ?? 0, (campaign.held[index] ?? 0) - unwilling)),
    ),
    home: [Math.max(0, most - taken[0]), Math.max(0, most - taken[1])],
  };
}

/** The people of a deal who are owed: whatever else is agreed, they go home. */
export function owedIn(campaign: Campaign, deal: Deal): Deal {
  return campaign.parameters.groups.map(group => (group.owed ? (deal[group.index] ?? 0) : 0));
}

/**
 * The most that each party could have gained on top, by another deal that leaves the other no worse
 * off; 0 where there is none. The owed people of the deal stay in it; the other deals are looked at
 * without terms.
 */
export function leftOnTable(campaign: Campaign, deal: Deal, terms: Terms = {}): PerParty<number> {
  const value = (party: 0 | 1) => termsValue(valuationOf(campaign, party), deal, terms);
  const values = [value(0), value(1)] as const;
  return leftBy(frontierAt(campaign, owedIn(campaign, deal), values).deals, values);
}

/** The Nash deal: the greatest product of gains over both reservations; null where no deal is above both. */
export function nashDeal(campaign: Campaign): Valued | null {
  const reservations = [reservation(campaign, 0), reservation(campaign, 1)] as const;
  return asymmetricNash(frontierAt(campaign, undefined, reservations).deals, reservations, 0.5);
}
