import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { draftOf } from '../../src/campaign/campaign.ts';
import { MOVE_TYPES, type PartyEvent } from '../../src/campaign/event.ts';
import { campaignMachine, startCampaign } from '../../src/statechart/chart.ts';
import { compile } from '../../src/statechart/compile.ts';
import { compiledCampaign, startCompiled } from '../../src/statechart/compiled.ts';
import { refuse } from '../../src/statechart/position.ts';
import { choices, luck, playAtRandom, randomParameters } from '../laws/random-play.ts';
import { SCENARIO_IDS, scenario } from '../library.ts';

describe('the compiled runner does what the XState actor does', () => {
  const compared = { sequences: 0, steps: 0, taken: 0, questions: 0 };

  afterAll(() => {
    const { sequences, steps, taken, questions } = compared;
    console.info(
      `compared on the campaign machine: ${sequences} sequences in ${SCENARIO_IDS.length} scenarios, ${steps} steps, ${taken} of them taken and the rest refused; ${questions} times what a position can take`,
    );
  });

  test.each(SCENARIO_IDS)(
    'over random events in %s: value, campaign, status and refusals',
    id => {
      const described = scenario(id);
      let steps = 0;
      let accepted = 0;
      fc.assert(
        fc.property(luck, numbers => {
          const random = choices(numbers);
          const parameters = randomParameters(described, random);
          const actor = startCampaign(parameters);
          const compiled = startCompiled(parameters);
          expect(compiled.position).toEqual(actor.position);
          compared.sequences++;
          playAtRandom(compiled, random, 150, (before, event, refused, after) => {
            steps++;
            if (!refused) accepted++;
            const reason = actor.send(event);
            expect({ event, refused: reason !== null }).toEqual({ event, refused });
            if (refused) expect(refuse(before, event)).toEqual(reason);
            const reference = actor.position;
            expect(after.value).toEqual(reference.value);
            expect(after.done).toBe(reference.done);
            expect(after.campaign).toEqual(reference.campaign);
          });
        }),
        { numRuns: 40, seed: 14 },
      );
      expect(accepted).toBeGreaterThan(steps / 4);
      compared.steps += steps;
      compared.taken += accepted;
    },
    60_000,
  );

  test('what a position can take, the rules and both runners agree on', () => {
    const described = scenario('kursk-2024');
    fc.assert(
      fc.property(luck, numbers => {
        const random = choices(numbers);
        const runner = startCompiled(randomParameters(described, random));
        playAtRandom(runner, random, 60, (_, __, ___, { value, campaign }) => {
          const snapshot = campaignMachine.resolveState({ value, context: campaign } as never);
          const configuration = compiledCampaign.at(value);
          for (const type of MOVE_TYPES.filter(name => !['offer', 'release', 'strikeNames'].includes(name))) {
            const event = {
              type,
              party: campaign.toMove ?? 0,
              what: 'list',
              coverage: 'full',
              mediator: 0,
            } as unknown as PartyEvent;
            const can = snapshot.can(event);
            compared.questions++;
            expect(compiledCampaign.can(event, configuration, draftOf(campaign))).toBe(can);
            expect(refuse({ value, campaign, done: false }, event) === null).toBe(can);
          }
        });
      }),
      { numRuns: 10, seed: 3 },
    );
  }, 30_000);
});

describe('the compiled runner refuses by name what it does not know', () => {
  const refusing = (config: object) => () => compile(config as never, { guards: {}, actions: {} });

  test.each([
    [
      'a delayed transition',
      { id: 'm', initial: 'a', states: { a: { after: { 10: 'b' } }, b: {} } },
      'm.a: "after"',
    ],
    ['an invoked actor', { id: 'm', initial: 'a', states: { a: { invoke: { src: 'x' } } } }, 'm.a: "invoke"'],
    [
      'a history state',
      { id: 'm', initial: 'a', states: { a: { type: 'history' } } },
      'm.a: state type "history"',
    ],
    [
      'an unknown guard',
      { id: 'm', initial: 'a', states: { a: { on: { X: { guard: 'g' } } } } },
      'm.a: unknown guard "g"',
    ],
    [
      'an unknown action',
      { id: 'm', initial: 'a', states: { a: { on: { X: { actions: ['f'] } } } } },
      'm.a: unknown action "f"',
    ],
    [
      'an unknown target',
      { id: 'm', initial: 'a', states: { a: { on: { X: { target: 'q' } } } } },
      'm.a: unknown target "q"',
    ],
    [
      'an unknown initial state',
      { id: 'm', initial: 'z', states: { a: {} } },
      'm: unknown initial state "z"',
    ],
    [
      'a re-entering transition',
      { id: 'm', initial: 'a', states: { a: { on: { X: { reenter: true } } } } },
      'm.a: "reenter"',
    ],
    [
      'output of a final state',
      { id: 'm', initial: 'a', states: { a: { type: 'final', output: 1 } } },
      'm.a: "output"',
    ],
    ['tags', { id: 'm', initial: 'a', states: { a: { tags: ['x'] } } }, 'm.a: "tags"'],
    ['meta data', { id: 'm', initial: 'a', states: { a: { meta: {} } } }, 'm.a: "meta"'],
    ['context in the chart', { id: 'm', context: {}, initial: 'a', states: { a: {} } }, 'm: "context"'],
    ['any event at all', { id: 'm', initial: 'a', states: { a: { on: { '*': {} } } } }, 'm.a: event "*"'],
    [
      "XState's own events",
      { id: 'm', initial: 'a', states: { a: { on: { 'xstate.done.state.m': {} } } } },
      'm.a: event "xstate.done.state.m"',
    ],
    [
      'a transition that is a name',
      { id: 'm', initial: 'a', states: { a: { on: { X: 'a' } } } },
      'm.a: a transition that is not an object',
    ],
    [
      'several targets',
      { id: 'm', initial: 'a', states: { a: { on: { X: { target: ['a'] } } } } },
      'm.a: a target that is not one name',
    ],
    [
      'a guard that is a function',
      { id: 'm', initial: 'a', states: { a: { on: { X: { guard: () => true } } } } },
      'm.a: the guard is not a name',
    ],
    [
      'an action that is an object',
      { id: 'm', initial: 'a', states: { a: { entry: [{ type: 'f' }] } } },
      'm.a: the action is not a name',
    ],
    [
      'an entry action that is not in a list',
      { id: 'm', initial: 'a', states: { a: { entry: 'f' } } },
      'm.a: "actions" is supported by the compiled runner as a list only',
    ],
    [
      'a single eventless transition',
      { id: 'm', initial: 'a', states: { a: { always: {} } } },
      'm.a: "always" is supported by the compiled runner as a list only',
    ],
  ])('%s', (_, config, message) => {
    expect(refusing(config)).toThrow(message);
  });
});
