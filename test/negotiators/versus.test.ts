import { describe, expect, test } from 'vitest';
import { dealValue } from '../../src/campaign/worth.ts';
import { ownValuation } from '../../src/negotiators/judgement.ts';
import { learnedValuation } from '../../src/negotiators/opponent-model.ts';
import { answers, type Offers, officersRiver, viewInRounds } from '../fixtures/quiet-river.ts';

/*
 * Each negotiator against a script that says its offers whatever it hears. Deals are read: northern soldiers,
 * northern wounded, southern soldiers, southern wounded. In every first round the negotiator
 * moves twice before its second offer: its own offer has to be answered first, so it waits.
 */

/** Thirty southern soldiers for nothing, again and again. */
const STUBBORN: Offers = [[0, 0, 30, 0]];
/** The same, then 15, 20, 25 and at last 30 northern soldiers for them. */
const CONCEDING: Offers = [0, 15, 20, 25, 30].map(people => [people, 0, 30, 0]);
const SILENT: Offers = [null];

/** What is offered and accepted; in between the negotiator waits for an answer. */
const moves = (name: string, offers: Offers, most = 8) =>
  answers(name, offers, most).filter(answer => answer !== 'wait');

describe('hardliner', () => {
  test('says the same whatever it hears', () => {
    const same = ['offer 30,0,21,0', 'offer 30,0,21,0', 'offer 30,0,21,0', 'offer 30,0,21,0'];
    expect(moves('hardliner', STUBBORN)).toEqual(same);
    expect(moves('hardliner', CONCEDING)).toEqual(same);
  });

  test('asks for less if told to', () => {
    expect(moves('hardliner:demand=0.5', STUBBORN, 2)).toEqual(['offer 26,0,30,0']);
  });

  test('accepts what it would itself ask for', () => {
    expect(moves('hardliner', [[30, 0, 21, 0]])).toEqual(['accept']);
    expect(moves('hardliner', [[30, 0, 22, 0]], 4)).toEqual(['offer 30,0,21,0', 'offer 30,0,21,0']);
  });
});

describe('linear', () => {
  test('is between boulware and conceder at every offer', () => {
    const view = viewInRounds(STUBBORN, 0);
    const worth = (name: string) =>
      moves(name, STUBBORN, 12).map(offer =>
        dealValue(ownValuation(view), offer.replace('offer ', '').split(',').map(Number)),
      );
    const [late, even, early] = [worth('boulware'), worth('linear'), worth('conceder')];
    expect(even.length).toBeGreaterThan(4);
    even.forEach((value, index) => {
      expect(value).toBeLessThanOrEqual(late[index] ?? 0);
      expect(value).toBeGreaterThanOrEqual(early[index] ?? 0);
    });
    expect(even).not.toEqual(late);
    expect(even).not.toEqual(early);
  });
});

describe('tit-for-tat', () => {
  test('does not move before the other side does', () => {
    expect(new Set(moves('tit-for-tat:forgiveness=0', STUBBORN))).toEqual(new Set(['offer 30,0,21,0']));
  });

  test('returns a concession, and half of it where told to', () => {
    expect(moves('tit-for-tat:forgiveness=0', CONCEDING, 4)).toEqual(['offer 30,0,21,0', 'offer 26,0,30,0']);
    expect(moves('tit-for-tat:forgiveness=0,reciprocity=0.5', CONCEDING, 4)).toEqual([
      'offer 30,0,21,0',
      'offer 30,0,30,0',
    ]);
  });

  test('takes its concession back when the other side does', () => {
    const back: Offers = [
      [0, 0, 30, 0],
      [15, 0, 30, 0],
      [0, 0, 30, 0],
    ];
    expect(moves('tit-for-tat:forgiveness=0', back, 6)).toEqual([
      'offer 30,0,21,0',
      'offer 26,0,30,0',
      'offer 30,0,21,0',
    ]);
  });

  test('forgives a little with each offer', () => {
    const offers = moves('tit-for-tat:forgiveness=0.1', STUBBORN, 8);
    expect(offers).toEqual(['offer 30,0,21,0', 'offer 30,0,26,0', 'offer 30,0,30,0', 'offer 30,0,30,0']);
  });
});

