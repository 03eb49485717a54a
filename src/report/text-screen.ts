/*
 * A screen of text with its looks, and what can be made of screens to be shown elsewhere: an SVG
 * picture of one, and an asciicast of many. Both say the same whenever they are made.
 */

/** How a piece of text looks; left out, as the rest of the screen. */
export interface Look {
  /** "#rrggbb"; on a terminal of few colours also the name of one, or "ansi256(75)". */
  readonly colour?: string;
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly underlined?: boolean;
  /** The colours of text and background exchanged. */
  readonly inverse?: boolean;
}

/** A piece of text in one look, and how many character cells it fills. */
export interface Piece {
  readonly text: string;
  readonly cells: number;
  readonly look: Look;
}

export interface TextScreen {
  readonly columns: number;
  readonly rows: readonly (readonly Piece[])[];
}

/** Colours of a screen where a piece says nothing else, as "#rrggbb". */
export interface Ground {
  readonly text: string;
  readonly background: string;
}
