import type { Path } from '../../scenario/place.ts';
import type { StudyFile } from '../../scenario/study-schema.ts';
import type { PlannedThreshold } from './plan.ts';

/*
 * The same luck, or the same setting, is played once: a second time it would look like one more campaign
 * and tell nothing new.
 */

export interface Repeat {
  readonly path: Path;
  readonly message: string;
}

/** The values of a list that stand in it for a second time. */
export function repeats(list: readonly (number | string)[], path: Path): Repeat[] {
  const known = new Set<string>();
  return list.flatMap((value, index) => {
    const twice = known.has(String(value));
    known.add(String(value));
    return twice
      ? [{ path: [...path, index], message: `${value} stands here a second time, and would count twice` }]
      : [];
  });
}

/** Seeds, and values of what is varied, that stand in a study's file twice. */
export function repeatsIn({ seeds, vary }: StudyFile): Repeat[] {
  const lists = [
    { list: seeds, path: ['seeds'] },
    ...Object.entries(vary).map(([key, list]) => ({ list, path: ['vary', key] })),
  ];
  return lists.flatMap(({ list, path }) => (Array.isArray(list) ? repeats(list, path) : []));
}

/** Whether two thresholds ask the same, however they are written, at a setting that both are held against. */
export function isRepeated(one: PlannedThreshold, other: PlannedThreshold): boolean {
  const { aggregate, metric, comparison, number } = one.threshold;
  return (
    other.threshold.metric.name === metric.name &&
    other.threshold.aggregate === aggregate &&
    other.threshold.comparison === comparison &&
    other.threshold.number === number &&
    one.cells.some(cell => other.cells.includes(cell))
  );
}
