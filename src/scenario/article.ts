/* Names of parties and mediators within a sentence: English puts an article before some of them. */

/** Names that English does not use without an article, by how they begin, what they are, and how they end. */
const WITH_ARTICLE = [
  /^(United|International|Netherlands|Philippines)( |$)/,
  /\b(Republic|Kingdom|Commonwealth|Union|Federation|Emirates|Commission|Committee|Canton) of\b/,
  /\b(Republic|Kingdom|Commonwealth|Union|Federation|Emirates|Commission|Committee|See|Command|Cross|Crescent)$/,
];

/** A name within a sentence: "the United States", "Kyiv". */
export function the(name: string): string {
  const bare = name.replace(/^The /, 'the ');
  if (bare.startsWith('the ')) return bare;
  return WITH_ARTICLE.some(known => known.test(bare)) ? `the ${bare}` : bare;
}

/** The same at the beginning of a sentence or a line. */
export function leading(name: string): string {
  return the(name).replace(/^the /, 'The ');
}

/** Whose something is, within a sentence: "Ukraine's", "the United States'". */
export function possessive(name: string): string {
  return `${the(name)}${name.endsWith('s') ? "'" : "'s"}`;
}

/** The same at the beginning of a sentence or a line. */
export function leadingPossessive(name: string): string {
  return possessive(name).replace(/^the /, 'The ');
}
