import { cells } from './line.ts';

/** Keys in a text stand apart by this much at least, so that one can be told from the next. */
const APART = / {2,}/;
const GAPS = ['   ', '  '] as const;

/**
 * The keys that matter, the most important first, as one row: as many as find room, none of them in
 * part. Where the rest can be found, a key that begins with a question mark, stands last and is kept.
 */
export function footer(keys: string, width: number): string {
  const all = keys.split(APART).filter(Boolean);
  const rest = all.filter(key => key.startsWith('?'));
  const first = all.filter(key => !key.startsWith('?'));
  for (let kept = first.length; kept > 0; kept--) {
    const shown = [...first.slice(0, kept), ...rest];
    const row = GAPS.map(gap => shown.join(gap)).find(text => cells(text) <= width);
    if (row !== undefined) return row;
  }
  return [...rest, ...first][0] ?? '';
}
