import { describe, expect, test } from 'vitest';
import { payoffSheet } from '../../src/analysis/payoff-sheet.ts';
import { beginCampaign } from '../../src/campaign/campaign.ts';
import type { Parameters } from '../../src/campaign/parameters.ts';
import { settle } from '../../src/campaign/settle.ts';
import { viewOf } from '../../src/campaign/view.ts';
import type { PartyIndex, Scenario } from '../../src/scenario/scenario.ts';
import { river, riverWith } from '../fixtures/river.ts';

const viewAtFirst = (parameters: Parameters, party: PartyIndex) =>
  viewOf(beginCampaign(parameters), 'initiation.standoff', party);
const sheetOf = (scenario: Scenario, party: PartyIndex) =>
  payoffSheet(viewAtFirst(settle(scenario, {}), party));

describe('the pay-off sheet of Northland', () => {
  const sheet = sheetOf(river, 0);

  test('prices its own people at its base pressure', () => {
    // worth 1.2, salience 1, pressure 0.4
    expect(sheet.own).toEqual([
      {
        group: 0,
        owed: false,
        held: { low: 40, high: 80 },
        worth: expect.closeTo(1.68, 9),
        perTenth: expect.closeTo(0.12, 9),
        theirGrip: { low: 0.5, high: 0.5 },
      },
      {
        group: 1,
        owed: true,
        held: { low: 8, high: 8 },
        worth: expect.closeTo(2.1, 9),
        perTenth: expect.closeTo(0.15, 9),
        theirGrip: { low: 0.2, high: 0.2 },
      },
    ]);
  });

  test('says what giving up costs, and between what bounds it is worth something to the other side', () => {
    // Southland's pressure is 0.45, which is read as a quarter: 0.25 to 0.5.
    expect(sheet.held[0]).toMatchObject({ group: 2, held: 50, grip: 0.5 });
    expect(sheet.held[0]?.theirWorth).toEqual({
      low: expect.closeTo(1.375, 9),
      high: expect.closeTo(1.65, 9),
    });
    expect(sheet.theirs).toEqual({
      pressure: { low: 0.25, high: 0.5 },
      reluctance: { low: 2, high: 2 },
      imbalance: { low: 0.8, high: 0.8 },
    });
  });

  test('knows its least without a mediator, with one, and with one asked for in public', () => {
    // 2 * (1 - 0.4), then less half of it, then less a quarter of it.
    expect(sheet.reservation).toBeCloseTo(1.2, 9);
    expect(sheet.mediators).toEqual([
      {
        mediator: 0,
        accepted: true,
        acceptedByThem: 1,
        reservation: expect.closeTo(0.6, 9),
        reservationInPublic: expect.closeTo(0.9, 9),
      },
    ]);
  });

  test('reckons an even and an uneven deal through', () => {
    const [even, uneven] = sheet.examples;
    expect(even).toMatchObject({ deal: [10, 0, 10, 0], given: 10, received: 10, imbalance: 0, precedent: 0 });
    expect(even?.value).toBeCloseTo(16.8 - 5, 9);
    expect(uneven).toMatchObject({ deal: [10, 0, 15, 0], given: 15, received: 10 });
    // Five more than received: at 0.8 each, and at 0.5 each over the ratio of one for one.
    expect(uneven?.imbalance).toBeCloseTo(4, 9);
    expect(uneven?.precedent).toBeCloseTo(2.5, 9);
    expect(uneven?.value).toBeCloseTo(16.8 - 7.5 - 6.5, 9);
    for (const example of sheet.examples) {
      expect(example.value).toBeCloseTo(
        example.worth - example.grip - example.imbalance - example.precedent,
        9,
      );
    }
  });

  test('says what a term leaves of worth and grip, whatever the group', () => {
    for (const { worth, grip } of [sheet.interned, sheet.paroled]) {
      expect(worth).toBeGreaterThan(0);
      expect(worth).toBeLessThan(1);
      expect(grip).toBeGreaterThan(0);
      expect(grip).toBeLessThan(1);
    }
    expect(sheetOf(river, 1).interned).toEqual(sheet.interned);
  });
});

describe('a pay-off sheet is blind', () => {
  // The same ranges everywhere, so that only what was drawn inside them differs.
  const ranged = riverWith(yaml =>
    yaml
      .replaceAll(/reluctance: \{ value: 2,/g, 'reluctance: { low: 1, best: 2, high: 3,')
      .replaceAll(/(worth|grip): \{ value: ([\d.]+),/g, '$1: { low: 0.1, best: $2, high: 3,')
      .replaceAll(/held: \{ value: (\d+),/g, 'held: { low: 1, best: $1, high: 90,'),
  );

  test('to what the other side has drawn', () => {
    const before = payoffSheet(viewAtFirst(settle(ranged, {}), 0));
    const theirs = {
      'parties.south.reluctance': 2.9,
      'groups.north-soldiers.held': 77,
      'groups.north-soldiers.grip': 0.2,
      'groups.south-soldiers.worth': 2.7,
    };
    expect(payoffSheet(viewAtFirst(settle(ranged, theirs), 0))).toEqual(before);
    const ours = { 'parties.north.reluctance': 2.9, 'groups.south-soldiers.grip': 0.2 };
    expect(payoffSheet(viewAtFirst(settle(ranged, ours), 0))).not.toEqual(before);
  });

  test('to which value is the likeliest', () => {
    const moved = riverWith(yaml =>
      yaml
        .replaceAll(/reluctance: \{ value: 2,/g, 'reluctance: { low: 1, best: 2, high: 3,')
        .replaceAll(/(worth|grip): \{ value: ([\d.]+),/g, '$1: { low: 0.1, best: 1.5, high: 3,')
        .replaceAll(/held: \{ value: (\d+),/g, 'held: { low: 1, best: $1, high: 90,'),
    );
    const theirs = ({ own, held, theirs }: ReturnType<typeof payoffSheet>) => [
      own.map(line => line.theirGrip),
      held.map(line => line.theirWorth),
      theirs,
    ];
    expect(theirs(sheetOf(moved, 0))).toEqual(theirs(sheetOf(ranged, 0)));
  });
});
