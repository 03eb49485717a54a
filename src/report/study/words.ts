import type { Estimate } from '../../analysis/study/estimate.ts';
import type { StudyHead } from '../../analysis/study/head.ts';
import { metricOf } from '../../analysis/study/metrics.ts';
import type { Settings } from '../../analysis/study/plan.ts';

/* The numbers of a study as they are read: few digits, the same everywhere. */

/** A number to four figures, or three where there are many before the point: 0.9833, 12.35, 1,204. */
export function numberWords(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? 'never' : '-';
  const digits = Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 100 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}

export function valueWords(value: number | null): string {
  return value === null ? 'none' : numberWords(value);
}

/** "0.98 to 0.986"; where so few runs leave an end open, "at least 0.98"; empty where there is none. */
export function intervalWords({ interval }: Pick<Estimate, 'interval'>): string {
  if (interval === null) return '';
  const { low, high } = interval;
  if (low === null) return high === null ? '' : `at most ${numberWords(high)}`;
  if (high !== null) return `${numberWords(low)} to ${numberWords(high)}`;
  return low === Number.POSITIVE_INFINITY ? numberWords(low) : `at least ${numberWords(low)}`;
}

/** A difference: "+12.35". */
export function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${numberWords(value)}`;
}

/** "0.983 (0.98 to 0.986)". */
export function estimateWords(estimate: Estimate): string {
  const interval = intervalWords(estimate);
  return `${valueWords(estimate.value)}${interval === '' ? '' : ` (${interval})`}`;
}

/** What is particular to a cell; empty where a study has one only. */
export function cellWords(head: StudyHead, index: number): string {
  const cell = head.cells[index];
  if (!cell) return '';
  const scenario = head.scenarios.length > 1 ? [head.scenarios[cell.scenario]?.id ?? ''] : [];
  return [...scenario, ...settingWords(cell.settings)].join(', ');
}

function settingWords(settings: Settings): string[] {
  return Object.entries(settings).map(([path, value]) => `${path} = ${value}`);
}

export function unitWords(metric: string): string {
  return metricOf(metric)?.family.unit ?? '';
}
