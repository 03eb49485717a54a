import type { GuardOf, UpdateOf } from './state-tree.ts';

/*
 * Lists that are gone through at every event, written out as the code that somebody would write by hand:
 *
 *     if (mayCounter(context, event)) {
 *       judge(context, event);
 *       putOffer(context, event);
 *       passTurn(context, event);
 *       return 0;
 *     }
 *     return -1;
 *
 * V8 puts a function in the place of a call where, in that line of the source, none but this one was ever
 * called. A loop over a list calls every guard and action of the chart from the same line, and none is put
 * in place, which takes as long as the rules themselves. So lists get lines of their own. What is written
 * holds nothing but calls by number, in an order that the chart gives.
 */

/** What is done where a guard allows. */
interface Done<C, E> {
  readonly actions: readonly UpdateOf<C, E>[];
  /** Whether to take it is to take nothing. */
  readonly idle: boolean;
}

/** Carries out the first that its guard allows and gives its number, -1 where none is. */
export type Taker<C, E> = (context: C, event: E) => number;

/** What can be called: a guard or an update. */
type Called<C, E> = (context: C, event: E) => unknown;

/**
 * Writes such code, the same only once: lists that differ in where they lead share theirs. Only functions
 * handed in are called; no text of a chart becomes code but event types, as quoted strings.
 */
export class Writer<C, E> {
  readonly #called: Called<C, E>[] = [];
  readonly #written = new Map<string, Called<C, E>>();

  /** A list of steps, each under its guard. */
  taker(guards: readonly (GuardOf<C, E> | null)[], steps: readonly Done<C, E>[]): Taker<C, E> {
    const lines = steps.map(({ actions, idle }, at) => {
      const calls = [...actions.map(action => this.#call(action)), `return ${idle ? -1 : at};`];
      return `${this.#condition(guards[at] ?? null)} { ${calls.join('; ')} }`;
    });
    return this.#function(`${lines.join('\n')}\nreturn -1;`) as Taker<C, E>;
  }

  /** Whether any of the guards allows. */
  anyOf(guards: ReadonlySet<GuardOf<C, E> | null>): GuardOf<C, E> {
    const lines = [...guards].map(guard => `${this.#condition(guard)} return true;`);
    return this.#function(`${lines.join('\n')}\nreturn false;`) as GuardOf<C, E>;
  }

  #condition(guard: GuardOf<C, E> | null): string {
    return guard ? `if (${this.#call(guard)})` : 'if (true)';
  }

  #call(called: Called<C, E>): string {
    if (!this.#called.includes(called)) this.#called.push(called);
    return `call${this.#called.indexOf(called)}(context, event)`;
  }

  #function(body: string): Called<C, E> {
    const known = this.#written.get(body);
    if (known) return known;
    const names = this.#called.map((_, at) => `call${at}`);
    const make = new Function(...names, `return (context, event) => {\n${body}\n};`);
    const made = make(...this.#called) as Called<C, E>;
    this.#written.set(body, made);
    return made;
  }
}

/** Gives each of some names its number, and -1 to every other. */
export function numbering(names: readonly string[]): (name: string) => number {
  const cases = names.map((name, at) => `case ${JSON.stringify(name)}: return ${at};`);
  return new Function('name', `switch (name) {\n${cases.join('\n')}\n}\nreturn -1;`) as (
    name: string,
  ) => number;
}
