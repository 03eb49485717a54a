import { cells, clip, type Line, line, toned } from '../line.ts';

/** Cells for the label where something stands beside it. */
const LABEL = 14;

/** A row of a menu; the chosen one is marked by a sign as well as by its looks. */
export function optionRow(label: string, chosen: boolean, about = '', columns = 0): Line {
  const name = toned(label, chosen ? 'chosen' : 'plain');
  const mark = toned(chosen ? ' > ' : '   ', 'key');
  const room = columns - LABEL - 3;
  if (about === '' || cells(label) >= LABEL || room < 10) return line(mark, name);
  return line(mark, name, ' '.repeat(LABEL - cells(label)), toned(clip(about, room), 'dim'));
}
