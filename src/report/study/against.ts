import { type StudyHead, settingOf } from '../../analysis/study/head.ts';
import type { Metric } from '../../analysis/study/metric.ts';
import type { Against } from '../../analysis/study/summary.ts';
import { type Threshold, wantsAny } from '../../analysis/study/threshold.ts';
import { commandFor } from './command.ts';
import { numberWords } from './words.ts';

/* The run that stands against a threshold: what was expected of it, what was, and how to see it. */

/** "run 3 (seed 3), day 12: expected violations 0, was 2; 8 in the whole campaign". */
export function againstWords(head: StudyHead, threshold: Threshold, against: Against): string {
  const { run, value, decided } = against;
  const { metric } = threshold;
  const at = `run ${run} (seed ${settingOf(head, run).seed})${decided ? `, day ${decided.day}` : ''}`;
  const early = isEarly(head, against);
  const was = wasWords(metric, early ? (decided?.value ?? null) : value, early);
  const later = wasWords(metric, value, false);
  const whole = early && later !== was ? `; ${later} in the whole campaign` : '';
  return `${at}: expected ${expectedWords(threshold)}, was ${was}${whole}`;
}

/** The command that plays the run, to the day on which it was decided. */
export function againstCommand(head: StudyHead, against: Against): string {
  return commandFor(head, against.run, isEarly(head, against) ? against.decided?.day : undefined);
}

/** Whether it was decided before the last day. */
function isEarly(head: StudyHead, { run, decided }: Against): boolean {
  const scenario = head.scenarios[head.points[settingOf(head, run).point]?.scenario ?? 0];
  return decided !== undefined && decided.day < (scenario?.days ?? 0);
}

/** What a threshold over many runs asks of a single one. */
function expectedWords(threshold: Threshold): string {
  const { aggregate, comparison, number, metric } = threshold;
  const { name, family } = metric;
  if (aggregate !== 'rate' && aggregate !== 'count') return `${name} ${comparison} ${numberWords(number)}`;
  const wanted = wantsAny(threshold);
  if (family.kind === 'yes') return `${name} ${wanted ? 'yes' : 'no'}`;
  if (family.kind === 'day') return `${name} ${wanted ? 'to come' : 'never'}`;
  return `${name} ${wanted ? '> 0' : '0'}`;
}

function wasWords({ family }: Metric, value: number | null, early: boolean): string {
  if (value === null) return family.kind !== 'day' ? 'nothing to measure' : early ? 'not yet' : 'never';
  if (family.kind === 'yes') return value > 0 ? 'yes' : 'no';
  return numberWords(value);
}
