import { availableParallelism } from 'node:os';
import { type Judged, matters, summaryOf } from '../../analysis/coach.ts';
import { formatCoachJson } from '../../report/coach-json.ts';
import type { Coached } from '../../report/coach-result-of.ts';
import { formatCoach } from '../../report/coach-text.ts';
import { counted } from '../../report/people.ts';
import { formatProblem } from '../../scenario/problem.ts';
import { PARTIES, type PartyIndex, type Scenario } from '../../scenario/scenario.ts';
import type { CampaignRecord } from '../../table/record.ts';
import { type Judging, judgeOnThreads } from '../coach/threads.ts';
import { badInput } from '../failure.ts';
import { ruleFault } from '../record-check.ts';
import { loadRecord, type SavedRecord } from '../saved-record.ts';
import { loadScenario } from '../scenarios.ts';
import { partyNamed } from '../seats.ts';
import type { Shell } from '../shell.ts';

export interface CoachOptions {
  readonly as?: string;
  readonly rollouts?: number;
  /** Only the moves of this day. */
  readonly day?: number;
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
  const { rollouts, day } = options;
  refuseDayBeyond(record, day);
  const parties = partiesOf(scenario, saved, options.as);
  const judging = judgeOnThreads({ scenario, record, rollouts, day }, parties, {
    threads: options.workers ?? availableParallelism(),
    told: (done, of) => shell.status?.(`coach: ${done} of ${counted(of, 'move')} judged`),
  });
  const coached = () => parties.map((party, index) => coachedSoFar(party, judging.sides[index] ?? []));
  const told = (of: readonly Coached[]) =>
    options.json ? formatCoachJson(scenario, record, of) : textOf(scenario, of, shell, day);
  const forget = shell.onInterrupt(() => tellSoFar(shell, judging, () => told(coached())));
  await judging.done.finally(forget);
  shell.status?.('');
  const all = coached();
  const seconds = (performance.now() - begun) / 1000;
  await shell.print(told(all));
  if (options.time || shell.interactive) shell.note(rateText(all, seconds));
}

/** Of a single day every move is told; of a campaign the turning points. */
function textOf(
  scenario: Scenario,
  coached: readonly Coached[],
  { width }: Shell,
  day: number | undefined,
): string {
  return `${formatCoach(scenario, coached, { width, every: day !== undefined })}\n`;
}

/** The decisions that have been judged and on which something hung. */
function coachedSoFar(party: PartyIndex, side: readonly (Judged | null)[]): Coached {
  const judged = side.filter(one => one !== null).filter(matters);
  const unjudged = side.filter(one => one === null).length;
  return { party, judged, summary: summaryOf(judged), unjudged };
}

/** What has been judged is told, and how much was not. */
async function tellSoFar(shell: Shell, { of, sides }: Judging, text: () => string): Promise<void> {
  shell.status?.('');
  const done = sides.flat().filter(one => one !== null).length;
  shell.note(`broken off: ${done} of ${of} moves were judged`);
  if (done > 0) await shell.print(text());
}

function rateText(coached: readonly Coached[], seconds: number): string {
  const rollouts = coached.reduce((sum, { summary }) => sum + summary.rollouts, 0);
  return `${rollouts} rollouts in ${seconds.toFixed(1)} s, ${(rollouts / seconds).toFixed(0)} a second`;
}

function refuseDayBeyond({ entries }: CampaignRecord, day: number | undefined): void {
  const last = entries.at(-1)?.day ?? 0;
  if (day !== undefined && day > last)
    throw badInput(`--day ${day}: the last day of the record is ${last}; expected that or an earlier one`);
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
