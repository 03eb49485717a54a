import type { Counts, Deal } from './counts.ts';
import { dealValue, type Valuation } from './worth.ts';

/** What a deal may say beside who goes home. */
export interface Terms {
  /** Of the people of the deal, who goes to a neutral country until the end instead of home (GC III art. 109(2), 111). */
  readonly interned?: Deal;
  /** Whether those who go home promise not to fight again (art. 21). */
  readonly parole?: boolean;
}

/*
 * What is left of a person's worth to the home side, and of the grip the holder loses, under each
 * term. Assumptions, the same for all scenarios: a commander in a neutral country is safe but not
 * home, and does not command.
 */
const INTERNED_WORTH = 0.5;
const INTERNED_GRIP = 0.35;
const PAROLED_WORTH = 0.9;
const PAROLED_GRIP = 0.7;

/** Value of a deal with its terms, in worth units. */
export function termsValue(valuation: Valuation, deal: Deal, terms: Terms): number {
  let value = dealValue(valuation, deal);
  if (!terms.interned && !terms.parole) return value;
  for (let group = 0; group < deal.length; group++) {
    const unit = valuation.unit[group] ?? 0;
    const interned = terms.interned?.[group] ?? 0;
    const home = (deal[group] ?? 0) - interned;
    const left = unit > 0 ? INTERNED_WORTH : INTERNED_GRIP;
    value -= interned * unit * (1 - left);
    if (terms.parole) value -= home * unit * (1 - (unit > 0 ? PAROLED_WORTH : PAROLED_GRIP));
  }
  return value;
}

/** The terms of an offer as data, leaving out those that say nothing. */
export function termsOf({ interned, parole }: Terms): Terms {
  return {
    ...(interned?.some(count => count > 0) ? { interned } : {}),
    ...(parole ? { parole } : {}),
  };
}

/** Of `people`, those who are to be interned, given how many of each group are still to be. */
export function internedOf(people: Counts, toIntern: Counts): number[] {
  return people.map((count, group) => Math.min(count, toIntern[group] ?? 0));
}
