/**
 * The values of one metric over many runs, as how often each occurred. What is worked out of it does not
 * depend on the order in which the runs came, to the last bit, and its size on how many different values
 * there are, not on how many runs.
 */
export class Tally {
  readonly #counts = new Map<number, number>();
  #runs = 0;
  #none = 0;
  #sorted: readonly (readonly [value: number, times: number])[] | null = null;

  /** A run's value; null where there was nothing to measure. */
  add(value: number | null): void {
    this.#runs++;
    if (value === null) this.#none++;
    else this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
    this.#sorted = null;
  }

  /** All that another tally holds, besides. */
  merge(other: Tally): void {
    this.#runs += other.#runs;
    this.#none += other.#none;
    for (const [value, times] of other.#counts) {
      this.#counts.set(value, (this.#counts.get(value) ?? 0) + times);
    }
    this.#sorted = null;
  }

  get runs(): number {
    return this.#runs;
  }

  /** Runs with nothing to measure. */
  get none(): number {
    return this.#none;
  }

  /** Runs with a value. */
  get valued(): number {
    return this.#runs - this.#none;
  }

  /** Values in ascending order, each with how often it occurred. */
  get values(): readonly (readonly [value: number, times: number])[] {
    this.#sorted ??= [...this.#counts].sort(([a], [b]) => a - b);
    return this.#sorted;
  }

  /** Runs whose value a test holds of. */
  countIf(holds: (value: number) => boolean): number {
    return this.values.reduce((all, [value, times]) => (holds(value) ? all + times : all), 0);
  }

  get sum(): number {
    return this.values.reduce((all, [value, times]) => all + value * times, 0);
  }

  get mean(): number {
    return this.sum / this.valued;
  }

  /** The sample variance, by n - 1; NaN where there are fewer than two values. */
  get variance(): number {
    const { mean } = this;
    const squares = this.values.reduce((all, [value, times]) => all + times * (value - mean) ** 2, 0);
    return this.valued < 2 ? Number.NaN : squares / (this.valued - 1);
  }

  /**
   * The value at a rank from 1, in ascending order. Runs with nothing to measure come last: infinity.
   */
  at(rank: number): number {
    let below = 0;
    for (const [value, times] of this.values) {
      below += times;
      if (rank <= below) return value;
    }
    return Number.POSITIVE_INFINITY;
  }
}
