import type { StateConfig, StateValue } from './config.ts';
import { lineage, type Named, type State, type Transition, treeOf, type UpdateOf } from './state-tree.ts';

/*
 * The compiled runner: a chart of ours turned into tables, run over the same guards and updates as
 * the XState machine made of the same data. XState is the reference; this is the same chart without
 * an actor's bookkeeping (`npm run bench` compares them). It follows SCXML's algorithm (W3C 2015) for what our charts use: compound,
 * parallel and final states, `on`, `always`, `entry`, `exit`, `onDone`, named guards and actions.
 *
 * A *configuration* is the set of active leaves. There are few, so each is numbered on first sight
 * and remembers what follows from it: which transitions an event offers, and, for the transitions
 * taken together, the actions to run and the configuration that comes next.
 */

/** What follows from taking some transitions together. */
interface Step<C, E> {
  readonly actions: readonly UpdateOf<C, E>[];
  readonly next: Configuration<C, E>;
  /** Compound or parallel states that came to their end, innermost first. */
  readonly ended: readonly State<C, E>[];
}

/** For each active leaf the transitions that an event offers, innermost first. */
type Offered<C, E> = readonly (readonly Transition<C, E>[])[];

/** A set of active leaves, with what is known to follow from it. */
export interface Configuration<C, E> {
  readonly value: StateValue;
  readonly done: boolean;
  /** @internal */
  readonly leaves: readonly State<C, E>[];
  /** @internal */
  readonly offered: Map<string, Offered<C, E>>;
  /** @internal */
  readonly eventless: Offered<C, E>;
  /** @internal */
  readonly steps: Map<string | number, Step<C, E>>;
}

export interface Reached<C, E> {
  readonly configuration: Configuration<C, E>;
  readonly context: C;
}

export interface CompiledChart<C, E extends { readonly type: string }> {
  start(context: C): Reached<C, E>;
  /** The configuration of a state value, to go on from a position reached before. */
  at(value: StateValue): Configuration<C, E>;
  can(from: Reached<C, E>, event: E): boolean;
  /** Where an event leads; null if nothing takes it. */
  send(from: Reached<C, E>, event: E): Reached<C, E> | null;
}

/** Eventless transitions in one step after which a chart is taken to run in a circle. */
const MOST_MICROSTEPS = 1000;

/** Compiles a chart; throws, with the state's path, at anything that this runner does not know. */
export function compile<C, E extends { readonly type: string }>(
  chart: StateConfig,
  named: Named<C, E>,
): CompiledChart<C, E> {
  return runnerOf(treeOf(chart, named), named);
}

