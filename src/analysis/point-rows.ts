import type { Parsed, Problem } from '../scenario/problem.ts';
import { PARTIES, type PerParty } from '../scenario/scenario.ts';
import type { LabelledPoint, PointSet } from './point-set.ts';

/* What is asked of a set of points however it is written down, and said at the place where it is not so. */

/** A row as it was read: a label, two finite numbers, and how to complain of it. */
export interface PointRow extends LabelledPoint {
  problem(message: string): Problem;
}

export interface PointRows {
  readonly parties: PerParty<string>;
  readonly rows: readonly PointRow[];
  /** Where the file has it apart from the rows. */
  readonly disagreement: PerParty<number> | null;
  /** A problem of the file as a whole. */
  problem(message: string): Problem;
}

/** The label of the row that tells what each party has if nothing is agreed. */
const DISAGREEMENT = /^disagreement(?: point)?$/i;
const LONGEST = 200;
/** Beyond these, sums and products of values are no longer told apart from one another. */
const LARGEST = 1e12;
const SMALLEST_RANGE = 1e-6;

/** The set of points that rows make up, unless something speaks against it. */
export function pointSetOf({ parties, rows, disagreement, problem }: PointRows): Parsed<PointSet> {
  const told = rows.filter(({ label }) => DISAGREEMENT.test(label));
  const points = rows.filter(row => !told.includes(row));
  const problems = [
    ...rows.flatMap(faultsOf),
    ...repeated(points),
    ...told
      .slice(disagreement ? 0 : 1)
      .map(row => row.problem('the disagreement point stands here twice; leave out one')),
    ...(points.length === 0 ? [problem('no point in it; expected one for each outcome')] : []),
    ...nameFaults(parties).map(problem),
  ];
  const stated = disagreement ?? told[0]?.values ?? null;
  if (problems.length === 0)
    problems.push(
      ...tooAlike(parties, [...points.map(({ values }) => values), stated ?? [0, 0]]).map(problem),
    );
  if (problems.length > 0) return { ok: false, problems };
  const plain = points.map(({ label, values }) => ({ label, values }));
  return { ok: true, value: { parties, points: plain, disagreement: stated } };
}

function faultsOf({ label, values, problem }: PointRow): Problem[] {
  const wrong = labelFault(label);
  const large = values.find(value => Math.abs(value) > LARGEST);
  return [
    ...(wrong ? [problem(wrong)] : []),
    ...(large === undefined
      ? []
      : [problem(`${large} is too large; expected values from -1e12 to 1e12, in a larger unit`)]),
  ];
}

/** Texts go to a terminal as they are. */
function labelFault(label: string): string | null {
  if (label === '') return 'a point without a label; expected a name for the outcome';
  if (/\p{Cc}/u.test(label))
    return 'a label with a control character or a line break in it; expected plain text';
  return label.length > LONGEST ? `a label of ${label.length} characters; expected at most ${LONGEST}` : null;
}

function repeated(points: readonly PointRow[]): Problem[] {
  const seen = new Map<string, number>();
  return points.flatMap(({ label, problem }, index) => {
    const before = seen.get(label);
    if (before === undefined) seen.set(label, index);
    return before === undefined
      ? []
      : [
          problem(
            `the label "${label}" is that of point ${before + 1} already; give each outcome a label of its own`,
          ),
        ];
  });
}

function nameFaults(parties: PerParty<string>): string[] {
  const wrong = parties.find(name => labelFault(name) !== null);
  if (wrong !== undefined)
    return [
      `"${wrong.trim().slice(0, 40)}" is no name of a party; expected plain text of at most ${LONGEST} characters`,
    ];
  return parties[0] === parties[1]
    ? [`both parties are called "${parties[0]}"; give each a name of its own`]
    : [];
}

function tooAlike(parties: PerParty<string>, values: readonly PerParty<number>[]): string[] {
  return PARTIES.flatMap(party => {
    const low = values.reduce((least, both) => Math.min(least, both[party]), Number.POSITIVE_INFINITY);
    const high = values.reduce((most, both) => Math.max(most, both[party]), Number.NEGATIVE_INFINITY);
    return high > low && high - low < SMALLEST_RANGE
      ? [
          `the values to ${parties[party]} differ by less than a millionth, too little to tell them apart; give them in a smaller unit`,
        ]
      : [];
  });
}
