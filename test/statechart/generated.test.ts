import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assign, createActor, setup } from 'xstate';
import { compile } from '../../src/statechart/compile.ts';
import type { StateConfig, TransitionConfig } from '../../src/statechart/config.ts';

/*
 * Machines made up by chance from everything the compiled runner takes: compound and parallel states
 * up to three deep, final states, entry and exit actions, guards, targets beside, below and far away,
 * eventless transitions, `onDone`. Each is run as an XState actor and compiled, on the same events.
 */

/** What every action leaves behind: its name and the event that it ran on, in order; and what guards read. */
interface Trace {
  count: number;
  /** Eventless transitions left before they are forbidden, so that no machine runs in a circle. */
  fuel: number;
  ran: readonly string[];
}
type Event = { readonly type: string };

const EVENTS = ['A', 'B', 'C'];
const GUARDS: Readonly<Record<string, (context: Trace) => boolean>> = {
  even: ({ count }) => count % 2 === 0,
  third: ({ count }) => count % 3 === 0,
  always: () => true,
  never: () => false,
  fuelled: ({ fuel }) => fuel > 0,
  fuelledAndOdd: ({ fuel, count }) => fuel > 0 && count % 2 === 1,
};
const note =
  (name: string, burnt = 0) =>
  (context: Trace, event: Event): void => {
    context.count++;
    context.fuel -= burnt;
    context.ran = [...context.ran, `${name} on ${event.type}`];
  };
const ACTIONS: Readonly<Record<string, (context: Trace, event: Event) => void>> = {
  one: note('one'),
  two: note('two'),
  three: note('three'),
  entered: note('entered'),
  left: note('left'),
  burn: note('burn', 1),
  whisper: (context, event) => {
    if (event.type !== 'A') context.ran = [...context.ran, `whisper on ${event.type}`];
  },
};
/** What no guard reads, and what does nothing on an event: the compiled runner goes by both. */
const QUIET = new Set(['whisper']);
const matters = (action: string, type: string) => action !== 'whisper' || type !== 'A';

/** A tree of states without transitions yet. */
interface Sketch {
  readonly kind: 'leaf' | 'final' | 'compound' | 'parallel';
  readonly entry: boolean;
  readonly exit: boolean;
  readonly children: readonly Sketch[];
}

const { tree } = fc.letrec<{ tree: Sketch; inner: Sketch }>(tie => ({
  inner: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.record({
      kind: fc.constantFrom('leaf' as const, 'leaf' as const, 'final' as const),
      entry: fc.boolean(),
      exit: fc.boolean(),
      children: fc.constant([]),
    }),
    tie('tree'),
  ),
  tree: fc.record({
    kind: fc.constantFrom('compound' as const, 'compound' as const, 'parallel' as const),
    entry: fc.boolean(),
    exit: fc.boolean(),
    children: fc.array(tie('inner'), { minLength: 2, maxLength: 3, depthIdentifier: 'inner' }),
  }),
}));

/** Where each state is, so that targets can be drawn. */
function pathsOf(sketch: Sketch, path: readonly number[] = []): (readonly number[])[] {
  return [path, ...sketch.children.flatMap((child, index) => pathsOf(child, [...path, index]))];
}

const idOf = (path: readonly number[]) => ['m', ...path].join('-');

