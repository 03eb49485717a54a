import { debrief } from '../analysis/debrief.ts';
import type { Parameters } from '../campaign/parameters.ts';
import { formatDebrief } from '../report/debrief-text.ts';
import { formatStory, storyLegend, storyOf, storyOpening } from '../report/narrative.ts';
import { formatResult } from '../report/result.ts';
import { resultOf } from '../report/result-of.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { RecordHeader } from '../table/record.ts';
import type { Played } from './headless.ts';
import type { Shell } from './shell.ts';

/* A campaign that was played or replayed, told on standard output. */

/** Its opening: who sits where, and whom each side holds. */
export async function tellOpening(
  shell: Shell,
  scenario: Scenario,
  header: RecordHeader,
  { groups }: Parameters,
): Promise<void> {
  const held = groups.map(group => group.held);
  await shell.print(`${storyOpening(scenario, header, held, shell.width)}\n\n`);
}

/** Day by day. */
export async function tellStory(shell: Shell, { scenario, record, replay }: Played): Promise<void> {
  const story = formatStory(scenario, storyOf(scenario, record, replay), shell.width);
  await shell.print(`${storyLegend(scenario, shell.width)}\n\n${story}\n\n`);
}

export async function tellDebrief(shell: Shell, { scenario, replay }: Played): Promise<void> {
  await shell.print(`${formatDebrief(scenario, debrief(replay), shell.width)}\n`);
}

export async function tellResult(shell: Shell, { scenario, record, replay }: Played): Promise<void> {
  await shell.print(formatResult(resultOf(scenario, record, { replay, debrief: debrief(replay) })));
}
