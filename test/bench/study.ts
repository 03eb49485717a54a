import type { Playable } from '../../src/analysis/study/play.ts';
import { scenario } from '../library.ts';

/** A study of one scenario with two boulware seats, as long as it is asked for: what its bench plays on the pool. */
export function longStudy(id: string): Playable {
  return {
    points: [
      {
        cell: 0,
        draw: null,
        drawn: {},
        scenario: 0,
        settings: {},
        seats: ['boulware', 'boulware'],
        changes: [],
      },
    ],
    settled: [scenario(id)],
    seeds: { from: 1, count: Number.MAX_SAFE_INTEGER },
    metrics: ['home'],
  };
}
