/*
 * A screen is a list of lines, a line a list of segments. Everything the app shows is made here in
 * plain data, so that it can be tested without a terminal; components only put it on the screen.
 */

/** What a piece of text is, not how it looks: a terminal without colour shows the same words. */
export const TONES = ['plain', 'strong', 'dim', 'own', 'theirs', 'warn', 'key', 'chosen', 'title'] as const;
export type Tone = (typeof TONES)[number];

export interface Segment {
  readonly text: string;
  readonly tone: Tone;
}

export type Line = readonly Segment[];

/** How much room there is, in character cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The smallest screen on which everything can be said. */
export const SMALLEST: Size = { columns: 60, rows: 20 };

export function isTooSmall({ columns, rows }: Size): boolean {
  return columns < SMALLEST.columns || rows < SMALLEST.rows;
}

export const EMPTY: Line = [];

export function toned(text: string, tone: Tone): Segment {
  return { text: printable(text), tone };
}

/** A line from pieces of text; those without a tone are plain. */
export function line(...parts: readonly (string | Segment)[]): Line {
  return parts.map(part => (typeof part === 'string' ? toned(part, 'plain') : part));
}

/** Every piece of a line in one tone. */
export function allIn(tone: Tone, given: Line): Line {
  return given.map(segment => ({ text: segment.text, tone }));
}

/** Control characters would move the cursor or worse; a message or a scenario may hold any. */
function printable(text: string): string {
  return text.replace(/\p{Cc}|\p{Cf}|\p{Cs}/gu, ' ');
}

/** Scripts and signs that fill two cells, and marks that fill none. */
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}|[\u{20000}-\u{3FFFD}]/u;
const MARK = /\p{M}/u;

function cellsOf(character: string): number {
  if (character >= ' ' && character <= '~') return 1;
  // What pictures are drawn with fills one cell; it is most of a screen and need not be looked up.
  if (character >= '\u2500' && character <= '\u259F') return 1;
  if (character >= '\u2800' && character <= '\u28FF') return 1;
  if (MARK.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** Cells that a text fills. */
export function cells(text: string): number {
  let total = 0;
  for (const character of text) total += cellsOf(character);
  return total;
}

export function widthOf(given: Line): number {
  return given.reduce((total, segment) => total + cells(segment.text), 0);
}

/** The text cut to `width` cells; a cut is marked by an ellipsis. */
export function clip(text: string, width: number): string {
  if (cells(text) <= width) return text;
  const mark = width > 4 ? '…' : '';
  let kept = '';
  let used = mark.length;
  for (const character of text) {
    used += cellsOf(character);
    if (used > width) break;
    kept += character;
  }
  return kept.trimEnd() + mark;
}

/** The text cut to `width` cells in its middle, where beginnings are alike: the end tells it from others. */
export function clipMiddle(text: string, width: number): string {
  if (cells(text) <= width) return text;
  const all = [...text];
  const end = Math.floor((width - 1) / 2);
  let from = all.length;
  while (from > 0 && cells(all.slice(from - 1).join('')) <= end) from -= 1;
  let to = 0;
  while (cells(all.slice(0, to + 1).join('')) < width - end) to += 1;
  return `${all.slice(0, to).join('').trimEnd()}…${all.slice(from).join('')}`;
}

/** The line cut to `width` cells; the ellipsis that a line ends in is not cut off with the rest. */
export function clipLine(given: Line, width: number): Line {
  const end = given.at(-1);
  const marked = end?.text.endsWith('…') === true && widthOf(given) > width && width > 4;
  if (!marked) return cutTo(given, width);
  const cut = cutTo(given, width - 1);
  return cut.at(-1)?.text.endsWith('…') ? cut : [...cut, { text: '…', tone: end.tone }];
}

function cutTo(given: Line, width: number): Line {
  const kept: Segment[] = [];
  let left = width;
  for (const segment of given) {
    if (left <= 0) break;
    const text = clip(segment.text, left);
    kept.push({ text, tone: segment.tone });
    left -= cells(text);
    if (text !== segment.text) break;
  }
  return kept;
}

/** The line cut or filled with blanks to exactly `width` cells. */
export function filled(given: Line, width: number): Line {
  const cut = clipLine(given, width);
  const missing = width - widthOf(cut);
  return missing > 0
    ? [...cut, { text: ' '.repeat(missing), tone: cut.at(-1)?.tone === 'chosen' ? 'chosen' : 'plain' }]
    : cut;
}

/** Text cut or filled to exactly `width` cells, to the left or the right. */
export function padEnd(text: string, width: number): string {
  const cut = clip(text, width);
  return cut + ' '.repeat(Math.max(0, width - cells(cut)));
}

export function padStart(text: string, width: number): string {
  const cut = clip(text, width);
  return ' '.repeat(Math.max(0, width - cells(cut))) + cut;
}

/** A line with one part at the left edge and one at the right. */
export function between(left: Line, right: Line, width: number): Line {
  const room = Math.max(0, width - widthOf(right) - 1);
  return [...filled(left, room), { text: ' ', tone: 'plain' }, ...clipLine(right, width)];
}

/** Text broken at blanks into rows of at most `width` cells; longer words are broken anywhere. */
export function wrap(text: string, width: number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of printable(text).split(/\s+/)) {
    for (const piece of pieces(word, width)) {
      if (row !== '' && cells(row) + 1 + cells(piece) > width) {
        rows.push(row);
        row = piece;
      } else row = row === '' ? piece : `${row} ${piece}`;
    }
  }
  return row === '' && rows.length > 0 ? rows : [...rows, row];
}

function pieces(word: string, width: number): string[] {
  const result: string[] = [];
  let piece = '';
  for (const character of word) {
    if (cells(piece) + cellsOf(character) > width) {
      result.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...result, piece];
}

/** Rows of wrapped text as lines, the second and later ones set in by `inset` cells. */
export function wrapped(text: string, width: number, tone: Tone = 'plain', inset = 0): Line[] {
  const whole = wrap(text, width);
  const rows = whole.length === 1 ? whole : wrap(text, width - inset);
  return rows.map((row, index) => line(toned((index > 0 ? ' '.repeat(inset) : '') + row, tone)));
}

/** A line's words without their tones. */
export function plain(given: Line): string {
  return given.map(segment => segment.text).join('');
}
