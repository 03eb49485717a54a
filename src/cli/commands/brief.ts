import { viewOf } from '../../campaign/view.ts';
import type { Paper } from '../../report/block.ts';
import { delegationPaper } from '../../report/delegation-paper.ts';
import { newsSheet } from '../../report/news-sheet.ts';
import { formatPaperHtml } from '../../report/paper-html.ts';
import { formatPaperMarkdown } from '../../report/paper-markdown.ts';
import { formatPaperText } from '../../report/paper-text.ts';
import type { PartyIndex, Scenario } from '../../scenario/scenario.ts';
import { phaseOf } from '../../statechart/position.ts';
import { firstMorning, middleNumbers } from '../../table/first-morning.ts';
import { badInput } from '../failure.ts';
import { loadScenario } from '../scenarios.ts';
import { partyNamed, seedFrom } from '../seats.ts';
import type { Shell } from '../shell.ts';

export const BRIEF_FORMATS = ['text', 'md', 'html'] as const;

export interface BriefOptions {
  readonly party: string;
  readonly format: (typeof BRIEF_FORMATS)[number];
  readonly seed?: string;
  readonly news?: true;
}

/** `parley brief`: what one delegation is handed on paper, before the exercise or in its course. */
export async function brief(shell: Shell, given: string, options: BriefOptions): Promise<void> {
  const scenario = loadScenario(given);
  const party = partyNamed(scenario, options.party);
  const paper = options.news ? news(scenario, party, options) : papers(scenario, party, given, options);
  await shell.print(`${format(paper, options.format, shell.width)}\n`);
}

function papers(scenario: Scenario, party: PartyIndex, given: string, options: BriefOptions): Paper {
  const seed = options.seed === undefined ? undefined : seedFrom(options.seed);
  const { value, campaign } = firstMorning(scenario, seed);
  return delegationPaper(scenario, viewOf(campaign, phaseOf(value), party), { given, seed });
}

function news(scenario: Scenario, party: PartyIndex, { seed }: BriefOptions): Paper {
  if (seed !== undefined) {
    throw badInput(
      '--news is for an exercise on paper; in the campaign of a seed the news arrives by itself: leave --seed or --news out',
    );
  }
  return newsSheet(scenario, middleNumbers(scenario), party);
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
