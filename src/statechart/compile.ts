import type { StateConfig, StateValue } from './config.ts';
import {
  domainOf,
  entered,
  finishedBy,
  isActive,
  isFinished,
  isIn,
  nodesOf,
  stateValueOf,
  withoutConflicts,
} from './configuration.ts';
import { lineage, type Named, type State, type Transition, treeOf, type UpdateOf } from './state-tree.ts';

/*
 * The compiled runner: a chart of ours turned into tables, run over the same guards and updates as
 * the XState machine made of the same data. XState is the reference; this is the same chart without
 * an actor's bookkeeping (`npm run bench` compares them). It takes compound, parallel and final
 * states, `on`, `always`, `entry`, `exit`, `onDone`, named guards and actions, and refuses the rest
 * by name. Guards of `always` are to read the context and not the event.
 *
 * A *configuration* is the list of active states. There are few, so each is numbered on first sight
 * and remembers what follows from it: which transitions an event offers, and, for the transitions
 * taken together, the actions to run and the configuration that comes next. The chart itself holds no
 * run: whoever runs it has a configuration and a context, which the updates change in place.
 */

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
  /** @internal Whether it has neither target nor actions: then the event counts as not taken. */
  readonly idle: boolean;
}

/**
 * What an event offers in a state that is active: transitions of its own, in order, unless something
 * inside it takes the event. A chain of states with one active child each is one list.
 */
interface Offer<C, E> {
  readonly inside: readonly Offer<C, E>[];
  readonly own: readonly Transition<C, E>[];
}

/** What is taken at once: nearly always one transition, several where parallel regions each take the event. */
type Taken<C, E> = Transition<C, E> | readonly Transition<C, E>[];

/** The active states, with what is known to follow from them. */
export interface Configuration<C, E> {
  readonly value: StateValue;
  readonly done: boolean;
  /** @internal In the order in which they were entered, as XState keeps them. */
  readonly nodes: readonly State<C, E>[];
  /** @internal */
  readonly offers: Map<string, Offer<C, E>>;
  /** @internal For each active leaf that has any, its eventless transitions and those of its ancestors. */
  readonly eventless: readonly (readonly Transition<C, E>[])[];
  /** @internal Steps of one transition, by its number. */
  readonly steps: (Step<C, E> | undefined)[];
  /** @internal Steps of several transitions taken together. */
  readonly jointSteps: Map<string, Step<C, E>>;
}

export interface CompiledChart<C, E extends { readonly type: string }> {
  /** Enters the initial states, with what that does to the context. */
  start(context: C): Configuration<C, E>;
  /** The configuration of a state value, to go on from a position reached before. */
  at(value: StateValue): Configuration<C, E>;
  /** What an event leads to; null if nothing takes it. Changes nothing. */
  stepOn(event: E, from: Configuration<C, E>, context: C): Step<C, E> | null;
  /** Carries out the step that an event leads to, with all that follows: the context is changed, the configuration returned. */
  carryOut(step: Step<C, E>, event: E, context: C): Configuration<C, E>;
}

/** Eventless transitions in one step after which a chart is taken to run in a circle. */
const MOST_MICROSTEPS = 1000;

/** Compiles a chart; throws, with the state's path, at anything that this runner does not know. */
export function compile<C, E extends { readonly type: string }>(
  chart: StateConfig,
  named: Named<C, E>,
): CompiledChart<C, E> {
  return new Compiled(treeOf(chart, named));
}

class Compiled<C, E extends { readonly type: string }> implements CompiledChart<C, E> {
  readonly #root: State<C, E>;
  readonly #configurations = new Map<string, Configuration<C, E>>();

  constructor(root: State<C, E>) {
    this.#root = root;
  }

