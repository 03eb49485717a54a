import { asTyped } from '../report/typed.ts';
import type { Commands } from '../terminal/host.ts';
import { packagedIds } from './scenarios.ts';
import type { Shell } from './shell.ts';
import { startedAs } from './started.ts';

/** Commands as they are typed here; a scenario that only its path finds is named by it. */
export function commandsOf({ env }: Shell, given: string | undefined): Commands {
  const finds = given === undefined || packagedIds().includes(given);
  return {
    program: startedAs(env),
    scenario: ({ id }) => (finds ? id : asTyped(given)),
    finds: () => finds,
  };
}
