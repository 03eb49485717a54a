import { fileURLToPath } from 'node:url';
import { pool as openPool } from 'workerpool';
import { type Judged, matters } from '../../analysis/coach.ts';
import { decisionsOf } from '../../analysis/coach-decision.ts';
import type { PartyIndex, Scenario } from '../../scenario/scenario.ts';
import type { CampaignRecord } from '../../table/record.ts';
import { replay } from '../../table/replay.ts';

/* Decisions hang on nothing but the record, so each can be judged by whichever thread is free. */

/** What a thread is told: plain data. */
export interface CoachTask {
  readonly scenario: Scenario;
  readonly record: CampaignRecord;
  readonly rollouts: number | undefined;
}

/** What a thread says of a decision. */
export type Verdict = Omit<Judged, 'decision'>;

/** The same place from `src` and from `dist`. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/**
 * The decisions of each party on which something hung, in order. No decision is judged in this
 * thread, so that an interrupt is heard at once; the number of threads changes nothing but the time.
 */
export async function judgeOnThreads(
  task: CoachTask,
  parties: readonly PartyIndex[],
  threads: number,
): Promise<Judged[][]> {
  const replayed = replay(task.scenario, task.record);
  const sides = parties.map(party => ({ party, decisions: decisionsOf(task.record, replayed, party) }));
  const most = Math.min(threads, Math.max(1, ...sides.map(({ decisions }) => decisions.length)));
  const pool = openPool(fileURLToPath(WORKER), {
    workerType: 'thread',
    minWorkers: most,
    maxWorkers: most,
    workerThreadOpts: { workerData: task },
  });
  try {
    const judged = sides.map(({ party, decisions }) =>
      Promise.all(
        decisions.map(async (decision, index): Promise<Judged> => {
          const verdict = (await pool.exec('judgeDecision', [party, index])) as Verdict;
          return { decision, ...verdict };
        }),
      ),
    );
    return (await Promise.all(judged)).map(side => side.filter(matters));
  } finally {
    await pool.terminate(true);
  }
}
