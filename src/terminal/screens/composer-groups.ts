import { sum } from '../../campaign/counts.ts';
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
  widthOf,
  wrap,
} from '../line.ts';
import { beside as abut, scrolledTo } from '../pane.ts';
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

/** What stands beside every count: how many there are at most, in so many words or in brief, or nothing. */
const BESIDES = ['most', 'brief', 'nothing'] as const;
type Beside = (typeof BESIDES)[number];

/** The groups in rows, and whether beside each count stands how many there are at most. */
export interface GroupRows {
  readonly lines: readonly Line[];
  readonly tellsMost: boolean;
}

/** The groups, those given on the left and those asked for on the right; one column where only one is. */
export function groupRows(screen: ComposerScreen, columns: number, height: number): GroupRows {
  // No name is cut for it, as long as that can be helped.
  const rows = (beside: Beside) => rowsBeside(screen, columns, height, beside);
  const beside = BESIDES.find(each => !rows(each).cut) ?? 'nothing';
  return { lines: rows(beside).lines, tellsMost: beside !== 'nothing' };
}

/** Lines, and whether a name in them is cut. */
interface Drawn {
  readonly lines: readonly Line[];
  readonly cut: boolean;
}

function rowsBeside(screen: ComposerScreen, columns: number, height: number, beside: Beside): Drawn {
  const { scene, party, order } = screen;
  const groups = scene.course.parameters.groups;
  const given = order.filter(index => groups[index]?.home !== party);
  const asked = order.filter(index => groups[index]?.home === party);
  const { give, ask } = sideTitles(screen);
  const blocks = (indices: readonly number[], width: number) =>
    blocksOf(screen, indices, { width, of: columns }, beside);
  if (asked.length === 0) {
    const rows = blocks(given, columns);
    return column(screen, rows, give, columns, Math.min(height, columnHeight(rows)));
  }
  const half = splitAt(screen, given, asked, columns, beside);
  const rest = columns - half - 1;
  const [left, right] = [blocks(given, half), blocks(asked, rest)];
  const needed = Math.min(height, Math.max(columnHeight(left), columnHeight(right)));
  const [one, two] = [column(screen, left, give, half, needed), column(screen, right, ask, rest, needed)];
  return { lines: abut(one.lines, two.lines, half, columns, needed), cut: one.cut || two.cut };
}

/** What either side is headed by, the longest first. */
function sideTitles({ scene, party, purpose }: ComposerScreen): {
  readonly give: readonly string[];
  readonly ask: readonly string[];
} {
  const { parties } = scene.course.scenario;
  const [them, us] = [parties[other(party)], parties[party]];
  if (purpose === 'text')
    return {
      give: [them.name, them.capital].map(words.homeTo),
      ask: [us.name, us.capital].map(words.homeTo),
    };
  if (purpose === 'strikeNames') return { give: [words.strike, words.stay], ask: [] };
  return {
    give: [words.give(them.name), ...[them.name, them.capital].map(words.giveNarrow)],
    ask: [words.ask(them.name), ...[them.name, them.capital].map(words.askNarrow)],
  };
}

function column(
  screen: ComposerScreen,
  blocks: readonly GroupBlock[],
  titles: readonly string[],
  width: number,
  height: number,
): Drawn {
  const chosen = Math.max(
    0,
    blocks.findIndex(({ group }) => group === screen.order[screen.row]),
  );
  const { lines, above, below, cut } = aroundChosen(blocks, chosen, height - 1);
  const marks = line(toned(`${hidden('↑', above)}${hidden('↓', below)} `, 'key'));
  const title = titles.find(text => cells(text) + widthOf(marks) + 2 <= width) ?? titles.at(-1) ?? '';
  return { lines: [between(line(toned(` ${title}`, 'strong')), marks, width), ...lines], cut };
}

/** How many groups are out of sight in a direction. */
function hidden(arrow: string, groups: number): string {
  return groups > 0 ? ` ${arrow}${groups}` : '';
}

/** Rows of a column with the title, if nothing in it is cut. */
function columnHeight(blocks: readonly GroupBlock[]): number {
  return blocks.reduce((total, { full }) => total + full.length, 1);
}

/** Where the right column begins: in the middle, or where both are narrow so that either gets what it wants. */
function splitAt(
  screen: ComposerScreen,
  given: readonly number[],
  asked: readonly number[],
  columns: number,
  beside: Beside,
): number {
  const half = Math.floor(columns / 2);
  if (half >= NARROW_COLUMN && beside === 'most') return half;
  const wanted = (indices: readonly number[]) =>
    Math.max(...indices.map(index => cells(calledOf(screen, index, columns)))) +
    besideName(numbersOf(screen, indices, 0, beside));
  const spare = columns - 1 - wanted(given) - wanted(asked);
  const at = wanted(given) + Math.floor(spare / 2);
  return Math.max(NARROWEST_COLUMN, Math.min(columns - 1 - NARROWEST_COLUMN, at));
}

