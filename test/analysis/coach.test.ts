import { describe, expect, test } from 'vitest';
import { adviceOf, coach, type Judged, judge, seatsOf, summaryOf } from '../../src/analysis/coach.ts';
import { decisionsOf, sameMove } from '../../src/analysis/coach-decision.ts';
import { effortOf, LEAST_ROLLOUTS } from '../../src/analysis/coach-effort.ts';
import { accuracyOf, campaignScore, type Score } from '../../src/analysis/coach-score.ts';
import { labelOf } from '../../src/analysis/coach-verdict.ts';
import { type Comparison, compare } from '../../src/analysis/comparison.ts';
import { fixedLoss } from '../../src/analysis/fixed-loss.ts';
import { cameToTheSame } from '../../src/analysis/rollout-sample.ts';
import { student975 } from '../../src/analysis/study/student.ts';
import type { Trials } from '../../src/analysis/trial.ts';
import type { Move } from '../../src/campaign/event.ts';
import { streamsOf } from '../../src/campaign/streams.ts';
import { formatCoachJson } from '../../src/report/coach-json.ts';
import { coachResultOf } from '../../src/report/coach-result-of.ts';
import { formatCoach } from '../../src/report/coach-text.ts';
import { PARTIES } from '../../src/scenario/scenario.ts';
import { refuse } from '../../src/statechart/position.ts';
import { triedIn } from '../calibration/honesty.ts';
import { played, river, scripted } from '../fixtures/river.ts';
import { negotiator } from '../library.ts';

const boulware = negotiator('boulware');
const campaign = played(river, '3', [boulware, negotiator('random')]);

const WAIT: Move = { type: 'wait' };
const AGREE: Move = { type: 'agree' };
const DECLINE: Move = { type: 'decline' };

/** Trials in which each move gains its mean and some noise that the others do not share. */
function noisy(means: ReadonlyMap<Move, number>, noise: number): Trials {
  const wave = (number: number, move: Move) =>
    Math.sin(number * 12.9898 + MOVES.indexOf(move) * 78.233) * noise;
  return number => ({ gain: move => (means.get(move) ?? 0) + wave(number, move) });
}

const EFFORT = { pick: 10, measure: 20, most: 60, every: false };
const MOVES: readonly Move[] = [WAIT, AGREE, DECLINE];

describe('a comparison of moves', () => {
  test('finds the better move and what it leads by, with an interval that holds it', () => {
    const means = new Map<Move, number>([
      [WAIT, 10],
      [AGREE, 30],
      [DECLINE, 5],
    ] as const);
    const { advice, played: given } = compare(MOVES, WAIT, noisy(means, 4), EFFORT);
    expect(advice.move).toBe(AGREE);
    expect(advice.lead.low).toBeLessThan(20);
    expect(advice.lead.high).toBeGreaterThan(20);
    expect(given.lead).toMatchObject({ mean: 0, low: 0, high: 0 });
  });

  test('tells gains and leads that add up, of every move', () => {
    for (const every of [false, true]) {
      const effort = { pick: 60, measure: 60, most: 60, every };
      const { moves, played: given } = compare(
        MOVES,
        WAIT,
        noisy(new Map<Move, number>([[AGREE, 3]]), 9),
        effort,
      );
      for (const { gain, lead } of moves) expect(gain - given.gain).toBeCloseTo(lead.mean, 9);
      expect(moves).toEqual([...moves].sort((a, b) => b.gain - a.gain));
    }
  });

  test('says so where all rollouts came to the same, in place of an interval', () => {
    const { advice } = compare(MOVES, WAIT, noisy(new Map<Move, number>([[AGREE, 3]]), 0), EFFORT);
    expect(cameToTheSame(advice.lead)).toBe(true);
    const unlike = compare(MOVES, WAIT, noisy(new Map<Move, number>([[AGREE, 3]]), 1), EFFORT);
    expect(cameToTheSame(unlike.advice.lead)).toBe(false);
  });

  test('gives as many rollouts as asked for to all moves but those that are far behind', () => {
    const means = new Map<Move, number>([
      [WAIT, 10],
      [AGREE, 14],
      [DECLINE, -200],
    ]);
    const effort = { pick: 150, measure: 150, most: 150, every: true };
    const { moves, rollouts } = compare(MOVES, WAIT, noisy(means, 20), effort);
    expect(moves.map(({ move }) => move.type)).toEqual(['agree', 'wait', 'decline']);
    expect(moves.map(({ lead }) => lead.trials)).toEqual([150, 150, 48]);
    expect(rollouts).toBe(300 + 300 + 48);
  });

  test('advises no other move where all are equal', () => {
    const { advice } = compare(MOVES, DECLINE, noisy(new Map(), 0), EFFORT);
    expect(advice.move).toBe(DECLINE);
  });

  test('looks longer where the case is not clear, and no longer than it may', () => {
    const clear = compare(MOVES, WAIT, noisy(new Map<Move, number>([[AGREE, 50]]), 1), EFFORT);
    const unclear = compare(MOVES, WAIT, noisy(new Map<Move, number>([[AGREE, 0.01]]), 30), EFFORT);
    expect(clear.rollouts).toBeLessThan(unclear.rollouts);
    expect(unclear.rollouts).toBeLessThanOrEqual(3 * EFFORT.pick + 3 * EFFORT.most);
  });
});

