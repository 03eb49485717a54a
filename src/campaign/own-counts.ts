import type { Draft, Ledger } from './campaign.ts';

/*
 * The counts that most events change: what is believed, and who was captured. A draft that has made them
 * its own changes them in place, where others would copy four lists of all groups for a few people.
 */

/** Counts of a draft that no other campaign shares. */
interface OwnCounts {
  readonly draft: Draft;
  readonly ledger: { -readonly [Account in keyof Ledger]: Ledger[Account] };
  readonly captured: number[];
  readonly believed: { readonly low: number[]; readonly best: number[]; readonly high: number[] };
}

/** Those of the draft that asked last; whoever runs a campaign asks for one draft again and again. */
let last: OwnCounts | null = null;

/**
 * The counts of a draft to change in place. They are copied when it first asks, since the campaign that
 * it was made from shares them and may be kept; a copy of the draft is another draft, which copies again.
 */
export function ownCounts(draft: Draft): OwnCounts {
  if (last?.draft === draft && last.ledger === draft.ledger && last.believed === draft.believed) return last;
  const captured = draft.ledger.captured.slice();
  const { low, best, high } = draft.believed;
  const ledger = { ...draft.ledger, captured };
  const believed = { low: low.slice(), best: best.slice(), high: high.slice() };
  draft.ledger = ledger;
  draft.believed = believed;
  last = { draft, ledger, captured, believed };
  return last;
}
