import { type Counts, type Deal, zeros } from './counts.ts';

/** What a deal may say beside who goes home. */
export interface Terms {
  /** Of the people of the deal, who goes to a neutral country until the end instead of home (GC III art. 109(2), 111). */
  readonly interned?: Deal;
  /** Whether those who go home promise not to fight again (art. 21). */
  readonly parole?: boolean;
}

/** The terms of an offer as data, leaving out those that say nothing. */
export function termsOf({ interned, parole }: Terms): Terms {
  if (!interned && !parole) return NONE;
  return {
    ...(interned?.some(count => count > 0) ? { interned } : {}),
    ...(parole ? { parole } : {}),
  };
}

const NONE: Terms = {};

/** Of `people`, those who are to be interned, given how many of each group are still to be. */
export function internedOf(people: Counts, toIntern: Counts): number[] {
  const interned = zeros(people.length);
  for (let group = 0; group < people.length; group++) {
    interned[group] = Math.min(people[group] ?? 0, toIntern[group] ?? 0);
  }
  return interned;
}
