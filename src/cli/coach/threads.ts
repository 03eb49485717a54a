import type { Pool } from 'workerpool';
import { type Judged, namesOfSeats, type Verdict } from '../../analysis/coach.ts';
import { decisionsOf } from '../../analysis/coach-decision.ts';
import type { JudgeQuestion } from '../../analysis/question.ts';
import type { PartyIndex, Scenario } from '../../scenario/scenario.ts';
import type { CampaignRecord } from '../../table/record.ts';
import { replay } from '../../table/replay.ts';
import { openThreads } from '../campaign-threads.ts';

/* Decisions hang on nothing but the record, so each can be judged by whichever thread is free. */

/** What is to be judged. */
export interface CoachTask {
  readonly scenario: Scenario;
  readonly record: CampaignRecord;
  readonly rollouts: number | undefined;
  /** Only the moves of this day. */
  readonly day: number | undefined;
}

/** The same place from `src` and from `dist`. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/** Threads that answer the coach's questions, at most so many; `ready` of them are started at once. */
export function coachPool(most: number, ready: number): Pool {
  return openThreads(WORKER, { most, ready });
}

/** Moves while they are judged. */
export interface Judging {
  /** How many decisions there are to judge, all parties together. */
  readonly of: number;
  /** What has been judged so far: the decisions of each party in order, null where the coach is not there yet. */
  readonly sides: readonly (Judged | null)[][];
  readonly done: Promise<void>;
}

/**
 * Judges the decisions of each party. None is judged in this thread, so that an interrupt is heard at
 * once; the number of threads changes nothing but the time. `told` is called after each.
 */
export function judgeOnThreads(
  { scenario, record, rollouts, day }: CoachTask,
  parties: readonly PartyIndex[],
  { threads, told }: { readonly threads: number; readonly told: (done: number, of: number) => void },
): Judging {
  const replayed = replay(scenario, record);
  const seats = namesOfSeats(scenario, record.header);
  const decisions = parties.map(party =>
    decisionsOf(record, replayed, party).filter(decision => day === undefined || decision.day === day),
  );
  const sides = decisions.map(side => side.map((): Judged | null => null));
  const of = sides.flat().length;
  const most = Math.min(threads, Math.max(1, of));
  const pool = coachPool(most, most);
  let judged = 0;
  const judging = decisions.flatMap((side, index) =>
    side.map(async (decision, number) => {
      const effort = rollouts === undefined ? {} : { rollouts };
      const question: JudgeQuestion = { ask: 'judge', decision, seats, ...effort };
      const verdict: Verdict = await pool.exec('answer', [question]);
      const list = sides[index];
      if (list) list[number] = { decision, ...verdict };
      told(++judged, of);
    }),
  );
  const done = Promise.all(judging)
    .then(() => {})
    .finally(() => pool.terminate(true));
  return { of, sides, done };
}
