import { availableParallelism } from 'node:os';
import { summaryOf } from '../../analysis/coach.ts';
import { formatCoachJson } from '../../report/coach-json.ts';
import type { Coached } from '../../report/coach-result.ts';
import { formatCoach } from '../../report/coach-text.ts';
import { formatProblem } from '../../scenario/problem.ts';
import { PARTIES, type PartyIndex, type Scenario } from '../../scenario/scenario.ts';
import { judgeOnThreads } from '../coach/threads.ts';
import { badInput } from '../failure.ts';
import { ruleFault } from '../record-check.ts';
import { loadRecord, type SavedRecord } from '../saved-record.ts';
import { loadScenario } from '../scenarios.ts';
import { partyNamed } from '../seats.ts';
import type { Shell } from '../shell.ts';

export interface CoachOptions {
  readonly as?: string;
  readonly rollouts?: number;
  /** Threads; as many as there are cores without it. */
  readonly workers?: number;
  readonly json?: true;
  readonly time?: true;
  readonly scenario?: string;
}

/** `parley coach`: how good the moves of a record were, and why. */
export async function coach(shell: Shell, path: string, options: CoachOptions): Promise<void> {
  const saved = loadRecord(path, options.scenario === undefined ? undefined : loadScenario(options.scenario));
  const fault = saved.mismatch ?? problemOf(saved);
  if (fault) throw badInput(fault);
  if (saved.cutOff) shell.note(formatProblem(saved.cutOff));
  const { scenario, record } = saved;
  const begun = performance.now();
  const parties = partiesOf(scenario, saved, options.as);
  const { rollouts, workers = availableParallelism() } = options;
  const judged = await judgeOnThreads({ scenario, record, rollouts }, parties, workers);
  const coached = parties.map((party, index): Coached => {
    const decisions = judged[index] ?? [];
    return { party, judged: decisions, summary: summaryOf(decisions) };
  });
  const seconds = (performance.now() - begun) / 1000;
  await shell.print(
    options.json
      ? formatCoachJson(scenario, record, coached)
      : `${formatCoach(scenario, coached, shell.width)}\n`,
  );
  if (options.time || shell.interactive) shell.note(rateText(coached, seconds));
}

function rateText(coached: readonly Coached[], seconds: number): string {
  const rollouts = coached.reduce((sum, { summary }) => sum + summary.rollouts, 0);
  return `${rollouts} rollouts in ${seconds.toFixed(1)} s, ${(rollouts / seconds).toFixed(0)} a second`;
}

function problemOf(saved: SavedRecord): string | null {
  const fault = ruleFault(saved);
  return fault ? formatProblem(fault) : null;
}

/** The party asked for; otherwise those that people played, or both where nobody did. */
function partiesOf(
  scenario: Scenario,
  { record }: SavedRecord,
  as: string | undefined,
): readonly PartyIndex[] {
  if (as !== undefined) return [partyNamed(scenario, as)];
  const people = PARTIES.filter(party => record.header.seats[scenario.parties[party].id] === 'person');
  return people.length > 0 ? people : PARTIES;
}
