import { describe, expect, test } from 'vitest';
import { focusOn } from '../../src/analysis/focus.ts';
import { meanOf } from '../../src/analysis/mean.ts';
import { standings as standingsOf } from '../../src/analysis/standings.ts';
import { type Played, pairings, type Score } from '../../src/analysis/tournament.ts';
import { streamsOf } from '../../src/campaign/streams.ts';

const standings = (played: readonly Played[], entrants: number) =>
  standingsOf(played, entrants, streamsOf('1').of('study').next);

const score = (first: number, second: number): Score => ({
  gained: [first, second],
  agreements: 1,
  home: [1, 1],
  captivityEnded: [1, 1],
  findings: [0, 0],
});

/** A tournament in one scenario in which whoever sits gains what a table says, entrant by entrant and seed by seed. */
function invented(own: readonly (readonly number[])[]): Played[] {
  return pairings(1, own.length).map(pairing => {
    const [first, second] = pairing.entrants.map(entrant => own[entrant] ?? []);
    return { pairing, scores: (first ?? []).map((value, seed) => score(value, second?.[seed] ?? 0)) };
  });
}

describe('a mean', () => {
  test("has Student's interval: 1, 2, 3 have a standard error of 0.5774 and t = 4.3027", () => {
    const { value, interval } = meanOf([1, 2, 3]);
    expect(value).toBe(2);
    expect(interval?.high).toBeCloseTo(2 + 4.302653 / Math.sqrt(3), 6);
    expect(interval?.low).toBeCloseTo(2 - 4.302653 / Math.sqrt(3), 6);
  });

  test('of a single value has none', () => {
    expect(meanOf([5])).toEqual({ value: 5, interval: null });
  });
});

describe('standings', () => {
  test('are ordered by the mean place in every seat', () => {
    const { order, fields } = standings(invented([[1], [3], [2]]), 3);
    expect(order.map(({ entrant, rank }) => [entrant, rank.value])).toEqual([
      [1, 1],
      [2, 2],
      [0, 3],
    ]);
    expect(fields).toHaveLength(6);
    expect(order.every(({ above }) => above === 0)).toBe(true);
  });

  test('who are equal share their places and stand in the order they were named', () => {
    const { order } = standings(invented([[2], [2], [1]]), 3);
    expect(order.map(({ entrant, rank }) => [entrant, rank.value])).toEqual([
      [0, 1.5],
      [1, 1.5],
      [2, 3],
    ]);
  });

  test('own value is the mean over opponents and both sides, seed by seed', () => {
    const { order } = standings(
      invented([
        [10, 20, 30],
        [1, 2, 3],
      ]),
      2,
    );
    expect(order[0]?.means.own.value).toBe(20);
    // Against itself 40 in all, against the other 22, twice over two of four meetings.
    expect(order[0]?.means.joint.value).toBe((40 + 22) / 2);
  });

  test('a difference that luck covers is seen seed by seed', () => {
    // The seeds differ by far more than the two do, yet one is always a little above the other.
    const luck = [0, 100, 200, 300, 400];
    const { order } = standings(invented([luck, luck.map((value, seed) => value + 1 + seed / 10)]), 2);
    const [first, second] = order;
    expect(first?.entrant).toBe(1);
    expect(first?.above).toBe(1);
    expect(second?.above).toBe(0);
    expect(first?.means.own.interval?.low).toBeLessThan(second?.means.own.value ?? 0);
  });

  test('meetings are told from both sides', () => {
    const { meetings } = standings(invented([[1], [3]]), 2);
    expect(meetings).toHaveLength(8);
    const one = meetings.find(
      ({ party, entrant, opponent }) => party === 1 && entrant === 0 && opponent === 1,
    );
    expect(one?.means.own.value).toBe(1);
    expect(one?.means.joint.value).toBe(4);
  });
});

describe('the interval of a rank', () => {
  test('is a point where one is always ahead, and holds both places where they change', () => {
    const clear = standings(
      invented([
        [2, 3, 4, 9],
        [1, 2, 3, 8],
      ]),
      2,
    ).order;
    expect(clear.map(({ rank }) => rank.interval)).toEqual([
      { low: 1, high: 1 },
      { low: 2, high: 2 },
    ]);
    const open = standings(
      invented([
        [2, 0, 4, 0],
        [0, 3, 0, 2],
      ]),
      2,
    ).order;
    for (const { rank } of open) expect(rank.interval).toEqual({ low: 1, high: 2 });
  });

  test('is none with a single seed', () => {
    expect(standings(invented([[1], [3]]), 2).order[0]?.rank.interval).toBeNull();
  });
});

describe('one entrant beside the others', () => {
  /** Whoever sits first gains what the table says of the two; the second gains nothing. */
  const table = (gain: (own: number, opponent: number, seed: number) => number): Played[] =>
    pairings(1, 3).map(pairing => ({
      pairing,
      scores: [0, 1, 2].map(seed => score(gain(pairing.entrants[0], pairing.entrants[1], seed), 0)),
    }));

  test('is compared against the same opponents and seeds, without itself among them', () => {
    // Entrant 2 gains 5 more than 0 and 1 more than 1, whatever the luck; against itself it would gain a fortune.
    const more = [0, 4, 5];
    const [first] = focusOn(
      2,
      table((own, opponent, seed) =>
        own === 2 && opponent === 2 ? 1e6 : 100 * seed + 10 * opponent + (more[own] ?? 0),
      ),
    );
    expect(first?.leads.map(({ other, over }) => [other, over.value])).toEqual([
      [1, 1],
      [0, 5],
    ]);
    expect(first?.leads[0]?.over.interval).toEqual({ low: 1, high: 1 });
    expect(first?.leads[0]?.against.map(({ opponent }) => opponent)).toEqual([0, 1]);
    expect(first?.own.value).toBe(110);
  });

  test('has an interval over seeds and not over opponents', () => {
    const [first] = focusOn(
      2,
      table((own, _, seed) => (own === 2 ? seed : 0)),
    );
    expect(first?.leads[0]?.over).toEqual(meanOf([0, 1, 2]));
  });
});
