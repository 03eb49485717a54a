import type { Knowledge } from '../campaign/knowledge.ts';
import { type Limits, nashAmong } from '../campaign/package.ts';
import { supportedDeals, type WeighedDeals } from '../campaign/supported-deals.ts';
import type { View } from '../campaign/view.ts';
import { balanceOf, reservationOf, type Valuation, worthHome } from '../campaign/worth.ts';
import { other, type PartyIndex, type PerParty } from '../scenario/scenario.ts';

/* How a negotiator reckons from its view: its own side exactly, the other's by its best guess. */

/** How the party values deals. */
export function ownValuation({ known, party, pressure, lastRatio }: View): Valuation {
  const last = reckoned.get(known);
  if (last?.pressure === pressure && last.valuation.lastRatio === lastRatio) return last.valuation;
  const valuation: Valuation = {
    party,
    unit: unitsOf(known, party, pressure),
    balance: balanceOf(known, party),
    imbalance: known.own.imbalance,
    precedent: known.own.precedent,
    lastRatio,
  };
  reckoned.set(known, { pressure, valuation });
  return valuation;
}

// A negotiator values several deals on one move, and its pressure changes from day to day.
const reckoned = new WeakMap<Knowledge, Reckoned>();

/** A valuation with the pressure that it was made at. */
interface Reckoned {
  readonly pressure: number;
  readonly valuation: Valuation;
}

/** How the other side is thought to value them. */
export function theirValuation({ known, party, theirPressure }: View): Valuation {
  const last = thought.get(known);
  if (last?.pressure === theirPressure.best) return last.valuation;
  const them = other(party);
  const valuation: Valuation = {
    party: them,
    unit: unitsOf(known, them, theirPressure.best),
    balance: balanceOf(known, them),
    imbalance: known.theirs.imbalance.best,
    precedent: 0,
    lastRatio: 1,
  };
  thought.set(known, { pressure: theirPressure.best, valuation });
  return valuation;
}

// All that is known of the other side and changes is the quarter that its pressure is in, and that seldom.
const thought = new WeakMap<Knowledge, Reckoned>();

function unitsOf({ groups }: Knowledge, party: PartyIndex, pressure: number): number[] {
  const units: number[] = [];
  for (let at = 0; at < groups.length; at++) {
    const group = groups[at];
    if (!group) continue;
    const { worth, salience, grip } = group;
    units.push(group.home === party ? worthHome(worth.best, salience.best, pressure) : -grip.best);
  }
  return units;
}

/** Both valuations in the order of the parties. */
export function valuations(view: View): PerParty<Valuation> {
  const own = ownValuation(view);
  const theirs = theirValuation(view);
  return view.party === 0 ? [own, theirs] : [theirs, own];
}

/** What may go into a deal, as far as is known, if each hand-over it is spread over carries `capacity` people a side. */
export function limitsOf(view: View, capacity: number): Limits {
  const { held, known, talks } = view;
  const most = held.best.slice();
  for (let at = 0; at < known.groups.length; at++) {
    const group = known.groups[at];
    if (!group) continue;
    const kept = Math.max(talks.struck[group.index] ?? 0, group.unwilling);
    most[group.index] = Math.max(0, (most[group.index] ?? 0) - kept);
  }
  return { most, capacity: capacity * known.stages };
}

/** The least the other side is thought to accept, with a mediator's cover of `cover`. */
export function theirReservation(view: View, cover: number): number {
  return reservationOf(view.known.theirs.reluctance.best, view.theirPressure.best, cover, view.occasion);
}

export function coverOf(view: View, mediator: number | null): number {
  return mediator === null ? 0 : (view.known.mediators[mediator]?.cover ?? 0);
}

/** What a deal is thought to be worth to oneself and to the other side, over both reservations. */
export interface Prospect {
  readonly own: number;
  readonly theirs: number;
}

/**
 * The settlement to expect if talks were held now through `mediator`: the asymmetric Nash deal at
 * the leverage one sees. Null where no deal seems good enough for both.
 */
export function expectedSettlement(view: View, mediator: number | null): Prospect | null {
  const cover = coverOf(view, mediator);
  const capacity = view.talks.capacity > 0 ? view.talks.capacity : view.known.capacity.best;
  const deals = supportedDeals(valuations(view), limitsOf(view, capacity));
  const own = reservationOf(view.known.own.reluctance, view.pressure, cover, view.occasion);
  const theirs = theirReservation(view, cover);
  const reservations: PerParty<number> = view.party === 0 ? [own, theirs] : [theirs, own];
  const power = view.party === 0 ? view.leverage : 1 - view.leverage;
  const nash = nashAmong(deals.values, reservations, power);
  if (nash < 0) return null;
  const gain = (party: PartyIndex) => (deals.values[party][nash] ?? 0) - reservations[party];
  return { own: gain(view.party), theirs: gain(other(view.party)) };
}

/** Deals worth proposing: on the frontier as far as one can see, each with its value to both. */
export function proposals(view: View): WeighedDeals {
  return supportedDeals(valuations(view), limitsOf(view, view.talks.capacity));
}
