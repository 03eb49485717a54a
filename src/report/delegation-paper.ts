import { payoffSheet } from '../analysis/payoff-sheet.ts';
import type { View } from '../campaign/view.ts';
import { the } from '../scenario/article.ts';
import { other, type Scenario } from '../scenario/scenario.ts';
import { type Block, blocksOf, heading, list, newPage, type Paper, paragraph } from './block.ts';
import { formatSpan } from './date.ts';
import { lawBlocks, rulesBlocks } from './delegation-rules.ts';
import { sheetBlocks } from './delegation-sheet.ts';
import { countedGroup, formatCount, groupInText, listed } from './people.ts';
import { citedIn, sourceText } from './sources.ts';

export interface PaperChoices {
  /** The scenario as it was named on the command line. */
  readonly given: string;
  /** Of the campaign whose numbers are in it; absent for those of an exercise on paper. */
  readonly seed?: string | undefined;
}

/**
 * What one delegation is handed on paper before it plays: what the exercise is, its confidential
 * brief and instructions, its private pay-off sheet, the rules and the law. What is private in it comes
 * from the party's view, which holds nothing that the party may not know.
 */
export function delegationPaper(scenario: Scenario, view: View, { given, seed }: PaperChoices): Paper {
  const { capital, id } = scenario.parties[view.party];
  const play = `parley play ${given} --as ${id}`;
  return {
    title: `${scenario.title}: papers of the delegation of ${capital}`,
    marking: `Confidential: for the delegation of ${capital} only`,
    blocks: [
      ...general(scenario, view),
      ...section(scenario.background, 'The situation'),
      ...startingPage(section(scenario.parties[view.party].brief, 'Confidential brief')),
      ...instructions(scenario, view),
      ...sheetBlocks({ scenario, view, sheet: payoffSheet(view), seed, play }),
      ...rulesBlocks(scenario),
      ...lawBlocks(scenario),
      ...sources(scenario, view),
    ],
  };
}

function general(scenario: Scenario, { party }: View): Block[] {
  const [you, they] = [scenario.parties[party], scenario.parties[other(party)]];
  return [
    heading('General instructions'),
    paragraph(
      `You are the delegation of ${you.capital} and speak for ${the(you.name)}. Opposite you sits the delegation of ` +
        `${they.capital}, which speaks for ${the(they.name)}. The exercise runs from ${formatSpan(scenario)}.`,
    ),
    paragraph(scenario.summary),
    paragraph(
      'Each side holds people of the other. Your task is to bring yours home, as many and as soon as can be done ' +
        'on terms that your capital accepts. It is not a contest: what you gain is reckoned from the least that your ' +
        'capital would accept, and most agreements that are better for you can be made better for the other side too.',
    ),
    paragraph(
      'The other delegation has papers like these, with a brief and numbers of its own. You may tell it whatever you ' +
        'choose of what stands here, and need not tell it anything; do not show it the paper. Every count is people.',
    ),
  ];
}

/** A Markdown text under its own first heading, or under one that we give it. */
function section(markdown: string, title: string): Block[] {
  const blocks = blocksOf(markdown);
  const [first] = blocks;
  return first?.kind === 'heading' && first.level === 2 ? blocks : [heading(title), ...blocks];
}

function startingPage([first, ...rest]: readonly Block[]): Block[] {
  return first?.kind === 'heading' ? [newPage(first.text), ...rest] : [...(first ? [first] : []), ...rest];
}

function instructions(scenario: Scenario, { instructions: given, held }: View): Block[] {
  if (given.length === 0) return [];
  const named = (groups: readonly number[]) => listed(groups.map(group => groupInText(scenario, group)));
  return [
    heading('Instructions of your capital'),
    list(
      given.map(({ text, must, never }) => {
        const home = (must ?? []).flatMap((people, group) =>
          people > 0 ? [atLeast(scenario, group, people) + expected(people, held.high[group] ?? 0)] : [],
        );
        return `${text} (${never ? `give nobody of: ${named(never)}` : `home: ${listed(home)}`})`;
      }),
    ),
    paragraph(
      'They are private. The debrief shows both delegations what each was told, and whether it did so. You may come to ' +
        'think that an instruction costs more than it is worth; you answer for breaking it.',
    ),
  ];
}

/** An instruction may look ahead; without a word on it, it could not be met by any deal on this paper. */
function expected(people: number, held: number): string {
  if (people <= held) return '';
  return `; at most ${formatCount(held)} are held today as far as you know, and your capital expects that more will be`;
}

/** Where the names in brackets lead, in the texts that this delegation reads. */
function sources(scenario: Scenario, { party }: View): Block[] {
  const { summary, background, lawNote = '', mediators, groups, parties } = scenario;
  const abouts = [...mediators, ...groups].map(({ about }) => about);
  const cited = citedIn(scenario, [summary, background, lawNote, parties[party].brief, ...abouts]);
  if (cited.length === 0) return [];
  return [
    newPage('Sources'),
    paragraph('Names in brackets in these papers stand for the following pages.'),
    list(cited.map(source => `${sourceText(source)} ${source.url}`)),
  ];
}

function atLeast(scenario: Scenario, group: number, people: number): string {
  const counted = countedGroup(scenario, group, people);
  return scenario.groups[group]?.held.high === 1 ? counted : `at least ${counted}`;
}
