import type { StateConfig, TransitionConfig } from './config.ts';

/* A chart as a tree of states whose names are resolved: guards, actions and targets at hand. */

export type GuardOf<C, E> = (context: C, event: E) => boolean;
export type UpdateOf<C, E> = (context: C, event: E) => C;

export interface Named<C, E> {
  readonly guards: Readonly<Record<string, GuardOf<C, E>>>;
  readonly actions: Readonly<Record<string, UpdateOf<C, E>>>;
}

export interface State<C, E> {
  readonly key: string;
  readonly path: string;
  readonly order: number;
  readonly depth: number;
  readonly parent: State<C, E> | null;
  readonly kind: 'leaf' | 'compound' | 'parallel' | 'final';
  readonly children: State<C, E>[];
  readonly config: StateConfig;
  initial: State<C, E> | null;
  readonly on: Map<string, Transition<C, E>[]>;
  readonly always: Transition<C, E>[];
  onDone: Transition<C, E> | null;
}

export interface Transition<C, E> {
  readonly order: number;
  readonly source: State<C, E>;
  readonly target: State<C, E> | null;
  readonly guardName: string | undefined;
  readonly guard: GuardOf<C, E> | null;
  readonly actions: readonly UpdateOf<C, E>[];
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
  const ids = new Map<string, State<C, E>>();
  let transitionCount = 0;

  const declare = (key: string, config: StateConfig, parent: State<C, E> | null): State<C, E> => {
    const path = parent ? `${parent.path}.${key}` : key;
    for (const known of Object.keys(config)) {
      if (!KNOWN_KEYS.has(known))
        throw new Error(`${path}: "${known}" is not supported by the compiled runner`);
    }
    const state: State<C, E> = {
      key,
      path,
      order: states.size,
      depth: parent ? parent.depth + 1 : 0,
      parent,
      kind: kindOf(config, path),
      children: [],
      config,
      initial: null,
      on: new Map(),
      always: [],
      onDone: null,
    };
    states.set(path, state);
    if (config.id !== undefined) ids.set(config.id, state);
    for (const [name, child] of Object.entries(config.states ?? {}))
      state.children.push(declare(name, child, state));
    return state;
  };

  const resolve = <T>(kind: string, table: Readonly<Record<string, T>>, name: string, path: string): T => {
    const found = table[name];
    if (!found) throw new Error(`${path}: unknown ${kind} "${name}"`);
    return found;
  };

  const resolveTarget = (source: State<C, E>, target: string): State<C, E> => {
    const steps = target.replace(/^[#.]/, '').split('.');
    const first = steps[0] ?? '';
    const base = target.startsWith('#') ? ids.get(first) : target.startsWith('.') ? source : source.parent;
    const rest = target.startsWith('#') ? steps.slice(1) : steps;
    const found = rest.reduce<State<C, E> | undefined>(
      (at, step) => at?.children.find(child => child.key === step),
      base ?? undefined,
    );
    if (!found) throw new Error(`${source.path}: unknown target "${target}"`);
    return found;
  };

  const linkTransition = (source: State<C, E>, config: TransitionConfig): Transition<C, E> => {
    for (const known of Object.keys(config)) {
      if (!KNOWN_TRANSITION_KEYS.has(known))
        throw new Error(`${source.path}: "${known}" is not supported by the compiled runner`);
    }
    return {
      order: transitionCount++,
      source,
      target: config.target === undefined ? null : resolveTarget(source, config.target),
      guardName: config.guard,
      guard: config.guard === undefined ? null : resolve('guard', named.guards, config.guard, source.path),
      actions: (config.actions ?? []).map(name => resolve('action', named.actions, name, source.path)),
    };
  };

  const link = (state: State<C, E>): void => {
    const { config } = state;
    if (state.kind === 'compound') {
      const initial = state.children.find(child => child.key === config.initial);
      if (!initial) throw new Error(`${state.path}: unknown initial state "${config.initial}"`);
      state.initial = initial;
    }
    for (const [type, given] of Object.entries(config.on ?? {})) {
      const list = Array.isArray(given)
        ? (given as readonly TransitionConfig[])
        : [given as TransitionConfig];
      state.on.set(
        type,
        list.map(transition => linkTransition(state, transition)),
      );
    }
    for (const transition of config.always ?? []) state.always.push(linkTransition(state, transition));
    if (config.onDone) state.onDone = linkTransition(state, config.onDone);
    for (const child of state.children) link(child);
  };

  const root = declare(chart.id ?? 'chart', chart, null);
  link(root);
  return root;
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
