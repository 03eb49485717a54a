import { occurs } from './estimate.ts';
import { type Bound, meets, type Threshold } from './threshold.ts';

/**
 * How one threshold at one cell stands while runs are still to come: decided once no outcome of theirs
 * could change it. Of a mean or a percentile nothing is ever certain before the last run.
 */
export class Certainty {
  readonly #threshold: Threshold;
  /** Runs of the cell that are still to come. */
  #left: number;
  #runs = 0;
  #valued = 0;
  #occurred = 0;
  #sum = 0;
  #least = Number.POSITIVE_INFINITY;
  #greatest = Number.NEGATIVE_INFINITY;

  constructor(threshold: Threshold, runs: number) {
    this.#threshold = threshold;
    this.#left = runs;
  }

  /** A run's value; null where there was nothing to measure. */
  add(value: number | null): void {
    this.#left--;
    this.#runs++;
    if (occurs(value, this.#threshold.metric.family.kind)) this.#occurred++;
    if (value === null) return;
    this.#valued++;
    this.#sum += value;
    this.#least = Math.min(this.#least, value);
    this.#greatest = Math.max(this.#greatest, value);
  }

  /** Whether it will be met; null where that is not certain yet. */
  get verdict(): boolean | null {
    const range = this.#range();
    if (range === null) return null;
    if (range.measured && always(range, this.#threshold)) return true;
    return never(range, this.#threshold) ? false : null;
  }

  /** Between what the aggregate will lie at the end, and whether there will be anything to measure. */
  #range(): Range | null {
    const { aggregate, metric } = this.#threshold;
    const { kind } = metric.family;
    const left = this.#left;
    switch (aggregate) {
      case 'rate': {
        const so = kind === 'day' ? this.#runs : this.#valued;
        const all = so + left;
        const [low, high] = [this.#occurred / all, (this.#occurred + left) / all];
        return all === 0 ? null : { low, high, measured: so > 0 || kind === 'day' };
      }
      case 'count': {
        if (kind !== 'count') return { low: this.#occurred, high: this.#occurred + left, measured: true };
        // There may be any number of people or findings in a run, and never less than none.
        return { low: this.#sum, high: left > 0 ? Number.POSITIVE_INFINITY : this.#sum, measured: true };
      }
      case 'max':
        return {
          low: this.#greatest,
          high: left > 0 ? Number.POSITIVE_INFINITY : this.#greatest,
          measured: this.#valued > 0,
        };
      case 'min': {
        const floor = kind === 'amount' ? Number.NEGATIVE_INFINITY : 0;
        return { low: left > 0 ? floor : this.#least, high: this.#least, measured: this.#valued > 0 };
      }
      default:
        return null;
    }
  }
}

interface Range {
  readonly low: number;
  readonly high: number;
  readonly measured: boolean;
}

/** Whether everything from low to high meets a bound. */
function always({ low, high }: Range, bound: Bound): boolean {
  const { comparison, number } = bound;
  if (comparison === '!=') return number < low || number > high;
  return meets(low, bound) && meets(high, bound);
}

function never(range: Range, { comparison, number }: Bound): boolean {
  return always(range, { comparison: OPPOSITE[comparison], number });
}

const OPPOSITE: Readonly<Record<Bound['comparison'], Bound['comparison']>> = {
  '>=': '<',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '==': '!=',
  '!=': '==',
};
