let made = 0;

/**
 * How often a list of people was taken to be changed in place, in any campaign. Whoever remembers what he
 * worked out of such a list cannot go by its being the same list as before: while this number stands as
 * well, it holds the same.
 */
export function changesInPlace(): number {
  return made;
}

export function noteChangeInPlace(): void {
  made++;
}
