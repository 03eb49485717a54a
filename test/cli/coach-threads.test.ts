import { afterEach, describe, expect, test } from 'vitest';
import { outcomeOf } from '../../src/analysis/comparison.ts';
import { answering, type JudgeQuestion } from '../../src/analysis/question.ts';
import { thinkingOnThreads } from '../../src/cli/coach/thinking.ts';
import { newCoaching } from '../../src/terminal/coaching.ts';
import { USUAL_COMMANDS } from '../../src/terminal/course.ts';
import type { Thinking } from '../../src/terminal/thinking.ts';
import { played, river } from '../fixtures/river.ts';
import { negotiator } from '../library.ts';

const { record, replay } = played(river, '3', [negotiator('conceder'), negotiator('conceder')]);
const { decisions } = newCoaching(
  {
    ...replay,
    scenario: river,
    header: record.header,
    entries: record.entries,
    persons: [true, false],
    maySpeak: false,
    where: null,
    file: null,
    commands: USUAL_COMMANDS,
    trouble: null,
  },
  0,
);

function question(number: number): JudgeQuestion {
  const decision = decisions[number];
  if (!decision) throw new Error('no such decision');
  return { ask: 'judge', decision, seats: ['person', 'conceder'], rollouts: 8 };
}

let thinking: Thinking;

afterEach(() => thinking.close());

describe('the threads of the coach', () => {
  test('answer as this thread would, each question once', async () => {
    thinking = thinkingOnThreads(2);
    const numbers = [0, 1, 2];
    const answers = await Promise.all(
      numbers.map(number => new Promise(told => void thinking.ask(question(number), told))),
    );
    expect(answers).toEqual(numbers.map(number => outcomeOf(answering(question(number)))));
  });

  test('tell nothing of what was taken back, and go on with the rest', async () => {
    thinking = thinkingOnThreads(1);
    const told: number[] = [];
    const stops = [0, 1].map(number => thinking.ask(question(number), () => told.push(number)));
    for (const stop of stops) stop();
    await new Promise(done => void thinking.ask(question(2), done));
    expect(told).toEqual([]);
  });

  test('tell nothing once they are let go, nor does this thread in their place', async () => {
    thinking = thinkingOnThreads(1);
    let told = 0;
    for (const number of [0, 1]) thinking.ask(question(number), () => told++);
    thinking.close();
    await new Promise(done => setTimeout(done, 400));
    expect(told).toBe(0);
  });
});
