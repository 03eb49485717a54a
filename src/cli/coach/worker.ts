import { workerData } from 'node:worker_threads';
import { worker } from 'workerpool';
import { judge, seatsOf } from '../../analysis/coach.ts';
import { decisionsOf } from '../../analysis/coach-decision.ts';
import type { PartyIndex } from '../../scenario/scenario.ts';
import { replay } from '../../table/replay.ts';
import type { CoachTask, Verdict } from './threads.ts';

/* What runs in every thread of the coach: it replays the record once, and judges one decision after another. */

const { scenario, record, rollouts } = workerData as CoachTask;
const plan = { scenario, record, replay: replay(scenario, record) };
const sides = ([0, 1] as const).map(party => ({
  seats: seatsOf({ ...plan, party }),
  decisions: decisionsOf(record, plan.replay, party),
}));

function judgeDecision(party: PartyIndex, index: number): Verdict {
  const side = sides[party];
  const decision = side?.decisions[index];
  if (!side || !decision) throw new Error('no such decision');
  const { decision: _, ...verdict } = judge(decision, side.seats, rollouts === undefined ? {} : { rollouts });
  return verdict;
}

worker({ judgeDecision });
