import type { StateValue } from './config.ts';
import { type GuardOf, lineage, type State, type Transition, type UpdateOf } from './state-tree.ts';

/*
 * The tables of a compiled chart: what is known of a configuration, and by it which transitions are
 * taken, on an event or without one. That is asked at every event, so whatever the context does not
 * decide is laid out in lists when a configuration is first come to.
 */

/** The active states, with what is known to follow from them. */
export interface Configuration<C, E> {
  readonly value: StateValue;
  readonly done: boolean;
  /** @internal In the order in which they were entered, as XState keeps them. */
  readonly nodes: readonly State<C, E>[];
  /** @internal Carries an event out, as `send` of the chart does. */
  take: Taker<C, E>;
  /** @internal By event type. */
  readonly offers: Map<string, Offered<C, E>>;
  /** @internal */
  readonly unrest: Unrest<C, E>;
  /** @internal Its ways on, by the number of the transition. */
  readonly ways: Way<C, E>[];
  /** @internal Steps of several transitions taken together. */
  readonly jointSteps: Map<string, Step<C, E>>;
}

/** Changes the context by an event and says what comes next; null if nothing takes the event. */
export type Taker<C, E> = (context: C, event: E) => Configuration<C, E> | null;

/** What follows from taking some transitions together. */
export interface Step<C, E> {
  /** @internal */
  readonly actions: readonly UpdateOf<C, E>[];
  /** @internal */
  readonly next: Configuration<C, E>;
  /** @internal Compound or parallel states that came to their end, in the order in which they did. */
  readonly finished: readonly State<C, E>[];
  /** @internal Whether taking it changes nothing at all. */
  readonly inert: boolean;
  /** @internal Whether what was at rest before it is at rest after it. */
  readonly quiet: boolean;
  /** @internal Whether it has neither target nor actions: then the event counts as not taken. */
  readonly idle: boolean;
}

/** A transition out of a configuration, with the step of taking it alone once that is known. */
export class Way<C, E> {
  readonly transition: Transition<C, E>;
  readonly guard: GuardOf<C, E> | null;
  step: Step<C, E> | null = null;

  constructor(transition: Transition<C, E>) {
    this.transition = transition;
    this.guard = transition.guard;
  }
}

/** The way of a configuration that a transition is, the same each time. */
type WayOf<C, E> = (transition: Transition<C, E>) => Way<C, E>;

/** What is taken at once: nearly always one transition, several where parallel regions each take the event. */
export type Taken<C, E> = Way<C, E> | readonly Way<C, E>[];

export function isOne<C, E>(taken: Taken<C, E>): taken is Way<C, E> {
  return taken instanceof Way;
}

/**
 * What an event offers in a state that is active: ways of its own, in order, unless something inside it
 * takes the event. A chain of states with one active child each is one list.
 */
export interface Offered<C, E> {
  readonly inside: readonly Offered<C, E>[];
  readonly own: readonly Way<C, E>[];
}

export function offerIn<C, E>(
  state: State<C, E>,
  nodes: readonly State<C, E>[],
  type: string,
  wayOf: WayOf<C, E>,
): Offered<C, E> {
  const own = (state.on.get(type) ?? []).map(wayOf);
  const inside = nodes
    .filter(node => node.parent === state)
    .map(child => offerIn(child, nodes, type, wayOf))
    .filter(offer => offer.own.length > 0 || offer.inside.length > 0);
  const [only, another] = inside;
  if (only && !another && only.inside.length === 0) return { inside: [], own: [...only.own, ...own] };
  return only && !another && own.length === 0 ? only : { inside, own };
}

/** The transitions that take an event: one, several in parallel regions, or none. */
export function choose<C, E>({ inside, own }: Offered<C, E>, context: C, event: E): Taken<C, E> | null {
  if (inside.length === 0) return firstOf(own, context, event);
  const found: Way<C, E>[] = [];
  for (const offer of inside) {
    const taken = choose(offer, context, event);
    if (taken !== null) found.push(...(isOne(taken) ? [taken] : taken));
  }
  if (found.length > 1) return found;
  return found[0] ?? firstOf(own, context, event);
}

/** The first way that its guard allows. */
export function firstOf<C, E>(ways: readonly Way<C, E>[], context: C, event: E): Way<C, E> | null {
  for (let at = 0; at < ways.length; at++) {
    const way = ways[at];
    if (!way) continue;
    const { guard } = way;
    if (guard === null || guard(context, event)) return way;
  }
  return null;
}

/** What may move a configuration on without an event: for each active leaf that has any, its eventless ways and those of its ancestors. */
export type Unrest<C, E> = readonly (readonly Way<C, E>[])[];

export function unrestOf<C, E>(nodes: readonly State<C, E>[], wayOf: WayOf<C, E>): Unrest<C, E> {
  return nodes
    .filter(node => node.children.length === 0)
    .map(leaf => lineage(leaf).flatMap(state => state.always.map(wayOf)))
    .filter(ways => ways.length > 0);
}

/** For each active leaf its first eventless way whose guard allows it. */
export function eventlessOf<C, E>(unrest: Unrest<C, E>, context: C, event: E): Taken<C, E> | null {
  const taken: Way<C, E>[] = [];
  for (const ways of unrest) {
    const way = firstOf(ways, context, event);
    if (way !== null && !taken.includes(way)) taken.push(way);
  }
  return taken.length > 1 ? taken : (taken[0] ?? null);
}
