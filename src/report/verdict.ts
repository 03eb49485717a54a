/*
 * What a check in continuous integration comes to, whatever was checked: thresholds of a study,
 * expectations of a script. The reporters for machines are written for these alone.
 */

/** One thing that was expected. */
export interface Verdict {
  /** What was expected, in a line. */
  readonly name: string;
  readonly met: boolean;
  /** What was instead, in a line; empty where it is met. */
  readonly was: string;
  /** Where it is written, if it stands in a file. */
  readonly place?: { readonly file: string; readonly line: number; readonly column: number };
  /** The command that shows it, if there is one. */
  readonly command?: string;
}

/** Verdicts that belong together. */
export interface VerdictSuite {
  readonly name: string;
  readonly verdicts: readonly Verdict[];
}

/** Those that are not met, each with the name of its suite. */
export function unmet(suites: readonly VerdictSuite[]): (Verdict & { readonly suite: string })[] {
  return suites.flatMap(({ name: suite, verdicts }) =>
    verdicts.filter(({ met }) => !met).map(verdict => ({ ...verdict, suite })),
  );
}
