import { formatBrief, formatPartyBrief } from '../../report/brief.ts';
import { wrap } from '../../report/wrap.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { loadScenario } from '../scenarios.ts';
import { partyNamed } from '../seats.ts';
import type { Shell } from '../shell.ts';
import { startedAs } from '../started.ts';

export interface ShowOptions {
  readonly brief?: string;
}

/** `parley show`: a scenario with every figure and its sources, or one party's confidential brief. */
export async function show(shell: Shell, given: string, options: ShowOptions): Promise<void> {
  const scenario = loadScenario(given);
  const text =
    options.brief === undefined
      ? `${formatBrief(scenario, shell.width)}\n\n${howToBrief(shell, given, scenario)}`
      : formatPartyBrief(scenario, partyNamed(scenario, options.brief), shell.width);
  await shell.print(`${text}\n`);
}

/** Where the confidential briefs are, which a scenario's own text does not give away. */
function howToBrief({ env, width }: Shell, given: string, { parties: [first, second] }: Scenario): string {
  const command = startedAs(env);
  return wrap(
    `The delegations' briefs: ${command} show ${given} --brief ${first.id} (or ${second.id}); ` +
      `with the pay-off sheet and the rules, on paper: ${command} brief ${given} --party ${first.id}`,
    { width, hanging: 2 },
  );
}
