import type { Parameters } from '../../campaign/parameters.ts';
import { settle } from '../../campaign/settle.ts';
import { viewOf } from '../../campaign/view.ts';
import type { Paper } from '../../report/block.ts';
import { delegationPaper } from '../../report/delegation-paper.ts';
import { formatPaperHtml } from '../../report/paper-html.ts';
import { formatPaperMarkdown } from '../../report/paper-markdown.ts';
import { formatPaperText } from '../../report/paper-text.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { startCompiled } from '../../statechart/compiled.ts';
import { phaseOf } from '../../statechart/position.ts';
import { openTable } from '../../table/table.ts';
import { loadScenario } from '../scenarios.ts';
import { partyNamed, seedFrom } from '../seats.ts';
import type { Shell } from '../shell.ts';

export const BRIEF_FORMATS = ['text', 'md', 'html'] as const;

export interface BriefOptions {
  readonly party: string;
  readonly format: (typeof BRIEF_FORMATS)[number];
  readonly seed?: string;
}

/** `parley brief`: what one delegation is handed on paper. */
export async function brief(shell: Shell, given: string, options: BriefOptions): Promise<void> {
  const scenario = loadScenario(given);
  const party = partyNamed(scenario, options.party);
  const seed = options.seed === undefined ? undefined : seedFrom(options.seed);
  const { value, campaign } = startCompiled(numbersOf(scenario, seed)).position;
  const paper = delegationPaper(scenario, viewOf(campaign, phaseOf(value), party), { given, seed });
  await shell.print(`${format(paper, options.format, shell.width)}\n`);
}

/** The likeliest numbers; or those that the campaign of a seed draws. */
function numbersOf(scenario: Scenario, seed: string | undefined): Parameters {
  if (seed === undefined) return settle(scenario, {});
  return openTable({ scenario, seed, seats: ['person', 'person'] }, () => {}, startCompiled).parameters;
}

function format(paper: Paper, as: BriefOptions['format'], width: number): string {
  switch (as) {
    case 'text':
      return formatPaperText(paper, width);
    case 'md':
      return formatPaperMarkdown(paper);
    case 'html':
      return formatPaperHtml(paper);
  }
}
