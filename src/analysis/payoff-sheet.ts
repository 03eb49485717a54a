import type { Deal } from '../campaign/counts.ts';
import type { Terms } from '../campaign/terms.ts';
import type { View } from '../campaign/view.ts';
import {
  coverAtTable,
  dealValue,
  reservationOf,
  termsValue,
  type Valuation,
  worthHome,
} from '../campaign/worth.ts';
import { ownValuation } from '../negotiators/judgement.ts';
import type { Range } from '../scenario/figure.ts';
import { other } from '../scenario/scenario.ts';

/*
 * What deals mean to one delegation, in numbers, before the first day. It is made from the party's
 * view and nothing else, so that it cannot hold what the party may not know: of the other side it
 * says only between which bounds a value lies, never which value is the likeliest.
 */

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** One of the party's own groups. */
export interface OwnLine {
  readonly group: number;
  readonly owed: boolean;
  /** People held by the other side, as far as is known. */
  readonly held: Bounds;
  /** What one of them home is worth at today's pressure, in worth units. */
  readonly worth: number;
  /** How much that rises when pressure rises by a tenth. */
  readonly perTenth: number;
  /** What giving one up may cost the other side. */
  readonly theirGrip: Bounds;
}

/** One of the groups that the party holds. */
export interface HeldLine {
  readonly group: number;
  readonly owed: boolean;
  readonly held: number;
  /** Of them, those who do not wish to be sent home. */
  readonly unwilling: number;
  /** What giving one up costs, in worth units. */
  readonly grip: number;
  /** What one of them home may be worth to the other side at its pressure of today. */
  readonly theirWorth: Bounds;
}

/** What a mediator changes. */
export interface MediatorLine {
  readonly mediator: number;
  /** Whether one's own capital accepts it. */
  readonly accepted: boolean;
  /** Chance that the other side does. */
  readonly acceptedByThem: number;
  /** The least a deal must be worth with it at the table, talks having been asked for quietly or in public. */
  readonly reservation: number;
  readonly reservationInPublic: number;
}

/** A deal reckoned through, for the reader to follow. */
export interface Example {
  readonly deal: Deal;
  readonly given: number;
  readonly received: number;
  readonly worth: number;
  readonly grip: number;
  readonly imbalance: number;
  readonly precedent: number;
  readonly value: number;
}

export interface PayoffSheet {
  readonly pressure: number;
  readonly own: readonly OwnLine[];
  readonly held: readonly HeldLine[];
  readonly imbalance: number;
  readonly precedent: number;
  /** Political cost of being seen to deal, and what is left of it today: the least a deal must be worth. */
  readonly reluctance: number;
  readonly reservation: number;
  readonly mediators: readonly MediatorLine[];
  /** Share of a value that is left a day later. */
  readonly patience: number;
  /** Share of the worth of one's own person, and of the grip on another's, that is left under a term. */
  readonly interned: { readonly worth: number; readonly grip: number };
  readonly paroled: { readonly worth: number; readonly grip: number };
  readonly theirs: { readonly pressure: Bounds; readonly reluctance: Bounds; readonly imbalance: Bounds };
  /** An even deal, and one in which more are given than received. */
  readonly examples: readonly Example[];
}

export function payoffSheet(view: View): PayoffSheet {
  const { known } = view;
  const valuation = ownValuation(view);
  const left = (terms: (deal: Deal) => Terms) => ({
    worth: leftUnder(valuation, 1, terms),
    grip: leftUnder(valuation, -1, terms),
  });
  return {
    pressure: view.pressure,
    own: ownLines(view, valuation),
    held: heldLines(view),
    imbalance: known.own.imbalance,
    precedent: known.own.precedent,
    reluctance: known.own.reluctance,
    reservation: leastWith(view, 0),
    mediators: known.mediators.map(({ accepted, acceptedByThem }, mediator) => ({
      mediator,
      accepted,
      acceptedByThem,
      reservation: leastWith(view, coverOf(view, mediator, false)),
      reservationInPublic: leastWith(view, coverOf(view, mediator, true)),
    })),
    patience: known.own.patience,
    interned: left(deal => ({ interned: deal })),
    paroled: left(() => ({ parole: true })),
    theirs: {
      pressure: bounds(view.theirPressure),
      reluctance: bounds(known.theirs.reluctance),
      imbalance: bounds(known.theirs.imbalance),
    },
    examples: examples(view, valuation),
  };
}

