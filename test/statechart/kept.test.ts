import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CampaignEvent } from '../../src/campaign/event.ts';
import type { Parameters } from '../../src/campaign/parameters.ts';
import { type View, viewOf } from '../../src/campaign/view.ts';
import { NEGOTIATORS } from '../../src/negotiators/index.ts';
import type { Negotiator } from '../../src/negotiators/negotiator.ts';
import { playOn } from '../../src/negotiators/rollout.ts';
import { resumeCampaign, startCampaign } from '../../src/statechart/chart.ts';
import { resumeCompiled, startCompiled } from '../../src/statechart/compiled.ts';
import type { LegalMove } from '../../src/statechart/legal.ts';
import { type Position, phaseOf, type Runner } from '../../src/statechart/position.ts';
import { runCampaign } from '../../src/table/run.ts';
import { openTable } from '../../src/table/table.ts';
import { choices, luck, playAtRandom, randomParameters } from '../laws/random-play.ts';
import { negotiator, SCENARIO_IDS, scenario } from '../library.ts';

/* The compiled runner changes its campaign in place: nobody who keeps what it was handed may notice. */

const RUNNERS = [
  ['compiled', startCompiled, resumeCompiled],
  ['an XState actor', startCampaign, resumeCampaign],
] as const;

describe.each(RUNNERS)('what was handed out by a campaign run %s', (_, start, resume) => {
  test.each(SCENARIO_IDS)('is never changed by what comes after: positions of %s', id => {
    const described = scenario(id);
    fc.assert(
      fc.property(luck, numbers => {
        const random = choices(numbers);
        const runner = start(randomParameters(described, random));
        const kept = [{ position: runner.position, written: written(runner.position) }];
        playAtRandom(runner, random, 60, (__, ___, ____, after) => {
          expect(runner.now).toEqual(after);
          kept.push({ position: after, written: written(after) });
        });
        const middle = kept[Math.floor(random() * kept.length)]?.position ?? runner.position;
        playAtRandom(resume(middle), random, 30, () => {});
        for (const { position, written: before } of kept) expect(written(position)).toBe(before);
      }),
      { numRuns: 5, seed: 5 },
    );
  });

  test('is never changed by what comes after: views and moves that a negotiator reads late', () => {
    for (const id of SCENARIO_IDS) {
      const played = (reading: Reading) => {
        const seat = reader(reading);
        const table = openTable({ scenario: scenario(id), seed: 'k', seats: [seat, seat] }, () => {}, start);
        while (table.step());
        return seat.told();
      };
      expect(played('late')).toEqual(played('at once'));
    }
  });
});

describe.each(SCENARIO_IDS)('what is seen of a campaign of %s that is changed in place', id => {
  const bold = negotiator('boulware');
  const games = ['k', 'l'].map(seed => {
    const sitting = { scenario: scenario(id), seed, seats: [bold, bold] } as const;
    const { entries } = runCampaign(sitting.scenario, seed, sitting.seats).record;
    return { events: entries.map(({ event }) => event), parameters: openTable(sitting).parameters };
  });
  const byActor = games.map(game => seenOf([game], startCampaign));

  test('is at every event what an actor shows, alone', () => {
    expect(games.map(game => seenOf([game], startCompiled))).toEqual(byActor);
  });

  test('and in turn with another', () => {
    expect(seenOf(games, startCompiled)).toEqual(inTurn(byActor[0] ?? [], byActor[1] ?? []));
  });
});

interface Game {
  readonly events: readonly CampaignEvent[];
  readonly parameters: Parameters;
}

/**
 * What both sides see after every event of some campaigns, run side by side. Now and then what is seen is
 * kept, and looked at again at the end.
 */
