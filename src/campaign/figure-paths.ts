import type { Scenario } from '../scenario/scenario.ts';

/** Says the path of a figure, given where it stands and its key there. */
export type PathOf = (at: string, key: string | number) => string;

/**
 * The paths of a scenario's figures, for one who asks for them in the order in which every campaign
 * settles them. Each is put together once, since that costs more than to draw what it names.
 */
export function pathsIn(scenario: Scenario): PathOf {
  const paths = asked.get(scenario) ?? [];
  asked.set(scenario, paths);
  let next = 0;
  return (at, key) => {
    const path = paths[next] ?? (at === '' ? `${key}` : `${at}.${key}`);
    paths[next++] = path;
    return path;
  };
}

const asked = new WeakMap<Scenario, string[]>();
