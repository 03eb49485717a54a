import type { FigureChange } from '../../scenario/change.ts';
import type { Place } from '../../scenario/problem.ts';
import type { PerParty, Scenario } from '../../scenario/scenario.ts';
import type { Threshold } from './threshold.ts';

/** A varied figure or seat, and the value it has. */
export type Settings = Readonly<Record<string, number | string>>;

/** One setting of everything that a study varies. */
export interface Point {
  /** Index of the scenario. */
  readonly scenario: number;
  /** Index of the cell: the points of a cell differ in nothing but what was drawn. */
  readonly cell: number;
  /** What is varied, in the order of the file. */
  readonly settings: Settings;
  /** Which draw of the figures that are not known, from 1; null where nothing is drawn. */
  readonly draw: number | null;
  readonly drawn: Readonly<Record<string, number>>;
  /** Names of the negotiators. */
  readonly seats: PerParty<string>;
  /** Every figure that differs from the scenario's file. */
  readonly changes: readonly FigureChange[];
}

/** The points that differ in what was drawn alone: what a threshold is held against. */
export interface Cell {
  readonly scenario: number;
  readonly settings: Settings;
}

/** The draws that there are, in order; null by itself where nothing is drawn. */
export function drawsIn(points: readonly Point[]): Point['draw'][] {
  return [...new Set(points.map(({ draw }) => draw))];
}

/** Which seeds are played at every point, in order. */
export type Seeds = { readonly from: number; readonly count: number } | { readonly list: readonly string[] };

export function seedCount(seeds: Seeds): number {
  return 'list' in seeds ? seeds.list.length : seeds.count;
}

export function seedAt(seeds: Seeds, index: number): string {
  return 'list' in seeds ? (seeds.list[index] ?? '') : String(seeds.from + index);
}

export interface PlannedThreshold {
  readonly threshold: Threshold;
  /** Indices of the cells it is held against. */
  readonly cells: readonly number[];
  /** Where it stands in the study file. */
  readonly place: Place;
}

/** One of the scenarios of a study. */
export interface PlannedScenario {
  /** As the user named it, from where the command was started. */
  readonly given: string;
  readonly scenario: Scenario;
}

/**
 * A study that can be played. Its runs are numbered from 1, seed by seed and within a seed point by
 * point, so that all that is compared is played with the same luck and stands together.
 */
export interface StudyPlan {
  readonly title: string | null;
  readonly scenarios: readonly PlannedScenario[];
  /** What is varied, and what is drawn, by path. */
  readonly varied: readonly { readonly path: string; readonly levels: readonly (number | string)[] }[];
  readonly drawn: readonly string[];
  readonly points: readonly Point[];
  /** The scenario of each point, with its figures in place. */
  readonly settled: readonly Scenario[];
  readonly cells: readonly Cell[];
  readonly seeds: Seeds;
  /** Names, in the order of the columns. */
  readonly metrics: readonly string[];
  readonly thresholds: readonly PlannedThreshold[];
}

export function runCount({ seeds, points }: Pick<StudyPlan, 'seeds' | 'points'>): number {
  return seedCount(seeds) * points.length;
}