/** A group in as many rows as its name needs, and in one. */
interface GroupBlock {
  readonly group: number;
  readonly full: readonly Line[];
  readonly brief: Line;
}

interface Around {
  readonly lines: readonly Line[];
  /** Groups out of sight. */
  readonly above: number;
  readonly below: number;
  /** Whether a name that is in sight is cut. */
  readonly cut: boolean;
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
  const cut = blocks.some(({ full }, at) => full.length > 1 && !grown.has(at));
  if (shown.flat().length <= room) return { lines: shown.flat(), above: 0, below: 0, cut };
  const top = scrolledTo(0, chosen, room);
  const lines = shown.map(([first = EMPTY]) => first).slice(top, top + room);
  return { lines, above: top, below: blocks.length - top - lines.length, cut };
}

/** The groups of a column; names that are cut to the same beginning are cut in their middle instead. */
function blocksOf(
  screen: ComposerScreen,
  indices: readonly number[],
  { width, of }: { readonly width: number; readonly of: number },
  beside: Beside,
): GroupBlock[] {
  const numbers = numbersOf(screen, indices, width, beside);
  const room = width - besideName(numbers);
  const called = indices.map(index => calledOf(screen, index, of));
  const cut = called.map(name => clip(name, room));
  return indices.map((group, at) => {
    const alike = cut.filter(name => name === cut[at]).length > 1;
    const brief = (alike ? clipMiddle(called[at] ?? '', room) : cut[at]) ?? '';
    const [first = '', ...rest] = wrap(called[at] ?? '', room);
    const row = (text: string) => groupRow(screen, group, padEnd(text, room), numbers);
    const more = rest.map(text => line(`     ${padEnd(text, room)}`));
    return { group, full: [row(first), ...more], brief: row(brief) };
  });
}

/**
 * What a group is called on a screen so wide: by its short name where the whole one may not fit beside
 * numbers, whatever these are today, so that nobody goes by another name from one day to the next.
 */
function calledOf({ scene, order, party }: ComposerScreen, index: number, columns: number): string {
  const { scenario, parameters } = scene.course;
  const group = scenario.groups[index];
  if (!group) return '';
  const sides = order.some(each => parameters.groups[each]?.home === party) ? 2 : 1;
  const width = Math.floor((columns - sides + 1) / sides);
  const room = width - (width < NARROW_COLUMN ? NARROW_NUMBERS : MARK + COUNT + BESIDE + 1);
  const owed = group.standing === 'tradeable' ? '' : `${words.owedTag} `;
  return cells(owed + group.name) > room ? owed + shortNameOf(group) : owed + group.name;
}

/** Cells that a mark and numbers of thousands fill in a narrow column: " > ", " 1,112", "/1,112", and a blank. */
const NARROW_NUMBERS = 16;

/** Cells of the numbers of a column. */
interface Numbers {
  readonly count: number;
  /** The gap before it, and what stands beside it. */
  readonly beside: number;
  readonly narrow: boolean;
  readonly tellsMost: boolean;
}

function numbersOf(
  { most, capacity, mayIntern, interned, field }: ComposerScreen,
  indices: readonly number[],
  width: number,
  beside: Beside,
): Numbers {
  if (width >= NARROW_COLUMN && beside === 'most')
    return { count: COUNT, beside: BESIDE, narrow: false, tellsMost: true };
  const wide = (limit: number) =>
    Math.max(...indices.map(index => count(Math.min(limit, most[index] ?? 0)).length));
  const digits = wide(capacity ?? Number.POSITIVE_INFINITY);
  const neutral = 2 + wide(capacity ?? 0);
  const tellsMost = beside !== 'nothing';
  const told = mayIntern && (field === 'neutral' || sum(interned) > 0);
  const withMost = 1 + Math.max(1 + wide(Number.POSITIVE_INFINITY), mayIntern ? neutral : 0);
  const cellsBeside = tellsMost ? withMost : told ? neutral : 0;
  return { count: digits, beside: cellsBeside, narrow: true, tellsMost };
}

/** Cells of a row that are not its name: the mark, the numbers, and a blank on either side of them where there is room. */
function besideName({ count: digits, beside, narrow, tellsMost }: Numbers): number {
  return MARK + digits + beside + (narrow && tellsMost ? 2 : 1);
}

function groupRow(screen: ComposerScreen, index: number, name: string, numbers: Numbers): Line {
  const chosen = screen.order[screen.row] === index;
  const people = screen.counts[index] ?? 0;
  const neutral = chosen && screen.field === 'neutral';
  const tone: Tone = chosen && !neutral ? 'chosen' : people > 0 ? 'strong' : 'plain';
  const beside = besideCount(screen, index, numbers);
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
function besideCount(screen: ComposerScreen, index: number, { narrow, tellsMost }: Numbers): string {
  const neutral = screen.interned[index] ?? 0;
  const changing = screen.field === 'neutral' && groupNow(screen) === index;
  if (neutral > 0 || changing) return words.neutral(neutral);
  const of = narrow ? words.ofNarrow : words.of;
  return tellsMost ? of(screen.most[index] ?? 0) : '';
}
