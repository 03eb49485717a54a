import type { Campaign, Exchange } from '../campaign/campaign.ts';
import { type Deal, sum } from '../campaign/counts.ts';
import { type Terms, termsOf } from '../campaign/terms.ts';
import { reservation, termsValue, type Valuation, valuationOf } from '../campaign/worth.ts';
import type { PartyIndex, PerParty } from '../scenario/scenario.ts';

/** An agreement and what it is worth to both by the true values of the day on which it was struck. */
interface Struck {
  readonly valuations: PerParty<Valuation>;
  readonly reservations: PerParty<number>;
  readonly terms: Terms;
}

/** What of a campaign tells what the next event did. */
type Noted = { -readonly [Field in 'talks' | 'releases' | 'exchanges']: Campaign[Field] } & {
  readonly pressure: [number, number];
};

function notedOf({ pressure, talks, releases, exchanges }: Campaign): Noted {
  return { pressure: [...pressure], talks, releases, exchanges };
}

/**
 * What both parties gain while a campaign is played, in worth units, as a debrief counts it: for each
 * agreement the value of those who went home less the reservation, by the values of the day it was
 * struck; for people released unasked their worth or grip alone. An agreement struck before the tally
 * began is valued as of its beginning.
 */
export class GainsTally {
  readonly #gained: [number, number] = [0, 0];
  #struck: Struck | null;
  /** The campaign after the last event, as far as the next may be told by it. */
  #last: Noted;
  /** Agreements carried out, in full or in part, since the tally began. */
  exchanges = 0;

  constructor(start: Campaign) {
    this.#struck = start.talks.agreement ? struckIn(start) : null;
    this.#last = notedOf(start);
  }

  /** Takes note of one event by the campaign after it; it may be changed by the next. */
  note(campaign: Campaign): void {
    const { pressure, talks, releases, exchanges } = campaign;
    const last = this.#last;
    if (releases !== last.releases) this.#noteRelease(campaign);
    if (exchanges !== last.exchanges) this.#close(exchanges.at(-1));
    else if (talks.agreement && !last.talks.agreement) this.#struck = struckIn(campaign);
    // Two figures, since a campaign in hand changes its pair in place.
    last.pressure[0] = pressure[0];
    last.pressure[1] = pressure[1];
    last.talks = talks;
    last.releases = releases;
    last.exchanges = exchanges;
  }

  /**
   * Gains so far. An agreement not yet carried out counts for those who have gone home, or, with
   * `asPromised`, for everybody whom it names.
   */
  gained({ talks }: Campaign, asPromised: boolean): PerParty<number> {
    const { agreement, sentHome, internedSoFar } = talks;
    if (!agreement || !this.#struck) return [...this.#gained];
    if (asPromised) return this.#with(agreement.deal, agreement.interned ?? []);
    return sum(sentHome) > 0 ? this.#with(sentHome, internedSoFar) : [...this.#gained];
  }

  #with(people: Deal, interned: Deal): PerParty<number> {
    const struck = this.#struck;
    if (!struck) return [...this.#gained];
    return [
      this.#gained[0] + realised(struck, 0, people, interned),
      this.#gained[1] + realised(struck, 1, people, interned),
    ];
  }

  #close(exchange: Exchange | undefined): void {
    if (!exchange || !this.#struck) return;
    const [first, second] = this.#with(exchange.people, exchange.interned);
    this.#gained[0] = first;
    this.#gained[1] = second;
    this.#struck = null;
    this.exchanges++;
  }

  /** Nothing is asked for people released, so neither parity nor precedent enters their value. */
  #noteRelease(campaign: Campaign): void {
    const people = campaign.releases.at(-1)?.people ?? [];
    // What they meant while they were held: their return has lowered the pressure.
    const before = { ...campaign, pressure: this.#last.pressure };
    for (const party of [0, 1] as const) {
      const { unit } = valuationOf(before, party);
      people.forEach((count, group) => {
        this.#gained[party] += count * (unit[group] ?? 0);
      });
    }
  }
}

function struckIn(campaign: Campaign): Struck {
  return {
    valuations: [valuationOf(campaign, 0), valuationOf(campaign, 1)],
    reservations: [reservation(campaign, 0), reservation(campaign, 1)],
    terms: termsOf(campaign.talks.agreement ?? {}),
  };
}

function realised(struck: Struck, party: PartyIndex, people: Deal, interned: Deal): number {
  const terms = termsOf({ ...struck.terms, interned });
  return termsValue(struck.valuations[party], people, terms) - struck.reservations[party];
}