function runnerOf<C, E extends { readonly type: string }>(
  root: State<C, E>,
  named: Named<C, E>,
): CompiledChart<C, E> {
  const configurations = new Map<string, Configuration<C, E>>();

  const configurationOf = (leaves: readonly State<C, E>[]): Configuration<C, E> => {
    const sorted = [...leaves].sort((a, b) => a.order - b.order);
    const key = sorted.map(leaf => leaf.order).join();
    const known = configurations.get(key);
    if (known) return known;
    const configuration: Configuration<C, E> = {
      value: stateValue(root, new Set(sorted.flatMap(lineage))),
      done: isDone(root, new Set(sorted.flatMap(lineage))),
      leaves: sorted,
      offered: new Map(),
      eventless: sorted.map(leaf => lineage(leaf).flatMap(state => state.always)),
      steps: new Map(),
    };
    configurations.set(key, configuration);
    return configuration;
  };

  const offeredBy = (configuration: Configuration<C, E>, type: string): Offered<C, E> => {
    const known = configuration.offered.get(type);
    if (known) return known;
    const offered = configuration.leaves.map(leaf =>
      lineage(leaf).flatMap(state => state.on.get(type) ?? []),
    );
    configuration.offered.set(type, offered);
    return offered;
  };

  const actionsOf = (names: readonly string[] | undefined): UpdateOf<C, E>[] =>
    (names ?? []).map(name => {
      const action = named.actions[name];
      if (!action) throw new Error(`unknown action "${name}"`);
      return action;
    });

  /** What taking these transitions together does to a configuration. */
  const stepOf = (configuration: Configuration<C, E>, taken: readonly Transition<C, E>[]): Step<C, E> => {
    const only = taken[0];
    const key = taken.length === 1 && only ? only.order : taken.map(transition => transition.order).join();
    const known = configuration.steps.get(key);
    if (known) return known;
    const before = new Set(configuration.leaves.flatMap(lineage));
    const exited = new Set<State<C, E>>();
    const entered = new Set<State<C, E>>();
    for (const transition of taken) {
      if (!transition.target) continue;
      const domain = domainOf(transition, transition.target);
      for (const state of before) if (state !== domain && lineage(state).includes(domain)) exited.add(state);
      enter(transition.target, domain, entered);
    }
    const after = new Set([...before].filter(state => !exited.has(state)).concat([...entered]));
    const inOrder = (set: Set<State<C, E>>) => [...set].sort((a, b) => a.order - b.order);
    const step: Step<C, E> = {
      actions: [
        ...inOrder(exited)
          .reverse()
          .flatMap(state => actionsOf(state.config.exit)),
        ...taken.flatMap(transition => transition.actions),
        ...inOrder(entered).flatMap(state => actionsOf(state.config.entry)),
      ],
      next: configurationOf([...after].filter(state => state.children.length === 0)),
      ended: endedBy(inOrder(entered), after),
    };
    configuration.steps.set(key, step);
    return step;
  };

  const settle = (first: Reached<C, E>, event: E, done: State<C, E>[]): Reached<C, E> => {
    let { configuration, context } = first;
    for (let microsteps = 0; microsteps < MOST_MICROSTEPS; microsteps++) {
      let taken = select(configuration.eventless, context, event);
      while (taken.length === 0) {
        const ended = done.shift();
        if (!ended) return { configuration, context };
        if (ended.onDone && isActive(configuration, ended)) taken = select([[ended.onDone]], context, event);
      }
      const step = stepOf(configuration, taken);
      context = apply(step.actions, context, event);
      configuration = step.next;
      done.push(...step.ended);
    }
    throw new Error('the chart does not come to rest: its eventless transitions run in a circle');
  };

  return {
    start(context) {
      const entered = new Set<State<C, E>>([root]);
      enterInside(root, entered);
      const inOrder = [...entered].sort((a, b) => a.order - b.order);
      const event = { type: 'xstate.init' } as unknown as E;
      const configuration = configurationOf(inOrder.filter(state => state.children.length === 0));
      const begun = apply(
        inOrder.flatMap(state => actionsOf(state.config.entry)),
        context,
        event,
      );
      return settle({ configuration, context: begun }, event, [...endedBy(inOrder, entered)]);
    },
    at: value => configurationOf(leavesOf(root, value)),
    can: (from, event) => select(offeredBy(from.configuration, event.type), from.context, event).length > 0,
    send(from, event) {
      const taken = select(offeredBy(from.configuration, event.type), from.context, event);
      if (taken.length === 0 || from.configuration.done) return null;
      const step = stepOf(from.configuration, taken);
      const context = apply(step.actions, from.context, event);
      return settle({ configuration: step.next, context }, event, [...step.ended]);
    },
  };
}

function apply<C, E>(actions: readonly UpdateOf<C, E>[], context: C, event: E): C {
  let next = context;
  for (const action of actions) next = action(next, event);
  return next;
}

/** For each leaf its first transition whose guard allows it; of two that would leave the same states, the inner one. */
function select<C, E>(offered: Offered<C, E>, context: C, event: E): readonly Transition<C, E>[] {
  let first: Transition<C, E> | null = null;
  let more: Transition<C, E>[] | null = null;
  for (const list of offered) {
    for (const transition of list) {
      if (transition.guard && !transition.guard(context, event)) continue;
      if (!first) first = transition;
      else if (transition !== first) {
        more ??= [first];
        if (!more.includes(transition)) more.push(transition);
      }
      break;
    }
  }
  return more ? withoutConflicts(more) : first ? [first] : NONE;
}

