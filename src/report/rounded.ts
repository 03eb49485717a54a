/** A number to so many decimals, as results in JSON and CSV give it. Adding 0 turns -0 into 0. */
export function rounded(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale + 0;
}

/** The same, of what may be missing. */
export function roundedOrNull(value: number | null, digits: number): number | null {
  return value === null ? null : rounded(value, digits);
}
