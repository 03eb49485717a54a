import { type Counts, sum, zeros } from './counts.ts';
import type { WorldEventOf } from './event.ts';
import type { CaptureRateParameters, Parameters, Random } from './parameters.ts';
import { lifted, strengthOf } from './pressure.ts';

/* Who is captured: what the scenario dates, and what its rates bring by chance. Most days bring somebody. */

type Captured = WorldEventOf<'captured'>;

/** The captures of a campaign, from their own stream. Days are asked for one after the other. */
export class Captures {
  readonly #parameters: Parameters;
  readonly #rates: readonly Rate[];
  readonly #random: Random;
  /** Whom a rate brings on the day in hand: written over by the next. */
  readonly #taken: number[];

  constructor(parameters: Parameters, random: Random) {
    this.#parameters = parameters;
    this.#rates = parameters.captureRates.map(rateOf);
    this.#random = random;
    this.#taken = zeros(parameters.groups.length);
  }

  /** Scheduled captures of a day, each by itself; then those of chance, all in one. */
  on(day: number): Captured[] {
    const dated = datedCaptures(this.#parameters, day, this.#random);
    const byChance = this.#byChance(day);
    // A list that is added to is given room for more than most days bring.
    if (dated.length === 0) return byChance ? [byChance] : [];
    return byChance ? [...dated, byChance] : dated;
  }

  #byChance(day: number): Captured | null {
    let byChance: News | null = null;
    for (const rate of this.#rates) {
      if (day < rate.fromDay || day > rate.toDay || !this.#takes(rate)) continue;
      byChance ??= new News(this.#parameters.groups);
      byChance.add(this.#taken, this.#random);
    }
    return byChance === null ? null : byChance.told();
  }

  /** Draws whom a rate brings; false for nobody. */
  #takes(rate: Rate): boolean {
    const [taken, random] = [this.#taken, this.#random];
    let batches = poisson(rate.quiet, random);
    if (batches === 0) return false;
    for (let group = 0; group < taken.length; group++) taken[group] = 0;
    for (; batches > 0; batches--) {
      for (let person = batchSize(rate.batches, random); person > 0; person--) {
        const group = pick(rate, random);
        taken[group] = (taken[group] ?? 0) + 1;
      }
    }
    return true;
  }
}

/** The captures that the scenario dates on a day. */
export function datedCaptures({ captures, groups }: Parameters, day: number, random: Random): Captured[] {
  const events: Captured[] = [];
  for (const { day: dated, people, title } of captures) {
    if (dated !== day || sum(people) === 0) continue;
    const news = new News(groups);
    news.add(people, random);
    events.push({ ...news.told(), title });
  }
  return events;
}

/** A rate with what its draws go by. */
interface Rate {
  readonly fromDay: number;
  readonly toDay: number;
  /** Chance of a day without any batch. */
  readonly quiet: number;
  readonly batches: Batches;
  /** The groups that its people may be of, and the chance of each. */
  readonly groups: readonly number[];
  readonly chances: readonly number[];
}

function rateOf({ fromDay, toDay, perDay, batch, mix }: CaptureRateParameters): Rate {
  const groups: number[] = [];
  const chances: number[] = [];
  for (const [group, chance] of mix.entries()) {
    if (chance === 0) continue;
    groups.push(group);
    chances.push(chance);
  }
  return {
    fromDay,
    toDay,
    quiet: Math.exp(-(perDay / batch)),
    batches: batchesOf(batch),
    groups,
    chances,
  };
}

/** Poisson draw by multiplication of uniforms (Knuth), given the chance of none; the means here are small. */
export function poisson(none: number, random: Random): number {
  let count = 0;
  for (let product = random(); product > none; product *= random()) count++;
  return count;
}

/** What sizes of batches are drawn by: geometric on 1, 2, ... */
interface Batches {
  /** Logarithm of the chance that a batch has one person more. */
  readonly goesOn: number;
  /** Chance of at most one person, at most two, and so on: below these most draws fall. */
  readonly upTo: readonly number[];
}

const SIZES_TOLD = 8;

function batchesOf(mean: number): Batches {
  const upTo: number[] = [];
  for (let more = 1 - 1 / mean; upTo.length < SIZES_TOLD; more *= 1 - 1 / mean) upTo.push(1 - more);
  return { goesOn: Math.log(1 - 1 / mean), upTo };
}

/** A draw nearer to the end of a size than this is left to the logarithm, which is exact there and slow. */
const NEAR = 1e-9;

function batchSize({ goesOn, upTo }: Batches, random: Random): number {
  if (goesOn === Number.NEGATIVE_INFINITY) return 1;
  const drawn = random();
  for (let at = 0; at < upTo.length; at++) {
    const end = upTo[at] ?? 1;
    if (drawn < end - NEAR) return at + 1;
    if (drawn <= end + NEAR) break;
  }
  return 1 + Math.floor(Math.log(1 - drawn) / goesOn);
}

function pick({ groups, chances }: Rate, random: Random): number {
  let left = random();
  for (let at = 0; at < chances.length; at++) {
    left -= chances[at] ?? 0;
    if (left < 0) return groups[at] ?? 0;
  }
  // Chances that add up to a little less than 1 in the last digit.
  return groups.at(-1) ?? 0;
}

/** The home party hears of a capture with an error: its count is off by up to a quarter either way. */
const HEARING_ERROR = 0.25;
/** It knows its hearing is uncertain, and allows for somewhat more than the error. */
const HEARING_MARGIN = 1.4;

/** A capture in the making: who is taken, what is heard of it, and how far that moves either public. */
class News {
  readonly #groups: Parameters['groups'];
  readonly #people: number[];
  readonly #low: number[];
  readonly #best: number[];
  readonly #high: number[];
  #first = 0;
  #second = 0;

  constructor(groups: Parameters['groups']) {
    this.#groups = groups;
    this.#people = zeros(groups.length);
    this.#low = zeros(groups.length);
    this.#best = zeros(groups.length);
    this.#high = zeros(groups.length);
  }

  /**
   * People captured in one place are added to what a day brings, and what is heard of them. Each place
   * is news by itself: two small captures do not move the public as a large one does.
   */
  add(people: Counts, random: Random): void {
    const [all, low, best, high] = [this.#people, this.#low, this.#best, this.#high];
    const skew = 1 + HEARING_ERROR * (2 * random() - 1);
    // People heard of, weighed by how much their fate moves the public at home.
    let first = 0;
    let second = 0;
    for (let at = 0; at < people.length; at++) {
      const count = people[at] ?? 0;
      const group = this.#groups[at];
      if (count === 0 || !group) continue;
      const heard = Math.round(count * skew);
      all[at] = (all[at] ?? 0) + count;
      low[at] = (low[at] ?? 0) + Math.floor(heard / HEARING_MARGIN);
      best[at] = (best[at] ?? 0) + heard;
      high[at] = (high[at] ?? 0) + Math.ceil(heard * HEARING_MARGIN);
      if (group.home === 0) first += group.salience * heard;
      else second += group.salience * heard;
    }
    this.#first = lifted(this.#first, strengthOf(first));
    this.#second = lifted(this.#second, strengthOf(second));
  }

  told(): Captured {
    const heard = { low: this.#low, best: this.#best, high: this.#high };
    return { type: 'captured', people: this.#people, heard, strength: [this.#first, this.#second] };
  }
}
