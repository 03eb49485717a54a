import { fileURLToPath } from 'node:url';
import { pool as openPool, type Pool } from 'workerpool';
import { type Judged, matters, namesOfSeats, type Verdict } from '../../analysis/coach.ts';
import { decisionsOf } from '../../analysis/coach-decision.ts';
import type { JudgeQuestion } from '../../analysis/question.ts';
import type { PartyIndex, Scenario } from '../../scenario/scenario.ts';
import type { CampaignRecord } from '../../table/record.ts';
import { replay } from '../../table/replay.ts';

/* Decisions hang on nothing but the record, so each can be judged by whichever thread is free. */

/** What is to be judged. */
export interface CoachTask {
  readonly scenario: Scenario;
  readonly record: CampaignRecord;
  readonly rollouts: number | undefined;
}

/** The same place from `src` and from `dist`. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/** Threads that answer the coach's questions, at most so many; `ready` of them are started at once. */
export function coachPool(most: number, ready: number): Pool {
  return openPool(fileURLToPath(WORKER), { workerType: 'thread', minWorkers: ready, maxWorkers: most });
}

/**
 * The decisions of each party on which something hung, in order. No decision is judged in this
 * thread, so that an interrupt is heard at once; the number of threads changes nothing but the time.
 */
export async function judgeOnThreads(
  task: CoachTask,
  parties: readonly PartyIndex[],
  threads: number,
): Promise<Judged[][]> {
  const { scenario, record, rollouts } = task;
  const replayed = replay(scenario, record);
  const seats = namesOfSeats(scenario, record.header);
  const sides = parties.map(party => decisionsOf(record, replayed, party));
  const most = Math.min(threads, Math.max(1, ...sides.map(decisions => decisions.length)));
  const pool = coachPool(most, most);
  try {
    const judged = sides.map(decisions =>
      Promise.all(
        decisions.map(async (decision): Promise<Judged> => {
          const effort = rollouts === undefined ? {} : { rollouts };
          const question: JudgeQuestion = { ask: 'judge', decision, seats, ...effort };
          const verdict: Verdict = await pool.exec('answer', [question]);
          return { decision, ...verdict };
        }),
      ),
    );
    return (await Promise.all(judged)).map(side => side.filter(matters));
  } finally {
    await pool.terminate(true);
  }
}