/** A comparison of two moves with a given lead of the other one over that played. */
function leading(low: number, mean: number, high: number, at = 100): Comparison {
  const trials = 50;
  const given = { move: WAIT, gain: at - mean, lead: { mean: 0, low: 0, high: 0, trials }, ahead: 0 };
  const other = { move: DECLINE, gain: at, lead: { mean, low, high, trials }, ahead: 30 };
  return {
    moves: [other, given],
    advice: mean > 0 ? other : given,
    played: given,
    spread: Math.abs(mean),
    loss: {
      mean: Math.max(0, mean),
      error: (high - low) / 4,
      variance: { value: ((high - low) / 4) ** 2, freedom: 100 },
    },
    rollouts: 100,
  };
}

describe('a label', () => {
  test.each([
    ['mistake', leading(20, 30, 40)],
    ['inaccuracy', leading(2, 9, 16)],
    ['good', leading(-2, 1, 4)],
    ['unclear', leading(-30, 30, 90)],
    ['best', leading(-30, -20, -10)],
    ['unclear', leading(-60, -10, 40)],
  ] as const)('is %s only where the interval bears it', (label, comparison) => {
    expect(labelOf(comparison)).toBe(label);
  });

  test('is best, too, where another move was picked first and was not ahead where it was measured', () => {
    const pickedFirst = (comparison: Comparison) => ({
      ...comparison,
      advice: comparison.moves[0] as Comparison['advice'],
    });
    expect(labelOf(pickedFirst(leading(-30, -20, -10)))).toBe('best');
    expect(labelOf(pickedFirst(leading(-4, 0, 4)))).toBe('best');
    expect(labelOf(pickedFirst(leading(-7, 0, 7)))).toBe('good');
    expect(labelOf(pickedFirst(leading(-60, -10, 40)))).toBe('unclear');
  });

  test('calls it a missed chance where what was there was not taken', () => {
    const mistake = leading(20, 30, 40);
    const advice = { ...mistake.advice, move: { type: 'accept' } as const };
    expect(labelOf({ ...mistake, advice, moves: [advice, mistake.played] })).toBe('missed chance');
  });

  test.each([0, 3, 30])(
    'is not given, nor an interval of the score, for a few rollouts that came to %d',
    better => {
      // Seldom a move brings a great deal, and none of a few rollouts need see it.
      const trials: Trials = number => ({
        gain: move => (move === AGREE ? better + (number % 40 === 39 ? 400 : 0) : 0),
      });
      const measured = (rollouts: number) => compare([WAIT, AGREE], WAIT, trials, effortOf(rollouts));
      for (const rollouts of [4, 6, 12, LEAST_ROLLOUTS - 2]) {
        expect(labelOf(measured(rollouts))).toBe('unclear');
        expect(campaignScore([measured(rollouts)])).toMatchObject({ low: 0, high: 100 });
      }
      const enough = campaignScore([
        compare([WAIT, AGREE], WAIT, noisy(new Map(), 1), effortOf(LEAST_ROLLOUTS)),
      ]);
      expect(enough?.low).toBeGreaterThan(50);
    },
  );
});

describe('a loss against advice of fixed strength', () => {
  const leads = (move: Move) =>
    Array.from({ length: 24 }, (_, trial) => (move === AGREE ? 12 + (trial % 3) : 0));

  test('has an interval of use where two blocks advise unlike moves', () => {
    const { mean, error, variance } = fixedLoss([AGREE, WAIT], leads);
    expect(mean).toBeCloseTo(6.5, 9);
    // Half the way between the two moves, which two blocks show with one degree of freedom.
    expect(error).toBeGreaterThan(6.5);
    const half = student975(Math.floor(variance.freedom)) * Math.sqrt(variance.value);
    // Whatever share of the blocks would advise either, the interval holds it, and not much more.
    expect(half).toBeGreaterThan(6.5);
    expect(half).toBeLessThan(13);
  });

  test('goes by what the blocks show where that is less than it can be', () => {
    const { error, variance } = fixedLoss([AGREE, ...Array.from({ length: 7 }, () => WAIT)], leads);
    expect(Math.sqrt(variance.value)).toBe(error);
    expect(variance.freedom).toBeLessThan(8);
  });
});