const NONE: readonly never[] = [];

function withoutConflicts<C, E>(taken: readonly Transition<C, E>[]): Transition<C, E>[] {
  const kept: Transition<C, E>[] = [];
  for (const transition of taken) {
    const rivals = kept.filter(other => conflict(other, transition));
    if (rivals.some(rival => !lineage(transition.source).includes(rival.source))) continue;
    for (const rival of rivals) kept.splice(kept.indexOf(rival), 1);
    kept.push(transition);
  }
  return kept;
}

/** Two transitions conflict if one leaves states that the other leaves too. */
function conflict<C, E>(a: Transition<C, E>, b: Transition<C, E>): boolean {
  if (!a.target || !b.target) return false;
  const first = domainOf(a, a.target);
  const second = domainOf(b, b.target);
  return lineage(first).includes(second) || lineage(second).includes(first);
}

/** The innermost state that a transition does not leave. */
function domainOf<C, E>(transition: Transition<C, E>, target: State<C, E>): State<C, E> {
  const { source } = transition;
  if (source.kind !== 'leaf' && source.kind !== 'final' && lineage(target).includes(source)) return source;
  const above = new Set(lineage(target).slice(1));
  const domain = lineage(source)
    .slice(1)
    .find(state => above.has(state) && state.kind === 'compound');
  return domain ?? lineage(source).at(-1) ?? source;
}

/** Adds a target, what it implies below it, and its ancestors up to the domain. */
function enter<C, E>(target: State<C, E>, domain: State<C, E>, entered: Set<State<C, E>>): void {
  let below = target;
  entered.add(target);
  enterInside(target, entered);
  for (let at = target.parent; at && at !== domain; at = at.parent) {
    entered.add(at);
    if (at.kind === 'parallel')
      for (const child of at.children) if (child !== below) addWhole(child, entered);
    below = at;
  }
}

function addWhole<C, E>(state: State<C, E>, entered: Set<State<C, E>>): void {
  if (entered.has(state)) return;
  entered.add(state);
  enterInside(state, entered);
}

function enterInside<C, E>(state: State<C, E>, entered: Set<State<C, E>>): void {
  if (state.kind === 'parallel') for (const child of state.children) addWhole(child, entered);
  if (state.initial) addWhole(state.initial, entered);
}

function isDone<C, E>(state: State<C, E>, active: ReadonlySet<State<C, E>>): boolean {
  if (state.kind === 'parallel') return state.children.every(child => isDone(child, active));
  return state.children.some(child => child.kind === 'final' && active.has(child));
}

/** States that are at their end now that these were entered, innermost first. */
function endedBy<C, E>(entered: readonly State<C, E>[], active: ReadonlySet<State<C, E>>): State<C, E>[] {
  const ended: State<C, E>[] = [];
  for (const state of entered) {
    if (state.kind !== 'final' || !state.parent) continue;
    ended.push(state.parent);
    const above = state.parent.parent;
    if (above?.kind === 'parallel' && isDone(above, active)) ended.push(above);
  }
  return ended;
}

function isActive<C, E>(configuration: Configuration<C, E>, state: State<C, E>): boolean {
  return configuration.leaves.some(leaf => lineage(leaf).includes(state));
}

function stateValue<C, E>(state: State<C, E>, active: ReadonlySet<State<C, E>>): StateValue {
  const inside = (child: State<C, E>): StateValue =>
    child.children.length === 0 ? {} : stateValue(child, active);
  if (state.kind === 'parallel')
    return Object.fromEntries(state.children.map(child => [child.key, inside(child)]));
  const child = state.children.find(candidate => active.has(candidate));
  if (!child) return {};
  return child.children.length === 0 ? child.key : { [child.key]: stateValue(child, active) };
}

function leavesOf<C, E>(state: State<C, E>, value: StateValue): State<C, E>[] {
  if (state.children.length === 0) return [state];
  const inside = typeof value === 'string' ? { [value]: {} } : value;
  return state.children
    .filter(child => child.key in inside)
    .flatMap(child => leavesOf(child, inside[child.key] ?? {}));
}
