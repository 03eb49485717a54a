import type { Look, Piece, TextScreen } from './text-screen.ts';

/** A screen and for how many seconds it is to be seen. */
export interface Shot {
  readonly screen: TextScreen;
  readonly seconds: number;
}

const ESCAPE = '\u001b[';

/**
 * Screens one after the other as an asciicast, version 2: what asciinema and its players show. A line
 * of JSON for the head and one for each screen. Source: asciinema, asciicast v2 file format. Nothing in
 * it tells when or where it was made, so that the same screens give the same bytes. At least one shot.
 */
export function formatAsciicast(title: string, shots: readonly Shot[]): string {
  const width = Math.max(1, ...shots.map(({ screen }) => screen.columns));
  const height = Math.max(1, ...shots.map(({ screen }) => screen.rows.length));
  const head = { version: 2, width, height, title, env: { TERM: 'xterm-256color' } };
  let now = 0;
  let shown: readonly string[] = [];
  const events = shots.map(({ screen, seconds }, index) => {
    const rows = screen.rows.map(pieces => pieces.map(styled).join('').trimEnd());
    const first = index === 0 ? `${ESCAPE}?25l${ESCAPE}2J` : '';
    const event = [rounded(now), 'o', first + changedRows(shown, rows)];
    shown = rows;
    now += seconds;
    return event;
  });
  // A player stops at the last event: the last screen is held by one that draws nothing.
  const end = [rounded(now), 'o', `${ESCAPE}?25h`];
  return `${[head, ...events, end].map(line => JSON.stringify(line)).join('\n')}\n`;
}

/** Milliseconds are fine enough, and sums of them come out the same everywhere. */
function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/** The rows that are not as they were, each written over the one that stood there. */
function changedRows(before: readonly string[], rows: readonly string[]): string {
  const all = Array.from({ length: Math.max(before.length, rows.length) }, (_, row) => row);
  return all
    .filter(row => (rows[row] ?? '') !== (before[row] ?? ''))
    .map(row => `${ESCAPE}${row + 1};1H${ESCAPE}2K${rows[row] ?? ''}`)
    .join('');
}

function styled({ text, look }: Piece): string {
  const codes = codesOf(look);
  return codes.length === 0 ? text : `${ESCAPE}${codes.join(';')}m${text}${ESCAPE}0m`;
}

/** Codes of Select Graphic Rendition (ECMA-48, and ISO 8613-6 for colours). */
function codesOf({ colour, bold, dim, underlined, inverse }: Look): string[] {
  const channels = colour?.match(/[0-9a-f]{2}/gi)?.map(hex => Number.parseInt(hex, 16)) ?? [];
  return [
    ...(bold ? ['1'] : []),
    ...(dim ? ['2'] : []),
    ...(underlined ? ['4'] : []),
    ...(inverse ? ['7'] : []),
    ...(channels.length === 3 ? [`38;2;${channels.join(';')}`] : []),
  ];
}