/** A machine config from a sketch and an endless supply of choices. */
function configOf(sketch: Sketch, pick: (below: number) => number): StateConfig & { readonly id: string } {
  const paths = pathsOf(sketch);
  const oneOf = <T>(list: readonly T[]): T => list[pick(list.length)] as T;
  const transition = (targeted: boolean): TransitionConfig => {
    const target = targeted || pick(4) > 0 ? `#${idOf(oneOf(paths.slice(1)))}` : undefined;
    const guard = oneOf([undefined, undefined, 'even', 'third', 'never', 'always']);
    const actions = oneOf([undefined, [], ['one'], ['two', 'three'], ['whisper'], ['whisper', 'one']]);
    return {
      ...(target === undefined ? {} : { target }),
      ...(guard === undefined ? {} : { guard }),
      ...(actions === undefined ? {} : { actions }),
    };
  };
  const eventless = (): TransitionConfig => ({
    guard: oneOf(['fuelled', 'fuelledAndOdd']),
    actions: ['burn'],
    ...(pick(3) > 0 ? { target: `#${idOf(oneOf(paths.slice(1)))}` } : {}),
  });
  const build = (at: Sketch, path: readonly number[]): StateConfig & { readonly id: string } => {
    const own: Record<string, TransitionConfig | TransitionConfig[]> = {};
    for (const event of EVENTS) {
      if (pick(3) === 0)
        own[event] = pick(2) === 0 ? transition(false) : [transition(false), transition(true)];
    }
    const nested = at.children.length > 0;
    const type = at.kind === 'parallel' || at.kind === 'final' ? at.kind : undefined;
    return {
      id: idOf(path),
      ...(type === undefined ? {} : { type }),
      ...(at.kind === 'compound' ? { initial: `s${pick(at.children.length)}` } : {}),
      ...(at.entry ? { entry: ['entered'] } : {}),
      ...(at.exit ? { exit: ['left', 'one'] } : {}),
      ...(at.kind === 'final' ? {} : { on: own }),
      ...(at.kind !== 'final' && pick(4) === 0 ? { always: [eventless(), eventless()] } : {}),
      ...(nested && path.length > 0 && pick(2) === 0 ? { onDone: eventless() } : {}),
      ...(nested
        ? {
            states: Object.fromEntries(
              at.children.map((child, index) => [`s${index}`, build(child, [...path, index])]),
            ),
          }
        : {}),
    };
  };
  return build(sketch, []);
}

const START: Readonly<Trace> = { count: 0, fuel: 12, ran: [] };

function actorOf(config: StateConfig) {
  const machine = setup({
    types: {} as { context: Trace; events: Event },
    guards: Object.fromEntries(
      Object.entries(GUARDS).map(([name, guard]) => [
        name,
        ({ context }: { context: Trace }) => guard(context),
      ]),
    ),
    actions: Object.fromEntries(
      Object.entries(ACTIONS).map(([name, update]) => [
        name,
        assign(({ context, event }: { context: Trace; event: Event }) => {
          const copy = { ...context };
          update(copy, event);
          return copy;
        }),
      ]),
    ) as never,
  }).createMachine({ ...config, context: START } as never);
  const actor = createActor(machine);
  actor.start();
  return actor;
}

test('generated machines run compiled as they run as XState actors', () => {
  const compared = { machines: 0, sequences: 0, steps: 0, taken: 0, ended: 0, parallel: 0 };
  const choices = fc.array(fc.nat(1_000_000), { minLength: 30, maxLength: 60 });
  const sequence = fc.array(fc.constantFrom(...EVENTS, 'NOTHING'), { minLength: 1, maxLength: 15 });
  fc.assert(
    fc.property(
      tree,
      choices,
      fc.array(sequence, { minLength: 1, maxLength: 4 }),
      (sketch, numbers, sequences) => {
        let drawn = 0;
        const pick = (below: number) => ((numbers[drawn++ % numbers.length] ?? 0) + drawn * 7) % below;
        const config = configOf(sketch, pick);
        const compiled = compile<Trace, Event>(config, {
          guards: GUARDS,
          actions: ACTIONS,
          quiet: QUIET,
          matters,
        });
        compared.machines++;
        if (JSON.stringify(config).includes('"parallel"')) compared.parallel++;
        for (const events of sequences) {
          const actor = actorOf(config);
          const context = { ...START };
          let reached = compiled.start(context);
          const look = () => ({ value: reached.value, context, done: reached.done });
          const reference = () => {
            const { value, context, status } = actor.getSnapshot();
            return { value, context, done: status === 'done' };
          };
          expect(look()).toEqual(reference());
          compared.sequences++;
          for (const type of events) {
            const can = actor.getSnapshot().status === 'active' && actor.getSnapshot().can({ type });
            expect(compiled.can({ type }, reached, context)).toBe(can);
            if (can) actor.send({ type });
            const next = compiled.send({ type }, reached, context);
            expect(next !== null).toBe(can);
            reached = next ?? reached;
            expect(look()).toEqual(reference());
            compared.steps++;
            if (can) compared.taken++;
          }
          if (reached.done) compared.ended++;
        }
      },
    ),
    { numRuns: 600, seed: 20240806 },
  );
  const { machines, parallel, sequences, steps, taken, ended } = compared;
  console.info(
    `compared on ${machines} machines (${parallel} with parallel states): ${sequences} sequences, ${steps} steps, ${taken} of them taken, ${ended} to the machine's end`,
  );
  expect(taken).toBeGreaterThan(steps / 4);
  expect(parallel).toBeGreaterThan(machines / 4);
  expect(ended).toBeGreaterThan(10);
});
