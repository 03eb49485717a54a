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
import { type Named, type State, type Transition, treeOf, typesOf, type UpdateOf } from './state-tree.ts';
import {
  type Configuration,
  choose,
  eventlessOf,
  firstOf,
  isOne,
  type Offered,
  offerIn,
  type Step,
  type Taken,
  unrestOf,
  Way,
} from './tables.ts';
import { type Branch, type Runs, takerOf } from './written-out.ts';

export type { Configuration, Step };

/*
 * The compiled runner: a chart of ours turned into tables, run over the same guards and updates as
 * the XState machine made of the same data. XState is the reference; this is the same chart without
 * an actor's bookkeeping (`npm run bench` compares them). It takes compound, parallel and final
 * states, `on`, `always`, `entry`, `exit`, `onDone`, named guards and actions, and refuses the rest
 * by name. Guards of `always` are to read the context and not the event.
 *
 * A *configuration* is the list of active states. There are few, so each is put down on first sight
 * and remembers what follows from it: which transitions an event offers, and, for the transitions
 * taken together, the actions to run and the configuration that comes next. What is gone through at
 * every event is written out as code, a function for each configuration (`written-out.ts`). The chart
 * itself holds no run: whoever runs it has a configuration and a context, which the updates change in
 * place.
 */

export interface CompiledChart<C, E extends { readonly type: string }> {
  /** Enters the initial states, with what that does to the context. */
  start(context: C): Configuration<C, E>;
  /** The configuration of a state value, to go on from a position reached before. */
  at(value: StateValue): Configuration<C, E>;
  /** Whether anything takes an event. */
  can(event: E, from: Configuration<C, E>, context: C): boolean;
  /**
   * Carries out what an event leads to, with all that follows: the context is changed, the configuration
   * returned. Null if nothing takes the event; then nothing is changed.
   */
  send(event: E, from: Configuration<C, E>, context: C): Configuration<C, E> | null;
}

/** Eventless transitions in one step after which a chart is taken to run in a circle. */
const MOST_MICROSTEPS = 1000;

/** Compiles a chart; throws, with the state's path, at anything that this runner does not know. */
export function compile<C, E extends { readonly type: string }>(
  chart: StateConfig,
  named: Named<C, E>,
): CompiledChart<C, E> {
  const quiet = new Set([...(named.quiet ?? [])].map(name => named.actions[name]));
  return new Compiled(treeOf(chart, named), quiet);
}

class Compiled<C, E extends { readonly type: string }> implements CompiledChart<C, E> {
  readonly #root: State<C, E>;
  readonly #quiet: ReadonlySet<UpdateOf<C, E> | undefined>;
  readonly #runs: Runs<C, E>;
  /** The event types that the chart knows. */
  readonly #types: ReadonlySet<string>;
  /** What entering the chart does; the same each time. */
  #first: Step<C, E> | null = null;
  readonly #configurations = new Map<string, Configuration<C, E>>();
  /** The same by the value that each hands out: whoever comes back with it is known at once. */
  readonly #byValue = new Map<StateValue, Configuration<C, E>>();

