import type { PartyIndex, PerParty } from '../scenario/scenario.ts';
import type { Campaign, Draft } from './campaign.ts';
import { atMost, type Counts, countsOf, minus, plus, sum, zeros } from './counts.ts';
import { leverageIn } from './leverage.ts';
import { ownCounts } from './own-counts.ts';
import { lowerByReturns } from './pressure.ts';

/** People go home: out of the holdings, into the ledger, and off the minds of those who waited. */
export function sendHome(draft: Draft, people: Counts): void {
  const { ledger, believed } = ownCounts(draft);
  draft.held = minus(draft.held, people);
  ledger.returned = plus(ledger.returned, people);
  forget(believed, people);
  lowerByReturns(draft, people);
  draft.leverage = leverageIn(draft);
  draft.captivityEnded = captivityEnded(draft, people);
}

/** The home party knows who came back, so its belief about the rest falls by as many. */
function forget(
  { low, best, high }: { low: number[]; best: number[]; high: number[] },
  people: Counts,
): void {
  for (let group = 0; group < people.length; group++) {
    const count = people[group];
    if (!count) continue;
    low[group] = Math.max(0, (low[group] ?? 0) - count);
    best[group] = Math.max(0, (best[group] ?? 0) - count);
    high[group] = Math.max(0, (high[group] ?? 0) - count);
  }
}

/** Days of captivity spared so far, with those of `people` from now to the horizon. */
function captivityEnded({ parameters, day, captivityEnded }: Campaign, people: Counts): PerParty<number> {
  const daysLeft = Math.max(0, parameters.days - day);
  let [first, second] = captivityEnded;
  for (let at = 0; at < people.length; at++) {
    const days = (people[at] ?? 0) * daysLeft;
    if (parameters.groups[at]?.home === 0) first += days;
    else second += days;
  }
  return [first, second];
}

/** People go to a neutral country until the end: out of the holdings, safe, and not home. */
export function takeIn(draft: Draft, people: Counts): void {
  if (sum(people) === 0) return;
  const { ledger, believed } = ownCounts(draft);
  draft.held = minus(draft.held, people);
  ledger.interned = plus(ledger.interned, people);
  forget(believed, people);
  draft.leverage = leverageIn(draft);
}

/** People of a party who were interned go home before the end that was agreed. */
export function endInternment(draft: Draft, home: PartyIndex): void {
  const { interned, returned } = draft.ledger;
  const people = countsOf(draft.parameters.groups, group =>
    group.home === home ? (interned[group.index] ?? 0) : 0,
  );
  draft.ledger = { ...draft.ledger, interned: minus(interned, people), returned: plus(returned, people) };
}

/** Those of `people` who are still held: some may have died or fallen ill since the deal was struck. */
export function stillHeld(campaign: Campaign, people: Counts): Counts {
  return atMost(people, campaign.held);
}

/** The part of a deal that `party` gives. */
export function givenBy({ parameters }: Campaign, deal: Counts, party: PartyIndex): number[] {
  const given = zeros(parameters.groups.length);
  for (let at = 0; at < deal.length; at++) {
    if (parameters.groups[at]?.holder === party) given[at] = deal[at] ?? 0;
  }
  return given;
}
