import type { Estimate } from '../../analysis/study/estimate.ts';
import type { StudyHead } from '../../analysis/study/head.ts';
import { metricOf } from '../../analysis/study/metrics.ts';
import type { Settings } from '../../analysis/study/plan.ts';
import type { Effect } from '../../analysis/study/sensitivity.ts';

/* The numbers of a study as they are read: few digits, the same everywhere. */

/** Less than this is what adding up numbers leaves over. */
const NOTHING = 1e-9;

/** A number to four figures, or three where there are many before the point: 0.983, 12.35, 1,204; 0.00021. */
export function numberWords(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? 'never' : '-';
  if (Math.abs(value) < NOTHING) return '0';
  if (Math.abs(value) < 0.001) return value.toLocaleString('en-US', { maximumSignificantDigits: 2 });
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
  return `${value >= NOTHING ? '+' : ''}${numberWords(value)}`;
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

/** What is changed: "trust 0.2 -> 0.6", of several scenarios with the one it is changed in. */
export function changedWords(
  head: StudyHead,
  { scenario, path, from, to }: Pick<Effect, 'scenario' | 'path' | 'from' | 'to'>,
  arrow: string,
): string {
  return `${scenarioWords(head, scenario)}${path} ${from} ${arrow} ${to}`;
}

/** Of several scenarios the one that something is of, with what parts it from what follows. */
export function scenarioWords({ scenarios }: StudyHead, scenario: number): string {
  return scenarios.length > 1 ? `${scenarios[scenario]?.id ?? ''}: ` : '';
}

/** Which seeds: "1 to 60"; of a list the first few. */
export function seedWords({ seeds }: Pick<StudyHead, 'seeds'>): string {
  if (!('list' in seeds)) {
    const last = seeds.from + seeds.count - 1;
    return last === seeds.from ? String(last) : `${seeds.from} to ${last}`;
  }
  const more = seeds.list.length - MOST_SEEDS;
  return (
    seeds.list.slice(0, MOST_SEEDS).join(', ') + (more > 0 ? ` and ${more.toLocaleString('en-US')} more` : '')
  );
}

const MOST_SEEDS = 5;

/** Whether it moved something, and so one way as the other that nothing is left of it on the mean. */
export function isBalanced({
  difference: { value },
  unequal,
}: Pick<Effect, 'difference' | 'unequal'>): boolean {
  return value !== null && Math.abs(value) < NOTHING && unequal > 0;
}

export function seedsWords(seeds: number): string {
  return `${seeds.toLocaleString('en-US')} ${seeds === 1 ? 'seed' : 'seeds'}`;
}

/** What is compared: the metric, and of a day whether its rate or its mean. */
export function comparedWords({ metric, aggregate }: Pick<Effect, 'metric' | 'aggregate'>): string {
  return metricOf(metric)?.family.kind === 'day' ? `${aggregate}(${metric})` : metric;
}

/** How differences come about: what else is varied stays, each time as it is. */
export function alikeWords({ varied }: StudyHead): string {
  const others = varied.length > 1 ? 'all else alike, the mean over what else is varied' : 'all else alike';
  return `mean difference, the same seeds at both, ${others}`;
}
