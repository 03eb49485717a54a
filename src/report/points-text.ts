import { gainsFrom, type LabelledPoint, type PointAnalysis } from '../analysis/point-set.ts';
import { SOLUTIONS } from '../campaign/bargaining.ts';
import { PARTIES, type PerParty } from '../scenario/scenario.ts';
import { ASYMMETRIC_NASH, POINT_DEFINITIONS, SOLUTION_WORDS } from './analysis-words.ts';
import { columnsFolded } from './columns.ts';
import { formatCount } from './people.ts';
import { drawPlane, type Mark, PLANE_SIGNS } from './plane.ts';
import { wrap } from './wrap.ts';

/* A set of points analysed, for its reader: what was read, the plane of both values, the named points, the frontier. */

export interface PointsTold {
  readonly analysis: PointAnalysis;
  /** The file, and what it was taken for: "CSV". */
  readonly file: string;
  readonly notation: string;
  /** Whether an exponent was asked for: without it asymmetric Nash is Nash, and is not told. */
  readonly weighted: boolean;
}

export function formatPoints(told: PointsTold, width = 80): string {
  return [
    opening(told, width),
    reservations(told, width),
    zoneText(told, width),
    plane(told, width),
    named(told, width),
    frontier(told, width),
    agreed(told, width),
    definitions(told, width),
  ]
    .filter(part => part !== '')
    .join('\n\n');
}

/** A value in a unit that nobody knows: five digits of it, or all that stand before the point. */
function number(value: number): string {
  const digits = Math.abs(value) < 10_000 ? { maximumSignificantDigits: 5 } : { maximumFractionDigits: 0 };
  return (value + 0).toLocaleString('en-US', digits).replace(/^-0$/, '0');
}

const pair = ([first, second]: PerParty<number>) => `${number(first)} : ${number(second)}`;

function opening({ analysis, file, notation }: PointsTold, width: number): string {
  const { points, parties } = analysis.set;
  const many = points.length === 1 ? '1 point' : `${formatCount(points.length)} points`;
  const text = `${file}: taken for ${many} in ${notation}, each with its value to ${parties[0]} and to ${parties[1]}.`;
  return wrap(text, { width });
}

function reservations({ analysis, weighted }: PointsTold, width: number): string {
  const { set, power, solved } = analysis;
  const note = set.disagreement === null ? ' (none is given)' : '';
  const most = (party: 0 | 1) =>
    solved.zone.reduce((best, point) => Math.max(best, gainsFrom(analysis, point)[party]), 0);
  return columnsFolded(
    [
      ['', ...set.parties],
      [`reservation, the disagreement point${note}`, ...analysis.reservations.map(number)],
      ...(solved.zone.length > 0 ? [['most that it can gain', number(most(0)), number(most(1))]] : []),
      ...(weighted ? [['power', number(power), number(1 - power)]] : []),
    ],
    width,
  );
}

function zoneText({ analysis }: PointsTold, width: number): string {
  const { zone, frontier } = analysis.solved;
  const all = formatCount(frontier.length);
  const some =
    frontier.length === 1
      ? 'the one point of the frontier is'
      : `${formatCount(zone.length)} of the ${all} points of the frontier ${zone.length === 1 ? 'is' : 'are'}`;
  const none =
    frontier.length === 1
      ? 'the one point of the frontier does not reach'
      : `none of the ${all} points of the frontier reaches`;
  const there =
    zone.length > 0
      ? `There is a zone of possible agreement: ${some} below neither reservation.`
      : `There is no zone of possible agreement: ${none} both reservations.`;
  return wrap(there, { width });
}

const PLANE_HEIGHT = 20;
const AGREED_SIGN = '@';
const OTHER_SIGN = ':';

interface NamedPoint {
  readonly sign: string;
  readonly name: string;
  readonly points: readonly LabelledPoint[];
}

function namedPoints({ analysis, weighted }: PointsTold): NamedPoint[] {
  return SOLUTIONS.filter(solution => weighted || solution !== 'asymmetricNash').map(solution => ({
    sign: solution === 'asymmetricNash' ? 'P' : SOLUTION_WORDS[solution].sign,
    name: solution === 'asymmetricNash' ? ASYMMETRIC_NASH[0] : SOLUTION_WORDS[solution].name,
    points: analysis.solved.solutions[solution],
  }));
}

