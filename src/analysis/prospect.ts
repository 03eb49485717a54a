import { beginCampaign, type Campaign } from '../campaign/campaign.ts';
import { arrangement, verification } from '../campaign/chance.ts';
import { plus } from '../campaign/counts.ts';
import { hullFrontier } from '../campaign/hull-frontier.ts';
import { settle } from '../campaign/settle.ts';
import { reservation, valuationOf } from '../campaign/worth.ts';
import { PARTIES, type PartyIndex, type Scenario } from '../scenario/scenario.ts';
import { nashDeal, roomBeside } from './alternatives.ts';

/* What a scenario promises before it is played, at its likeliest values. */

/** The campaign before its first day, with all who are captured on a known day held already. */
export function withCaptures(scenario: Scenario): Campaign {
  const parameters = settle(scenario, {});
  const start = beginCampaign(parameters);
  const held = parameters.captures.reduce((all, { people }) => plus(all, people), start.held);
  return { ...start, held };
}

/** Pressure that a party is under when a great deal has happened to it. */
export const HIGH_PRESSURE = 0.9;

/**
 * Whether any deal is above both sides' least: at base pressure or at high pressure, directly or with
 * the mediator that covers most.
 */
export function hasZone(scenario: Scenario): boolean {
  const calm = withCaptures(scenario);
  return [calm, { ...calm, pressure: [HIGH_PRESSURE, HIGH_PRESSURE] as const }]
    .flatMap(campaign => [campaign, mediated(campaign)])
    .some(campaign => nashDeal(campaign) !== null);
}

/** With the mediator at the table that both sides accept and that covers most, if there is one. */
function mediated(campaign: Campaign): Campaign {
  const best = campaign.parameters.mediators
    .map(({ cover, accepted }, mediator) => ({ mediator, cover: accepted[0] && accepted[1] ? cover : 0 }))
    .sort((a, b) => b.cover - a.cover)[0];
  return best && best.cover > 0
    ? { ...campaign, talks: { ...campaign.talks, mediator: best.mediator } }
    : campaign;
}

/** The party that is furthest from its least even at the deal it likes best, under high pressure. */
export function hardestToPlease(scenario: Scenario): PartyIndex {
  const campaign = { ...withCaptures(scenario), pressure: [HIGH_PRESSURE, HIGH_PRESSURE] as const };
  const valuations = [valuationOf(campaign, 0), valuationOf(campaign, 1)] as const;
  // The ends of the hull are the deals that each party likes best.
  const { deals } = hullFrontier(valuations, roomBeside(campaign));
  const shortfall = (party: PartyIndex) =>
    reservation(campaign, party) - Math.max(0, ...deals.map(({ values }) => values[party]));
  return shortfall(1) > shortfall(0) ? 1 : 0;
}

/** Days to propose talks, have an answer and hand over two lists; and days of offers before one is accepted. */
const ASKING = 2;
const OFFERS = 7;
const MIDDLE = () => 0.5;

/** Days from the first overture to the first people home, where nothing goes wrong. */
export function daysToExchange(scenario: Scenario): number {
  const campaign = beginCampaign(settle(scenario, {}));
  const listed: Campaign = { ...campaign, talks: { ...campaign.talks, lists: ['full', 'full'] } };
  const drawn = [verification(listed, MIDDLE), arrangement(listed, MIDDLE)];
  return drawn.reduce((days, event) => days + ('days' in event ? event.days : 0), ASKING + OFFERS);
}

/** Tradeable people of a party who are held, at the likeliest values. */
export function tradeableOf({ parameters, held }: Campaign, home: PartyIndex): number {
  return parameters.groups
    .filter(group => group.home === home && !group.owed)
    .reduce((people, group) => people + (held[group.index] ?? 0), 0);
}

/** The side whose pool weighs next to nothing at this leverage of party 0, with the share it has; null if none. */
export function outweighed(leverage: number): { party: PartyIndex; share: number } | null {
  const shares = [leverage, 1 - leverage] as const;
  const party = PARTIES.find(index => shares[index] < FAINT);
  return party === undefined ? null : { party, share: shares[party] };
}

/** Share of both pools' weight below which a side has hardly anything to bargain with: one to nine. */
const FAINT = 0.1;
