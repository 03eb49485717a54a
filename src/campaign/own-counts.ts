import type { Draft, Ledger } from './campaign.ts';
import { noteChangeInPlace } from './changes-in-place.ts';

/*
 * What most events change: who is held, what is believed of it, who was captured, and the pressure on both
 * sides. A draft that has made these its own changes them in place, where others would copy five lists of
 * all groups for a few people, or make a new pair each day.
 *
 * What a draft has made its own is seen by nobody but who looks at that draft: a campaign that is kept is
 * never changed again, since what comes after goes to another draft, which copies first. Whoever remembers
 * what he worked out of a list goes by `changesInPlace` besides.
 */

/** Counts of a draft that no other campaign shares. */
interface OwnCounts {
  readonly draft: Draft;
  readonly held: number[];
  readonly ledger: { -readonly [Account in keyof Ledger]: Ledger[Account] };
  readonly captured: number[];
  readonly believed: { readonly low: number[]; readonly best: number[]; readonly high: number[] };
}

/** Those of the draft that asked last; whoever runs a campaign asks for one draft again and again. */
let last: OwnCounts | null = null;

/**
 * The counts of a draft to change in place, now and not later. They are copied when it first asks, since
 * the campaign that it was made from shares them and may be kept; a copy of the draft is another draft,
 * which copies again.
 */
export function ownCounts(draft: Draft): OwnCounts {
  noteChangeInPlace();
  if (last !== null && isOf(last, draft)) return last;
  const held = draft.held.slice();
  const captured = draft.ledger.captured.slice();
  const { low, best, high } = draft.believed;
  const ledger = { ...draft.ledger, captured };
  const believed = { low: low.slice(), best: best.slice(), high: high.slice() };
  draft.held = held;
  draft.ledger = ledger;
  draft.believed = believed;
  last = { draft, held, ledger, captured, believed };
  return last;
}

/** Whether these are still the counts of a draft: other rules set its fields anew. */
function isOf(own: OwnCounts, draft: Draft): boolean {
  if (own.draft !== draft || own.held !== draft.held) return false;
  return own.ledger === draft.ledger && own.believed === draft.believed;
}

/** The pressure of the draft that asked last. */
let pressed: { readonly draft: Draft; readonly pressure: [number, number] } | null = null;

/** The pressure of a draft to change in place, as its counts are; it is told by the figures alone. */
export function ownPressure(draft: Draft): [number, number] {
  if (pressed?.draft === draft && pressed.pressure === draft.pressure) return pressed.pressure;
  const pressure: [number, number] = [draft.pressure[0], draft.pressure[1]];
  draft.pressure = pressure;
  pressed = { draft, pressure };
  return pressure;
}
