import type { PerParty } from '../../scenario/scenario.ts';
import { ENGINE, scenarioDigest } from '../../table/record.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Cell, Point, Seeds, StudyPlan } from './plan.ts';
import { seedAt } from './plan.ts';
import type { StopRule } from './stop-rule.ts';

/** Version of the format of results. */
export const STUDY_FORMAT = 1;

/** What is kept of a study beside its runs: enough to say what they are and what they come to. */
export interface StudyHead {
  readonly parley: 'study';
  readonly format: typeof STUDY_FORMAT;
  readonly engine: string;
  /** Of the first campaigns, event by event: other where another build of the same version plays otherwise. */
  readonly fingerprint: string;
  readonly title: string | null;
  /** Name of the file that says it, without its folder; null where it stands in none. */
  readonly file: string | null;
  readonly scenarios: readonly StudiedScenario[];
  readonly varied: StudyPlan['varied'];
  readonly drawn: readonly string[];
  readonly metrics: readonly string[];
  readonly thresholds: readonly { readonly text: string; readonly cells: readonly number[] }[];
  readonly seeds: Seeds;
  readonly cells: readonly Cell[];
  readonly points: readonly Point[];
  /** When it may end before its last run; left out where it may not. */
  readonly stop?: StopRule;
}

export interface StudiedScenario {
  readonly id: string;
  /** As the user named it. */
  readonly given: string;
  /** Of the scenario as its file has it, with what the study sets for all runs. */
  readonly digest: string;
  readonly days: number;
  readonly parties: PerParty<string>;
  /** Who sits there by default. */
  readonly seats: PerParty<string>;
}

export function headOf(plan: StudyPlan, file: string | null = null, stop: StopRule | null = null): StudyHead {
  return {
    parley: 'study',
    format: STUDY_FORMAT,
    engine: ENGINE,
    fingerprint: fingerprintOf(plan),
    title: plan.title,
    file,
    scenarios: plan.scenarios.map(({ given, scenario }) => ({
      id: scenario.id,
      given,
      digest: scenarioDigest(scenario),
      days: scenario.days,
      parties: [scenario.parties[0].id, scenario.parties[1].id],
      seats: [scenario.parties[0].seat, scenario.parties[1].seat],
    })),
    varied: plan.varied,
    drawn: plan.drawn,
    metrics: plan.metrics,
    thresholds: plan.thresholds.map(({ threshold, cells }) => ({ text: threshold.text, cells })),
    seeds: plan.seeds,
    cells: plan.cells,
    points: plan.points,
    ...(stop ? { stop } : {}),
  };
}

/** One campaign of a study, and what was measured of it. */
export interface Run {
  /** From 1. */
  readonly run: number;
  /** In the order of the metrics. */
  readonly values: readonly (number | null)[];
}

/** What a run is a run of. */
export function settingOf(
  { seeds, points }: Pick<StudyHead, 'seeds' | 'points'>,
  run: number,
): { readonly seed: string; readonly point: number } {
  const index = run - 1;
  return { seed: seedAt(seeds, Math.floor(index / points.length)), point: index % points.length };
}
