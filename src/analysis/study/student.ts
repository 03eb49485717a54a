/** Quantile of the standard normal distribution at 0.975: what a 95 % interval is as wide as. */
export const NORMAL_975 = 1.959963984540054;

/** The quantile at 0.975 for few degrees of freedom, from 1 on, where the series below is not yet good. */
const FEW = [
  12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157, 2.228139,
];

/**
 * Quantile of Student's t distribution at 0.975, by the expansion around the normal quantile (Abramowitz
 * and Stegun 1964, Handbook of Mathematical Functions, 26.7.5); exact values for up to ten degrees of
 * freedom. Off by less than 0.0001.
 */
export function student975(freedom: number): number {
  const exact = FEW[freedom - 1];
  if (exact !== undefined) return exact;
  const x = NORMAL_975;
  const terms = [
    (x ** 3 + x) / 4,
    (5 * x ** 5 + 16 * x ** 3 + 3 * x) / 96,
    (3 * x ** 7 + 19 * x ** 5 + 17 * x ** 3 - 15 * x) / 384,
    (79 * x ** 9 + 776 * x ** 7 + 1482 * x ** 5 - 1920 * x ** 3 - 945 * x) / 92160,
  ];
  return terms.reduce((sum, term, index) => sum + term / freedom ** (index + 1), x);
}
