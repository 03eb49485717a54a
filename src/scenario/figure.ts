/** Who said a number, and where it can be read. */
export interface Claim {
  /** Whose claim it is, in words a reader understands: "Ukraine (Syrskyi)". */
  readonly by: string;
  /** What they said, where it differs from the figure itself. */
  readonly says?: string;
  /** Identifiers into the scenario's list of sources. */
  readonly sources: readonly string[];
}

/**
 * A number with its standing. *Reported* figures rest on claims; *assumptions* give a reason
 * and may name the claims they were derived from. There is no third kind.
 */
export interface Figure {
  readonly low: number;
  /** The single most likely value; equals `low` and `high` where the figure is not a range. */
  readonly best: number;
  readonly high: number;
  readonly claims: readonly Claim[];
  /** Present exactly when the figure is an assumption. */
  readonly reason?: string;
}

/** Low, best and high value of something a party does not know exactly. */
export interface Range {
  readonly low: number;
  readonly best: number;
  readonly high: number;
}

export type FigureKind = 'reported' | 'assumption';

export function figureKind(figure: Figure): FigureKind {
  return figure.reason === undefined ? 'reported' : 'assumption';
}

export function isRange(figure: Range): boolean {
  return figure.low !== figure.high;
}

/** The figure as a reader sees it: `102`, or `1,200 to 2,000 (most likely 1,600)`. */
export function formatFigure(figure: Range): string {
  const number = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 3 });
  if (!isRange(figure)) return number(figure.best);
  return `${number(figure.low)} to ${number(figure.high)} (most likely ${number(figure.best)})`;
}
