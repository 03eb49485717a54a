import type { GuardOf, UpdateOf } from './state-tree.ts';
import type { Configuration, Offered, Step, Taker } from './tables.ts';

/*
 * What an event leads to in a configuration, written out as the code that somebody would write by hand:
 *
 *     switch (event.type) {
 *       case "offer":
 *         if (mayCounter(context, event)) {
 *           judge(context, event);
 *           putOffer(context, event);
 *           passTurn(context, event);
 *           if (roundsLapsed(context, event) || aheadEntered(context, event)) return settle(...);
 *           return answering;
 *         }
 *         return null;
 *     }
 *     return null;
 *
 * V8 puts a function in the place of a call where, in that line of the source, none but this one was ever
 * called. A loop over a list calls every guard and action of the chart from the same line, and none is put
 * in place, which takes as long as the rules themselves. So each configuration has lines of its own. What
 * is written holds nothing but calls by number, in an order that the chart gives.
 */

/** What events of a type may lead to in a configuration. */
export interface Branch<C, E> {
  readonly type: string;
  readonly offered: Offered<C, E>;
  /** The step that each way of the list is; null where it is more than one list. */
  readonly steps: readonly Step<C, E>[] | null;
}

/** What is left to the runner, being rare. */
export interface Runs<C, E> {
  /** What follows a step whose actions are carried out. */
  settle(step: Step<C, E>, context: C, event: E): Configuration<C, E>;
  /** What is taken where regions side by side may each take the event. */
  takeTogether(
    offered: Offered<C, E>,
    from: Configuration<C, E>,
    context: C,
    event: E,
  ): Configuration<C, E> | null;
}

/**
 * Writes such code. Only functions handed in are called; no text of a chart becomes code but event types,
 * as quoted strings.
 */
export function takerOf<C, E>(
  from: Configuration<C, E>,
  branches: readonly Branch<C, E>[],
  { settle, takeTogether }: Runs<C, E>,
): Taker<C, E> {
  const names = new Names();
  const cases = branches.map(({ type, offered, steps }) => {
    const body = steps
      ? steps.map((step, at) => taking(step, offered.own[at]?.guard ?? null, names.of(settle), names))
      : [`return ${names.of(takeTogether)}(${names.of(offered)}, ${names.of(from)}, context, event);`];
    return `case ${JSON.stringify(type)}:\n${body.join('\n')}\nreturn null;`;
  });
  return names.function(`switch (event.type) {\n${cases.join('\n')}\n}\nreturn null;`) as Taker<C, E>;
}

/** A way taken if its guard allows. */
function taking<C, E>(step: Step<C, E>, guard: GuardOf<C, E> | null, settle: string, names: Names): string {
  const lines = step.actions.map(action => `${called(action, names)};`);
  const body = [...lines, ...ending(step, settle, names)].join('\n');
  return guard ? `if (${called(guard, names)}) {\n${body}\n}` : `{\n${body}\n}`;
}

/** Where a step ends once its actions are carried out: mostly nothing follows. */
function ending<C, E>(step: Step<C, E>, settle: string, names: Names): string[] {
  const { next, idle, quiet, finished } = step;
  if (idle) return ['return null;'];
  const atRest = `return ${names.of(next)};`;
  if (quiet || next.done) return [atRest];
  const settled = `return ${settle}(${names.of(step)}, context, event);`;
  const guards = new Set(next.unrest.flat().map(way => way.guard));
  if (finished.length > 0 || guards.has(null)) return [settled];
  const restless = [...guards].flatMap(guard => (guard ? [called(guard, names)] : []));
  return restless.length > 0 ? [`if (${restless.join(' || ')}) ${settled}`, atRest] : [atRest];
}

function called<C, E>(what: GuardOf<C, E> | UpdateOf<C, E>, names: Names): string {
  return `${names.of(what)}(context, event)`;
}

/** What written code speaks of, by the name that it has there. */
class Names {
  readonly #named: unknown[] = [];

  of(what: unknown): string {
    if (!this.#named.includes(what)) this.#named.push(what);
    return `it${this.#named.indexOf(what)}`;
  }

  function(body: string): unknown {
    const names = this.#named.map((_, at) => `it${at}`);
    return new Function(...names, `return (context, event) => {\n${body}\n};`)(...this.#named);
  }
}
