import { PARTIES, type PartyIndex, type PerParty } from '../scenario/scenario.ts';
import type { Campaign } from './campaign.ts';
import { type Counts, minus, plus, sum } from './counts.ts';
import { weighed } from './leverage.ts';
import { pressureOfReturns } from './pressure.ts';

/** People go home: out of the holdings, into the ledger, and off the minds of those who waited. */
export function sendHome(campaign: Campaign, people: Counts): Campaign {
  const { parameters, ledger, believed } = campaign;
  const daysLeft = Math.max(0, parameters.days - campaign.day);
  const ended: [number, number] = [...campaign.captivityEnded];
  for (const group of parameters.groups) ended[group.home] += (people[group.index] ?? 0) * daysLeft;
  const next: Campaign = {
    ...campaign,
    held: minus(campaign.held, people),
    ledger: { ...ledger, returned: plus(ledger.returned, people) },
    // The home party knows who came back, so its belief about the rest falls by as many.
    believed: {
      low: lessAtLeastZero(believed.low, people),
      best: lessAtLeastZero(believed.best, people),
      high: lessAtLeastZero(believed.high, people),
    },
    pressure: pressureOfReturns(campaign, people),
    captivityEnded: ended,
  };
  return weighed(next);
}

/** People go to a neutral country until the end: out of the holdings, safe, and not home. */
export function takeIn(campaign: Campaign, people: Counts): Campaign {
  if (sum(people) === 0) return campaign;
  const { ledger, believed } = campaign;
  return weighed({
    ...campaign,
    held: minus(campaign.held, people),
    ledger: { ...ledger, interned: plus(ledger.interned, people) },
    believed: {
      low: lessAtLeastZero(believed.low, people),
      best: lessAtLeastZero(believed.best, people),
      high: lessAtLeastZero(believed.high, people),
    },
  });
}

/** People of a party who were interned go home before the end that was agreed. */
export function endInternment(campaign: Campaign, home: PartyIndex): Campaign {
  const { parameters, ledger } = campaign;
  const people = parameters.groups.map(group =>
    group.home === home ? (ledger.interned[group.index] ?? 0) : 0,
  );
  return {
    ...campaign,
    ledger: { ...ledger, interned: minus(ledger.interned, people), returned: plus(ledger.returned, people) },
  };
}

function lessAtLeastZero(counts: Counts, people: Counts): number[] {
  return minus(counts, people).map(count => Math.max(0, count));
}

/** Those of `people` who are still held: some may have died or fallen ill since the deal was struck. */
export function stillHeld(campaign: Campaign, people: Counts): number[] {
  return people.map((count, group) => Math.min(count, campaign.held[group] ?? 0));
}

/** The part of a deal that `party` gives, for each party. */
export function givenBy(campaign: Campaign, deal: Counts): PerParty<number[]> {
  const { groups } = campaign.parameters;
  return PARTIES.map(party => groups.map(g => (g.holder === party ? (deal[g.index] ?? 0) : 0))) as [
    number[],
    number[],
  ];
}
