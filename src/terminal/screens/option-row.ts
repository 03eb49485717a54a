import { cells, clip, type Line, line, toned } from '../line.ts';

const MARK = 3;
const GAP = 3;
/** Less than this says nothing. */
const LEAST_ROOM = 10;

/** Where something stands beside the label. */
export interface Beside {
  readonly text: string;
  /** Cells of the longest label. */
  readonly label: number;
  readonly columns: number;
}

/** Whether not all of a text finds room beside the label. */
export function isCut({ text, label, columns }: Beside): boolean {
  return text !== '' && cells(text) > columns - label - GAP - MARK;
}

/** A row of a menu; the chosen one is marked by a sign as well as by its looks. */
export function optionRow(label: string, chosen: boolean, beside?: Beside): Line {
  const name = toned(label, chosen ? 'chosen' : 'plain');
  const mark = toned(chosen ? ' > ' : '   ', 'key');
  const room = beside === undefined ? 0 : beside.columns - beside.label - GAP - MARK;
  if (beside === undefined || room < LEAST_ROOM) return line(mark, name);
  const gap = ' '.repeat(beside.label - cells(label) + GAP);
  return line(mark, name, gap, toned(clip(beside.text, room), 'dim'));
}
