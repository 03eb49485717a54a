import type { StateConfig, TransitionConfig } from './config.ts';

/* A chart as a tree of states whose names are resolved: guards, actions and targets at hand. */

export type GuardOf<C, E> = (context: C, event: E) => boolean;
/** Changes the context in place. */
export type UpdateOf<C, E> = (context: C, event: E) => void;

export interface Named<C, E> {
  readonly guards: Readonly<Record<string, GuardOf<C, E>>>;
  readonly actions: Readonly<Record<string, UpdateOf<C, E>>>;
  /** Actions that leave alone all that a guard of `always` reads: after them nothing has to be asked again. */
  readonly quiet?: ReadonlySet<string>;
  /** Whether an action does anything on events of a type; where it does not it is left out. */
  readonly matters?: (action: string, type: string) => boolean;
}

export interface State<C, E> {
  readonly key: string;
  readonly path: string;
  readonly order: number;
  readonly depth: number;
  readonly parent: State<C, E> | null;
  readonly kind: 'leaf' | 'compound' | 'parallel' | 'final';
  readonly children: State<C, E>[];
  /** As in XState: the id given, or the path. */
  readonly id: string;
  readonly entry: readonly UpdateOf<C, E>[];
  readonly exit: readonly UpdateOf<C, E>[];
  initial: State<C, E> | null;
  readonly on: Map<string, Transition<C, E>[]>;
  readonly always: Transition<C, E>[];
  readonly onDone: Transition<C, E>[];
}

export interface Transition<C, E> {
  readonly order: number;
  readonly source: State<C, E>;
  readonly target: State<C, E> | null;
  readonly guardName: string | undefined;
  readonly guard: GuardOf<C, E> | null;
  readonly actions: readonly UpdateOf<C, E>[];
  /** Whether it has neither target nor actions. */
  readonly idle: boolean;
}

