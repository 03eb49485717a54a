import type { Campaign, Offer } from '../campaign/campaign.ts';
import { type Counts, type Deal, sum, zeros } from '../campaign/counts.ts';
import { toldToMediator } from '../campaign/mediation.ts';
import { PARTIES, type PartyIndex } from '../scenario/scenario.ts';

/*
 * What a mediator's text can begin with, beside the text that the rule for mediators would put on
 * the table. Both are made from what a mediator is told, within the lists.
 */

/**
 * Halfway between the last offers of both sides, group by group; where that is half a person, every
 * other time a person more. Null as long as one side has made no offer in these talks.
 */
export function halfway(campaign: Campaign): Deal | null {
  const [first, second] = PARTIES.map(party => lastOf(campaign, party));
  if (!first || !second) return null;
  const { most } = toldToMediator(campaign).limits;
  const deal = zeros(most.length);
  const halves: [number, number] = [0, 0];
  for (const { index, home } of campaign.parameters.groups) {
    const both = (first.deal[index] ?? 0) + (second.deal[index] ?? 0);
    const up = both % 2 === 1 && halves[home]++ % 2 === 1;
    deal[index] = Math.min(most[index] ?? 0, up ? Math.ceil(both / 2) : Math.floor(both / 2));
  }
  return sum(deal) > 0 ? deal : null;
}

function lastOf({ talks }: Campaign, party: PartyIndex): Offer | undefined {
  return talks.offers.findLast(offer => offer.by === party);
}

/** One for one, as many as can be carried, first those whose return is thought to do most for both. */
export function oneForOne(campaign: Campaign): Deal | null {
  const { limits, valuations } = toldToMediator(campaign);
  const score = (index: number) => (valuations[0].unit[index] ?? 0) + (valuations[1].unit[index] ?? 0);
  const ranked = campaign.parameters.groups
    .filter(group => !group.owed)
    .sort((a, b) => score(b.index) - score(a.index));
  const homes = PARTIES.map(party => ranked.filter(group => group.home === party).map(group => group.index));
  const there = homes.map(groups => sum(groups.map(index => limits.most[index] ?? 0)));
  const each = Math.min(limits.capacity, ...there);
  const deal = zeros(limits.most.length);
  for (const groups of homes) fill(deal, groups, limits.most, each);
  return each > 0 ? deal : null;
}

/** Names `people` of the groups, in their order. */
function fill(deal: number[], groups: readonly number[], most: Counts, people: number): void {
  let left = people;
  for (const index of groups) {
    deal[index] = Math.min(left, most[index] ?? 0);
    left -= deal[index] ?? 0;
  }
}
