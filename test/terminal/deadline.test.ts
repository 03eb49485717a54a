import { describe, expect, test } from 'vitest';
import { lastDayOf } from '../../src/campaign/deadline.ts';
import type { Move } from '../../src/campaign/event.ts';
import { phaseOf } from '../../src/statechart/position.ts';
import { lastPosition } from '../../src/terminal/course.ts';
import { type Game, newGame } from '../../src/terminal/game.ts';
import { latestScene } from '../../src/terminal/scene.ts';
import { phaseInWords } from '../../src/terminal/screens/phase.ts';
import { memoryHost, river } from './stage.ts';

/** A campaign of two people, played by moves in turn. */
function opened(): Game {
  const game = newGame(memoryHost(), { scenario: river(), seed: '3', seats: ['person', 'person'] });
  if (typeof game === 'string') throw new Error(game);
  game.awaited();
  return game;
}

function now(game: Game) {
  const { campaign, value } = lastPosition(game.course());
  return { day: campaign.day, phase: phaseOf(value), talks: campaign.talks };
}

function play(game: Game, ...moves: Move[]): void {
  for (const move of moves) {
    expect(game.move(move)).toBeNull();
    game.awaited();
  }
}

const until = (game: Game, phase: string) => {
  for (let most = 80; most > 0 && now(game).phase !== phase; most--) play(game, { type: 'wait' });
  expect(now(game).phase).toBe(phase);
};

/** Waits until the phase is over; the last day on which it still was. */
function lastDayIn(game: Game): number {
  const { phase } = now(game);
  let last = now(game).day;
  while (now(game).phase === phase) {
    last = now(game).day;
    play(game, { type: 'wait' });
  }
  return last;
}

const propose: Move = { type: 'proposeTalks', mediator: null, openly: false };

/** Moves that lead into each phase that lapses. */
const ways: Readonly<Record<string, (game: Game) => void>> = {
  'initiation.overture': game => play(game, propose),
  'preparation.lists': game => play(game, propose, { type: 'agree' }),
  'rounds.open': game => toRounds(game),
};

function toRounds(game: Game): void {
  play(game, propose, { type: 'agree' });
  play(game, { type: 'submitList', coverage: 'full' }, { type: 'submitList', coverage: 'full' });
  until(game, 'rounds.open');
}

describe('the last day on which what a phase waits for can be done', () => {
  test.each(Object.keys(ways))('%s lapses on the day after, and not before', phase => {
    const game = opened();
    ways[phase]?.(game);
    const { talks } = now(game);
    expect(now(game).phase).toBe(phase);
    const last = lastDayOf(phase, talks);
    expect(last).toBe(lastDayIn(game));
  });

  test('people who are due are waited for as long, and then the agreement is broken', () => {
    const game = opened();
    toRounds(game);
    const { most } = offerable(game);
    play(game, { type: 'offer', deal: most.map((number, index) => (index < 2 ? Math.min(1, number) : 0)) });
    play(game, { type: 'accept' });
    until(game, 'handOver.transfer');
    const last = lastDayOf('handOver.transfer', now(game).talks);
    expect(last).toBe(lastDayIn(game));
    expect(now(game).phase).toBe('suspension');
  });

  test('is said with the phase, and counted in days', () => {
    const game = opened();
    play(game, propose);
    expect(phaseInWords(latestScene(game.course()))).toContain('an answer is awaited by 6 Mar (5 days)');
    play(game, { type: 'agree' });
    expect(phaseInWords(latestScene(game.course()))).toContain('; due by 14 Mar (12 days)');
  });

  test('nothing lapses in phases that wait for nobody', () => {
    const { talks } = now(opened());
    for (const phase of ['initiation.standoff', 'preparation.verification', 'suspension', 'concluded'])
      expect(lastDayOf(phase, talks)).toBeNull();
  });
});

function offerable(game: Game) {
  const { legal } = latestScene(game.course());
  const offer = legal.find(move => move.type === 'offer');
  if (offer?.type !== 'offer') throw new Error('no offer can be made');
  return offer;
}