const KNOWN_KEYS = new Set([
  'id',
  'type',
  'description',
  'initial',
  'entry',
  'exit',
  'on',
  'always',
  'onDone',
  'states',
]);
const KNOWN_TRANSITION_KEYS = new Set(['target', 'guard', 'actions']);
/** Builds the tree; throws, with the state's path, at anything that this runner does not know. */
export function treeOf<C, E>(chart: StateConfig, named: Named<C, E>): State<C, E> {
  const states = new Map<string, State<C, E>>();
  const configs = new Map<State<C, E>, StateConfig>();
  const ids = new Map<string, State<C, E>>();
  let transitionCount = 0;

  const resolve = <T>(kind: string, table: Readonly<Record<string, T>>, name: string, path: string): T => {
    if (typeof name !== 'string') throw new Error(`${path}: the ${kind} is not a name`);
    const found = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!found) throw new Error(`${path}: unknown ${kind} "${name}"`);
    return found;
  };

  const actionsOf = (names: readonly string[] | undefined, path: string): UpdateOf<C, E>[] =>
    listOf(names, 'actions', path).map(name => resolve('action', named.actions, name, path));

  const declare = (key: string, config: StateConfig, parent: State<C, E> | null): State<C, E> => {
    const path = parent ? `${parent.path}.${key}` : key;
    refuseUnknown(config, KNOWN_KEYS, path);
    const state: State<C, E> = {
      key,
      path,
      order: states.size,
      depth: parent ? parent.depth + 1 : 0,
      parent,
      kind: kindOf(config, path),
      children: [],
      id: config.id ?? path,
      entry: actionsOf(config.entry, path),
      exit: actionsOf(config.exit, path),
      initial: null,
      on: new Map(),
      always: [],
      onDone: [],
    };
    states.set(path, state);
    configs.set(state, config);
    ids.set(state.id, state);
    for (const [name, child] of Object.entries(config.states ?? {}))
      state.children.push(declare(name, child, state));
    return state;
  };

  const resolveTarget = (source: State<C, E>, target: string): State<C, E> => {
    if (typeof target !== 'string') throw new Error(`${source.path}: a target that is not one name`);
    const steps = target.replace(/^[#.]/, '').split('.');
    const first = steps[0] ?? '';
    const base = target.startsWith('#') ? ids.get(first) : target.startsWith('.') ? source : source.parent;
    const rest = target.startsWith('#') ? steps.slice(1) : steps;
    const found = rest.reduce<State<C, E> | undefined>(
      (at, step) => at?.children.find(child => child.key === step),
      base ?? undefined,
    );
    if (!found || target.trim() === '') throw new Error(`${source.path}: unknown target "${target}"`);
    return found;
  };

  const linkTransition = (
    source: State<C, E>,
    config: TransitionConfig,
    type: string | null = null,
  ): Transition<C, E> => {
    if (typeof config !== 'object') throw new Error(`${source.path}: a transition that is not an object`);
    refuseUnknown(config, KNOWN_TRANSITION_KEYS, source.path);
    const names = listOf(config.actions, 'actions', source.path);
    const matters = (name: string) => type === null || named.matters?.(name, type) !== false;
    return {
      order: transitionCount++,
      source,
      target: config.target === undefined ? null : resolveTarget(source, config.target),
      guardName: config.guard,
      guard: config.guard === undefined ? null : resolve('guard', named.guards, config.guard, source.path),
      actions: actionsOf(names.filter(matters), source.path),
      idle: config.target === undefined && names.length === 0,
    };
  };

  const link = (state: State<C, E>): void => {
    const config = configs.get(state) ?? {};
    if (state.kind === 'compound') {
      const initial = state.children.find(child => child.key === config.initial);
      if (!initial) throw new Error(`${state.path}: unknown initial state "${config.initial}"`);
      state.initial = initial;
    }
    for (const [type, given] of Object.entries(config.on ?? {})) {
      if (type.includes('*') || type.startsWith('xstate.'))
        throw new Error(`${state.path}: event "${type}" is not supported by the compiled runner`);
      const list = Array.isArray(given)
        ? (given as readonly TransitionConfig[])
        : [given as TransitionConfig];
      state.on.set(
        type,
        list.map(transition => linkTransition(state, transition, type)),
      );
    }
    for (const transition of listOf(config.always, 'always', state.path))
      state.always.push(linkTransition(state, transition));
    if (config.onDone) state.onDone.push(linkTransition(state, config.onDone));
    for (const child of state.children) link(child);
  };

  const root = declare(chart.id ?? 'chart', chart, null);
  link(root);
  return root;
}

function refuseUnknown(config: object, known: ReadonlySet<string>, path: string): void {
  for (const key of Object.keys(config)) {
    if (!known.has(key)) throw new Error(`${path}: "${key}" is not supported by the compiled runner`);
  }
}

function listOf<T>(given: readonly T[] | undefined, key: string, path: string): readonly T[] {
  if (given !== undefined && !Array.isArray(given))
    throw new Error(`${path}: "${key}" is supported by the compiled runner as a list only`);
  return given ?? [];
}

function kindOf(config: StateConfig, path: string): State<unknown, unknown>['kind'] {
  if (config.type === 'final') return 'final';
  if (config.type === 'parallel') return 'parallel';
  if (config.type !== undefined)
    throw new Error(`${path}: state type "${config.type}" is not supported by the compiled runner`);
  return config.states ? 'compound' : 'leaf';
}

/** A state and its ancestors, innermost first. */
export function lineage<C, E>(state: State<C, E>): State<C, E>[] {
  const line: State<C, E>[] = [];
  for (let at: State<C, E> | null = state; at; at = at.parent) line.push(at);
  return line;
}

/** The event types that a state knows or one inside it, those of the outer first. */
export function typesOf<C, E>(state: State<C, E>): string[] {
  return [...new Set([...state.on.keys(), ...state.children.flatMap(typesOf)])];
}
