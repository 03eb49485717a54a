import type { Campaign, Exchange } from '../campaign/campaign.ts';
import { type Counts, type Deal, sum } from '../campaign/counts.ts';
import { termsOf } from '../campaign/terms.ts';
import { reservation, termsValue, valuationOf } from '../campaign/worth.ts';
import { PARTIES, type PerParty } from '../scenario/scenario.ts';
import { type Position, phaseOf } from '../statechart/position.ts';

/*
 * What each party gains over a campaign, in worth units: for each agreement the value, at the moment
 * it was struck, of those who left captivity, less the reservation of that moment; and the worth or
 * grip alone of people released unasked. An agreement that is still pending counts once somebody
 * has gone home.
 */

export interface Gains {
  /** Agreements struck, carried out or not. */
  readonly agreements: number;
  readonly gained: PerParty<number>;
}

/** Watches a campaign from its first position on. */
export interface GainMeter {
  /** The position after an entry. */
  see(after: Position): void;
  gains(): Gains;
}

export function gainMeter(first: Position): GainMeter {
  let before = first;
  let struck: Campaign | null = null;
  let agreements = 0;
  const exchanged: [number, number] = [0, 0];
  const released: [number, number] = [0, 0];
  return {
    see(after) {
      if (!inHandOver(before) && inHandOver(after)) {
        struck = after.campaign;
        agreements++;
      }
      if (struck && after.campaign.exchanges.length > before.campaign.exchanges.length) {
        const { people, interned } = after.campaign.exchanges.at(-1) as Exchange;
        add(exchanged, gainOf(struck, people, interned));
        struck = null;
      }
      if (after.campaign.releases.length > before.campaign.releases.length) {
        add(released, valueOfRelease(before.campaign, after.campaign));
      }
      before = after;
    },
    gains() {
      const { sentHome, internedSoFar } = before.campaign.talks;
      const pending =
        struck && sum(sentHome) > 0 ? gainOf(struck, sentHome, internedSoFar) : ([0, 0] as const);
      const gained = PARTIES.map(party => exchanged[party] + pending[party] + released[party]);
      return { agreements, gained: gained as [number, number] };
    },
  };
}

export const inHandOver = ({ value }: Position) => phaseOf(value).startsWith('handOver');

function add(total: [number, number], more: PerParty<number>): void {
  for (const party of PARTIES) total[party] += more[party];
}

/** Value, over the reservation, of `people` leaving captivity under the agreement that was struck. */
function gainOf(struck: Campaign, people: Deal, interned: Counts): PerParty<number> {
  const terms = termsOf({ ...termsOf(struck.talks.agreement ?? {}), interned });
  const gain = (party: 0 | 1) =>
    termsValue(valuationOf(struck, party), people, terms) - reservation(struck, party);
  return [gain(0), gain(1)];
}

/** Nothing is asked for people released, so neither parity nor precedent enters their value. */
function valueOfRelease(before: Campaign, after: Campaign): PerParty<number> {
  const people = after.releases.at(-1)?.people ?? [];
  const value = (party: 0 | 1) => {
    const { unit } = valuationOf(before, party);
    return people.reduce((total, count, group) => total + count * (unit[group] ?? 0), 0);
  };
  return [value(0), value(1)];
}
