import { formatBrief, formatPartyBrief } from '../../report/brief.ts';
import { formatLesson } from '../../report/lesson.ts';
import { wrap } from '../../report/wrap.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { badInput } from '../failure.ts';
import { loadScenario } from '../scenarios.ts';
import { partyNamed } from '../seats.ts';
import type { Shell } from '../shell.ts';
import { startedAs } from '../started.ts';

export interface ShowOptions {
  readonly brief?: string;
  readonly teaching?: true;
}

/**
 * `parley show`: a scenario with every figure and its sources, one party's confidential brief, or
 * what a teacher is told.
 */
export async function show(shell: Shell, given: string, options: ShowOptions): Promise<void> {
  const scenario = loadScenario(given);
  await shell.print(`${shown(shell, given, scenario, options)}\n`);
}

function shown(shell: Shell, given: string, scenario: Scenario, { brief, teaching }: ShowOptions): string {
  if (brief !== undefined && teaching)
    throw badInput('--brief and --teaching are two things; give one of them');
  if (teaching) return formatLesson(scenario, shell.width);
  if (brief !== undefined) return formatPartyBrief(scenario, partyNamed(scenario, brief), shell.width);
  return `${formatBrief(scenario, shell.width)}\n\n${howToBrief(shell, given, scenario)}`;
}

/** Where the confidential briefs are, which a scenario's own text does not give away. */
function howToBrief({ env, width }: Shell, given: string, { parties: [first, second] }: Scenario): string {
  const command = startedAs(env);
  return wrap(
    `The delegations' briefs: ${command} show ${given} --brief ${first.id} (or ${second.id}); ` +
      `with the pay-off sheet and the rules, on paper: ${command} brief ${given} --party ${first.id}; ` +
      `for the teacher, who may read both: ${command} show ${given} --teaching`,
    { width, hanging: 2 },
  );
}
