import { formatBrief, formatPartyBrief } from '../../report/brief.ts';
import { loadScenario } from '../scenarios.ts';
import { partyNamed } from '../seats.ts';
import type { Shell } from '../shell.ts';

export interface ShowOptions {
  readonly brief?: string;
}

/** `parley show`: a scenario with every figure and its sources, or one party's confidential brief. */
export async function show(shell: Shell, given: string, options: ShowOptions): Promise<void> {
  const scenario = loadScenario(given);
  const text =
    options.brief === undefined
      ? formatBrief(scenario, shell.width)
      : formatPartyBrief(scenario, partyNamed(scenario, options.brief), shell.width);
  await shell.print(`${text}\n`);
}
