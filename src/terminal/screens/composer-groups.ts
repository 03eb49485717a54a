import { other } from '../../scenario/scenario.ts';
import {
  between,
  cells,
  clip,
  clipMiddle,
  EMPTY,
  type Line,
  line,
  padEnd,
  padStart,
  type Tone,
  toned,
  wrap,
} from '../line.ts';
import { beside, scrolledTo } from '../pane.ts';
import type { ComposerScreen } from '../screen.ts';
import { count, composer as words } from '../words.ts';
import { groupNow } from './composer-counts.ts';
import { shortNameOf } from './pools.ts';

/* The groups of a composer with their counts, side by side where people of both sides are named. */

/** Cells before a name, where the chosen group is marked. */
const MARK = 3;
/** Cells of a count, and of the gap and what stands beside it. */
const COUNT = 6;
const BESIDE = 10;
/** In a column narrower than this the numbers get no more than they need, and the names the rest. */
const NARROW_COLUMN = 36;
/** The least a column is given, however much the other one wants. */
const NARROWEST_COLUMN = 24;

/** The groups, those given on the left and those asked for on the right; one column where only one is. */
export function groupRows(screen: ComposerScreen, columns: number, height: number): Line[] {
  const { scene, party, order } = screen;
  const groups = scene.course.parameters.groups;
  const given = order.filter(index => groups[index]?.home !== party);
  const asked = order.filter(index => groups[index]?.home === party);
  const { give, ask } = sideTitles(screen, columns);
  if (asked.length === 0)
    return column(screen, given, give, columns, Math.min(height, columnHeight(screen, given, columns)));
  const half = splitAt(screen, given, asked, columns);
  const needed = Math.min(
    height,
    Math.max(columnHeight(screen, given, half), columnHeight(screen, asked, columns - half - 1)),
  );
  return beside(
    column(screen, given, give, half, needed),
    column(screen, asked, ask, columns - half - 1, needed),
    half,
    columns,
    needed,
  );
}

function sideTitles(
  { scene, party, purpose }: ComposerScreen,
  columns: number,
): {
  readonly give: string;
  readonly ask: string;
} {
  const { parties } = scene.course.scenario;
  const them = parties[other(party)].name;
  if (purpose === 'text') return { give: words.homeTo(them), ask: words.homeTo(parties[party].name) };
  if (purpose === 'strikeNames') return { give: words.strike, ask: '' };
  const narrow = purpose === 'offer' && Math.floor(columns / 2) < NARROW_COLUMN;
  return narrow
    ? { give: words.giveNarrow(them), ask: words.askNarrow(them) }
    : { give: words.give(them), ask: words.ask(them) };
}

function column(
  screen: ComposerScreen,
  indices: readonly number[],
  title: string,
  width: number,
  height: number,
): Line[] {
  const blocks = blocksOf(screen, indices, width);
  const chosen = Math.max(0, indices.indexOf(screen.order[screen.row] ?? -1));
  const { lines, above, below } = aroundChosen(blocks, chosen, height - 1);
  const marks = line(toned(`${hidden('↑', above)}${hidden('↓', below)} `, 'key'));
  return [between(line(toned(` ${title}`, 'strong')), marks, width), ...lines];
}

/** How many groups are out of sight in a direction. */
function hidden(arrow: string, groups: number): string {
  return groups > 0 ? ` ${arrow}${groups}` : '';
}

/** Rows of a column with the title, if nothing in it is cut. */
function columnHeight(screen: ComposerScreen, indices: readonly number[], width: number): number {
  return blocksOf(screen, indices, width).reduce((total, { full }) => total + full.length, 1);
}

/** Where the right column begins: in the middle, or where both are narrow so that either gets what it wants. */
function splitAt(
  screen: ComposerScreen,
  given: readonly number[],
  asked: readonly number[],
  columns: number,
): number {
  const half = Math.floor(columns / 2);
  if (half >= NARROW_COLUMN) return half;
  const wanted = (indices: readonly number[]) =>
    Math.max(...indices.map(index => cells(calledOf(screen, index, 0)))) + besideName(screen, indices, 0);
  const spare = columns - 1 - wanted(given) - wanted(asked);
  const at = wanted(given) + Math.floor(spare / 2);
  return Math.max(NARROWEST_COLUMN, Math.min(columns - 1 - NARROWEST_COLUMN, at));
}

/** A group in as many rows as its name needs, and in one. */
interface GroupBlock {
  readonly full: readonly Line[];
  readonly brief: Line;
}

interface Around {
  readonly lines: readonly Line[];
  /** Groups out of sight. */
  readonly above: number;
  readonly below: number;
}

