import { student975 } from './study/student.ts';

/** A mean with its 95 % interval, which is null where a single seed was played. */
export interface Mean {
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** The mean of independent values, with Student's t interval. */
export function meanOf(values: readonly number[]): Mean {
  const value = mean(values);
  const n = values.length;
  if (n < 2) return { value, interval: null };
  const variance = values.reduce((total, x) => total + (x - value) ** 2, 0) / (n - 1);
  const half = student975(n - 1) * Math.sqrt(variance / n);
  return { value, interval: { low: value - half, high: value + half } };
}

/** The mean of values, of which there is at least one. */
export function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
