import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backtest, type Comparison } from '../../src/analysis/backtest.ts';
import { climatologyOf, drawnClimatology } from '../../src/analysis/climatology.ts';
import {
  type Course,
  courseOf,
  courseWithin,
  QUANTITIES,
  type QuantityId,
} from '../../src/analysis/course.ts';
import type { DatedExchange } from '../../src/analysis/exchange-record.ts';
import { streamsOf } from '../../src/campaign/streams.ts';
import { dateOf, type PartyIndex } from '../../src/scenario/scenario.ts';
import { agreeing, played, river, scripted } from '../fixtures/river.ts';

type Home = readonly [number | null, number | null];

function course(days: number, ...exchanges: readonly [number, Home][]): Course {
  return { days, exchanges: exchanges.map(([day, home]) => ({ day, home })) };
}

function measured(given: Course, id: QuantityId, party?: PartyIndex) {
  return QUANTITIES.find(quantity => quantity.id === id && quantity.party === party)?.measure(given) ?? null;
}

const exactly = (value: number) => ({ value, atLeast: false });

describe('what is measured of a course of events', () => {
  const some = course(
    147,
    [18, [115, 115]],
    [38, [49, null]],
    [39, [103, 103]],
    [73, [95, 95]],
    [146, [189, 150]],
  );

  test.each<[QuantityId, PartyIndex | undefined, number, boolean]>([
    ['exchanges', undefined, 5, false],
    ['first-day', undefined, 18, false],
    ['first-size', 0, 115, false],
    ['first-size', 1, 115, false],
    ['median-size', 0, 103, false],
    ['median-size', 1, 109, false],
    ['median-gap', undefined, 27, false],
    ['longest-silence', undefined, 73, false],
    ['total-home', 0, 551, false],
    ['total-home', 1, 463, true],
    ['equal', undefined, 75, false],
    ['near-equal', undefined, 75, false],
  ])('%s of party %s', (id, party, value, atLeast) => {
    expect(measured(some, id, party)).toEqual({ value, atLeast });
  });

  test('a tenth is reckoned from the larger number', () => {
    expect(measured(course(9, [1, [90, 100]]), 'near-equal')).toEqual(exactly(100));
    expect(measured(course(9, [1, [89, 100]]), 'near-equal')).toEqual(exactly(0));
  });

  test('of nothing there is a day, a silence and a total, and no size', () => {
    const none = course(40);
    expect(measured(none, 'first-day')).toEqual(exactly(41));
    expect(measured(none, 'longest-silence')).toEqual(exactly(40));
    expect(measured(none, 'total-home', 0)).toEqual(exactly(0));
    for (const id of ['first-size', 'median-size'] as const) expect(measured(none, id, 0)).toBeNull();
    for (const id of ['median-gap', 'equal', 'near-equal'] as const) expect(measured(none, id)).toBeNull();
  });

  test('a number that was not published is not guessed', () => {
    expect(measured(course(9, [1, [null, 5]]), 'first-size', 0)).toBeNull();
    expect(measured(course(9, [1, [null, 5]]), 'equal')).toBeNull();
  });
});

describe('the course of a campaign', () => {
  const seats = (people: readonly number[], instead = false) =>
    [
      scripted(agreeing([...people])),
      scripted(
        agreeing([...people], (_, can) => (instead && can('withhold') ? { type: 'withhold' } : undefined)),
      ),
    ] as const;
  const campaignOf = (people: readonly number[], breaks = false) =>
    played(river, '3', seats(people, breaks)).replay.positions.at(-1)?.campaign;

  test('counts everybody who came home by exchange, the owed too', () => {
    const campaign = campaignOf([6, 2, 4, 0]);
    expect(campaign && courseOf(campaign)).toMatchObject({ days: 40, exchanges: [{ home: [8, 4] }] });
  });

  test('leaves out what was not carried out', () => {
    const campaign = campaignOf([6, 0, 4, 0], true);
    expect(campaign?.exchanges.length).toBeGreaterThan(0);
    expect(campaign && courseOf(campaign).exchanges).toEqual([]);
  });
});

function dated(date: string, home: Home = [1, 1]): DatedExchange {
  return { date, home, sources: [], notes: '' };
}

describe('the part of a record within some days', () => {
  test('begins and ends with them', () => {
    const record = ['2020-01-09', '2020-01-10', '2020-01-15', '2020-01-16'].map(date => dated(date));
    expect(courseWithin(record, '2020-01-10', 5).exchanges.map(({ day }) => day)).toEqual([0, 5]);
  });
});

