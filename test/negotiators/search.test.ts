import { describe, expect, test } from 'vitest';
import { viewOf } from '../../src/campaign/view.ts';
import { Advantages } from '../../src/negotiators/advantages.ts';
import { explains } from '../../src/negotiators/deeds.ts';
import { linesOf } from '../../src/negotiators/lines.ts';
import { OPPONENTS } from '../../src/negotiators/opponents.ts';
import { PARTIES } from '../../src/scenario/scenario.ts';
import { legalMoves } from '../../src/statechart/legal.ts';
import { type Position, phaseOf, refuse } from '../../src/statechart/position.ts';
import { openTable, resumeTable } from '../../src/table/table.ts';
import { estimate, gainIn } from '../calibration/strength.ts';
import { played, river } from '../fixtures/river.ts';
import { negotiator, scenario } from '../library.ts';

const BUDGET = 'search:worlds=4,depth=30';

/** Positions of some campaigns in which a party is to move. */
function positions(): Position[] {
  return ['boulware', 'parity'].flatMap(name =>
    ['1', '2'].flatMap(seed =>
      played(scenario('two-rivers'), seed, [
        negotiator(name),
        negotiator('boulware'),
      ]).replay.positions.filter(({ campaign }) => campaign.toMove !== null),
    ),
  );
}

describe('the lines that a coach plays on', () => {
  test('begin with possible moves that keep the law and one’s word', () => {
    let lines = 0;
    for (const position of positions()) {
      const { campaign, value } = position;
      const party = campaign.toMove ?? 0;
      const view = viewOf(campaign, phaseOf(value), party);
      for (const { move } of linesOf(view, legalMoves(position))) {
        lines++;
        expect(refuse(position, { ...move, party })).toBeNull();
        expect(['withhold', 'publicise', 'strikeNames', 'walkOut']).not.toContain(move.type);
        if (move.type === 'submitList') expect(move.coverage).toBe('full');
        if (move.type === 'offer')
          for (const { owed, index } of view.known.groups) if (owed) expect(move.deal[index]).toBe(0);
      }
    }
    expect(lines).toBeGreaterThan(200);
  });

  test('hold more than one move where there is an answer to give', () => {
    const answering = positions().filter(
      ({ campaign, value }) =>
        phaseOf(value) === 'rounds.answering' && campaign.talks.offer?.by !== campaign.toMove,
    );
    expect(answering.length).toBeGreaterThan(5);
    for (const position of answering) {
      const { campaign, value } = position;
      const view = viewOf(campaign, phaseOf(value), campaign.toMove ?? 0);
      expect(new Set(linesOf(view, legalMoves(position)).map(({ move }) => move.type)).size).toBeGreaterThan(
        1,
      );
    }
  });
});

test('a way of playing explains its own offers better than another way does', () => {
  const [boulware, parity] = OPPONENTS;
  if (!boulware || !parity) throw new Error('there are ways of playing');
  const likelihood = (name: string, make: typeof boulware.make) => {
    let sum = 0;
    for (const seed of ['1', '2', '3', '4', '5', '6']) {
      const { replay } = played(river, seed, [negotiator('boulware'), negotiator(name)]);
      const late = replay.positions.filter(
        ({ campaign, value }) =>
          phaseOf(value) === 'rounds.answering' &&
          campaign.toMove === 0 &&
          campaign.talks.offers.filter(({ by }) => by === 1).length >= 2,
      );
      // The true world: what is asked of the weighing is that it tells ways apart where nothing else is hidden.
      for (const position of late) sum += explains([make], position, 0, () => 0.5)[0] ?? 0;
    }
    return sum;
  };
  expect(likelihood('parity', parity.make)).toBeGreaterThan(likelihood('parity', boulware.make));
  expect(likelihood('boulware', boulware.make)).toBeGreaterThan(likelihood('boulware', parity.make));
});

test('a search gains more than the negotiators it is like, at the same seat and under the same luck', () => {
  const seeds = ['1', '2', '3', '4', '5', '6'];
  for (const seat of PARTIES) {
    const gains = (name: string) =>
      seeds.map(seed => {
        const [own, theirs] = [negotiator(name), negotiator('boulware')];
        return gainIn(river, seed, seat === 0 ? [own, theirs] : [theirs, own], seat);
      });
    const own = gains(BUDGET);
    for (const name of ['boulware', 'conceder', 'random']) {
      const other = gains(name);
      const lead = estimate(own.map((gain, index) => gain - (other[index] ?? 0)));
      expect(lead.mean, `over ${name} in seat ${seat}`).toBeGreaterThan(0);
    }
  }
});

