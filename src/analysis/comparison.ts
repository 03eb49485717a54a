import type { Move } from '../campaign/event.ts';
import { sameMove } from './coach-decision.ts';
import { meanOf } from './standings.ts';
import { NORMAL_975 } from './study/student.ts';
import type { Trial, Trials } from './trial.ts';

/*
 * What the moves of a decision are worth beside each other. The advice is picked on one set of trials
 * and what it leads by is measured on others: the best of many noisy means flatters itself, and on
 * fresh trials it no longer does.
 */

/** A mean and its 95 % interval, in worth units. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface Compared {
  readonly move: Move;
  /** Mean gain to the last day played. */
  readonly gain: number;
  /** By how much the move leads the one that was played. */
  readonly lead: Estimate;
  /** Trials that the lead was measured on. */
  readonly trials: number;
}

export interface Comparison {
  /** The moves looked at, best first by mean gain; the played one has a lead of 0. */
  readonly moves: readonly Compared[];
  /** The move that came out ahead on the first trials; the one played where nothing did. */
  readonly advice: Compared;
  readonly played: Compared;
  readonly rollouts: number;
}

/** Trials for picking the advice and for measuring it, where the case is clear and at the most. */
export interface Effort {
  readonly pick: number;
  readonly measure: number;
  /** More trials, in steps of `measure`, as long as the interval holds 0 and this many are not reached. */
  readonly most: number;
  /** Whether every move is measured, not only the advice. */
  readonly every: boolean;
}

/** Compares `moves`, the one that was played among them. */
export function compare(moves: readonly Move[], done: Move, trials: Trials, effort: Effort): Comparison {
  return outcomeOf(comparing(moves, done, trials, effort));
}

/**
 * The same in steps of one rollout, for whoever has other things to do in between. Where no move was
 * played (`done` is null) the one that comes out ahead on the first trials stands in its place, so
 * that the others are held against it.
 */
export function* comparing(
  moves: readonly Move[],
  done: Move | null,
  trials: Trials,
  effort: Effort,
): Generator<void, Comparison> {
  const sample = new Sample(trials);
  for (const move of moves) yield* sample.playing(move, 0, effort.pick);
  const mean = (move: Move) => sample.mean(move, 0, effort.pick);
  // The move played is kept where nothing is better: equal moves are no reason to advise another.
  const best = (from: Move) =>
    moves.reduce((best, move) => (mean(move) > mean(best) + SAME ? move : best), from);
  const played = done === null ? best(moves[0] as Move) : (moves.find(move => sameMove(move, done)) ?? done);
  const picked = best(played);
  const others = moves.filter(move => !sameMove(move, played));
  const rival = sameMove(picked, played) ? others.reduce((a, b) => (mean(b) > mean(a) ? b : a)) : picked;
  const measured = effort.every ? others : [rival];
  let end = effort.pick + effort.measure;
  const measure = function* () {
    for (const move of [played, ...measured]) yield* sample.playing(move, effort.pick, end);
  };
  const unsettled = () => {
    const { low, high } = sample.lead(rival, played, effort.pick, end);
    return low <= 0 && high >= 0 && high - low > SAME;
  };
  yield* measure();
  while (end - effort.pick < effort.most && unsettled()) {
    end += effort.measure;
    yield* measure();
  }
  const told = (move: Move): Compared => ({
    move,
    gain: sample.mean(move, effort.pick, end),
    lead: sample.lead(move, played, effort.pick, end),
    trials: end - effort.pick,
  });
  const all = [played, ...measured].map(told).sort((a, b) => b.gain - a.gain);
  const find = (move: Move) => all.find(compared => sameMove(compared.move, move)) as Compared;
  return { moves: all, advice: find(picked), played: find(played), rollouts: sample.rollouts };
}

/** What comes of steps that are taken one after the other. */
export function outcomeOf<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Gains within this of each other are equal: the same sums in another order. */
const SAME = 1e-6;

/**
 * An estimate drawn towards 0, the more the less its interval tells it from 0. Labels pick out large
 * means, and of these more are large by chance than small: the mean that is left is that of an empirical
 * Bayes estimate (Efron and Morris 1973) where most moves differ little. The interval keeps its width.
 */
function shrunk({ mean, low, high }: Estimate): Estimate {
  const error = (high - low) / (2 * NORMAL_975);
  if (!(error > SAME) || !Number.isFinite(error)) return { mean, low, high };
  const by = Math.min(1, (error / mean) ** 2) * mean;
  return { mean: mean - by, low: low - by, high: high - by };
}

/** Gains of moves in trials, each played on once. */
class Sample {
  readonly #trials: Trials;
  readonly #made: Trial[] = [];
  readonly #gains = new Map<Move, number[]>();
  rollouts = 0;

  constructor(trials: Trials) {
    this.#trials = trials;
  }

  gain(move: Move, number: number): number {
    const gains = this.#gains.get(move) ?? [];
    this.#gains.set(move, gains);
    const known = gains[number];
    if (known !== undefined) return known;
    this.rollouts++;
    const gained = this.#trial(number).gain(move);
    gains[number] = gained;
    return gained;
  }

  /** Plays a move on in some of the trials, one at each step. */
  *playing(move: Move, from: number, to: number): Generator<void, void> {
    for (let number = from; number < to; number++) {
      this.gain(move, number);
      yield;
    }
  }

  mean(move: Move, from: number, to: number): number {
    return this.#estimated(from, to, number => this.gain(move, number)).mean;
  }

  lead(move: Move, over: Move, from: number, to: number): Estimate {
    return shrunk(this.#estimated(from, to, number => this.gain(move, number) - this.gain(over, number)));
  }

  /** Mean over trials with Student's t interval. */
  #estimated(from: number, to: number, of: (number: number) => number): Estimate {
    const { value: mean, interval } = meanOf(
      Array.from({ length: to - from }, (_, index) => of(from + index)),
    );
    return {
      mean,
      low: interval?.low ?? Number.NEGATIVE_INFINITY,
      high: interval?.high ?? Number.POSITIVE_INFINITY,
    };
  }

  #trial(number: number): Trial {
    const known = this.#made[number];
    if (known) return known;
    const made = this.#trials(number);
    this.#made[number] = made;
    return made;
  }
}
