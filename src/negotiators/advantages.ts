/**
 * By how much each of some choices did better in thought than the first of them, against each way in which
 * the other side may be playing. What was thought earlier in a campaign goes on counting, a little less
 * with every new thought, so that each needs to add only a few worlds. Where little has been tried, a
 * choice is taken to be no better than the first.
 */
export class Advantages {
  readonly #tallies: Tally[][];
  /** How many thoughts there have been. */
  thoughts = 0;

  constructor(choices: number, opponents: number) {
    this.#tallies = Array.from({ length: choices }, () =>
      Array.from({ length: opponents }, () => ({ worlds: 0, sum: 0, squares: 0 })),
    );
  }

  /** Another thought begins: those before it count less. */
  begin(): void {
    this.thoughts++;
    for (const tally of this.#tallies.flat()) {
      tally.worlds *= KEPT;
      tally.sum *= KEPT;
      tally.squares *= KEPT;
    }
  }

  /** In one more world, against one opponent, a choice gained so much more than the first. */
  note(choice: number, opponent: number, more: number): void {
    const tally = this.#tallies[choice]?.[opponent];
    if (!tally) throw new Error('no such choice or opponent');
    tally.worlds++;
    tally.sum += more;
    tally.squares += more ** 2;
  }

  /** How much more a choice should gain than the first, in worth units, against opponents as likely as that. */
  of(choice: number, likely: readonly number[]): number {
    return this.#over(choice, likely, ({ sum, worlds }, weight) => (weight * sum) / (worlds + DOUBT));
  }

  /** The standard error of that: what was tried seldom, or came out now so and now so, has a wide one. */
  error(choice: number, likely: readonly number[]): number {
    return Math.sqrt(
      this.#over(
        choice,
        likely,
        ({ squares, worlds }, weight) => (weight ** 2 * squares) / (worlds + DOUBT) ** 2,
      ),
    );
  }

  #over(choice: number, likely: readonly number[], term: (tally: Tally, weight: number) => number): number {
    return (this.#tallies[choice] ?? []).reduce(
      (total, tally, opponent) => total + term(tally, likely[opponent] ?? 0),
      0,
    );
  }

  /** All choices, the best first; of those that are alike, the one named first. */
  order(likely: readonly number[]): number[] {
    const values = this.#tallies.map((_, choice) => this.of(choice, likely));
    return values.map((_, choice) => choice).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
  }

  /** Whether a choice is ahead of the first, or behind it, by so many standard errors. */
  isClear(choice: number, likely: readonly number[], errors: number): boolean {
    return Math.abs(this.of(choice, likely)) >= errors * this.error(choice, likely);
  }

  /** The best choice of those that are ahead of the first by at least `caution` standard errors; the first where none is. */
  best(likely: readonly number[], caution: number): number {
    const clear = (choice: number) => {
      const more = this.of(choice, likely);
      return more > SAME && more >= caution * this.error(choice, likely);
    };
    return this.order(likely).find(clear) ?? 0;
  }
}

/** What was tried of one choice against one opponent. */
interface Tally {
  worlds: number;
  sum: number;
  squares: number;
}

/** Gains that differ by less than this are the same: sums in another order differ in their last digits. */
const SAME = 1e-6;
/** What is left of the weight of a thought when the next begins. */
const KEPT = 0.8;
/** Worlds in which nothing was gained, that are put beside those that were tried: it draws towards the first choice. */
const DOUBT = 1;
