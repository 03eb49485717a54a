import { describe, expect, test } from 'vitest';
import { type Point, solve } from '../../src/campaign/bargaining.ts';

/* Domains whose solutions were published, given as points and nothing else. */

/** An issue of a negotiation domain: what each party thinks of each option. */
interface Issue {
  readonly weights: readonly [number, number];
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/**
 * Every outcome with its utilities, as GENIUS has them: each option's evaluation as a share of the
 * best one's, weighted and added up over the issues.
 */
function outcomesOf(issues: readonly Issue[]): Point[] {
  return issues.reduce<Point[]>(
    (outcomes, { weights, first, second }) =>
      outcomes.flatMap(({ values }) =>
        first.map((evaluation, option) => ({
          values: [
            values[0] + (weights[0] * evaluation) / Math.max(...first),
            values[1] + (weights[1] * (second[option] ?? 0)) / Math.max(...second),
          ] as const,
        })),
      ),
    [{ values: [0, 0] }],
  );
}

const rounded = (points: readonly Point[]) =>
  points.map(({ values }) => values.map(value => Math.round(value * 100) / 100));

/*
 * The profiles as NegMAS ships them, and what Baarslag, Hindriks and Jonker (2014), Effective
 * acceptance conditions in real-time automated negotiation, Decision Support Systems, give for them
 * in table 3: the number of outcomes, the Nash and the Kalai-Smorodinsky point, over nothing.
 */

interface Domain {
  readonly name: string;
  readonly issues: readonly Issue[];
  readonly size: number;
  readonly nash: readonly [number, number];
  readonly kalaiSmorodinsky: readonly [number, number];
}

const englandZimbabwe: Domain = {
  name: 'England and Zimbabwe (ANAC 2010)',
  issues: [
    { weights: [0.3031462333758278, 0.19707980311909024], first: [5, 7, 9, 1], second: [9, 7, 5, 1] },
    { weights: [0.303346839835533, 0.20134268816210074], first: [3, 6, 8, 1], second: [8, 5, 3, 1] },
    { weights: [0.049028952379678074, 0.15406697766287486], first: [12, 1, 7], second: [1, 9, 5] },
    { weights: [0.04904500802207314, 0.15407719183124569], first: [10, 1, 6], second: [1, 19, 9] },
    { weights: [0.29543296638688804, 0.29343333922468845], first: [7, 10, 4, 1], second: [11, 9, 7, 1] },
  ],
  size: 576,
  nash: [0.91, 0.73],
  kalaiSmorodinsky: [0.82, 0.79],
};

const itexCypress: Domain = {
  name: 'Itex and Cypress (ANAC 2010)',
  issues: [
    {
      weights: [0.28841081991551565, 0.47048248943663656],
      first: [30, 20, 10, 5, 1],
      second: [1, 10, 25, 33, 40],
    },
    { weights: [0.19126751570348005, 0.12215720284742994], first: [1, 20, 10, 5], second: [1, 10, 19, 25] },
    { weights: [0.2421890531816915, 0.1771915552911671], first: [10, 25, 1], second: [15, 6, 1] },
    { weights: [0.2781326111993128, 0.23016875242476645], first: [1, 30, 5], second: [20, 7, 1] },
  ],
  size: 180,
  nash: [0.72, 0.67],
  kalaiSmorodinsky: [0.72, 0.67],
};

const laptop: Domain = {
  name: 'Laptop (ANAC 2011), buyer and seller',
  issues: [
    { weights: [0.4454823008697413, 0.37808251708013424], first: [12, 20, 30], second: [12, 30, 20] },
    { weights: [0.3783571259272546, 0.1767567099260568], first: [30, 20, 9], second: [20, 30, 9] },
    { weights: [0.1761605732030042, 0.4452125771655631], first: [30, 10, 20], second: [3, 2, 1] },
  ],
  size: 27,
  nash: [1, 0.82],
  kalaiSmorodinsky: [0.87, 0.87],
};

describe.each([englandZimbabwe, itexCypress, laptop])('$name', domain => {
  const outcomes = outcomesOf(domain.issues);
  const { solutions } = solve(outcomes, [0, 0], 0.5);

  test('has as many outcomes as published', () => {
    expect(outcomes).toHaveLength(domain.size);
  });

  test('has the Nash point and the Kalai-Smorodinsky point that were published', () => {
    const { nash, kalaiSmorodinsky } = solutions;
    expect(rounded(nash)).toEqual([domain.nash]);
    expect(rounded(kalaiSmorodinsky)).toEqual([domain.kalaiSmorodinsky]);
  });
});

describe('the barter of Bill and Jack', () => {
  // Nash (1950), The bargaining problem, Econometrica 18: what each good means to Bill and to Jack.
  const bills = [
    ['book', 2, 4],
    ['whip', 2, 2],
    ['ball', 2, 1],
    ['bat', 2, 2],
    ['box', 4, 1],
  ] as const;
  const jacks = [
    ['pen', 10, 1],
    ['toy', 4, 1],
    ['knife', 6, 2],
    ['hat', 2, 2],
  ] as const;

  interface Barter extends Point {
    readonly given: readonly string[];
  }

  const exchanges = [
    ...bills.map(good => [...good, -1] as const),
    ...jacks.map(good => [...good, 1] as const),
  ].reduce<Barter[]>(
    (all, [name, toBill, toJack, sign]) =>
      all.flatMap(({ given, values }) => [
        { given, values },
        {
          given: [...given, name],
          values: [values[0] + sign * toBill, values[1] - sign * toJack] as const,
        },
      ]),
    [{ given: [], values: [0, 0] }],
  );

  test('comes to the exchange that Nash found: book, whip, ball and bat for pen, toy and knife', () => {
    const { nash } = solve(exchanges, [0, 0], 0.5).solutions;
    expect(nash.map(({ given }) => given.join(' '))).toEqual(['book whip ball bat pen toy knife']);
    expect(nash.map(({ values }) => values)).toEqual([[12, 5]]);
  });
});