  constructor(root: State<C, E>, quiet: ReadonlySet<UpdateOf<C, E> | undefined>) {
    this.#root = root;
    this.#quiet = quiet;
    this.#types = new Set(typesOf(root));
    this.#runs = {
      settle: (step, context, event) => this.#settle(step, event, context),
      takeTogether: (offered, from, context, event) => this.#takeTogether(offered, from, context, event),
    };
  }

  start(context: C): Configuration<C, E> {
    this.#first ??= this.#firstStep();
    const begin = { type: 'xstate.init' } as E;
    run(this.#first.actions, context, begin);
    return this.#settle(this.#first, begin, context);
  }

  #firstStep(): Step<C, E> {
    const begun = inOrder(entered([{ source: this.#root, target: this.#root }], null));
    const configuration = this.#configurationOf(begun);
    return {
      actions: [...begun.flatMap(state => state.entry), ...exitsAtEnd(configuration)],
      next: configuration,
      finished: finishedBy(begun, new Set()),
      inert: false,
      quiet: false,
      idle: false,
    };
  }

  at(value: StateValue): Configuration<C, E> {
    return this.#byValue.get(value) ?? this.#configurationOf(nodesOf(this.#root, value));
  }

  can(event: E, from: Configuration<C, E>, context: C): boolean {
    if (from.done || !this.#types.has(event.type)) return false;
    const taken = choose(this.#offerOf(from, event.type), context, event);
    return taken !== null && !this.#step(from, taken).idle;
  }

  send(event: E, from: Configuration<C, E>, context: C): Configuration<C, E> | null {
    return from.take(context, event);
  }

  /** What an event leads to that regions side by side may each take. */
  #takeTogether(
    offered: Offered<C, E>,
    from: Configuration<C, E>,
    context: C,
    event: E,
  ): Configuration<C, E> | null {
    const taken = choose(offered, context, event);
    if (taken === null) return null;
    const step = this.#step(from, taken);
    if (step.idle) return null;
    run(step.actions, context, event);
    return this.#settle(step, event, context);
  }

  /** What follows a step without an event: eventless transitions first, then ends reached. */
  #settle({ next, finished: ended }: Step<C, E>, given: E, context: C): Configuration<C, E> {
    let event = given;
    let configuration = next;
    const finished = [...ended];
    let look = true;
    for (let microsteps = 0; microsteps < MOST_MICROSTEPS; microsteps++) {
      if (configuration.done) return configuration;
      let taken: Taken<C, E> | null = look ? eventlessOf(configuration.unrest, context, event) : null;
      const eventless: boolean = taken !== null;
      if (taken === null) {
        const state: State<C, E> | undefined = finished.shift();
        if (!state) return configuration;
        event = { type: `xstate.done.state.${state.id}` } as E;
        look = true;
        taken = this.#onDone(configuration, state, context, event);
        if (taken === null) continue;
      }
      const step: Step<C, E> = this.#step(configuration, taken);
      look = !(eventless && step.inert);
      run(step.actions, context, event);
      configuration = step.next;
      finished.push(...step.finished);
    }
    throw new Error('the chart does not come to rest: its eventless transitions run in a circle');
  }

  /** What a state takes that has come to its end, if it has not been left since. */
  #onDone(configuration: Configuration<C, E>, state: State<C, E>, context: C, event: E): Way<C, E> | null {
    if (!isActive(configuration.nodes, state)) return null;
    const ways = state.onDone.map(transition => wayOf(configuration.ways, transition));
    return firstOf(ways, context, event);
  }

  #configurationOf(nodes: readonly State<C, E>[]): Configuration<C, E> {
    const key = nodes.map(node => node.order).join();
    const known = this.#configurations.get(key);
    if (known) return known;
    const ways: Way<C, E>[] = [];
    const unrest = unrestOf(nodes, transition => wayOf(ways, transition));
    const configuration: Configuration<C, E> = {
      value: stateValueOf(this.#root, nodes),
      done: isFinished(this.#root, new Set(nodes)),
      nodes,
      // Written out when the first event comes: not all that is come to is gone on from.
      take: (context, event) => {
        configuration.take = takerOf(configuration, this.#branchesFrom(configuration), this.#runs);
        return configuration.take(context, event);
      },
      offers: new Map(),
      unrest,
      ways,
      jointSteps: new Map(),
    };
    this.#configurations.set(key, configuration);
    this.#byValue.set(configuration.value, configuration);
    return configuration;
  }

  /** What each type of event that a configuration takes may lead to. */
  #branchesFrom(from: Configuration<C, E>): Branch<C, E>[] {
    if (from.done) return [];
    return [...this.#types].flatMap(type => {
      const offered = this.#offerOf(from, type);
      if (offered.own.length === 0 && offered.inside.length === 0) return [];
      const steps = offered.inside.length > 0 ? null : offered.own.map(way => this.#step(from, way));
      return [{ type, offered, steps }];
    });
  }

  #offerOf(from: Configuration<C, E>, type: string): Offered<C, E> {
    const known = from.offers.get(type);
    if (known) return known;
    const offered = offerIn(this.#root, from.nodes, type, transition => wayOf(from.ways, transition));
    from.offers.set(type, offered);
    return offered;
  }

  #step(configuration: Configuration<C, E>, taken: Taken<C, E>): Step<C, E> {
    if (isOne(taken)) {
      taken.step ??= this.#stepFrom(configuration, [taken.transition]);
      return taken.step;
    }
    const transitions = taken.map(way => way.transition);
    const key = transitions.map(transition => transition.order).join();
    const known = configuration.jointSteps.get(key);
    if (known) return known;
    const step = this.#stepFrom(configuration, withoutConflicts(transitions, configuration.nodes));
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
    const stays = same && finished.length === 0;
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
      inert: actions.length === 0 && stays,
      quiet: stays && actions.every(action => this.#quiet.has(action)),
      idle: taken.every(({ idle }) => idle),
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

function run<C, E>(actions: readonly UpdateOf<C, E>[], context: C, event: E): void {
  for (let at = 0; at < actions.length; at++) actions[at]?.(context, event);
}

/** The way that a transition is among those of a configuration. */
function wayOf<C, E>(ways: Way<C, E>[], transition: Transition<C, E>): Way<C, E> {
  const way = ways[transition.order] ?? new Way(transition);
  ways[transition.order] = way;
  return way;
}
