import { describe, expect, test } from 'vitest';
import { debrief } from '../../src/analysis/debrief.ts';
import { GainsTally } from '../../src/negotiators/gains-tally.ts';
import { playOn } from '../../src/negotiators/rollout.ts';
import { PARTIES } from '../../src/scenario/scenario.ts';
import { cutAfter, replay } from '../../src/table/replay.ts';
import { played } from '../fixtures/river.ts';
import { negotiator, SCENARIO_IDS, scenario } from '../library.ts';

const NAMES = ['boulware', 'random'] as const;

describe.each(SCENARIO_IDS)('in %s', id => {
  const described = scenario(id);
  const campaigns = NAMES.flatMap(name =>
    ['1', '2'].map(seed => played(described, seed, [negotiator(name), negotiator('conceder')])),
  );

  test('the tally of gains comes to what the debrief counts, at the end and on the way', () => {
    for (const { record } of campaigns) {
      for (const day of [20, 60, described.days]) {
        const shown = replay(described, cutAfter(record, day));
        const [start] = shown.positions;
        if (!start) throw new Error('a replay has a first position');
        const tally = new GainsTally(start.campaign);
        for (const { campaign } of shown.positions.slice(1)) tally.note(campaign);
        const { campaign: end } = shown.positions.at(-1) ?? start;
        const { gained } = debrief(shown);
        for (const party of PARTIES) expect(tally.gained(end, false)[party]).toBeCloseTo(gained[party], 6);
      }
    }
  });

  test('play goes on from any point, and the same seed brings the same', () => {
    for (const { replay: whole } of campaigns) {
      const middles = whole.positions.filter(
        ({ campaign }, index) => index % 97 === 5 && campaign.toMove !== null,
      );
      for (const start of middles) {
        const until = start.campaign.day + 15;
        const policies = [negotiator('boulware').decide, negotiator('parity').decide] as const;
        const outcome = () => playOn(start, null, { policies, seed: 'thought', until });
        const first = outcome();
        expect(first).toEqual(outcome());
        expect(first.end.day).toBe(Math.min(until, described.days));
      }
    }
  });
});

test('a move that the rules refuse is a day of waiting', () => {
  const { replay: whole } = played(scenario('two-rivers'), '1', [
    negotiator('boulware'),
    negotiator('boulware'),
  ]);
  const start = whole.positions.find(({ campaign }) => campaign.toMove !== null);
  if (!start) throw new Error('nobody ever moves');
  const policies = [negotiator('boulware').decide, negotiator('boulware').decide] as const;
  const on = { policies, seed: 's', until: start.campaign.day + 10 };
  expect(playOn(start, { type: 'accept' }, on)).toEqual(playOn(start, { type: 'wait' }, on));
});
