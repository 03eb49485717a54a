import type { StateValue } from './config.ts';
import { lineage, type State, type Transition } from './state-tree.ts';

/*
 * What a transition does to the set of active states: which it leaves, which it enters, and what has
 * come to its end. The algorithm is SCXML's (W3C 2015) as XState 5 reads it, to the order of things.
 */

/** Whether a state lies inside another, itself not counted. */
export function isIn<C, E>(state: State<C, E>, outer: State<C, E>): boolean {
  for (let at = state.parent; at; at = at.parent) if (at === outer) return true;
  return false;
}

/** The innermost state that a transition does not leave; null for one that leaves none. */
export function domainOf<C, E>({ source, target }: Moving<C, E>): State<C, E> | null {
  if (!target) return null;
  if (target === source || isIn(target, source)) return source;
  const common = lineage(target).find(state => state !== target && isIn(source, state));
  return common ?? lineage(source).at(-1) ?? source;
}

type Moving<C, E> = Pick<Transition<C, E>, 'source' | 'target'>;

/** The states that transitions enter; `domain` is null for the start, where everything is entered. */
export function entered<C, E>(
  taken: readonly Moving<C, E>[],
  domain: ((transition: Moving<C, E>) => State<C, E> | null) | null,
): Set<State<C, E>> {
  const into = new Set<State<C, E>>();
  for (const transition of taken) {
    const { source, target } = transition;
    if (!target) continue;
    const stays = domain?.(transition) ?? null;
    // What a transition does not leave, it does not enter again.
    if (target !== stays || source !== stays) into.add(target);
    enterInside(target, into);
    if (stays) enterAround(target, stays, into);
  }
  return into;
}

/** What a state implies below it: the initial child, or all regions. */
function enterInside<C, E>(state: State<C, E>, into: Set<State<C, E>>): void {
  if (state.kind === 'parallel') enterRegions(state, into);
  if (!state.initial) return;
  into.add(state.initial);
  enterInside(state.initial, into);
}

/** The ancestors of a target up to the state that is not left, and the regions beside them. */
function enterAround<C, E>(target: State<C, E>, stays: State<C, E>, into: Set<State<C, E>>): void {
  if (target !== stays) {
    for (let at = target.parent; at && at !== stays; at = at.parent) {
      into.add(at);
      if (at.kind === 'parallel') enterRegions(at, into);
    }
  }
  if (stays.kind === 'parallel') enterRegions(stays, into);
}

function enterRegions<C, E>(parallel: State<C, E>, into: Set<State<C, E>>): void {
  for (const region of parallel.children) {
    if ([...into].some(state => isIn(state, region))) continue;
    into.add(region);
    enterInside(region, into);
  }
}

/** Of transitions that would leave the same states, the inner one; of two side by side, the first. */
export function withoutConflicts<C, E>(
  taken: readonly Transition<C, E>[],
  nodes: readonly State<C, E>[],
): Transition<C, E>[] {
  const kept: Transition<C, E>[] = [];
  for (const transition of taken) {
    const rivals: Transition<C, E>[] = kept.filter(other => leaveTheSame(transition, other, nodes));
    if (rivals.some(rival => !isIn(transition.source, rival.source))) continue;
    for (const rival of rivals) kept.splice(kept.indexOf(rival), 1);
    kept.push(transition);
  }
  return kept;
}

function leaveTheSame<C, E>(
  a: Transition<C, E>,
  b: Transition<C, E>,
  nodes: readonly State<C, E>[],
): boolean {
  const [first, second] = [domainOf(a), domainOf(b)];
  return first !== null && second !== null && nodes.some(node => isIn(node, first) && isIn(node, second));
}

/** Whether an active state is at its end. */
export function isFinished<C, E>(state: State<C, E>, active: ReadonlySet<State<C, E>>): boolean {
  if (state.kind === 'parallel') return state.children.every(child => isFinished(child, active));
  if (state.kind === 'final') return true;
  return state.children.some(child => child.kind === 'final' && active.has(child));
}

/** States that come to their end as these are entered, in order; `active` is what was not left. */
export function finishedBy<C, E>(
  into: readonly State<C, E>[],
  active: ReadonlySet<State<C, E>>,
): State<C, E>[] {
  const finished: State<C, E>[] = [];
  const now = new Set(active);
  for (const state of into) {
    now.add(state);
    if (state.kind !== 'final' || !state.parent) continue;
    let above: State<C, E> | null = state.parent;
    if (above.kind === 'compound') {
      finished.push(above);
      above = above.parent;
    }
    for (
      ;
      above?.kind === 'parallel' && !finished.includes(above) && isFinished(above, now);
      above = above.parent
    )
      finished.push(above);
  }
  return finished;
}

export function isActive<C, E>(nodes: readonly State<C, E>[], state: State<C, E>): boolean {
  return nodes.includes(state);
}

/** The state value, with regions in the order in which they were entered. */
export function stateValueOf<C, E>(state: State<C, E>, nodes: readonly State<C, E>[]): StateValue {
  const children = nodes.filter(node => node.parent === state);
  const inside = (child: State<C, E>): StateValue =>
    child.children.length === 0 ? {} : stateValueOf(child, nodes);
  if (state.kind === 'parallel') return Object.fromEntries(children.map(child => [child.key, inside(child)]));
  const [child] = children;
  if (!child) return {};
  return child.children.length === 0 ? child.key : { [child.key]: stateValueOf(child, nodes) };
}

/** The active states of a state value, outermost first. */
export function nodesOf<C, E>(state: State<C, E>, value: StateValue): State<C, E>[] {
  const inside = typeof value === 'string' ? { [value]: {} } : value;
  return [
    state,
    ...state.children
      .filter(child => child.key in inside)
      .flatMap(child => nodesOf(child, inside[child.key] ?? {})),
  ];
}
