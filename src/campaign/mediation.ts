import { PARTIES, type PartyIndex } from '../scenario/scenario.ts';
import type { Campaign } from './campaign.ts';
import type { Deal } from './counts.ts';
import { asymmetricNash, supportedDeals } from './package.ts';
import { balanceOf, coverAtTable, occasionOn, reservationOf, type Valuation, worthHome } from './worth.ts';

/** Days of rounds before a mediator puts a text of its own on the table, and between two texts. */
const FIRST_TEXT_AFTER = 5;
const NEXT_TEXT_AFTER = 4;

/** Whether the mediator has waited long enough to propose. */
export function mediatorIsDue(campaign: Campaign): boolean {
  const { talks, day, parameters } = campaign;
  if (talks.mediator === null || parameters.mediators[talks.mediator]?.proposes !== true) return false;
  if (day - talks.since < FIRST_TEXT_AFTER) return false;
  const last = talks.offers.findLast(offer => offer.by === null);
  return last === undefined || day - last.day >= NEXT_TEXT_AFTER;
}

/**
 * The mediator's single text: the asymmetric Nash deal, weighted by leverage, on what it was told:
 * the lists on the table, what everybody may assume of either side's worth and grip, and pressure
 * as it can be read in public. Null where it sees no deal that both could accept.
 */
export function mediatorsText(campaign: Campaign): Deal | null {
  const { parameters, talks } = campaign;
  const valuations = PARTIES.map(party => publicValuation(campaign, party)) as [Valuation, Valuation];
  const cover = coverAtTable({ talks, mediators: parameters.mediators });
  const occasion = occasionOn(parameters, campaign.day);
  const reservations = PARTIES.map(party =>
    reservationOf(
      parameters.parties[party].prior.reluctance.best,
      publicPressure(campaign.pressure[party]).best,
      cover,
      occasion,
    ),
  ) as [number, number];
  // A list that was submitted is what the mediator goes by; below it nobody is promised.
  const most = parameters.groups.map(g =>
    Math.max(0, (campaign.believed.low[g.index] ?? 0) - (talks.struck[g.index] ?? 0)),
  );
  const deals = supportedDeals(valuations, { most, capacity: talks.capacity });
  return asymmetricNash(deals, reservations, campaign.leverage)?.deal ?? null;
}

function publicValuation(campaign: Campaign, party: PartyIndex): Valuation {
  const { parameters } = campaign;
  const pressure = publicPressure(campaign.pressure[party]).best;
  return {
    party,
    unit: parameters.groups.map(({ home, prior }) =>
      home === party ? worthHome(prior.worth.best, prior.salience.best, pressure) : -prior.grip.best,
    ),
    balance: balanceOf(parameters, party),
    imbalance: parameters.parties[party].prior.imbalance.best,
    precedent: 0,
    lastRatio: 1,
  };
}

/** Pressure as an outsider can read it: which quarter of the scale it is in. */
export function publicPressure(pressure: number): { low: number; best: number; high: number } {
  const quarter = Math.min(3, Math.floor(pressure * 4));
  return { low: quarter / 4, best: quarter / 4 + 0.125, high: quarter / 4 + 0.25 };
}
