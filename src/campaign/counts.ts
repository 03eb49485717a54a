/**
 * People per group, in the scenario's order of groups. A *deal* is such a count and nothing
 * more, since each group has one home and one holder.
 */
export type Counts = readonly number[];
export type Deal = Counts;

export function zeros(length: number): number[] {
  return new Array<number>(length).fill(0);
}

export function plus(a: Counts, b: Counts): number[] {
  return a.map((count, group) => count + (b[group] ?? 0));
}

export function minus(a: Counts, b: Counts): number[] {
  return a.map((count, group) => count - (b[group] ?? 0));
}

export function sum(counts: Counts): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}

export function sameCounts(a: Counts, b: Counts): boolean {
  return a.length === b.length && a.every((count, group) => count === b[group]);
}

/** Whether every entry is a whole number of people, none negative, one entry a group. */
export function areCounts(counts: Counts, groups: number): boolean {
  return counts.length === groups && counts.every(count => Number.isSafeInteger(count) && count >= 0);
}
