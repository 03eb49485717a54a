import type { Solution } from '../campaign/bargaining.ts';
import type { PerParty } from '../scenario/scenario.ts';
import type { ByParty } from './result.ts';

/** Version of the format: raised when a field changes its meaning or goes away. */
export const POINTS_FORMAT = 1;

/** A set of points analysed, as JSON. Values as the file has them; what is reckoned is rounded to 9 decimals. */
export interface PointsResult {
  readonly parley: 'points';
  readonly format: typeof POINTS_FORMAT;
  readonly engine: string;
  readonly notation: string;
  readonly parties: PerParty<string>;
  readonly points: number;
  readonly reservations: ByParty<number>;
  readonly power: ByParty<number>;
  readonly zone: boolean;
  readonly frontier: { readonly inZone: number; readonly points: readonly ResultFrontierPoint[] };
  readonly solutions: Readonly<Record<Solution, readonly ResultLabelledPoint[]>>;
  readonly agreed: ResultAgreedPoint | null;
  readonly definitions: Readonly<Record<string, string>>;
}

export interface ResultLabelledPoint {
  readonly label: string;
  readonly values: ByParty<number>;
  readonly gains: ByParty<number>;
}

export interface ResultFrontierPoint extends ResultLabelledPoint {
  readonly unbeaten: boolean;
}

export interface ResultAgreedPoint extends ResultLabelledPoint {
  readonly distance: number;
  readonly left: ByParty<number>;
}
