import { cameTo, type Debrief, type DebriefedDeal, isYetToCome } from '../analysis/debrief.ts';
import { PARTIES, type PartyIndex, type PerParty } from '../scenario/scenario.ts';

/* Worth units as they are shown: to a tenth, and so that what stands side by side adds up as it stands there. */

const FORMATS = [0, 1, 2, 3].map(
  digits => new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
);

/** A number of worth units, to a tenth unless other decimals (0 to 3) are asked for: "0.5", "1,256.6". */
export function worth(value: number, digits = 1): string {
  const scale = 10 ** digits;
  // Rounded first, so that nothing is shown as -0.0.
  return FORMATS[digits]?.format(Math.round(value * scale) / scale + 0) ?? '';
}

/** The same within a sentence: as a whole number where it is large. */
export const units = (value: number) => worth(value, Math.abs(value) >= 10 ? 0 : 1);

/** How much a value is over a least that it stands beside, to be shown: what the two as shown are apart. */
export function worthOver(value: number, least: number): number {
  return (Math.round(value * 10) - Math.round(least * 10)) / 10;
}

/** The agreements of a debrief in worth units to be shown: every row and every sum adds up as it stands there. */
export interface DebriefAsShown {
  readonly deals: readonly DealAsShown[];
  /** What each party gained by the agreements, and by releases: null where nobody was released unasked. */
  readonly agreements: PerParty<number>;
  readonly releases: PerParty<number> | null;
  /** Both together: what each party truly gained, rounded once. */
  readonly together: PerParty<number>;
}

/** An agreement with what it was worth to each party, as it is shown. */
export interface DealAsShown extends DebriefedDeal {
  readonly shown: PerParty<WorthAsShown>;
}

/** A value, the least that it stands beside, and what it is over that. */
export interface WorthAsShown {
  readonly value: number;
  readonly least: number;
  readonly gain: number;
}

export function debriefAsShown(debrief: Debrief): DebriefAsShown {
  const [first, second] = both(party => sideAsShown(debrief, party));
  return {
    deals: debrief.deals.map(deal => ({ ...deal, shown: [first.shown(deal), second.shown(deal)] })),
    agreements: [first.agreements, second.agreements],
    releases: debrief.released.some(people => people > 0) ? [first.releases, second.releases] : null,
    together: [first.together, second.together],
  };
}

/** One side's gains rounded so that they add up to the rounded whole, and its values and leasts to fit them. */
function sideAsShown({ deals, gained, released }: Debrief, party: PartyIndex) {
  const counted = deals.filter(deal => !isYetToCome(deal));
  const gains = counted.map(deal => cameTo(deal).gains[party]);
  const byReleases = released.some(people => people > 0) ? [gained[party] - total(gains)] : [];
  const parts = roundedParts([...gains, ...byReleases], gained[party]);
  const releases = total(parts.slice(counted.length));
  const agreements = total(parts) - releases;
  return {
    shown: (deal: DebriefedDeal) => {
      const { values, gains } = cameTo(deal);
      const gain = parts[counted.indexOf(deal)] ?? Math.round(gains[party] * 10);
      return fitted(values[party], deal.reservations[party], gain);
    },
    agreements: agreements / 10,
    releases: releases / 10,
    together: (agreements + releases) / 10,
  };
}

/** A value and a least in tenths that are a gain apart, both as near to what they truly are as can be. */
function fitted(value: number, least: number, gain: number): WorthAsShown {
  const shown = Math.round((least * 10 + (value * 10 - gain)) / 2);
  return { value: (shown + gain) / 10, least: shown / 10, gain: gain / 10 };
}

/** Parts of a whole in tenths that add up to the rounded whole, by the method of largest remainders. */
export function roundedParts(values: readonly number[], whole: number): number[] {
  const parts = values.map(value => Math.floor(value * 10));
  const remainder = (at: number) => (values[at] ?? 0) * 10 - (parts[at] ?? 0);
  const up = Math.round(whole * 10) - total(parts);
  const largest = [...parts.keys()].sort((a, b) => remainder(b) - remainder(a)).slice(0, up);
  return parts.map((part, at) => (largest.includes(at) ? part + 1 : part));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function both<T>(of: (party: PartyIndex) => T): readonly [T, T] {
  return [of(PARTIES[0]), of(PARTIES[1])];
}