describe('the score of a campaign', () => {
  const flawless = leading(-30, -20, -10);
  const blunder = leading(150, 160, 170);

  test('is 100 without a fault and nothing without a decision', () => {
    const score = campaignScore(Array.from({ length: 30 }, () => flawless));
    expect(score?.value).toBeGreaterThan(98);
    expect(score?.high).toBe(100);
    expect(campaignScore([])).toBeNull();
  });

  test('shows a single blunder among many good moves more than their mean would', () => {
    const moves = [...Array.from({ length: 29 }, () => flawless), blunder];
    const mean = moves.reduce((sum, { loss }) => sum + accuracyOf(loss.mean / 160), 0) / moves.length;
    const score = campaignScore(moves)?.value;
    expect(mean).toBeGreaterThan(95);
    expect(score).toBeLessThan(85);
  });

  test('has an interval that narrows with what is known of the losses', () => {
    const width = (comparison: Comparison) => {
      const score = campaignScore([comparison, comparison]);
      return (score?.high ?? 0) - (score?.low ?? 0);
    };
    expect(width(leading(0, 40, 80))).toBeGreaterThan(2 * width(leading(30, 40, 50)));
  });

  test('has a wider interval where few blocks tell the error of the losses', () => {
    const well = leading(30, 40, 50);
    const badly = { ...well, loss: { ...well.loss, variance: { ...well.loss.variance, freedom: 3 } } };
    const width = (comparison: Comparison) => {
      const score = campaignScore([comparison, comparison]);
      return (score?.high ?? 0) - (score?.low ?? 0);
    };
    // Two alike have six degrees of freedom together; Student's t is 2.447 there and 1.972 at two hundred.
    expect(width(badly) / width(well)).toBeCloseTo(2.447 / 1.972, 2);
  });

  test('is the same on average for any number of rollouts, and within its interval', () => {
    // Moves as of a campaign: clear faults, close cases, and good moves among noise.
    const played = (campaign: number, rollouts: number) => {
      const comparisons = [30, 2, 0, -2, -8].map((better, decision) => {
        const means = new Map<Move, number>([
          [WAIT, 40],
          [AGREE, 40 + better],
          [DECLINE, 35],
        ]);
        const half = rollouts / 2;
        const random = streamsOf(`score ${campaign} ${decision}`).of('hidden').next;
        const trials: Trials = () => ({ gain: move => (means.get(move) ?? 0) + 36 * (random() - 0.5) });
        return compare(MOVES, WAIT, trials, { pick: half, measure: half, most: half, every: true });
      });
      return campaignScore(comparisons) ?? { value: 0, low: 0, high: 0 };
    };
    const scores = (rollouts: number) => Array.from({ length: 200 }, (_, at) => played(at, rollouts));
    const mean = (list: readonly { value: number }[]) =>
      list.reduce((sum, { value }) => sum + value, 0) / list.length;
    const [few, some, many] = [LEAST_ROLLOUTS, 96, 300].map(scores) as [Score[], Score[], Score[]];
    const expected = mean(many);
    expect(Math.abs(mean(few) - expected)).toBeLessThan(1.5);
    expect(Math.abs(mean(some) - expected)).toBeLessThan(1);
    for (const list of [few, some, many]) {
      const held = list.filter(({ low, high }) => low <= expected && expected <= high);
      expect(held.length / list.length).toBeGreaterThan(0.88);
    }
  });
});

describe('the decisions of a record', () => {
  test('hold the move played among possible ones, and something else to do', () => {
    let seen = 0;
    for (const party of PARTIES) {
      for (const { position, moves, played: given } of decisionsOf(campaign.record, campaign.replay, party)) {
        seen++;
        expect(moves.length).toBeGreaterThan(1);
        expect(moves.filter(move => sameMove(move, given))).toHaveLength(1);
        for (const move of moves) expect(refuse(position, { ...move, party })).toBeNull();
      }
    }
    expect(seen).toBeGreaterThan(10);
  });

  test('offer nothing that the law or one’s word forbids, unless it was done', () => {
    for (const { moves, played: given } of decisionsOf(campaign.record, campaign.replay, 1)) {
      const others = moves.filter(move => !sameMove(move, given)).map(({ type }) => type);
      for (const type of ['withhold', 'publicise', 'walkOut'] as const) expect(others).not.toContain(type);
    }
  });
});