  start(context: C): Configuration<C, E> {
    const begun = inOrder(entered([{ source: this.#root, target: this.#root }], null));
    const configuration = this.#configurationOf(begun);
    const step: Step<C, E> = {
      actions: [...begun.flatMap(state => state.entry), ...exitsAtEnd(configuration)],
      next: configuration,
      finished: finishedBy(begun, new Set()),
      inert: false,
      idle: false,
    };
    return this.carryOut(step, { type: 'xstate.init' } as E, context);
  }

  at(value: StateValue): Configuration<C, E> {
    return this.#configurationOf(nodesOf(this.#root, value));
  }

  stepOn(event: E, from: Configuration<C, E>, context: C): Step<C, E> | null {
    if (from.done) return null;
    const taken = choose(this.#offerOf(from, event.type), context, event);
    if (taken === null) return null;
    const step = this.#step(from, taken);
    return step.idle ? null : step;
  }

  /** What follows without an event: eventless transitions first, then ends reached. */
  carryOut(first: Step<C, E>, given: E, context: C): Configuration<C, E> {
    let event = given;
    run(first.actions, context, event);
    let configuration = first.next;
    // Most steps finish nothing, so the queue is made when something does.
    let finished: State<C, E>[] | null = first.finished.length > 0 ? [...first.finished] : null;
    let look = true;
    for (let microsteps = 0; microsteps < MOST_MICROSTEPS; microsteps++) {
      if (configuration.done) return configuration;
      let taken: Taken<C, E> | null = look ? eventlessOf(configuration, context, event) : null;
      const eventless: boolean = taken !== null;
      if (taken === null) {
        const state: State<C, E> | undefined = finished?.shift();
        if (!state) return configuration;
        event = { type: `xstate.done.state.${state.id}` } as E;
        look = true;
        taken = isActive(configuration.nodes, state) ? firstOf(state.onDone, context, event) : null;
        if (taken === null) continue;
      }
      const step: Step<C, E> = this.#step(configuration, taken);
      look = !(eventless && step.inert);
      run(step.actions, context, event);
      configuration = step.next;
      if (step.finished.length > 0) finished = [...(finished ?? []), ...step.finished];
    }
    throw new Error('the chart does not come to rest: its eventless transitions run in a circle');
  }

  #configurationOf(nodes: readonly State<C, E>[]): Configuration<C, E> {
    const key = nodes.map(node => node.order).join();
    const known = this.#configurations.get(key);
    if (known) return known;
    const active = new Set(nodes);
    const leaves = nodes.filter(node => node.children.length === 0);
    const configuration: Configuration<C, E> = {
      value: stateValueOf(this.#root, nodes),
      done: isFinished(this.#root, active),
      nodes,
      offers: new Map(),
      eventless: leaves
        .map(leaf => lineage(leaf).flatMap(state => state.always))
        .filter(transitions => transitions.length > 0),
      steps: [],
      jointSteps: new Map(),
    };
    this.#configurations.set(key, configuration);
    return configuration;
  }

  #offerOf(configuration: Configuration<C, E>, type: string): Offer<C, E> {
    const known = configuration.offers.get(type);
    if (known) return known;
    const offer = offerIn(this.#root, configuration.nodes, type);
    configuration.offers.set(type, offer);
    return offer;
  }

  #step(configuration: Configuration<C, E>, taken: Taken<C, E>): Step<C, E> {
    if (isOne(taken)) {
      const known = configuration.steps[taken.order];
      if (known) return known;
      const step = this.#stepFrom(configuration, [taken]);
      configuration.steps[taken.order] = step;
      return step;
    }
    const key = taken.map(transition => transition.order).join();
    const known = configuration.jointSteps.get(key);
    if (known) return known;
    const step = this.#stepFrom(configuration, withoutConflicts(taken, configuration.nodes));
    configuration.jointSteps.set(key, step);
    return step;
  }

  /** What taking these transitions together does to a configuration. */
  #stepFrom(configuration: Configuration<C, E>, taken: readonly Transition<C, E>[]): Step<C, E> {
    const left = new Set<State<C, E>>();
    for (const transition of taken) {
      const domain = domainOf(transition);
      for (const state of configuration.nodes) if (domain && isIn(state, domain)) left.add(state);
    }
    const into = inOrder(entered(taken, domainOf));
    const stayed = configuration.nodes.filter(state => !left.has(state));
    const after = [...new Set([...stayed, ...into])];
    const same =
      after.length === configuration.nodes.length &&
      after.every(state => configuration.nodes.includes(state));
    const next = same ? configuration : this.#configurationOf(after);
    const finished = finishedBy(into, new Set(stayed));
    const actions = [
      ...inOrder(left)
        .reverse()
        .flatMap(state => state.exit),
      ...taken.flatMap(transition => transition.actions),
      ...into.flatMap(state => state.entry),
      ...exitsAtEnd(next),
    ];
    return {
      actions,
      next,
      finished,
      inert: actions.length === 0 && same && finished.length === 0,
      idle: taken.every(({ target, actions: own }) => target === null && own.length === 0),
    };
  }
}

/** Once the chart is at its end its states are left, innermost first. */
function exitsAtEnd<C, E>({ done, nodes }: Configuration<C, E>): readonly UpdateOf<C, E>[] {
  if (!done) return [];
  return inOrder(new Set(nodes))
    .reverse()
    .flatMap(state => state.exit);
}

function inOrder<C, E>(states: ReadonlySet<State<C, E>>): State<C, E>[] {
  return [...states].sort((a, b) => a.order - b.order);
}

function isOne<C, E>(taken: Taken<C, E>): taken is Transition<C, E> {
  return !Array.isArray(taken);
}

function run<C, E>(actions: readonly UpdateOf<C, E>[], context: C, event: E): void {
  for (let at = 0; at < actions.length; at++) actions[at]?.(context, event);
}

function offerIn<C, E>(state: State<C, E>, nodes: readonly State<C, E>[], type: string): Offer<C, E> {
  const own = state.on.get(type) ?? [];
  const inside = nodes
    .filter(node => node.parent === state)
    .map(child => offerIn(child, nodes, type))
    .filter(offer => offer.own.length > 0 || offer.inside.length > 0);
  const [only, another] = inside;
  if (only && !another && only.inside.length === 0) return { inside: [], own: [...only.own, ...own] };
  return only && !another && own.length === 0 ? only : { inside, own };
}

/** The transitions that take an event: one, several in parallel regions, or none. */
function choose<C, E>({ inside, own }: Offer<C, E>, context: C, event: E): Taken<C, E> | null {
  if (inside.length === 0) return firstOf(own, context, event);
  const found: Transition<C, E>[] = [];
  for (const offer of inside) {
    const taken = choose(offer, context, event);
    if (taken !== null) found.push(...(isOne(taken) ? [taken] : taken));
  }
  if (found.length > 1) return found;
  return found[0] ?? firstOf(own, context, event);
}

function firstOf<C, E>(
  transitions: readonly Transition<C, E>[],
  context: C,
  event: E,
): Transition<C, E> | null {
  for (let at = 0; at < transitions.length; at++) {
    const transition = transitions[at];
    if (!transition) continue;
    const { guard } = transition;
    if (guard === null || guard(context, event)) return transition;
  }
  return null;
}

/** For each active leaf its first eventless transition whose guard allows it. */
function eventlessOf<C, E>(
  { eventless, nodes }: Configuration<C, E>,
  context: C,
  event: E,
): Taken<C, E> | null {
  let first: Transition<C, E> | null = null;
  let more: Transition<C, E>[] | null = null;
  for (let at = 0; at < eventless.length; at++) {
    const taken = firstOf(eventless[at] ?? [], context, event);
    if (taken === null || taken === first) continue;
    if (first === null) first = taken;
    else {
      more ??= [first];
      if (!more.includes(taken)) more.push(taken);
    }
  }
  return more ? withoutConflicts(more, nodes) : first;
}
