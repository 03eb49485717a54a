import seedrandom from 'seedrandom';
import type { Random } from './parameters.ts';

/**
 * What chance is used for. Every purpose has a stream of its own, made from the seed and the
 * purpose's name, so that changing one negotiator leaves the world's luck as it was.
 */
export const PURPOSES = [
  'hidden',
  'captures',
  'reports',
  'wear',
  'injects',
  'verification',
  'hand-over',
  'seat.0',
  'seat.1',
  'climatology',
  // What a study draws in place of figures that are not known.
  'study',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The random streams of one campaign. */
export interface Streams {
  /** The stream of a purpose, with how many numbers it has given so far. */
  of(purpose: Purpose): Stream;
}

export interface Stream {
  readonly next: Random;
  readonly drawn: number;
}

export function streamsOf(seed: string): Streams {
  const made = new Map<Purpose, Stream>();
  return {
    of(purpose) {
      const known = made.get(purpose);
      if (known) return known;
      const stream = new SeededStream(`${seed}/${purpose}`);
      made.set(purpose, stream);
      return stream;
    },
  };
}

class SeededStream implements Stream {
  readonly #draw: Random;
  drawn = 0;

  constructor(seed: string) {
    this.#draw = seedrandom.alea(seed);
  }

  readonly next = (): number => {
    this.drawn++;
    return this.#draw();
  };
}
