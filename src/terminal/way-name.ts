/** A way as it is told from the others: by its number, and by where it was branched off. */
export interface WayName {
  /** 1 is the first that was played. */
  readonly number: number;
  /** The way it was branched off from, and the first day that was played anew; null for the first of all. */
  readonly from: { readonly number: number; readonly day: number } | null;
}