function seenOf(games: readonly Game[], start: (parameters: Parameters) => Runner): string[] {
  const runners = games.map(({ events, parameters }) => ({ events, runner: start(parameters) }));
  const seen: string[] = [];
  const kept: { readonly position: Position; readonly views: readonly View[]; readonly before: string }[] =
    [];
  for (let at = 0; runners.some(({ events }) => at < events.length); at++) {
    for (const { events, runner } of runners) {
      const event = events[at];
      if (!event) continue;
      expect(runner.send(event)).toBeNull();
      seen.push(JSON.stringify([runner.now.campaign.leverage, ...viewsOf(runner.now).map(shown)]));
      if (at % 40 > 0) continue;
      const [position, views] = [runner.position, viewsOf(runner.now)];
      kept.push({ position, views, before: JSON.stringify([position, views]) });
    }
  }
  for (const { position, views, before } of kept) expect(JSON.stringify([position, views])).toBe(before);
  return seen;
}

const viewsOf = ({ campaign, value }: Position) =>
  ([0, 1] as const).map(party => viewOf(campaign, phaseOf(value), party));

const shown = ({ held, pressure, theirPressure, leverage }: View) => ({
  held,
  pressure,
  theirPressure,
  leverage,
});

/** Two lists entry by entry, the rest of the longer at the end. */
function inTurn<T>(one: readonly T[], another: readonly T[]): T[] {
  const longest = Math.max(one.length, another.length);
  return Array.from({ length: longest }, (_, at) => [one.slice(at, at + 1), another.slice(at, at + 1)]).flat(
    2,
  ) as T[];
}

test.each(NEGOTIATORS.map(({ name }) => name))(
  '%s reads what a rollout shows it on its turn and never after',
  name => {
    const runner = startCompiled(randomParameters(scenario('two-rivers'), choices([1, 7, 3])));
    runner.send({ type: 'dayBegins' });
    const play = (decide: Negotiator['decide']) =>
      playOn(runner.position, null, { policies: [decide, decide], seed: 'k', until: 20 });
    const seat = negotiator(name);
    const withdrawn: Negotiator['decide'] = (view, legal, random) => {
      const shown = Proxy.revocable(view, { get: (target, key) => Reflect.get(target, key, target) });
      const move = seat.decide(shown.proxy, legal, random);
      shown.revoke();
      return move;
    };
    expect(play(withdrawn).gained).toEqual(play(negotiator(name).decide).gained);
  },
);

test('an event in the middle of which an error is thrown ends the run, and leaves what was kept before', () => {
  fc.assert(
    fc.property(luck, numbers => {
      const random = choices(numbers);
      const runner = startCompiled(randomParameters(scenario('kursk-2024'), random));
      playAtRandom(runner, random, 20, () => {});
      if (runner.now.done) return;
      const kept = runner.position;
      const before = written(kept);
      const event = breaksOff(kept.campaign.parameters);
      expect(() => runner.send(event)).toThrow(TypeError);
      expect(written(kept)).toBe(before);
      for (const asked of [() => runner.now, () => runner.position, () => runner.send(event)]) {
        expect(asked).toThrow('broke off');
      }
    }),
    { numRuns: 10, seed: 8 },
  );
});

/** A capture of which pressure cannot be reckoned: that is found out only once people are held and heard of. */
function breaksOff({ groups }: Parameters): CampaignEvent {
  const people = groups.map(() => 3);
  const heard = { low: people, best: people, high: people };
  return { type: 'captured', people, heard } as unknown as CampaignEvent;
}

const written = ({ value, campaign, done }: Position) => JSON.stringify({ value, campaign, done });

/** When a negotiator reads what it is shown: on its turn, or long after. */
type Reading = 'at once' | 'late';

/** A negotiator that keeps all it is shown, and tells it as it reads it. */
function reader(reading: Reading): Negotiator & { told(): string[] } {
  const bold = negotiator('boulware');
  const shown: { readonly view: View; readonly legal: readonly LegalMove[] }[] = [];
  const told: string[] = [];
  return {
    ...bold,
    decide(view, legal, random) {
      if (reading === 'at once') told.push(JSON.stringify({ view, legal }));
      else shown.push({ view, legal });
      return bold.decide(view, legal, random);
    },
    told: () => [...told, ...shown.map(what => JSON.stringify(what))],
  };
}
