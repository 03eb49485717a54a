import { cameTo, type Debrief, type DebriefedDeal, isYetToCome } from '../analysis/debrief.ts';
import { PARTIES, type PartyIndex, type PerParty } from '../scenario/scenario.ts';

/* Worth units as they are shown: to a tenth, and so that what stands side by side adds up as it stands there. */

/** A number of worth units, to a tenth. */
export function worth(value: number): string {
  // Rounded first, so that nothing is shown as -0.0.
  return (Math.round(value * 10) / 10 + 0).toFixed(1);
}

/** How much a value is over a least that it stands beside, to be shown: what the two as shown are apart. */
export function worthOver(value: number, least: number): number {
  return (Math.round(value * 10) - Math.round(least * 10)) / 10;
}

/** What each party gained, to be shown: of the agreements the sum of their gains as shown, and by releases. */
export interface GainedAsShown {
  readonly agreements: PerParty<number>;
  /** Null where nobody was released unasked. */
  readonly releases: PerParty<number> | null;
  readonly together: PerParty<number>;
}

export function gainedAsShown({ deals, gained, released }: Debrief): GainedAsShown {
  const counted = deals.filter(deal => !isYetToCome(deal));
  const gain = (deal: DebriefedDeal, party: PartyIndex) =>
    worthOver(cameTo(deal).values[party], deal.reservations[party]);
  const agreements = both(party => counted.reduce((total, deal) => total + gain(deal, party), 0));
  if (!released.some(people => people > 0)) return { agreements, releases: null, together: agreements };
  // What is left of the whole as it is shown elsewhere.
  const releases = both(party => worthOver(gained[party], agreements[party]));
  return { agreements, releases, together: both(party => agreements[party] + releases[party]) };
}

function both<T>(of: (party: PartyIndex) => T): PerParty<T> {
  return [of(PARTIES[0]), of(PARTIES[1])];
}
