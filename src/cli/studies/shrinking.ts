import { setImmediate } from 'node:timers/promises';
import { type StudiedScenario, type StudyHead, settingOf } from '../../analysis/study/head.ts';
import type { Point } from '../../analysis/study/plan.ts';
import { Replayed } from '../../analysis/study/shrink.ts';
import type { Decided, Summary, Verdict } from '../../analysis/study/summary.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { scenarioDigest } from '../../table/record.ts';
import { draftNear } from '../scripts.ts';

/** The scenario of a point, with its figures in place; null where it cannot be had. */
export type ScenarioAt = (point: number) => Scenario | null;

/** How many runs are played again at most; each is as long as it was in the study. */
const MOST_REPLAYED = 100;

/** Says of the runs that stand against thresholds on which day that was decided. */
export async function withDecidedDays(
  head: StudyHead,
  summary: Summary,
  scenarioAt: ScenarioAt,
): Promise<Summary> {
  const failing = Map.groupBy(
    summary.verdicts.filter(({ against }) => against !== null),
    ({ against }) => against?.run ?? 0,
  );
  const decided = new Map<Verdict, Decided>();
  // One run often stands against several thresholds, and where it stood each day is much to keep.
  for (const [run, verdicts] of [...failing].slice(0, MOST_REPLAYED)) {
    const scenario = scenarioAt(settingOf(head, run).point);
    if (!scenario) continue;
    const replayed = new Replayed(head, run, scenario);
    for (const verdict of verdicts) {
      const { threshold, against } = verdict;
      if (against) decided.set(verdict, replayed.decided(threshold, against));
    }
    await setImmediate();
  }
  const told = (verdict: Verdict): Verdict => {
    const day = decided.get(verdict);
    return day && verdict.against ? { ...verdict, against: { ...verdict.against, decided: day } } : verdict;
  };
  return { ...summary, verdicts: summary.verdicts.map(told) };
}

/** The scenarios of a study that was played elsewhere, as they are here, if they are still the same. */
export function scenariosOf(head: StudyHead): ScenarioAt {
  return index => {
    const point = head.points[index];
    const studied = head.scenarios[point?.scenario ?? 0];
    return point && studied ? settled(studied, point) : null;
  };
}

function settled({ given, digest }: StudiedScenario, { changes, settings, drawn }: Point): Scenario | null {
  const { draft } = draftNear('.', given);
  if (typeof draft === 'string') return null;
  const fixed = changes.filter(({ path }) => !(path in settings) && !(path in drawn));
  const plain = draft.with(fixed);
  if (!plain.ok || scenarioDigest(plain.value) !== digest) return null;
  const changed = draft.with(changes);
  return changed.ok ? changed.value : null;
}