function bounds({ low, high }: Range): Bounds {
  return { low, high };
}

/** The least a deal must be worth under a cover, on a day without an occasion. */
function leastWith({ known, pressure }: View, cover: number): number {
  return reservationOf(known.own.reluctance, pressure, cover, 0);
}

/** What a mediator would cover in talks that the party had asked for. */
function coverOf({ known, talks, party, day }: View, mediator: number, openly: boolean): number {
  const overture = { day, by: party, mediator, openly, answer: 'agreed' } as const;
  return coverAtTable({ talks: { ...talks, mediator, overture }, mediators: known.mediators });
}

function ownLines({ known, party, held }: View, { unit }: Valuation): OwnLine[] {
  return known.groups
    .filter(({ home }) => home === party)
    .map(({ index, owed, worth, salience, grip }) => ({
      group: index,
      owed,
      held: { low: held.low[index] ?? 0, high: held.high[index] ?? 0 },
      worth: unit[index] ?? 0,
      perTenth: (worth.best * salience.best) / 10,
      theirGrip: bounds(grip),
    }));
}

function heldLines({ known, party, held, theirPressure }: View): HeldLine[] {
  return known.groups
    .filter(({ holder }) => holder === party)
    .map(({ index, owed, unwilling, worth, salience, grip }) => ({
      group: index,
      owed,
      held: held.best[index] ?? 0,
      unwilling,
      grip: grip.best,
      theirWorth: {
        low: worthHome(worth.low, salience.low, theirPressure.low),
        high: worthHome(worth.high, salience.high, theirPressure.high),
      },
    }));
}

/** What a term leaves of the value of one person, received (1) or given (-1). */
function leftUnder(valuation: Valuation, side: 1 | -1, terms: (deal: Deal) => Terms): number {
  const group = valuation.unit.findIndex(unit => Math.sign(unit) === side);
  const deal = valuation.unit.map((_, index) => (index === group ? 1 : 0));
  // Without the price of numbers, which no term changes.
  const plain = { ...valuation, imbalance: 0, precedent: 0 };
  return group < 0 ? 1 : termsValue(plain, deal, terms(deal)) / dealValue(plain, deal);
}

/** People in the examples, where as many are held. */
const EXAMPLE_PEOPLE = 10;

function examples(view: View, valuation: Valuation): Example[] {
  const { known, party, held } = view;
  const largest = (home: number) =>
    known.groups
      .filter(group => !group.owed && group.home === home)
      .reduce<number | null>(
        (best, { index }) =>
          best === null || (held.best[index] ?? 0) > (held.best[best] ?? 0) ? index : best,
        null,
      );
  const ours = largest(party);
  const theirs = largest(other(party));
  if (ours === null || theirs === null) return [];
  const [of, against] = [held.best[ours] ?? 0, held.best[theirs] ?? 0];
  const even = Math.min(EXAMPLE_PEOPLE, of, against);
  const more = Math.min(against, Math.ceil(even * 1.5));
  const deal = (received: number, given: number) =>
    known.groups.map((_, index) => (index === ours ? received : index === theirs ? given : 0));
  return [
    ...(even > 0 ? [reckoned(valuation, deal(even, even))] : []),
    ...(even > 0 && more > even ? [reckoned(valuation, deal(even, more))] : []),
  ];
}

function reckoned(valuation: Valuation, deal: Deal): Example {
  const part = (sign: number) =>
    deal.reduce((all, people, group) => {
      const unit = valuation.unit[group] ?? 0;
      return Math.sign(unit) === sign ? all + unit * people : all;
    }, 0);
  const people = (sign: number) =>
    deal.reduce((all, count, group) => (valuation.balance[group] === sign ? all + count : all), 0);
  const [received, given] = [people(1), people(-1)];
  return {
    deal,
    given,
    received,
    worth: part(1),
    grip: -part(-1),
    imbalance: valuation.imbalance * Math.max(0, given - received),
    precedent: valuation.precedent * Math.max(0, given - valuation.lastRatio * received),
    value: dealValue(valuation, deal),
  };
}
