import type { Knowledge } from '../campaign/knowledge.ts';
import type { View } from '../campaign/view.ts';
import { Advantages } from './advantages.ts';
import { OpponentBeliefs } from './opponent-beliefs.ts';
import { OPPONENTS } from './opponents.ts';
import type { Policy } from './rollout.ts';
import type { Asking } from './thought-play.ts';
import { ASKINGS, WAYS } from './ways.ts';

/** What a search has in mind while it plays one campaign: what it thought, and what it made of it. */
export class Mind {
  /** Day of the last decision. */
  day = -1;
  /** The way of bargaining it goes on with, by its place among `WAYS`. */
  way = 0;
  asking: Asking = 'eager';
  /** What it last thought about, by name: nothing is thought about twice. */
  readonly considered = new Set<string>();
  readonly beliefs = new OpponentBeliefs();
  readonly waysCompared = new Advantages(WAYS.length, OPPONENTS.length);
  readonly askingCompared = new Advantages(ASKINGS.length, OPPONENTS.length);
  readonly #policies = WAYS.map(way => way());

  /** The way of bargaining in hand. */
  get policy(): Policy {
    return this.#policies[this.way] as Policy;
  }
}

/**
 * What a search has in mind, campaign by campaign. A campaign is told by what its party knows of it from
 * the first day: by the object, or, where that was copied on the way, by what it says.
 */
export class Minds {
  readonly #minds = new WeakMap<Knowledge, Mind>();
  #latest: { readonly known: string; readonly mind: Mind }[] = [];

  /** What it has in mind today; nothing on a campaign's first day, or where it goes back in time. */
  of(view: View): Mind {
    const before = this.#minds.get(view.known) ?? this.#copied(view);
    const mind = before && before.day <= view.day ? before : this.#begin(view);
    mind.day = view.day;
    return mind;
  }

  #copied(view: View): Mind | undefined {
    if (view.day === 0) return undefined;
    const known = JSON.stringify(view.known);
    return this.#latest.find(each => each.known === known && each.mind.day < view.day)?.mind;
  }

  #begin(view: View): Mind {
    const mind = new Mind();
    this.#minds.set(view.known, mind);
    this.#latest = [{ known: JSON.stringify(view.known), mind }, ...this.#latest.slice(0, KEPT_IN_MIND - 1)];
    return mind;
  }
}

/** Campaigns of which it is remembered what is known: a table has two parties. */
const KEPT_IN_MIND = 4;
