import type { Random } from '../campaign/parameters.ts';
import type { Mean } from './mean.ts';

/*
 * Ranks by own value, and how far they are to be relied on: the seeds are drawn anew with replacement, all
 * entrants and seats together, and everybody is ranked again (Efron and Tibshirani 1993, An introduction to
 * the bootstrap, the percentile interval).
 */

/** Times that the seeds are drawn. */
const RESAMPLES = 1000;

/** Places from the highest value on, from 1; those who are equal share the mean of their places. */
export function placesOf(values: readonly number[]): number[] {
  return values.map(value => {
    const better = values.filter(other => other > value).length;
    const equal = values.filter(other => other === value).length;
    return better + (equal + 1) / 2;
  });
}

/** Own values in one seat: entrant by entrant, seed by seed. */
export interface Seat {
  readonly own: readonly (readonly number[])[];
}

/** Every entrant's mean place over all seats, with its 95 % interval, which is null where a single seed was played. */
export function ranksOf(seats: readonly Seat[], random: Random): Mean[] {
  const seeds = seats[0]?.own[0]?.length ?? 0;
  const all = Array.from({ length: seeds }, (_, seed) => seed);
  const found = meanPlaces(seats, all);
  if (seeds < 2) return found.map(value => ({ value, interval: null }));
  const drawn = Array.from({ length: RESAMPLES }, () =>
    meanPlaces(
      seats,
      all.map(() => Math.floor(random() * seeds)),
    ),
  );
  return found.map((value, entrant) => {
    const sorted = drawn.map(places => places[entrant] ?? 0).sort((a, b) => a - b);
    return { value, interval: { low: at(sorted, 0.025), high: at(sorted, 0.975) } };
  });
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.round(share * (sorted.length - 1))] ?? 0;
}

function meanPlaces(seats: readonly Seat[], seeds: readonly number[]): number[] {
  const totals = (seats[0]?.own ?? []).map(() => 0);
  for (const { own } of seats) {
    const places = placesOf(own.map(values => totalOf(values, seeds)));
    places.forEach((place, entrant) => {
      totals[entrant] = (totals[entrant] ?? 0) + place;
    });
  }
  return totals.map(total => total / seats.length);
}

function totalOf(values: readonly number[], seeds: readonly number[]): number {
  let total = 0;
  for (const seed of seeds) total += values[seed] ?? 0;
  return total;
}
