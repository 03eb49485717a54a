import type { Offer } from '../campaign/campaign.ts';
import type { Counts, Deal } from '../campaign/counts.ts';
import { sum, zeros } from '../campaign/counts.ts';
import { termsOf } from '../campaign/terms.ts';
import type { View } from '../campaign/view.ts';
import { dealValue } from '../campaign/worth.ts';
import { ownValuation, theirValuation } from '../negotiators/judgement.ts';
import { other, PARTIES } from '../scenario/scenario.ts';
import type { Offered } from './appraisal.ts';

/*
 * Offers to begin with. Each is made from what the party may know, within what it may offer:
 * `most` of each group, `capacity` people a side, owed ones counted.
 */

export interface Bounds {
  readonly most: Counts;
  readonly capacity: number;
}

/**
 * The same without those whom one may not give: whom one's orders say to keep, and prisoners in the hands
 * of a unit, who must not be traded at all (GC III art. 12). Who is owed is left to each kind of offer.
 */
export function withinOrders(
  view: View,
  { most, capacity, unitsHold }: Bounds & { readonly unitsHold: (group: number) => boolean },
): Bounds {
  const kept = new Set(view.instructions.flatMap(({ never }) => never ?? []));
  const mayGive = (group: number) => !kept.has(group) && !unitsHold(group);
  const own = (group: number) => view.known.groups[group]?.holder === view.party;
  return { capacity, most: most.map((count, group) => (own(group) && !mayGive(group) ? 0 : count)) };
}

/**
 * One for one: as many tradeable people each way as both sides have and the hand-over carries.
 * First come those whose going home does most for both, as the party sees it.
 */
export function parity(view: View, bounds: Bounds): Deal {
  const ranked = rankedByJointWorth(view);
  const columns = [
    ranked.filter(g => g.home === view.party),
    ranked.filter(g => g.home !== view.party),
  ] as const;
  const there = (column: typeof ranked) => sum(column.map(g => likely(view, bounds, g.index)));
  const each = Math.min(bounds.capacity, there(columns[0]), there(columns[1]));
  const deal = zeros(bounds.most.length);
  for (const column of columns) {
    let left = each;
    for (const { index } of column) {
      const people = Math.min(left, likely(view, bounds, index));
      deal[index] = people;
      left -= people;
    }
  }
  return deal;
}

/**
 * The seriously wounded of both sides, as many as are there and the hand-over carries, and nobody else: each
 * side sends home whom it owes, be they as many or not, and none is the price of anybody (GC III art. 109(1)).
 */
export function woundedOfBoth(view: View, bounds: Bounds): Deal {
  const deal = zeros(bounds.most.length);
  for (const home of PARTIES) {
    let room = bounds.capacity;
    for (const group of view.known.groups) {
      if (group.home !== home || group.standing !== 'wounded') continue;
      const people = Math.min(room, likely(view, bounds, group.index));
      deal[group.index] = people;
      room -= people;
    }
  }
  return deal;
}

function rankedByJointWorth(view: View) {
  const [own, theirs] = [ownValuation(view).unit, theirValuation(view).unit];
  const score = (index: number) => (own[index] ?? 0) + (theirs[index] ?? 0);
  return view.known.groups.filter(g => !g.owed).sort((a, b) => score(b.index) - score(a.index));
}

/** How many of a group are likely there to be named. */
function likely(view: View, { most }: Bounds, index: number): number {
  const believed = (view.held.best[index] ?? 0) - (view.talks.struck[index] ?? 0);
  return Math.max(0, Math.min(most[index] ?? 0, believed));
}

/**
 * Everybody on both sides who may be traded; where the hand-over cannot carry them all, each group in
 * proportion. Who is owed goes home without a bargain and is not in it.
 */
export function allForAll(view: View, bounds: Bounds): Deal {
  const deal = zeros(bounds.most.length);
  for (const home of PARTIES) {
    const groups = view.known.groups.filter(g => g.home === home && !g.owed).map(g => g.index);
    const there = groups.map(index => likely(view, bounds, index));
    const shares = inProportion(there, bounds.capacity);
    for (const [place, index] of groups.entries()) deal[index] = shares[place] ?? 0;
  }
  return deal;
}

/** `people` scaled down to a total of at most `room`, by largest remainders (Hamilton's method). */
export function inProportion(people: Counts, room: number): number[] {
  const total = sum(people);
  if (total <= room) return [...people];
  const exact = people.map(count => (count * room) / total);
  const shares = exact.map(Math.floor);
  const byRemainder = exact
    .map((share, index) => ({ index, rest: share % 1 }))
    .sort((a, b) => b.rest - a.rest);
  for (const { index } of byRemainder.slice(0, room - sum(shares))) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

/** The other side's last offer of these talks, or else the mediator's text, as far as one may offer it. */
export function theirLast(view: View, { most }: Bounds): Offered | null {
  const last = lastToAnswer(view);
  if (!last) return null;
  return { deal: last.deal.map((count, index) => Math.min(count, most[index] ?? 0)), ...termsOf(last) };
}

/** The same as it was made. */
export function lastToAnswer({ party, talks: { offers } }: View): Offer | null {
  const them = other(party);
  return offers.findLast(offer => offer.by === them) ?? offers.findLast(offer => offer.by === null) ?? null;
}

/** How much of an offer is moved at once. */
const NUDGE = 0.05;

/**
 * An offer moved a little in one's own favour: of all ways to ask for some people more, to give
 * some fewer, or to exchange some of one group for some of another, the one that gains something
 * and costs the other side least for it, as the party sees it. Null where there is none.
 */
export function nudged(view: View, bounds: Bounds, deal: Deal): Deal | null {
  const step = Math.max(1, Math.round(NUDGE * Math.max(...sides(view, deal))));
  const [own, theirs] = [ownValuation(view), theirValuation(view)];
  const [ownNow, theirsNow] = [dealValue(own, deal), dealValue(theirs, deal)];
  let best: Deal | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const candidate of changes(view, deal, step)) {
    if (!fits(view, bounds, candidate)) continue;
    const gain = dealValue(own, candidate) - ownNow;
    const cost = (theirsNow - dealValue(theirs, candidate)) / gain;
    if (gain > 1e-9 && cost < bestCost) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}

/** Every deal that differs by `step` tradeable people in one group, or moved between two of one side. */
function* changes(view: View, deal: Deal, step: number): Generator<Deal> {
  const groups = view.known.groups.filter(g => !g.owed);
  for (const more of groups) {
    yield shifted(deal, more.index, step);
    yield shifted(deal, more.index, -step);
    for (const fewer of groups) {
      if (fewer.index === more.index || fewer.home !== more.home) continue;
      const moved = Math.min(step, deal[fewer.index] ?? 0);
      if (moved > 0) yield shifted(shifted(deal, more.index, moved), fewer.index, -moved);
    }
  }
}

function shifted(deal: Deal, group: number, by: number): number[] {
  return deal.map((count, index) => (index === group ? Math.max(0, count + by) : count));
}

function fits(view: View, { most, capacity }: Bounds, deal: Deal): boolean {
  const within = deal.every((count, index) => count <= (most[index] ?? 0));
  return within && sum(deal) > 0 && Math.max(...sides(view, deal)) <= capacity;
}

/** People that a deal brings home to oneself, and to the other side, owed ones too. */
function sides(view: View, deal: Deal): [number, number] {
  const home = (own: boolean) =>
    sum(view.known.groups.map(g => ((g.home === view.party) === own ? (deal[g.index] ?? 0) : 0)));
  return [home(true), home(false)];
}
