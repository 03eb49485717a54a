import type { Path } from '../../scenario/place.ts';
import type { StudyFile } from '../../scenario/study-schema.ts';

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
