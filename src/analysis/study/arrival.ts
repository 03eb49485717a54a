import { type Sample, shareInterval } from './estimate.ts';

/** In what share of the campaigns something had come by the end of a day. */
export interface Arrival {
  readonly day: number;
  /** 0 to 1, of all campaigns: those in which it never came count as well. */
  readonly share: number;
  /** The 95 % interval of that day by itself. */
  readonly low: number;
  readonly high: number;
}

/**
 * How something comes about as days go by: the cumulative distribution of the day, which is one less the
 * survival curve of what was before. Every campaign is watched to its last day, so nothing is censored.
 * It has a point at day 0, at every day on which something came, and at the last.
 */
export function arrivals({ tally, crossed }: Sample, lastDay: number): Arrival[] {
  const { runs } = tally;
  if (runs === 0) return [];
  let came = 0;
  const points: Arrival[] = [];
  const at = (day: number) => {
    const share = came / runs;
    const { low, high } = shareInterval(share, runs, crossed?.independentAt(day));
    points.push({ day, share, low, high });
  };
  if ((tally.values[0]?.[0] ?? 1) > 0) at(0);
  for (const [day, times] of tally.values) {
    came += times;
    at(day);
  }
  if ((points.at(-1)?.day ?? lastDay) < lastDay) at(lastDay);
  return points;
}
