import { type Course, type Measured, QUANTITIES, type Quantity } from './course.ts';
import { crps, percentileOf, quantile } from './score.ts';

/**
 * The scenario whose record the constants of the model were tuned on (test/calibration), so that it
 * looks good by construction. Other scenarios use the same constants and differ in their facts alone.
 */
export const TUNED_ON = 'kursk-2024';

/** How a quantity is spread over the courses of events in which there is anything to measure. */
export interface Spread {
  readonly courses: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** A quantity, predicted and recorded. */
export interface Comparison {
  readonly quantity: Pick<Quantity, 'id' | 'party'>;
  readonly predicted: Spread | null;
  readonly recorded: Measured | null;
  /** Where the recorded value falls among the predicted ones, 0 to 100; a lower bound where the value is one. */
  readonly percentile: number | null;
  /** In the unit of the quantity; null where the recorded value is missing or only a lower bound. */
  readonly crps: number | null;
  readonly climatology: (Spread & { readonly crps: number | null }) | null;
}

export interface Backtest {
  readonly predicted: readonly Course[];
  readonly recorded: Course;
  /** Windows of an earlier record, as a forecast to beat. */
  readonly climatology?: readonly Course[] | undefined;
}

/** What was simulated beside what was recorded, quantity by quantity. */
export function backtest({ predicted, recorded, climatology }: Backtest): Comparison[] {
  return QUANTITIES.map(({ id, party, measure }) => {
    const sample = valuesOf(predicted, measure);
    const earlier = valuesOf(climatology ?? [], measure);
    const value = measure(recorded);
    return {
      quantity: party === undefined ? { id } : { id, party },
      predicted: spreadOf(sample),
      recorded: value,
      percentile: value && sample.length > 0 ? percentileOf(sample, value.value) : null,
      crps: scoreOf(sample, value),
      climatology: withScore(spreadOf(earlier), scoreOf(earlier, value)),
    };
  });
}

/** What is known in full of a quantity: a value that may be larger than it seems is no prediction. */
function valuesOf(courses: readonly Course[], measure: Quantity['measure']): number[] {
  return courses.flatMap(course => {
    const measured = measure(course);
    return measured && !measured.atLeast ? measured.value : [];
  });
}

export function spreadOf(sample: readonly number[]): Spread | null {
  if (sample.length === 0) return null;
  return {
    courses: sample.length,
    p10: quantile(sample, 0.1),
    p50: quantile(sample, 0.5),
    p90: quantile(sample, 0.9),
  };
}

function scoreOf(sample: readonly number[], recorded: Measured | null): number | null {
  return sample.length === 0 || !recorded || recorded.atLeast ? null : crps(sample, recorded.value);
}

function withScore(spread: Spread | null, score: number | null): Comparison['climatology'] {
  return spread && { ...spread, crps: score };
}
