import { PARTIES, type PartyIndex } from '../../scenario/scenario.ts';
import { EMPTY, type Line, line, toned, wrapped } from '../line.ts';
import type { Scene } from '../scene.ts';
import { briefPage as words } from '../words.ts';

/* The confidential brief of whoever looks, and the background that both sides read. */

export function briefLines({ course, sight, position }: Scene, columns: number): Line[] {
  const { parties, background, title, summary } = course.scenario;
  const { viewer } = sight;
  const brief = (party: PartyIndex) => [
    ...headingUnless(parties[party].brief, words.brief(parties[party].name)),
    ...instructionLines(
      viewer === null ? words.instructionsOf(parties[party].capital) : words.instructions,
      position.campaign.instructions[party],
      columns,
    ),
    ...markdownLines(parties[party].brief, columns),
    EMPTY,
  ];
  const read = viewer === null ? PARTIES : viewer === 'mediator' ? [] : [viewer];
  return [
    heading(title),
    ...paragraph(summary, columns),
    ...paragraph(
      words.decides(parties[0].name, parties[0].capital, parties[1].name, parties[1].capital),
      columns,
    ),
    EMPTY,
    ...(viewer === 'mediator' ? mediatorsBrief(columns) : []),
    ...read.flatMap(brief),
    ...headingUnless(background, words.background),
    ...markdownLines(background, columns),
  ];
}

/** Nobody hands a mediator a brief: what it is told, and what it can do. */
function mediatorsBrief(columns: number): Line[] {
  return [
    heading(words.mediator),
    ...words.mediatorText.flatMap(text => [...paragraph(text, columns), EMPTY]),
  ];
}

/** A text that begins with a heading of its own needs none of ours. */
function headingUnless(text: string, title: string): Line[] {
  return text.trimStart().startsWith('#') ? [] : [heading(title)];
}

function instructionLines(
  title: string,
  instructions: readonly { readonly text: string }[],
  columns: number,
): Line[] {
  if (instructions.length === 0) return [];
  const items = instructions.flatMap(({ text }) => paragraph(`- ${text}`, columns, 2));
  return [line(toned(` ${title}`, 'strong')), ...items, EMPTY];
}

function heading(text: string): Line {
  return line(toned(` ${text}`, 'title'));
}

function paragraph(text: string, columns: number, inset = 0): Line[] {
  return wrapped(text, columns - 2, 'plain', inset).map(row => line(' ', ...row));
}

/** The little Markdown that briefs use, as lines: headings, paragraphs, lists, emphasis left out. */
export function markdownLines(text: string, columns: number): Line[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .flatMap(block => [...blockLines(block, columns), EMPTY])
    .slice(0, -1);
}

function blockLines(block: string, columns: number): Line[] {
  const rows = block.split('\n');
  if (/^#+\s/.test(rows[0] ?? '')) {
    const title = line(toned(` ${(rows[0] ?? '').replace(/^#+\s+/, '')}`, 'strong'));
    return rows.length > 1 ? [title, ...blockLines(rows.slice(1).join('\n'), columns)] : [title];
  }
  // A line that begins an item of a list begins a line here; all others are running text.
  const items = block.split(/\n(?=\s*(?:[-*]|\d+\.)\s)/);
  return items.flatMap(item => {
    const isItem = /^\s*(?:[-*]|\d+\.)\s/.test(item);
    return paragraph(
      item.trim().replace(/[*_`]{1,2}(\S(?:.*?\S)?)[*_`]{1,2}/g, '$1'),
      columns,
      isItem ? 2 : 0,
    );
  });
}
