import type { Solution } from '../campaign/bargaining.ts';

/* What the numbers of an analysis are called and how they are defined: frameworks differ, so ours stand beside them. */

/** A named point: the letter that stands for it in the plane, its name and its definition. */
export interface NamedPoint {
  readonly sign: string;
  readonly name: string;
  readonly definition: string;
}

export const SOLUTION_WORDS: Readonly<Record<Solution, NamedPoint>> = {
  nash: { sign: 'N', name: 'Nash', definition: 'the greatest product of both gains' },
  asymmetricNash: {
    sign: 'L',
    name: 'Nash by leverage',
    definition:
      'asymmetric Nash: the greatest product of both gains, each raised to the leverage of its party; what the text of a mediator aims at',
  },
  kalaiSmorodinsky: {
    sign: 'K',
    name: 'Kalai-Smorodinsky',
    definition:
      'the greatest smaller of both gains, each as a share of the most that its party can gain in the zone',
  },
  egalitarian: { sign: 'E', name: 'egalitarian', definition: 'the greatest smaller of both gains' },
  utilitarian: { sign: 'U', name: 'utilitarian', definition: 'the greatest sum of both gains' },
};

/** Without a scenario there is no leverage: the exponents are given. */
export const ASYMMETRIC_NASH = [
  'Nash by power',
  'asymmetric Nash: the greatest product of both gains, each raised to the power of its party',
] as const;

export const OUTCOME_SIGNS = ['1', '2'] as const;

/** Terms that are explained beside the numbers, in the order in which they are used. */
export const DEFINITIONS: readonly (readonly [term: string, definition: string])[] = [
  [
    'Value',
    "worth of those who come, less grip of those given, less the price of giving more than one receives or than last time; in worth units, of which one is an ordinary soldier of one's own, home",
  ],
  [
    'Reservation',
    'the least that a deal has to be worth to a party that day. Gain: value less reservation. A deal below either reservation does not count, and the worst deal plays no part',
  ],
  [
    'Most people a deal can send home',
    'the lesser of those held whom it may name, those who are owed too, and of those whom its hand-overs can carry',
  ],
  ['Zone of possible agreement', 'the deals of the frontier that are below neither reservation'],
  [
    'Frontier',
    'the deals of whole people that are not weakly dominated: no other deal is at least as good for both and better for one. Of people who may be traded, without internment or parole; those who are owed go home whatever is agreed and are left out',
  ],
  ...Object.values(SOLUTION_WORDS).map(({ name, definition }) => [name, definition] as const),
  [
    'Alternating offers',
    'what both would agree to at once if they took turns to offer, one offer a day, until talks peter out or the campaign ends; a day later their patience is left of a gain; by backward induction (subgame-perfect). Near the last offer whoever makes it has the upper hand',
  ],
  ['Distance', 'straight, in the plane of both values, from an offer to the nearest deal of the frontier'],
  [
    'Left',
    'how much more a party could have had by another deal that was possible and leaves the other no worse off',
  ],
];

/** The same for a set of points, which has no people, no days and no mediator. */
export const POINT_DEFINITIONS: readonly (readonly [term: string, definition: string])[] = [
  [
    'Reservation',
    'what a party has if nothing is agreed; both are the disagreement point. Gain: value less reservation. A point below either reservation does not count, and the worst point plays no part',
  ],
  ['Zone of possible agreement', 'the points of the frontier that are below neither reservation'],
  [
    'Frontier',
    'the points that are not weakly dominated: no other is at least as good for both and better for one',
  ],
  [
    'Beaten by a lottery',
    'a chance of one point of the frontier, and otherwise of another, is on average better for both; where lotteries are allowed, such a point is not efficient',
  ],
  ...Object.entries(SOLUTION_WORDS).map(
    ([solution, { name, definition }]) =>
      (solution === 'asymmetricNash' ? ASYMMETRIC_NASH : [name, definition]) as readonly [string, string],
  ),
  ['Distance', 'straight, in the plane of both values, to the nearest point of the frontier'],
  ['Left', 'how much more a party could have had by another point that leaves the other no worse off'],
];
