/*
 * The luck of a campaign, as a person gives it: short enough to be read out, and fit to name a file by.
 */

/** Longest seed, in characters. */
export const LONGEST_SEED = 40;

/** Whether a text is a seed: letters, digits, dots, underscores and hyphens, a letter or a digit first. */
export function isSeed(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(text) && text.length <= LONGEST_SEED;
}
