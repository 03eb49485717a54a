import {
  POINTS_FORMAT,
  type PointsResult,
  type ResultAgreedPoint,
  type ResultFrontierPoint,
  type ResultLabelledPoint,
} from './points-result.ts';

/* What a file of points looks like, and what the fields of its analysis mean. The types see to it that none is missing. */

type Meanings<T> = Readonly<Record<keyof T, string>>;

const FIELDS: Meanings<PointsResult> = {
  parley: 'always "points"',
  format: 'version of this format',
  engine: 'version of parley',
  notation: 'what the file was taken for: CSV or JSON',
  parties: 'their names, the first one first',
  points: 'how many there are',
  reservations: 'the disagreement point',
  power: 'exponents of asymmetricNash',
  zone: 'whether a point is below neither reservation',
  frontier: 'points, and inZone (how many)',
  solutions: 'all points of each name: nash, asymmetricNash, ...',
  agreed: 'the point given with --agreed, or null',
  definitions: 'how each number is defined, by its name in the text',
};

const POINT: Meanings<ResultLabelledPoint> = {
  label: 'as the file has it',
  values: 'what it is worth to each party',
  gains: 'value less reservation',
};

const FRONTIER: Meanings<Omit<ResultFrontierPoint, keyof ResultLabelledPoint>> = {
  unbeaten: 'whether no lottery over two others is better for both',
};

const AGREED: Meanings<Omit<ResultAgreedPoint, keyof ResultLabelledPoint>> = {
  distance: 'to the nearest point of the frontier',
  left: 'more that each could have had, the other no worse off',
};

const LISTS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['', FIELDS],
  ['  Each point of frontier, solutions and agreed:', POINT],
  ['  Each of frontier, this too:', FRONTIER],
  ['  The point agreed, these too:', AGREED],
];

/** What is read and what is written, as text, one field a line. */
export function formatPointsFields(): string {
  return LISTS.map(([heading, fields]) =>
    [
      heading === '' ? RULES : heading,
      ...Object.entries(fields).map(([field, meaning]) => `  ${field.padEnd(17)} ${meaning}`),
    ].join('\n'),
  ).join('\n\n');
}

const RULES = `A file of points has outcomes with their values to two parties, in any unit. As
CSV a line is a label and two numbers, and the first line may name the parties
(outcome,Buyer,Seller). As JSON it is a list of { "label": "peace", "values":
[0.9, 0.6] }, or of { "label": "peace", "Buyer": 0.9, "Seller": 0.6 }; or
{ "parties": ["Buyer", "Seller"], "disagreement": [0, 0], "points": [...] }.
What each has if nothing is agreed stands there, or in a row with the label
disagreement, or is given with --disagreement; else it is 0 and 0.

Fields of --json of points (format ${POINTS_FORMAT}); what differs by party is keyed by
its name:
`;
