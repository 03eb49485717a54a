import { expect, test } from 'vitest';
import { lookAt } from '../../src/campaign/view.ts';
import { deedsOf, explains } from '../../src/negotiators/deeds.ts';
import { NEGOTIATORS } from '../../src/negotiators/index.ts';
import { EVERY_WAY } from '../../src/negotiators/opponents.ts';
import { phaseOf } from '../../src/statechart/position.ts';
import { played } from '../fixtures/river.ts';
import { negotiator, scenario } from '../library.ts';

/** Search thinks too long to be asked what it would do; what is done by lot nothing explains. */
const LEFT_OUT = ['search', 'random'];
const NAMES = NEGOTIATORS.map(({ name }) => name).filter(name => !LEFT_OUT.includes(name));

test.each(NAMES)('one of the ways does at the table what %s does', name => {
  const seats = [negotiator(name), negotiator('boulware')] as const;
  const { replay } = played(scenario('two-rivers'), '5', seats);
  // With two deeds at the first table nothing has to be put back but the offers.
  const position = replay.positions.find(
    ({ campaign, value }) => deedsOf(lookAt(campaign, phaseOf(value), 1)).length === 2,
  );
  if (!position) throw new Error(`${name} never did two things at a table`);
  const explained = explains(
    EVERY_WAY.map(({ make }) => make),
    position,
    1,
    () => 0.5,
  );
  expect(Math.max(...explained)).toBeGreaterThan(0.95);
});

test('no way is ruled out by what was done at many tables, long ago', () => {
  const seats = [negotiator('hardliner'), negotiator('conceder')] as const;
  const { replay } = played(scenario('two-rivers'), '5', seats);
  let looked = 0;
  for (const position of replay.positions.filter((_, entry) => entry % 40 === 0)) {
    const deeds = deedsOf(lookAt(position.campaign, phaseOf(position.value), 1)).length;
    if (deeds <= 4) continue;
    looked++;
    const makers = EVERY_WAY.map(({ make }) => make);
    for (const explained of explains(makers, position, 1, () => 0.5))
      expect(explained).toBeGreaterThanOrEqual(0.1 ** 4 - 1e-12);
  }
  expect(looked).toBeGreaterThan(2);
});