/** Names over as many rows as they need, the chosen one first, as long as there is room; a row each in any case. */
function aroundChosen(blocks: readonly GroupBlock[], chosen: number, room: number): Around {
  let spare = room - blocks.length;
  const grown = new Set<number>();
  for (const at of [chosen, ...blocks.keys()]) {
    const more = (blocks[at]?.full.length ?? 1) - 1;
    if (grown.has(at) || more > spare) continue;
    grown.add(at);
    spare -= more;
  }
  const shown = blocks.map((block, at) => (grown.has(at) ? block.full : [block.brief]));
  if (shown.flat().length <= room) return { lines: shown.flat(), above: 0, below: 0 };
  const top = scrolledTo(0, chosen, room);
  const lines = shown.map(([first = EMPTY]) => first).slice(top, top + room);
  return { lines, above: top, below: blocks.length - top - lines.length };
}

/** The groups of a column; names that are cut to the same beginning are cut in their middle instead. */
function blocksOf(screen: ComposerScreen, indices: readonly number[], width: number): GroupBlock[] {
  const numbers = numbersOf(screen, indices, width);
  const room = width - besideName(screen, indices, width);
  const called = indices.map(index => calledOf(screen, index, room));
  const cut = called.map(name => clip(name, room));
  return indices.map((index, at) => {
    const alike = cut.filter(name => name === cut[at]).length > 1;
    const brief = (alike ? clipMiddle(called[at] ?? '', room) : cut[at]) ?? '';
    const [first = '', ...rest] = wrap(called[at] ?? '', room);
    const row = (text: string) => groupRow(screen, index, padEnd(text, room), numbers);
    const more = rest.map(text => line(`     ${padEnd(text, room)}`));
    return { full: [row(first), ...more], brief: row(brief) };
  });
}

/** What a group is called in so many cells: by its short name where the whole one does not fit. */
function calledOf(screen: ComposerScreen, index: number, room: number): string {
  const group = screen.scene.course.scenario.groups[index];
  if (!group) return '';
  const owed = group.standing === 'tradeable' ? '' : `${words.owedTag} `;
  return cells(owed + group.name) > room ? owed + shortNameOf(group) : owed + group.name;
}

/** Cells of the numbers of a column. */
interface Numbers {
  readonly count: number;
  /** The gap before it, and what stands beside it. */
  readonly beside: number;
  readonly narrow: boolean;
}

function numbersOf(screen: ComposerScreen, indices: readonly number[], width: number): Numbers {
  if (width >= NARROW_COLUMN) return { count: COUNT, beside: BESIDE, narrow: false };
  const { most, capacity, mayIntern } = screen;
  const wide = (limit: number) =>
    Math.max(...indices.map(index => count(Math.min(limit, most[index] ?? 0)).length));
  const beside = Math.max(1 + wide(Number.POSITIVE_INFINITY), mayIntern ? 2 + wide(capacity ?? 0) : 0);
  return { count: wide(capacity ?? Number.POSITIVE_INFINITY), beside: beside + 1, narrow: true };
}

/** Cells of a row that are not its name: the mark, the numbers, and a blank on either side of them. */
function besideName(screen: ComposerScreen, indices: readonly number[], width: number): number {
  const { count: digits, beside, narrow } = numbersOf(screen, indices, width);
  return MARK + digits + beside + (narrow ? 2 : 1);
}

function groupRow(screen: ComposerScreen, index: number, name: string, numbers: Numbers): Line {
  const chosen = screen.order[screen.row] === index;
  const people = screen.counts[index] ?? 0;
  const neutral = chosen && screen.field === 'neutral';
  const tone: Tone = chosen && !neutral ? 'chosen' : people > 0 ? 'strong' : 'plain';
  const beside = besideCount(screen, index, numbers.narrow);
  const gap = ' '.repeat(Math.max(0, numbers.beside - cells(beside)));
  return line(
    toned(chosen ? ' > ' : '   ', 'key'),
    name,
    ...(numbers.narrow ? [' '] : []),
    toned(padStart(count(people), numbers.count), tone),
    gap,
    toned(beside, neutral ? 'chosen' : 'dim'),
  );
}

/** How many there are at most, or of those named how many go to a neutral country. */
function besideCount(screen: ComposerScreen, index: number, narrow: boolean): string {
  const neutral = screen.interned[index] ?? 0;
  const changing = screen.field === 'neutral' && groupNow(screen) === index;
  const of = narrow ? words.ofNarrow : words.of;
  return neutral > 0 || changing ? words.neutral(neutral) : of(screen.most[index] ?? 0);
}