describe('nice-tit-for-tat', () => {
  test('does not move before the other side does', () => {
    expect(new Set(moves('nice-tit-for-tat:bonus=0', STUBBORN))).toEqual(new Set(['offer 30,0,21,0']));
  });

  test('comes near the Nash deal, thirty for thirty, where it is nearly met, and the plain one goes beyond it', () => {
    const generous: Offers = [
      [0, 0, 30, 0],
      [28, 0, 30, 0],
      [29, 0, 30, 0],
    ];
    expect(moves('nice-tit-for-tat:bonus=0', generous, 6)).toEqual([
      'offer 30,0,21,0',
      'offer 30,0,26,0',
      'offer 30,0,26,0',
    ]);
    expect(moves('tit-for-tat:forgiveness=0', generous, 4)).toEqual(['offer 30,0,21,0', 'accept']);
  });

  test('accepts the Nash deal when it is offered after others', () => {
    const offers: Offers = [
      [0, 0, 30, 0],
      [30, 0, 30, 0],
    ];
    expect(moves('nice-tit-for-tat:bonus=0', offers)).toEqual(['offer 30,0,21,0', 'accept']);
  });
});

describe('micro', () => {
  test('begins with the best for itself, and goes one step down its list for each new offer', () => {
    expect(moves('micro', CONCEDING, 6)).toEqual(['offer 30,0,0,0', 'offer 30,0,4,0', 'offer 30,0,9,0']);
  });

  test('says one of its earlier offers again where nothing new is offered', () => {
    const offers = moves('micro', STUBBORN, 16);
    expect(offers.slice(0, 2)).toEqual(['offer 30,0,0,0', 'offer 30,0,4,0']);
    expect(new Set(offers)).toEqual(new Set(['offer 30,0,0,0', 'offer 30,0,4,0']));
  });

  test('takes larger steps down a shorter list', () => {
    expect(moves('micro:length=4', CONCEDING, 6)).toEqual([
      'offer 30,0,0,0',
      'offer 30,0,13,0',
      'offer 30,0,26,0',
    ]);
  });

  test('waits where its offer is not answered', () => {
    expect(answers('micro', SILENT, 5)).toEqual(['offer 30,0,0,0', 'wait', 'wait', 'wait', 'wait']);
  });
});

describe('humanitarian', () => {
  test('offers as many as can be carried, and accepts a deal that brings home half of them', () => {
    expect(moves('humanitarian', CONCEDING)).toEqual(['offer 30,0,30,0', 'offer 26,0,30,0', 'accept']);
    expect(moves('humanitarian', [[15, 0, 15, 0]])).toEqual(['accept']);
    expect(moves('humanitarian', [[14, 0, 14, 0]], 4)).toEqual(['offer 30,0,30,0', 'offer 26,0,30,0']);
  });

  test('sends the wounded home before there are any talks', () => {
    const view = viewInRounds(SILENT, 0, undefined, 'humanitarian');
    expect(view.releases[0]).toMatchObject({ by: 0, people: [0, 0, 0, 5] });
    expect(view.exchanges).toEqual([]);
  });
});

describe('bayesian', () => {
  const soldiers: Offers = [0, 10, 15].map(people => [people, 0, 30, 0, 0]);
  const officers: Offers = [0, 10, 15].map(people => [people, 0, 10, 0, 20]);
  const OFFICERS = 4;
  const weight = (offers: Offers, after: number) =>
    learnedValuation(viewInRounds(offers, after, officersRiver)).unit[OFFICERS] ?? 0;

  test('learns from what is asked for, and from what is not', () => {
    // Between the two stands the mean of what everybody may assume: 1.93 at home, at pressure 0.375.
    expect(weight(soldiers, 1)).toBeLessThan(2);
    expect(weight(officers, 1)).toBeGreaterThan(2.6);
    expect(weight(soldiers, 3)).toBeLessThan(weight(soldiers, 1));
  });

  test('holds what is known exactly for known', () => {
    const view = viewInRounds(officers, 3, officersRiver);
    // 0.5 and 0.2 of grip, 1.1 and 1.5 of worth at a salience of 1.
    const known = [-0.5, -0.2, 1.1 * 1.375, 1.5 * 1.375];
    known.forEach((value, group) => {
      expect(learnedValuation(view).unit[group]).toBeCloseTo(value, 9);
    });
  });

  test('offers whom the other side asks for where the standard guess would not', () => {
    const first = (name: string) => answers(name, officers, 1, officersRiver);
    expect(first('bayesian')).toEqual(['offer 30,0,0,0,14']);
    expect(first('boulware')).toEqual(['offer 30,0,21,0,0']);
  });
});
