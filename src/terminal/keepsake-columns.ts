import { type Block, list, paragraph, table } from '../report/block.ts';
import { debriefAsShown } from '../report/worth.ts';
import type { PartyIndex } from '../scenario/scenario.ts';
import { plain } from './line.ts';
import { UNBROKEN } from './linear/board.ts';
import type { DebriefScreen } from './screen.ts';
import { dealCells, gainedTexts, missingLines } from './screens/debrief-deals.ts';
import { fates, homesTold } from './screens/debrief-lines.ts';
import { homeOf, ofHome, summaryOf } from './screens/debrief-summary.ts';
import { bySide } from './sight.ts';
import { count, inShort, debriefPage as words } from './words.ts';

/* On paper, what a voice says one by one stands in tables and lists. */

/** The blocks of a debrief with those sections in columns that are columns on the screen. */
export function inColumns(blocks: readonly Block[], screen: DebriefScreen): Block[] {
  const { scene, debrief } = screen;
  const instead = new Map<string, readonly Block[]>([
    [inShort.title, [list(summaryOf(scene, debrief).map(inOneRow))]],
    [words.home, homeBlocks(screen)],
  ]);
  if (debrief.deals.length > 0) instead.set(words.deals, dealBlocks(screen));
  return sectionsOf(blocks).flatMap(([head, ...rest]) => {
    if (head?.kind !== 'heading') return head ? [head, ...rest] : [];
    const body = LISTED.includes(head.text) ? [listOf(rest)] : rest;
    return [head, ...(instead.get(head.text) ?? body)];
  });
}

/** Sections of many short sentences of one kind. */
const LISTED: readonly string[] = [words.timeline, words.instructions];

function inOneRow({ label, text }: { readonly label: string; readonly text: string }): string {
  return `**${label}** ${text}`;
}

function listOf(blocks: readonly Block[]): Block {
  return list(blocks.flatMap(block => (block.kind === 'paragraph' ? [block.text] : [])));
}

/** Each heading with what stands below it. */
function sectionsOf(blocks: readonly Block[]): Block[][] {
  const sections: Block[][] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' || sections.length === 0) sections.push([block]);
    else sections.at(-1)?.push(block);
  }
  return sections;
}

/** What became of the people of every group, and the captivity that ended. */
function homeBlocks({ scene, debrief }: DebriefScreen): Block[] {
  const { parties, groups } = scene.course.scenario;
  const columns = fates(debrief);
  const sides = bySide(scene.sight.side);
  const rows = sides.flatMap(party =>
    ofHome(scene, party).map(index => [
      groups[index]?.name ?? '',
      ...columns.map(({ counts }) => count(counts[index] ?? 0)),
    ]),
  );
  const total = (party: PartyIndex) =>
    ofHome(scene, party).reduce((people, index) => people + homeOf(debrief, index), 0);
  return [
    table(['', ...columns.map(({ title }) => title)], rows),
    ...sides.map(party =>
      paragraph(
        `${words.homeTo(parties[party].name, total(party))}. ${words.captivity(parties[party].name, debrief.captivityEnded[party])}.`,
      ),
    ),
    paragraph(words.captivityNote),
  ];
}

/** Agreements, two rows each, as on the screen. */
function dealBlocks({ scene, debrief }: DebriefScreen): Block[] {
  const { parties } = scene.course.scenario;
  const homes = homesTold(scene);
  const rows = debriefAsShown(debrief).deals.flatMap(deal =>
    bySide(scene.sight.side).map((party, at) => [
      parties[party].capital,
      ...dealCells(scene, deal, party, at === 0),
    ]),
  );
  const missing = debrief.deals.flatMap(deal => missingLines(scene, deal, UNBROKEN));
  return [
    table(['', ...words.dealHead(homes === null)], rows),
    ...missing.map(row => paragraph(plain(row).trim())),
    ...gainedTexts(scene, debrief).map(paragraph),
    paragraph(words.dealOrder(homes)),
    paragraph(words.dealNote),
  ];
}
