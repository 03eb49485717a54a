import { asTyped } from '../report/typed.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Commands } from '../terminal/host.ts';
import { packagedIds } from './scenarios.ts';
import type { Shell } from './shell.ts';
import { startedAs } from './started.ts';

/** Commands as they are typed here; the scenario that only its path, `given`, finds is named by it. */
export function commandsOf(
  { env }: Shell,
  given: string | undefined,
  chosen: Scenario | undefined,
): Commands {
  const path = given === undefined || packagedIds().includes(given) ? null : asTyped(given);
  const byPath = (id: string) => path !== null && id === chosen?.id;
  return {
    program: startedAs(env),
    scenario: ({ id }) => (path !== null && byPath(id) ? path : id),
    finds: ({ id }) => !byPath(id),
  };
}
