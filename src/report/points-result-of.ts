import { gainsFrom, type LabelledPoint, type PointAnalysis } from '../analysis/point-set.ts';
import { SOLUTIONS, type Solution } from '../campaign/bargaining.ts';
import type { PerParty } from '../scenario/scenario.ts';
import { ENGINE } from '../table/record.ts';
import { POINT_DEFINITIONS } from './analysis-words.ts';
import { POINTS_FORMAT, type PointsResult, type ResultLabelledPoint } from './points-result.ts';
import type { ByParty } from './result.ts';
import { rounded } from './rounded.ts';

const DIGITS = 9;

/** The analysis as JSON. */
export function pointsResult(analysis: PointAnalysis, notation: string): PointsResult {
  const { set, reservations, power, solved, unbeaten, agreed } = analysis;
  const byParty = ([first, second]: PerParty<number>): ByParty<number> => ({
    [set.parties[0]]: first,
    [set.parties[1]]: second,
  });
  const reckoned = ([first, second]: PerParty<number>) =>
    byParty([rounded(first, DIGITS), rounded(second, DIGITS)]);
  const point = (of: LabelledPoint): ResultLabelledPoint => ({
    label: of.label,
    values: byParty(of.values),
    gains: reckoned(gainsFrom(analysis, of)),
  });
  return {
    parley: 'points',
    format: POINTS_FORMAT,
    engine: ENGINE,
    notation,
    parties: set.parties,
    points: set.points.length,
    reservations: byParty(reservations),
    power: reckoned([power, 1 - power]),
    zone: solved.zone.length > 0,
    frontier: {
      inZone: solved.zone.length,
      points: solved.frontier.map(of => ({ ...point(of), unbeaten: unbeaten.has(of) })),
    },
    solutions: Object.fromEntries(
      SOLUTIONS.map(solution => [solution, solved.solutions[solution].map(point)]),
    ) as Record<Solution, ResultLabelledPoint[]>,
    agreed: agreed && {
      ...point(agreed.point),
      distance: rounded(agreed.distance, DIGITS),
      left: reckoned(agreed.left),
    },
    definitions: Object.fromEntries(POINT_DEFINITIONS),
  };
}

export function formatPointsResult(result: PointsResult): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}
