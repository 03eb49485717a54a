import type { Move } from '../campaign/event.ts';
import { sameMove } from './coach-decision.ts';
import { blocksOf, type FixedLoss, fixedLoss, STRENGTH } from './fixed-loss.ts';
import { stillAhead } from './race.ts';
import { type Estimate, RolloutSample, SAME, type Stretch } from './rollout-sample.ts';
import type { Trials } from './trial.ts';

/*
 * What the moves of a decision are worth beside each other. The advice is picked on one set of trials
 * and what it leads by is measured on others: the best of many noisy means flatters itself, and on
 * fresh trials it no longer does.
 */

export interface Compared {
  readonly move: Move;
  /** Mean gain to the last day played: that of the move played, and by what this one leads it. */
  readonly gain: number;
  /** By how much the move leads the one that was played. */
  readonly lead: Estimate;
  /** In how many of those trials it gained more than the move that was played. */
  readonly ahead: number;
}

export interface Comparison {
  /** The moves looked at, best first by mean gain; the played one has a lead of 0. */
  readonly moves: readonly Compared[];
  /** The move that came out ahead on the first trials; the one played where nothing did. */
  readonly advice: Compared;
  readonly played: Compared;
  /** How far apart the moves lie in a dozen trials, in worth units. */
  readonly spread: number;
  /** What the move played loses against advice of a fixed strength; the score of a campaign goes by it. */
  readonly loss: FixedLoss;
  readonly rollouts: number;
}

/** Trials for picking the advice and for measuring it, where the case is clear and at the most. */
export interface Effort {
  readonly pick: number;
  readonly measure: number;
  /** More trials, in steps of `measure`, as long as the interval holds 0 and this many are not reached. */
  readonly most: number;
  /** Whether every move is measured that has not fallen clearly behind, not only the advice. */
  readonly every: boolean;
}

/** Trials of a block that tells how far the moves lie apart; the mean over blocks does not hang on how many there are. */
const SPREAD_OVER = 12;

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
  const contest = new Contest(moves, new RolloutSample(trials), effort);
  yield* contest.pick(done);
  yield* contest.measure();
  return contest.outcome();
}

/** What comes of steps that are taken one after the other. */
export function outcomeOf<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The moves of a decision in trials: first the advice is picked, then it is measured. */
class Contest {
  readonly #moves: readonly Move[];
  readonly #sample: RolloutSample;
  readonly #effort: Effort;
  #picking: Stretch;
  #measuring: Stretch;
  /** Moves that are measured. */
  #measured: readonly Move[] = [];
  /** The move that was played, and the one that came out ahead. */
  #played: Move;
  #picked: Move;
  /** The moves that each block of the first trials would advise. */
  #advised: readonly Move[] = [];

  constructor(moves: readonly Move[], sample: RolloutSample, effort: Effort) {
    this.#moves = moves;
    this.#sample = sample;
    this.#effort = effort;
    this.#picking = { from: 0, to: effort.pick };
    this.#measuring = { from: effort.pick, to: effort.pick + effort.measure };
    this.#played = this.#picked = moves[0] as Move;
  }

  *pick(done: Move | null): Generator<void, void> {
    const sample = this.#sample;
    const given = done === null ? null : this.#oneOf(done);
    const left = yield* this.#raced(given);
    // The move played is kept where nothing is better: equal moves are no reason to advise another.
    this.#played = given ?? sample.best(left, left[0] as Move, this.#picking);
    this.#picked = sample.best(left, this.#played, this.#picking);
    this.#advised = blocksOf(this.#picking, STRENGTH).map(block =>
      sample.best(this.#moves, this.#played, block),
    );
    this.#measured = this.#effort.every ? left : this.#worthMeasuring(left);
  }

  #oneOf(done: Move): Move {
    const found = this.#moves.find(move => sameMove(move, done));
    if (!found) throw new Error('the move played is among those compared');
    return found;
  }

  /** Plays the moves on in the trials that pick; those that fall clearly behind only in some of them. */
  *#raced(given: Move | null): Generator<void, readonly Move[]> {
    let left = this.#moves;
    const { pick } = this.#effort;
    for (let to = 0; to < pick && left.length > 1; ) {
      const from = to;
      to = Math.min(pick, from + LOOKED_AT_EVERY);
      this.#picking = { from: 0, to };
      for (const move of left) yield* this.#sample.playing(move, { from, to });
      if (this.#effort.every) left = stillAhead(this.#sample, left, { kept: given, to });
    }
    return left;
  }

  /** The move played, the one that came out ahead or next to it, and what a block alone would advise. */
  #worthMeasuring(left: readonly Move[]): readonly Move[] {
    const wanted = new Set([this.#played, ...this.#advised]);
    if (this.#picked !== this.#played) wanted.add(this.#picked);
    else wanted.add(this.#runnerUp(left.filter(move => move !== this.#played)));
    return left.filter(move => wanted.has(move));
  }

  #runnerUp(others: readonly Move[]): Move {
    const [first = this.#played, ...more] = others;
    return this.#sample.best(more, first, this.#picking);
  }

  *measure(): Generator<void, void> {
    if (this.#measured.length < 2) return;
    yield* this.#playMeasured();
    const { pick, measure, most } = this.#effort;
    while (this.#measuring.to - pick < most && !this.#isSettled()) {
      this.#measuring = { from: pick, to: this.#measuring.to + measure };
      yield* this.#playMeasured();
    }
  }

  *#playMeasured(): Generator<void, void> {
    for (const move of this.#measured) yield* this.#sample.playing(move, this.#measuring);
  }

  #isSettled(): boolean {
    const others = this.#measured.filter(move => move !== this.#played);
    const rival = this.#picked === this.#played ? this.#runnerUp(others) : this.#picked;
    const { low, high } = this.#sample.lead(rival, this.#played, this.#measuring);
    return low > 0 || high < 0 || high - low <= SAME;
  }

  outcome(): Comparison {
    const looked = this.#effort.every ? this.#moves : this.#measured;
    const all = looked.map(move => this.#told(move)).sort((a, b) => b.gain - a.gain);
    const find = (wanted: Move) => all.find(({ move }) => move === wanted) as Compared;
    return {
      moves: all,
      advice: find(this.#picked),
      played: find(this.#played),
      spread: this.#spread(),
      loss: fixedLoss(this.#advised, move => this.#leads(move)),
      rollouts: this.#sample.rollouts,
    };
  }

  #told(move: Move): Compared {
    const trials = this.#trialsOf(move);
    const lead = this.#sample.lead(move, this.#played, trials);
    const gain = this.#sample.mean(this.#played, this.#trialsOf(this.#played));
    const ahead = this.#leads(move).filter(difference => difference > SAME).length;
    return { move, gain: gain + lead.mean, lead, ahead };
  }

  #spread(): number {
    const spreads = blocksOf(this.#picking, SPREAD_OVER).map(block => {
      const means = this.#moves.map(move => this.#sample.mean(move, block));
      return Math.max(...means) - Math.min(...means);
    });
    return spreads.reduce((sum, spread) => sum + spread, 0) / spreads.length;
  }

  #leads(move: Move): readonly number[] {
    return this.#sample.differences(move, this.#played, this.#trialsOf(move));
  }

  /** The trials that tell what a move gains: fresh ones, but for those that fell behind. */
  #trialsOf(move: Move): Stretch {
    const isMeasured = this.#measured.length > 1 && this.#measured.includes(move);
    return isMeasured ? this.#measuring : { from: 0, to: this.#sample.trialsOf(move) };
  }
}

/** Trials between two looks at which moves have fallen behind. */
const LOOKED_AT_EVERY = 24;
