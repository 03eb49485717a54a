import type { Campaign } from '../campaign/campaign.ts';
import { type Deal, plus, sameCounts } from '../campaign/counts.ts';
import { asymmetricNash, type Limits, supportedDeals, type Valued } from '../campaign/package.ts';
import { available, mostInDeal } from '../campaign/rounds.ts';
import type { Terms } from '../campaign/terms.ts';
import { dealValue, everybodyHome, reservation, termsValue, valuationOf } from '../campaign/worth.ts';
import { other, PARTIES, type PartyIndex, type PerParty } from '../scenario/scenario.ts';

/*
 * What else could have been agreed at a moment of the talks, by the true values of both sides.
 * The deals looked at are those that some weighting of both values picks out, and all that lie on
 * the way from each of them to the next, one person at a time. So "at least" is always right and
 * "exactly" is not promised: values bend where parity and the last ratio are passed, and a deal
 * beyond such a bend can be missed.
 */

/** Deals near the frontier, each with its value to both, from party 1's favour to party 0's. */
export function alternatives(campaign: Campaign, beside: Deal = []): Valued[] {
  const limits = limitsAt(campaign, beside);
  const value = valuer(campaign);
  const corners = supportedDeals([valuationOf(campaign, 0), valuationOf(campaign, 1)], limits);
  const deals = corners.flatMap((corner, index) => [
    corner.deal,
    ...between(corner.deal, corners[index + 1]?.deal ?? corner.deal),
  ]);
  return deals
    .filter(deal => Math.max(...everybodyHome(campaign.parameters, deal)) <= limits.capacity)
    .map(deal => value(beside.length > 0 ? plus(deal, beside) : deal));
}

/** Who may go into a deal now: those held whose names are not struck off, as many as can be carried. */
function limitsAt(campaign: Campaign, beside: Deal): Limits {
  const { talks, parameters } = campaign;
  // Before the lists are checked nobody knows what can be carried; the likeliest number stands for it.
  const most = talks.capacity > 0 ? mostInDeal(campaign) : parameters.capacity.best * parameters.stages;
  const taken = Math.max(...everybodyHome(parameters, beside));
  return { most: available(campaign), capacity: Math.max(0, most - taken) };
}

function valuer(campaign: Campaign): (deal: Deal) => Valued {
  const [first, second] = [valuationOf(campaign, 0), valuationOf(campaign, 1)];
  return deal => ({ deal, values: [dealValue(first, deal), dealValue(second, deal)] });
}

/** The deals strictly between two, moved on by one person of the group that changes most. */
function between(from: Deal, to: Deal): Deal[] {
  const steps = Math.max(0, ...from.map((count, group) => Math.abs((to[group] ?? 0) - count)));
  const deals: Deal[] = [];
  for (let step = 1; step < steps; step++) {
    const deal = from.map((count, group) => count + Math.round((((to[group] ?? 0) - count) * step) / steps));
    if (!sameCounts(deal, deals.at(-1) ?? from)) deals.push(deal);
  }
  return deals;
}

/** The people of a deal who are owed: whatever else is agreed, they go home. */
function owedIn(campaign: Campaign, deal: Deal): Deal {
  return campaign.parameters.groups.map(group => (group.owed ? (deal[group.index] ?? 0) : 0));
}

/**
 * The most that each party could at least have gained on top, by another deal that leaves the other
 * no worse off. 0 where no better deal is found. The owed people of the deal stay in it; the other
 * deals are looked at without terms.
 */
export function leftOnTable(campaign: Campaign, deal: Deal, terms: Terms = {}): PerParty<number> {
  const owed = owedIn(campaign, deal);
  const found = alternatives(campaign, owed);
  const values = PARTIES.map(party => termsValue(valuationOf(campaign, party), deal, terms));
  const left = (party: PartyIndex) => {
    const them = other(party);
    const [own = 0, theirs = 0] = [values[party], values[them]];
    return found
      .filter(candidate => candidate.values[them] >= theirs)
      .reduce((most, candidate) => Math.max(most, candidate.values[party] - own), 0);
  };
  return [left(0), left(1)];
}

/** The Nash deal: the greatest product of gains over both reservations; null where no deal is above both. */
export function nashDeal(campaign: Campaign): Valued | null {
  const reservations = [reservation(campaign, 0), reservation(campaign, 1)] as const;
  return asymmetricNash(alternatives(campaign), reservations, 0.5);
}
