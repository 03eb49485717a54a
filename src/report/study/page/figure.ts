import type { TopLevelSpec } from 'vega-lite';

/** Numbers in rows; the first cell of each names the row. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A plot, what it shows in words, and the same numbers as a table. */
export interface Figure {
  readonly title: string;
  /** What is to be seen in it, for those who do not see it too. */
  readonly says: string;
  readonly plot: Plot;
  readonly table: Table;
}

/** A Vega-Lite specification whose data stand in it. */
export type Plot = TopLevelSpec;

/** Of plots that would not fit: the table alone. */
export type Shown = Figure | (Omit<Figure, 'plot'> & { readonly plot: null });

/** Columns of a plot, in pixels: as wide as a telephone held upright has room for. */
export const PLOT_WIDTH = 336;

/** Room for what stands left of an axis in plots that cannot be fitted by themselves. */
export const AXIS_ROOM = 56;
