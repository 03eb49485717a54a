import type { NeverMade } from '../../analysis/script/follow.ts';
import type { ScriptPlan } from '../../analysis/script/plan.ts';
import { playScript } from '../../analysis/script/play.ts';
import type { ScriptVerdict } from '../../analysis/script/verdict.ts';
import { formatRecord } from '../../table/record-text.ts';

/** A script to be played with a seed. */
export interface Game {
  readonly path: string;
  readonly seed: string;
  /** Whether the record is wanted. */
  readonly keep: boolean;
}

/** What came of it: plain data, which can be handed from one thread to another. */
export interface GamePlayed {
  readonly verdicts: readonly ScriptVerdict[];
  readonly neverMade: readonly NeverMade[];
  /** The record as its file has it, where it is wanted. */
  readonly record?: string;
}

export function playGame(plan: ScriptPlan, { seed, keep }: Game): GamePlayed {
  const { record, ...told } = playScript(plan, seed);
  return keep ? { ...told, record: formatRecord(plan.scenario, record) } : told;
}
