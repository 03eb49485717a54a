import { setImmediate } from 'node:timers/promises';
import { type StudiedScenario, type StudyHead, settingOf } from '../../analysis/study/head.ts';
import type { Point } from '../../analysis/study/plan.ts';
import { shrink } from '../../analysis/study/shrink.ts';
import type { Summary, Verdict } from '../../analysis/study/summary.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { scenarioDigest } from '../../table/record.ts';
import { draftNear } from '../scripts.ts';

/** The scenario of a point, with its figures in place; null where it cannot be had. */
export type ScenarioAt = (point: number) => Scenario | null;

/** How many failing runs are cut down at most: as many as are told one by one. */
const MOST_SHRUNK = 10;

/** Says of the runs that stand against thresholds on which day that was decided. */
export async function withDecidedDays(
  head: StudyHead,
  summary: Summary,
  scenarioAt: ScenarioAt,
): Promise<Summary> {
  const verdicts: Verdict[] = [];
  let shrunk = 0;
  for (const verdict of summary.verdicts) {
    const { threshold, against } = verdict;
    const scenario = against && shrunk < MOST_SHRUNK ? scenarioAt(settingOf(head, against.run).point) : null;
    if (!against || !scenario) {
      verdicts.push(verdict);
      continue;
    }
    shrunk++;
    verdicts.push({
      ...verdict,
      against: { ...against, decided: shrink({ threshold, against }, head, scenario) },
    });
    await setImmediate();
  }
  return { ...summary, verdicts };
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
