import { type Block, heading, paragraph, table } from '../report/block.ts';
import { formatDebrief } from '../report/debrief-text.ts';
import { formatPaperHtml } from '../report/paper-html.ts';
import { inColumns } from './keepsake-columns.ts';
import { type Line, plain, wrap } from './line.ts';
import { linesSvg } from './line-picture.ts';
import { coachingText } from './linear/coach.ts';
import { debriefSpoken } from './linear/debrief.ts';
import type { DebriefScreen } from './screen.ts';
import { commandOf } from './screens/command.ts';
import { courseLines } from './screens/debrief-course.ts';
import { sideOf } from './screens/debrief-lines.ts';
import { planeLines } from './screens/debrief-plane.ts';
import { noteLines } from './screens/notebook.ts';
import { comparedInSentences, firstRows, partingSentences, sumRows } from './screens/way-words.ts';
import { compareWays, type WaysCompared } from './ways-compared.ts';
import { coach, ways, debriefPage as words } from './words.ts';

/* A debrief to be kept: as the text that the command line prints, or as one HTML file. */

export function keepsake(screen: DebriefScreen, format: 'text' | 'html'): string {
  return format === 'text' ? asText(screen) : asHtml(screen);
}

/** The name of its file, after the campaign it tells of. */
export function keepsakeName({ scene }: DebriefScreen, format: 'text' | 'html'): string {
  const { scenario, header } = scene.course;
  return `${scenario.id}-${header.seed}-debrief.${format === 'text' ? 'txt' : 'html'}`;
}

function asText(screen: DebriefScreen): string {
  const { scene, debrief, notes } = screen;
  const { scenario } = scene.course;
  const noted =
    notes.length === 0
      ? ''
      : `${words.notes}:\n${noteLines(scene.course, notes, COLUMNS).map(plain).join('\n')}\n\n`;
  return `${scenario.title}\n\n${formatDebrief(scenario, debrief, COLUMNS, sideOf(scene))}\n\n${waysAsText(screen)}${coached(screen)}${noted}${words.again}: ${commandOf(scene.course)}\n`;
}

/** This way beside each of the others that were played from the same beginning. */
function compared({ scene, way, others }: DebriefScreen): WaysCompared[] {
  const here = { ...way, course: scene.course };
  return others.map(other => compareWays([other, here], scene.sight.side));
}

function waysAsText(screen: DebriefScreen): string {
  const { side } = screen.scene.sight;
  const told = compared(screen).map(each => {
    const rows = comparedInSentences(each, side).flatMap(text => wrap(text, COLUMNS - 2));
    return `${ways.title}:\n${rows.map(row => `  ${row}`).join('\n')}\n\n`;
  });
  return told.join('');
}

/** What the coach found, with what would have been better; nothing where it was not asked. */
function coached(screen: DebriefScreen): string {
  if (!screen.coaching) return '';
  const rows = coachingText(answered(screen)).flatMap(text => wrap(text, COLUMNS - 2).map(row => `  ${row}`));
  return `${coach.title}:\n${rows.join('\n')}\n\n`;
}

/** What is kept is no riddle any more: what would have been better stands in it. */
function answered(screen: DebriefScreen): DebriefScreen {
  const { coaching } = screen;
  return coaching ? { ...screen, coaching: { ...coaching, open: true } } : screen;
}

/** Width of what is written as text. */
const COLUMNS = 80;

function asHtml(screen: DebriefScreen): string {
  const [title = '', ...rows] = debriefSpoken(answered(screen)).text;
  const blocks = rows.map(text =>
    text.endsWith(':')
      ? ({ kind: 'heading', level: 2, text: text.slice(0, -1) } as const)
      : ({ kind: 'paragraph', text } as const),
  );
  const set = inColumns(withPictures(withWays(blocks, screen), screen), screen);
  return `${formatPaperHtml({ title: title.replace(/\.$/, ''), marking: words.note, blocks: set })}\n`;
}

/** What the ways came to stands before how to play the campaign again. */
function withWays(blocks: readonly Block[], screen: DebriefScreen): Block[] {
  return withBefore(blocks, words.again, waysAsBlocks(screen));
}

/** What is drawn on the screen stands there too, where a voice has nothing to say: the course, and the offers. */
function withPictures(blocks: readonly Block[], screen: DebriefScreen): Block[] {
  const course = drawn(words.courseTitle, courseLines(screen, COLUMNS));
  const plane = drawn(words.planeTitle, planeLines(screen.scene, COLUMNS));
  return withBefore(withBefore(blocks, coach.title, course), titleAfter(blocks, words.deals), plane);
}

function drawn(title: string, lines: readonly Line[]): Block[] {
  if (lines.length === 0) return [];
  const picture = { svg: linesSvg(lines, 'light', title), lines: lines.map(plain) };
  return [heading(title), { kind: 'picture', ...picture }];
}

function titleAfter(blocks: readonly Block[], title: string): string {
  const titles = blocks.flatMap(block => (block.kind === 'heading' ? [block.text] : []));
  return titles[titles.indexOf(title) + 1] ?? words.findings;
}

/** The blocks with more of them before the section of a title. */
function withBefore(blocks: readonly Block[], title: string, more: readonly Block[]): Block[] {
  const at = blocks.findIndex(block => block.kind === 'heading' && block.text === title);
  return [...blocks.slice(0, at), ...more, ...blocks.slice(at)];
}

/** Each comparison as tables, with its sentences for what has no columns. */
function waysAsBlocks(screen: DebriefScreen): Block[] {
  const { side } = screen.scene.sight;
  return compared(screen).flatMap(each => {
    const heads = each.ways.map(({ number }) => ways.way(number));
    const sums = sumRows(each, side).flatMap(({ label, of, values, difference }) =>
      values === null ? [] : [[of === null ? label : `${label}, ${of}`, ...values, difference]],
    );
    const firsts = firstRows(each, side).map(({ what, date, values }) => [
      what,
      date ?? ways.never,
      ...values,
    ]);
    return [
      heading(ways.title),
      ...partingSentences(each).map(paragraph),
      table([ways.sums, ...heads, ways.difference], sums),
      table([ways.firsts, ways.date, ...heads], firsts),
      paragraph(ways.note),
    ];
  });
}