describe('a climatology', () => {
  const scenario = { begins: '2020-02-01', days: 9 };

  test('is every window from the first exchange to the day before, a day apart', () => {
    const found = climatologyOf([dated('2020-01-17'), dated('2020-01-27')], scenario);
    // From 17 to 31 January there are 15 days; a window has 10.
    expect(found?.windows.map(({ exchanges }) => exchanges.map(({ day }) => day))).toEqual([
      [0],
      [9],
      [8],
      [7],
      [6],
      [5],
    ]);
    expect(found).toMatchObject({ from: '2020-01-17', to: '2020-01-31', apart: 1 });
  });

  test('knows nothing of the scenario itself', () => {
    const earlier = [dated('2020-01-05'), dated('2020-01-20')];
    const later = [dated('2020-02-01'), dated('2020-02-05')];
    expect(climatologyOf([...earlier, ...later], scenario)).toEqual(climatologyOf(earlier, scenario));
  });

  test('needs an earlier record as long as the scenario', () => {
    expect(climatologyOf([dated('2020-01-23')], scenario)).toBeNull();
    expect(climatologyOf([dated('2020-01-22')], scenario)?.windows).toHaveLength(1);
    expect(climatologyOf([dated('2020-02-03')], scenario)).toBeNull();
    expect(climatologyOf([], scenario)).toBeNull();
  });

  test('holds no window that reaches into the scenario', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 60 }),
        (ago, days) => {
          const begins = '2020-08-01';
          const record = ago
            .map(before => dated(dateOf({ begins }, -before)))
            .sort((a, b) => (a.date < b.date ? -1 : 1));
          const found = climatologyOf(record, { begins, days });
          expect(found?.windows.length ?? 0).toBe(Math.max(0, Math.max(...ago) - days));
          for (const window of found?.windows ?? []) expect(window.days).toBe(days);
        },
      ),
    );
  });
});

describe('a climatology drawn from a short record', () => {
  const scenario = { begins: '2020-02-01', days: 60 };
  const record = [1, 2, 4, 7, 11, 16, 22, 29].map((day, index) =>
    dated(`2020-01-${String(day).padStart(2, '0')}`, [index, index * 2]),
  );
  const silences = [1, 2, 3, 4, 5, 6, 7, 3];

  test('is put together from the silences and the exchanges there were', () => {
    const { windows, made, from, to } =
      drawnClimatology(record, scenario, streamsOf('a').of('climatology').next) ?? expect.fail();
    expect({ made, from, to }).toEqual({ made: 'drawn', from: '2020-01-01', to: '2020-01-31' });
    for (const { days, exchanges } of windows) {
      expect(days).toBe(60);
      exchanges.forEach(({ day, home }, index) => {
        const before = exchanges[index - 1];
        if (before) expect(silences).toContain(day - before.day);
        else expect(day).toBeLessThanOrEqual(7);
        expect(record.map(known => known.home)).toContainEqual(home);
      });
      // Whatever was drawn, another exchange would have fallen into the days that are left.
      expect(60 - (exchanges.at(-1)?.day ?? 0)).toBeLessThan(7);
    }
    // 31 days and 8 silences: 60 days hold about 15 exchanges.
    const exchanges = windows.reduce((all, window) => all + window.exchanges.length, 0) / windows.length;
    expect(exchanges).toBeGreaterThan(14);
    expect(exchanges).toBeLessThan(17);
  });

  test('needs some exchanges, and none of the scenario itself', () => {
    const luck = () => 0.5;
    expect(drawnClimatology(record.slice(1), scenario, luck)).toBeNull();
    const later = [...record.slice(1), dated('2020-02-03')];
    expect(drawnClimatology(later, scenario, luck)).toBeNull();
  });
});

describe('a backtest', () => {
  const recorded = course(40, [10, [5, null]], [20, [7, 7]]);
  const predicted = [course(40, [10, [6, 6]]), course(40, [12, [8, 8]], [16, [2, 3]]), course(40)];
  const of = (rows: readonly Comparison[], id: QuantityId, party?: PartyIndex) =>
    rows.find(({ quantity }) => quantity.id === id && quantity.party === party);

  test('puts prediction and record side by side', () => {
    const rows = backtest({ predicted, recorded });
    expect(rows).toHaveLength(QUANTITIES.length);
    expect(of(rows, 'exchanges')).toEqual({
      quantity: { id: 'exchanges' },
      predicted: { courses: 3, p10: 0, p50: 1, p90: 2 },
      recorded: { value: 2, atLeast: false },
      percentile: expect.closeTo(83.333, 3),
      // (2 + 1 + 0) / 3 - 2 * (1 + 2 + 1) / 18
      crps: expect.closeTo(5 / 9, 9),
      climatology: null,
    });
    expect(of(rows, 'median-gap')?.predicted).toEqual({ courses: 1, p10: 4, p50: 4, p90: 4 });
  });

  test('scores no lower bound, and ranks it as one', () => {
    const row = of(backtest({ predicted, recorded }), 'total-home', 1);
    expect(row?.recorded).toEqual({ value: 7, atLeast: true });
    expect(row?.percentile).toBeCloseTo(66.667, 3);
    expect(row?.crps).toBeNull();
  });

  test('takes from the climatology only what is known in full', () => {
    const climatology = [course(40, [3, [4, null]]), course(40, [5, [6, 6]])];
    const rows = backtest({ predicted, recorded: course(40, [10, [5, 5]]), climatology });
    expect(of(rows, 'total-home', 1)?.climatology).toEqual({ courses: 1, p10: 6, p50: 6, p90: 6, crps: 1 });
    expect(of(rows, 'total-home', 0)?.climatology?.courses).toBe(2);
    expect(of(rows, 'median-gap')?.climatology).toBeNull();
  });

  test('has nothing to say where nothing was predicted', () => {
    const row = of(backtest({ predicted: [course(40)], recorded }), 'first-size', 0);
    expect(row).toMatchObject({ predicted: null, percentile: null, crps: null, recorded: { value: 5 } });
  });
});
