/*
 * The part of XState's configuration language that the charts of a campaign use, as plain data:
 * guards and actions are names, their meaning is in `guards.ts` and `actions.ts`. No `after`,
 * no `invoke`, nothing spawned: the same data has to run wherever rules run.
 */

export interface TransitionConfig {
  readonly target?: string;
  readonly guard?: string;
  readonly actions?: readonly string[];
}

export interface StateConfig {
  readonly id?: string;
  readonly type?: 'parallel' | 'final';
  readonly description?: string;
  readonly initial?: string;
  readonly entry?: readonly string[];
  readonly exit?: readonly string[];
  readonly on?: Readonly<Record<string, TransitionConfig | readonly TransitionConfig[]>>;
  readonly always?: readonly TransitionConfig[];
  readonly onDone?: TransitionConfig;
  readonly states?: Readonly<Record<string, StateConfig>>;
}

/** Value of a state: the name of the active child, or one value for each active region. */
export type StateValue = string | { readonly [state: string]: StateValue };

/** A party's move: judged under the law, carried out, and the turn passed on. */
export function move(guard: string, action: string | null, target?: string): TransitionConfig {
  const actions = ['judge', ...(action === null ? [] : [action]), 'passTurn'];
  return { guard, actions, ...(target === undefined ? {} : { target }) };
}