/** What was agreed before the named points, these before the frontier, and that before all others. */
function marks(told: PointsTold): Mark[] {
  const { set, solved, agreed: deal } = told.analysis;
  const mark =
    (sign: string) =>
    ({ values }: LabelledPoint) => ({ sign, values });
  return [
    ...(deal ? [mark(AGREED_SIGN)(deal.point)] : []),
    ...namedPoints(told).flatMap(({ sign, points }) => points.map(mark(sign))),
    ...solved.frontier.map(mark(PLANE_SIGNS.trail)),
    ...set.points.map(mark(OTHER_SIGN)),
  ];
}

function plane(told: PointsTold, width: number): string {
  const { set, reservations: least, solved, agreed: deal } = told.analysis;
  const [first, second] = set.parties;
  const grain = (party: 0 | 1) => (set.points.some(({ values }) => values[party] !== least[party]) ? 0 : 1);
  const lines = drawPlane(
    {
      marks: marks(told),
      trail: [],
      least,
      names: [`value to ${first}`, `value to ${second}`],
      scale: { told: number, grain: [grain(0), grain(1)] },
    },
    { width, height: PLANE_HEIGHT },
  );
  const legend = [
    ...(deal ? [`${AGREED_SIGN} agreed`] : []),
    ...(solved.zone.length > 0 ? ['letters: the named points below'] : []),
    `${PLANE_SIGNS.trail} frontier`,
    `${OTHER_SIGN} the other points`,
    `${PLANE_SIGNS.across} ${PLANE_SIGNS.up} reservations, ${PLANE_SIGNS.least} both`,
    'where several fall on one place, the first of these is seen',
  ];
  return [...lines, wrap(`${legend.join('; ')}.`, { width })].join('\n');
}

/** More rows than that are told as JSON alone. */
const MOST_ROWS = 40;

function named(told: PointsTold, width: number): string {
  const { analysis } = told;
  if (analysis.solved.zone.length === 0) return '';
  const rows = namedPoints(told).flatMap(({ sign, name, points }) =>
    points
      .slice(0, MOST_ROWS)
      .map((point, index) => [
        `${sign} ${name}${points.length > 1 ? ` (${index + 1} of ${formatCount(points.length)} alike)` : ''}: ${point.label}`,
        pair(point.values),
        pair(gainsFrom(analysis, point)),
      ]),
  );
  return columnsFolded(
    [[`NAMED POINTS (${analysis.set.parties.join(' : ')})`, 'value', 'gain'], ...rows],
    width,
  );
}

function frontier({ analysis }: PointsTold, width: number): string {
  const { solved, unbeaten, set } = analysis;
  const rows = solved.frontier
    .slice(0, MOST_ROWS)
    .map(point => [
      `  ${point.label}${unbeaten.has(point) ? '' : ' (beaten by a lottery)'}`,
      pair(point.values),
      pair(gainsFrom(analysis, point)),
    ]);
  const table = columnsFolded([[`FRONTIER (${set.parties.join(' : ')})`, 'value', 'gain'], ...rows], width);
  const more = solved.frontier.length - rows.length;
  return more === 0
    ? table
    : `${table}\n${wrap(`and ${formatCount(more)} more, which --json tells.`, { width, indent: 2 })}`;
}

function agreed({ analysis }: PointsTold, width: number): string {
  const { agreed: deal, reservations: least, set } = analysis;
  if (!deal) return '';
  const gains = gainsFrom(analysis, deal.point);
  return [
    wrap(`AGREED: ${deal.point.label}`, { width, hanging: 2 }),
    columnsFolded(
      [
        ['', 'value', 'reservation', 'gain', 'left'],
        ...PARTIES.map(party => [
          set.parties[party],
          ...[deal.point.values[party], least[party], gains[party], deal.left[party]].map(number),
        ]),
      ],
      width,
      2,
    ),
    wrap(`Distance to the frontier: ${number(deal.distance)}.`, { width, indent: 2 }),
  ].join('\n');
}

/** Only of what is told. */
function definitions({ analysis, weighted }: PointsTold, width: number): string {
  const left = new Set([
    ...(weighted ? [] : [ASYMMETRIC_NASH[0]]),
    ...(analysis.agreed ? [] : ['Distance', 'Left']),
  ] as string[]);
  const item = (text: string) => wrap(text, { width, indent: 2, hanging: 4 });
  return [
    'HOW THIS IS RECKONED',
    ...POINT_DEFINITIONS.filter(([term]) => !left.has(term)).map(([term, definition]) =>
      item(`${term}: ${definition}.`),
    ),
    item("Points that tie are all told, from the second party's favour to the first's."),
  ].join('\n');
}
