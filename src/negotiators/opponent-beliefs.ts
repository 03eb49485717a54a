import type { Random } from '../campaign/parameters.ts';
import type { View } from '../campaign/view.ts';
import type { Position } from '../statechart/position.ts';
import { deedsOf, explanationsOf } from './deeds.ts';
import { explainsReleases, normalised, OPPONENTS } from './opponents.ts';

/**
 * How likely each way of playing is, learned deed by deed: what the other side did at the table is
 * weighed once, in a world that the party may be in on that day, and after that no more. Older deeds
 * count for less than newer ones, since ways are only like what the other side does.
 */
export class OpponentBeliefs {
  #weights: number[] = OPPONENTS.map(({ prior }) => prior);
  #seen = 0;

  /** How likely each of `OPPONENTS` is, for the party of `view`; adds up to 1. `position` is one it may be in. */
  likelihoods(view: View, position: Position, random: Random): number[] {
    const deeds = deedsOf(view);
    for (const deed of deeds.slice(this.#seen)) {
      const explained = explanationsOf(deed, WAYS_OF_PLAYING, { position, party: view.party, random });
      const weights = this.#weights.map((weight, index) => weight ** KEPT * (explained[index] ?? 1));
      const most = Math.max(...weights);
      this.#weights = weights.map(weight => Math.max(LEAST, weight / most));
    }
    this.#seen = deeds.length;
    return normalised(
      OPPONENTS.map(({ releases }, index) => (this.#weights[index] ?? 0) * explainsReleases(releases, view)),
    );
  }
}

const WAYS_OF_PLAYING = OPPONENTS.map(({ make }) => make);
/** Exponent on a likelihood with every new deed. */
const KEPT = 0.9;
/** Least likelihood beside that of the likeliest way, so that a change of manner can be learned. */
const LEAST = 1e-4;