describe('the coach', () => {
  const plan = { ...campaign, party: 1 as const, rollouts: 8 };
  const judged = [...coach(plan)];

  test('says the same of the same record', () => {
    expect([...coach(plan)]).toEqual(judged);
  });

  test('plays on every move as often as it is asked to', () => {
    for (const { decision, asKnown, inHindsight } of judged) {
      expect(asKnown.rollouts).toBe(8 * decision.moves.length);
      expect(inHindsight.rollouts).toBe(8 * decision.moves.length);
    }
  });

  test('tells it within 80 columns and as JSON that can be read', () => {
    const coached = [{ party: 1 as const, judged, summary: summaryOf(judged) }];
    const text = formatCoach(river, coached);
    expect(Math.max(...text.split('\n').map(line => line.length))).toBeLessThanOrEqual(80);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    const json = JSON.parse(formatCoachJson(river, campaign.record, coached)) as {
      parties: { decisions: unknown[] }[];
    };
    expect(json.parties[0]?.decisions).toHaveLength(judged.length);
  });

  test('tells of a day which move is advised, no -0.0, and a score with an interval or why it has none', () => {
    const all = [...coach({ ...plan, rollouts: LEAST_ROLLOUTS })];
    const summary = summaryOf(all);
    const layout = { width: 1000, every: true };
    const said = (given: typeof summary) =>
      formatCoach(river, [{ party: 1 as const, judged: all, summary: given }], layout);
    const text = said(summary);
    expect(text).not.toMatch(/-0\.0\b/);
    expect(text).not.toMatch(/ahead by nothing|nothing certain \(0\.0 to 0\.0\)/);
    // One of the moves of each look came out ahead first: what is lost is what it leads by.
    expect(text.match(/; (advised|picked first)$/gm)).toHaveLength(2 * all.length);
    const told = (value: number, low: number, high: number) =>
      said({ ...summary, score: { value, low, high } });
    expect(told(99.9, 99.6, 100)).toContain('Score 99.9 (99.6 to 100.0) of 100');
    expect(told(28, 28, 28)).toContain('Score 28.0 (all rollouts came to about the same) of 100');
    expect(told(92, 80, 97)).toContain('Score 92 (80 to 97) of 100');
  });

  test('broken off says in the text and in the JSON how many moves it has not judged', () => {
    const coached = (unjudged: number, done = judged) => [
      { party: 1 as const, judged: done, summary: summaryOf(done), unjudged },
    ];
    expect(formatCoach(river, coached(0))).not.toContain('BROKEN OFF');
    expect(formatCoach(river, coached(9)).split('\n')[1]).toBe(
      '  BROKEN OFF: 9 moves were not judged, and what follows is of the others alone.',
    );
    expect(formatCoach(river, coached(1, []))).toContain('1 move was not judged');
    expect(formatCoach(river, coached(1, []))).not.toContain('No move with a real alternative');
    const of = (unjudged: number) =>
      coachResultOf(river, campaign.record, coached(unjudged)).parties[0]?.unjudged;
    expect([of(0), of(9)]).toEqual([0, 9]);
  });

  test('calls it a fault to walk out on a good offer', () => {
    const leaver = scripted((view, can) => {
      if (can('submitList')) return { type: 'submitList', coverage: 'full' };
      if (can('agree')) return { type: 'agree' };
      return view.talks.offer && can('walkOut') ? { type: 'walkOut' } : undefined;
    });
    const left = played(river, '1', [negotiator('conceder'), leaver]);
    const decisions = decisionsOf(left.record, left.replay, 1);
    const decision = decisions.find(({ played: given }) => given.type === 'walkOut');
    if (!decision) throw new Error('nobody walked out');
    const one: Judged = judge(decision, seatsOf({ ...left, party: 1 }), { rollouts: 48 });
    expect(['inaccuracy', 'mistake', 'missed chance']).toContain(one.label);
    expect(adviceOf(one).type).not.toBe('walkOut');
  });
});

test('its advice helps under luck it has not seen, its praise holds, and hindsight knows other things', () => {
  // Who plays at random makes faults enough to advise against; a steady one shows what hindsight changes.
  const names = ['random', 'random', 'conceder', 'boulware', 'boulware'];
  const tried = names.flatMap((name, index) =>
    triedIn({
      scenario: river,
      seed: `honesty ${index}`,
      seats: [negotiator(name), boulware],
      party: 0,
      effort: { pick: 8, measure: 24, most: 24, every: false },
      lucks: 8,
      hindsight: name !== 'random',
    }),
  );
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const faults = tried.filter(({ label }) => ['inaccuracy', 'mistake', 'missed chance'].includes(label));
  const praised = tried.filter(({ label }) => label === 'best');
  expect(faults.length).toBeGreaterThan(3);
  expect(mean(faults.map(({ better }) => better))).toBeGreaterThan(0);
  expect(praised.length).toBeGreaterThan(1);
  expect(mean(praised.map(({ better }) => better))).toBeLessThan(1);
  expect(tried.some(({ differs }) => differs === true)).toBe(true);
});
