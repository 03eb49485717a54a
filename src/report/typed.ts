/** A word as it is typed on a command line. */
export function asTyped(word: string): string {
  return /^[\w./:@%+,~=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