describe('what a search has in mind', () => {
  const sitting = (seed: string) => ({
    scenario: river,
    seed,
    seats: [negotiator(BUDGET), negotiator('boulware')] as const,
  });

  test('is thought again where a record is taken up, so that it goes on as it did', () => {
    const whole = openTable(sitting('3'));
    while (whole.step());
    const { entries } = whole;
    for (const share of [0.2, 0.5, 0.8]) {
      const resumed = resumeTable(sitting('3'), entries.slice(0, Math.floor(entries.length * share)));
      if (typeof resumed === 'string') throw new Error(resumed);
      while (resumed.step());
      expect(resumed.entries).toEqual(entries);
    }
  });

  test('is of one campaign only, though it plays several at a time', () => {
    const alone = ['1', '2', '1'].map(seed => {
      const table = openTable(sitting(seed));
      while (table.step());
      return table.entries;
    });
    const [searcher, other] = sitting('1').seats;
    const tables = ['1', '2', '1'].map(seed =>
      openTable({ scenario: river, seed, seats: [searcher, other] }),
    );
    while (tables.map(table => table.step()).some(Boolean));
    expect(tables.map(({ entries }) => entries)).toEqual(alone);
  });

  test('leads to full lists, no names struck off and nothing that breaks its word', () => {
    let moves = 0;
    for (const seed of ['1', '2']) {
      const table = openTable(sitting(seed));
      while (table.step());
      for (const { event } of table.entries) {
        if (!('party' in event) || event.party !== 0) continue;
        moves++;
        expect(['withhold', 'publicise', 'strikeNames']).not.toContain(event.type);
        if (event.type === 'submitList') expect(event.coverage).toBe('full');
      }
    }
    expect(moves).toBeGreaterThan(50);
  });

  test('ends talks that drag on, where nothing is promised yet, and leaves asking to the other side', () => {
    const seats = [negotiator('micro'), negotiator('search')] as const;
    const table = openTable({ scenario: scenario('little-switch-1953'), seed: '1001', seats });
    const walkedOut: number[] = [];
    for (let before = table.position; table.step(); before = table.position) {
      const { event } = table.entries.at(-1) ?? {};
      if (event?.type === 'walkOut' && event.party === 1) {
        walkedOut.push(before.campaign.day);
        expect(phaseOf(before.value)).toMatch(/^rounds/);
        expect(before.campaign.talks.agreement).toBeNull();
        expect(before.campaign.talks.offers.filter(({ by }) => by === 0)).toHaveLength(3);
      }
    }
    const [first] = walkedOut;
    if (first === undefined) throw new Error('it walks out');
    // Were it eager still, it would ask every third day.
    const asked = table.entries.filter(
      ({ day, event }) =>
        'party' in event &&
        event.party === 1 &&
        ['resume', 'proposeTalks'].includes(event.type) &&
        day > first,
    );
    expect(asked.length).toBeLessThanOrEqual(2);
  });
});

describe('advantages of choices over the first', () => {
  const sure = [1, 0];

  test('grow with what was tried, against the opponent who is likely', () => {
    const advantages = new Advantages(2, 2);
    advantages.begin();
    expect(advantages.best(sure, 0)).toBe(0);
    for (let world = 0; world < 3; world++) advantages.note(1, 0, 8);
    // Three worlds, and one in which nothing is gained beside them.
    expect(advantages.of(1, sure)).toBe(6);
    expect(advantages.of(1, [0, 1])).toBe(0);
    expect(advantages.best(sure, 1)).toBe(1);
    expect(advantages.best([0, 1], 0)).toBe(0);
  });

  test('fade with every new thought, and need to be clear', () => {
    const advantages = new Advantages(2, 1);
    advantages.note(1, 0, 10);
    const before = advantages.of(1, [1]);
    advantages.begin();
    expect(advantages.of(1, [1])).toBeLessThan(before);
    advantages.note(1, 0, -9);
    expect(advantages.of(1, [1])).toBeLessThan(advantages.error(1, [1]));
    expect(advantages.isClear(1, [1], 1)).toBe(false);
    expect(advantages.best([1], 1)).toBe(0);
  });
});
