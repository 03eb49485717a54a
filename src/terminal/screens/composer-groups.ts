import { other } from '../../scenario/scenario.ts';
import type { ComposerScreen } from '../app.ts';
import { between, cells, EMPTY, type Line, line, padEnd, padStart, type Tone, toned, wrap } from '../line.ts';
import { beside, scrolledTo } from '../pane.ts';
import { count, composer as words } from '../words.ts';
import { groupNow } from './composer-counts.ts';
import { shortNameOf } from './pools.ts';

/* The groups of a composer with their counts, side by side where people of both sides are named. */

/** Cells of a count and what stands beside it. */
const NUMBERS = 16;
/** The same where a column is narrower than this. */
const NARROW_COLUMN = 36;
const NARROW_NUMBERS = 12;

/** The groups, those given on the left and those asked for on the right; one column where only one is. */
export function groupRows(screen: ComposerScreen, columns: number, height: number): Line[] {
  const { scene, party, order } = screen;
  const groups = scene.course.parameters.groups;
  const given = order.filter(index => groups[index]?.home !== party);
  const asked = order.filter(index => groups[index]?.home === party);
  const { give, ask } = sideTitles(screen);
  if (asked.length === 0)
    return column(screen, given, give, columns, Math.min(height, columnHeight(screen, given, columns)));
  const half = Math.floor(columns / 2);
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

function sideTitles({ scene, party, purpose }: ComposerScreen): {
  readonly give: string;
  readonly ask: string;
} {
  const { parties } = scene.course.scenario;
  const them = parties[other(party)].name;
  if (purpose === 'text') return { give: words.homeTo(them), ask: words.homeTo(parties[party].name) };
  return { give: purpose === 'strikeNames' ? words.strike : words.give(them), ask: words.ask(them) };
}

function column(
  screen: ComposerScreen,
  indices: readonly number[],
  title: string,
  width: number,
  height: number,
): Line[] {
  const blocks = indices.map(index => groupBlock(screen, index, width));
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
  return indices.reduce((total, index) => total + groupBlock(screen, index, width).full.length, 1);
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

function groupBlock(screen: ComposerScreen, index: number, width: number): GroupBlock {
  const group = screen.scene.course.scenario.groups[index];
  const owed = group?.standing === 'tradeable' ? '' : `${words.owedTag} `;
  const room = width - (width < NARROW_COLUMN ? NARROW_NUMBERS : NUMBERS) - 4;
  const name = owed + (group?.name ?? '');
  const called = group && cells(name) > room ? owed + shortNameOf(group) : name;
  const [first = '', ...rest] = wrap(called, room);
  const more = rest.map(text => line(`     ${padEnd(text, room)}`));
  const row = (text: string) => groupRow(screen, index, padEnd(text, room), width);
  return { full: [row(first), ...more], brief: row(called) };
}

function groupRow(screen: ComposerScreen, index: number, name: string, width: number): Line {
  const chosen = screen.order[screen.row] === index;
  const people = screen.counts[index] ?? 0;
  const neutral = chosen && screen.field === 'neutral';
  const tone: Tone = chosen && !neutral ? 'chosen' : people > 0 ? 'strong' : 'plain';
  const beside = besideCount(screen, index, width);
  const gap = width < NARROW_COLUMN ? ' ' : ' '.repeat(Math.max(0, 10 - beside.length));
  return line(
    toned(chosen ? ' > ' : '   ', 'key'),
    name,
    toned(padStart(count(people), width < NARROW_COLUMN ? 5 : 6), tone),
    gap,
    toned(beside, neutral ? 'chosen' : 'dim'),
  );
}

/** How many there are at most, or of those named how many go to a neutral country. */
function besideCount(screen: ComposerScreen, index: number, width: number): string {
  const neutral = screen.interned[index] ?? 0;
  const changing = screen.field === 'neutral' && groupNow(screen) === index;
  const of = width < NARROW_COLUMN ? words.ofNarrow : words.of;
  return neutral > 0 || changing ? words.neutral(neutral) : of(screen.most[index] ?? 0);
}
