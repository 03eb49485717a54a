import type { Range } from '../scenario/figure.ts';
import type { PartyIndex, PerParty } from '../scenario/scenario.ts';
import type { Campaign } from './campaign.ts';
import { countsOf, type Deal } from './counts.ts';
import { leverageOf, type Pools } from './leverage.ts';
import { type Limits, nashAmong } from './package.ts';
import type { Parameters } from './parameters.ts';
import { supportedDeals } from './supported-deals.ts';
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

/** What a mediator goes by: nothing that either side keeps to itself. */
export interface Told {
  /** What everybody may assume of either side's worth and grip, at the pressure that can be read in public. */
  readonly valuations: PerParty<Valuation>;
  readonly reservations: PerParty<number>;
  /** The lists on the table, less the names struck off. */
  readonly limits: Limits;
  /** Leverage of party 0, weighed from the same. */
  readonly leverage: number;
}

export function toldToMediator(campaign: Campaign): Told {
  const { parameters, talks, believed } = campaign;
  const cover = coverAtTable({ talks, mediators: parameters.mediators });
  const occasion = occasionOn(parameters, campaign.day);
  const [first, second] = campaign.pressure;
  const pressure = [publicPressure(first).best, publicPressure(second).best] as const;
  const reservationAs = (party: PartyIndex) =>
    reservationOf(parameters.parties[party].prior.reluctance.best, pressure[party], cover, occasion);
  return {
    valuations: [publicValuation(campaign, 0), publicValuation(campaign, 1)],
    reservations: [reservationAs(0), reservationAs(1)],
    limits: {
      // A list that was submitted is what the mediator goes by; below it nobody is promised.
      most: countsOf(parameters.groups, ({ index }) =>
        Math.max(0, (believed.low[index] ?? 0) - (talks.struck[index] ?? 0)),
      ),
      capacity: talks.capacity * parameters.stages,
    },
    leverage: leverageOf({
      groups: poolsInPublic(parameters),
      capacity: parameters.capacity,
      held: believed.best,
      pressure,
    }),
  };
}

/** The groups as everybody may weigh them: the same all through a campaign. */
function poolsInPublic({ groups }: Parameters): Pools['groups'] {
  const known = weighedInPublic.get(groups);
  if (known) return known;
  const pools = groups.map(({ index, home, holder, owed, prior }) => ({
    index,
    home,
    holder,
    owed,
    worth: prior.worth.best,
    salience: prior.salience.best,
  }));
  weighedInPublic.set(groups, pools);
  return pools;
}

const weighedInPublic = new WeakMap<Parameters['groups'], Pools['groups']>();

/**
 * The mediator's single text: the asymmetric Nash deal, weighted by leverage, on what it was told.
 * Null where it sees no deal that both could accept.
 */
export function mediatorsText(campaign: Campaign): Deal | null {
  const { valuations, reservations, limits, leverage } = toldToMediator(campaign);
  const deals = supportedDeals(valuations, limits);
  const nash = nashAmong(deals.values, reservations, leverage);
  return nash < 0 ? null : deals.deal(nash);
}

function publicValuation(campaign: Campaign, party: PartyIndex): Valuation {
  const { parameters } = campaign;
  const pressure = publicPressure(campaign.pressure[party]).best;
  const unit: number[] = [];
  for (const { home, prior } of parameters.groups) {
    const { worth, salience, grip } = prior;
    unit.push(home === party ? worthHome(worth.best, salience.best, pressure) : -grip.best);
  }
  return {
    party,
    unit,
    balance: balanceOf(parameters, party),
    imbalance: parameters.parties[party].prior.imbalance.best,
    precedent: 0,
    lastRatio: 1,
  };
}

/** Pressure as an outsider can read it: which quarter of the scale it is in. */
export function publicPressure(pressure: number): Range {
  return QUARTERS[Math.min(3, Math.floor(pressure * 4))] ?? quarter(0);
}

const QUARTERS = [quarter(0), quarter(1), quarter(2), quarter(3)];

function quarter(number: number): Range {
  return { low: number / 4, best: number / 4 + 0.125, high: number / 4 + 0.25 };
}
