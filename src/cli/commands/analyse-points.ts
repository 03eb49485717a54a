import { analysePoints, type PointSet } from '../../analysis/point-set.ts';
import { formatPointsResult, pointsResult } from '../../report/points-result-of.ts';
import { formatPoints } from '../../report/points-text.ts';
import { nearest } from '../../scenario/problem.ts';
import type { PerParty } from '../../scenario/scenario.ts';
import { badInput } from '../failure.ts';
import { loadPoints, type PointText } from '../point-files.ts';
import type { Shell } from '../shell.ts';

export interface PointOptions {
  readonly disagreement?: PerParty<number>;
  readonly power?: number;
  readonly agreed?: string;
  readonly json?: true;
}

/** `parley analyse` of a file of points. */
export async function analysePointFile(
  shell: Shell,
  path: string,
  file: PointText,
  { disagreement, power, agreed, json }: PointOptions,
): Promise<void> {
  const read = loadPoints(path, file);
  const set = disagreement === undefined ? read : { ...read, disagreement };
  const analysis = analysePoints(set, {
    ...(power !== undefined && { power }),
    ...(agreed !== undefined && { agreed: pointNamed(set, agreed, path) }),
  });
  const { notation } = file;
  const told = { analysis, file: path, notation, weighted: power !== undefined };
  await shell.print(
    json ? formatPointsResult(pointsResult(analysis, notation)) : `${formatPoints(told, shell.width)}\n`,
  );
}

function pointNamed({ points }: PointSet, label: string, path: string): number {
  const place = points.findIndex(point => point.label === label);
  if (place >= 0) return place;
  const meant = nearest(
    label,
    points.map(point => point.label),
  );
  throw badInput(
    `--agreed ${label}: no point of ${path} has that label${meant ? `; did you mean "${meant}"?` : ''}`,
  );
}
