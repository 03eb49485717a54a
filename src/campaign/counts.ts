/**
 * People per group, in the scenario's order of groups. A *deal* is such a count and nothing
 * more, since each group has one home and one holder.
 */
export type Counts = readonly number[];
export type Deal = Counts;

// Counts are added thousands of times in a campaign: a copy changed in place is several times as
// quick as a mapped one, and none at all where nothing changes is quickest.

export function zeros(length: number): number[] {
  let none = nobody[length];
  if (!none) {
    none = Array.from({ length }, () => 0);
    nobody[length] = none;
  }
  return none.slice();
}

/** Nobody of each group, by number of groups; only ever copied. */
const nobody: number[][] = [];

/**
 * A whole number for each of a list, people of a group mostly. Filled in and not mapped: what the runtime
 * maps quickly it makes fractional numbers of, and all that is copied from it and added to it after.
 */
export function countsOf<T>(list: readonly T[], count: (item: T) => number): number[] {
  const counts = zeros(list.length);
  let at = 0;
  for (const item of list) counts[at++] = count(item);
  return counts;
}

/** `a` and `b` together; `a` itself where `b` is nobody. */
export function plus(a: Counts, b: Counts): Counts {
  let sums: number[] | null = null;
  for (let group = 0; group < b.length; group++) {
    const more = b[group];
    if (!more) continue;
    sums ??= a.slice();
    sums[group] = (sums[group] ?? 0) + more;
  }
  return sums ?? a;
}

/** What is left of `a` without `b`; `a` itself where `b` is nobody. */
export function minus(a: Counts, b: Counts): Counts {
  let rest: number[] | null = null;
  for (let group = 0; group < b.length; group++) {
    const less = b[group];
    if (!less) continue;
    rest ??= a.slice();
    rest[group] = (rest[group] ?? 0) - less;
  }
  return rest ?? a;
}

/** Of `people`, no more of each group than `most`: the counts themselves where none is. */
export function atMost(people: Counts, most: Counts): Counts {
  let bounded: number[] | null = null;
  for (let group = 0; group < people.length; group++) {
    const limit = most[group] ?? 0;
    if ((people[group] ?? 0) <= limit) continue;
    bounded ??= people.slice();
    bounded[group] = limit;
  }
  return bounded ?? people;
}

export function sum(counts: Counts): number {
  let total = 0;
  for (let group = 0; group < counts.length; group++) total += counts[group] ?? 0;
  return total;
}

export function sameCounts(a: Counts, b: Counts): boolean {
  for (let group = 0; group < a.length; group++) if (a[group] !== b[group]) return false;
  return a.length === b.length;
}

/** Whether every entry is a whole number of people, none negative, one entry a group. */
export function areCounts(counts: Counts, groups: number): boolean {
  for (let group = 0; group < counts.length; group++) {
    const count = counts[group] ?? -1;
    // Nearly every count is a small whole number, which is quicker told so.
    if (count >>> 0 === count) continue;
    if (!Number.isSafeInteger(count) || count < 0) return false;
  }
  return counts.length === groups;
}

/** "1 person", "36 people", as refusals and findings say it. */
export function peopleInWords(count: number): string {
  return `${count} ${count === 1 ? 'person' : 'people'}`;
}
