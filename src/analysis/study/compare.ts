import { mean } from '../mean.ts';
import { type Compared, type Counted, comparedOf, countedAs } from './compared.ts';
import { Differences } from './differences.ts';
import type { MeanEstimate } from './estimate.ts';
import type { StudyHead } from './head.ts';
import { drawsIn } from './plan.ts';

/* Two results of one study, run by run: what a change of the model, a scenario or a seat did. */

/** How far a mean, or the rate of something that comes about or does not, has moved in one cell. */
export interface Change {
  readonly cell: number;
  readonly metric: string;
  readonly aggregate: Compared;
  /** Over the runs that both have, by seed. */
  readonly before: number | null;
  readonly difference: MeanEstimate;
  /** Seeds at which anything differs. */
  readonly unequal: number;
}

/**
 * Why two studies cannot be held against each other run by run, the first of what they would have to have
 * in common: scenarios, what is varied and drawn, seeds, metrics. Null where they can.
 */
export function mismatch(before: StudyHead, after: StudyHead): string | null {
  for (const { what, of, words } of COMMON) {
    if (JSON.stringify(of(before)) === JSON.stringify(of(after))) continue;
    return `${what}: ${words(before)} in the first, ${words(after)} in the second`;
  }
  if (settingsIn(before) !== settingsIn(after)) return 'what they draw, or between what, differs';
  return sharedMetrics(before, after).length === 0
    ? `they have no metric in common: ${before.metrics.join(', ')} in the first, ${after.metrics.join(', ')} in the second`
    : null;
}

interface InCommon {
  readonly what: string;
  readonly of: (head: StudyHead) => unknown;
  readonly words: (head: StudyHead) => string;
}

const COMMON: readonly InCommon[] = [
  {
    what: 'they are of other scenarios',
    of: ({ scenarios }) => scenarios.map(({ id }) => id),
    words: ({ scenarios }) => scenarios.map(({ id }) => id).join(', '),
  },
  { what: 'they vary other things', of: ({ varied }) => varied, words: variedWords },
  {
    what: 'they draw other figures',
    of: ({ drawn }) => drawn,
    words: ({ drawn }) => (drawn.length === 0 ? 'nothing' : drawn.join(', ')),
  },
  { what: 'they were played with other seeds', of: ({ seeds }) => seeds, words: seedWords },
];

function variedWords({ varied }: StudyHead): string {
  if (varied.length === 0) return 'nothing';
  return varied.map(({ path, levels }) => `${path} (${levels.join(', ')})`).join(' and ');
}

/** Of a long list the first few. */
function seedWords({ seeds }: StudyHead): string {
  if (!('list' in seeds)) return `${seeds.from} to ${seeds.from + seeds.count - 1}`;
  const shown = seeds.list.slice(0, 5).join(', ');
  return seeds.list.length > 5 ? `${shown} and ${seeds.list.length - 5} more` : shown;
}

/** Of the same draws; what they are drawn from does not stand in the results. */
function settingsIn({ points }: StudyHead): string {
  return JSON.stringify(points.map(({ settings, draw, drawn }) => [settings, draw, drawn]));
}

/** What differs between two studies that can be compared, in words: what the changes may be owed to. */
export function between(before: StudyHead, after: StudyHead): string[] {
  const seats = before.scenarios.flatMap(({ id, parties }, scenario) =>
    parties.flatMap((party, index) => {
      const [was, is] = [before, after].map(head => seatsOf(head, scenario, index));
      return was === is ? [] : [`${party} of ${id}: ${was}, then ${is}`];
    }),
  );
  const changed = before.scenarios.flatMap(({ id, digest }, index) => {
    if (after.scenarios[index]?.digest === digest) return [];
    const figures = figuresBetween(before, after, index);
    // Of the file itself a result holds a digest only, in which what the study sets is too.
    return figures.length > 0
      ? [`${id}: ${figures.join(', and ')} (whether its file has changed too is not kept)`]
      : [`${id} is another version: its file has changed`];
  });
  const engine =
    before.engine === after.engine ? [] : [`parley ${before.engine}, then parley ${after.engine}`];
  const all = [...seats, ...changed, ...engine];
  const otherwise = all.length === 0 && before.fingerprint !== after.fingerprint;
  return [
    ...(otherwise ? ['this build of parley plays otherwise, though it is called by the same version'] : all),
    ...unshared(before, after, 'first'),
    ...unshared(after, before, 'second'),
  ];
}

/** The figures of a scenario that the two studies set otherwise for all their runs. */
function figuresBetween(before: StudyHead, after: StudyHead, scenario: number): string[] {
  const [was, is] = [setFor(before, scenario), setFor(after, scenario)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap(path => {
    const [first, then] = [was, is].map(set => JSON.stringify(set.get(path)) ?? 'as in its file');
    return first === then ? [] : [`${path} ${first}, then ${then}`];
  });
}

function setFor({ points }: StudyHead, scenario: number): Map<string, unknown> {
  const point = points.find(one => one.scenario === scenario);
  const fixed = (point?.changes ?? []).filter(
    ({ path }) => !(path in (point?.settings ?? {})) && !(path in (point?.drawn ?? {})),
  );
  return new Map(fixed.map(({ path, value }) => [path, value]));
}

function unshared(of: StudyHead, other: StudyHead, which: string): string[] {
  const own = of.metrics.filter(metric => !other.metrics.includes(metric));
  return own.length === 0 ? [] : [`measured in the ${which} only: ${own.join(', ')}`];
}

function seatsOf({ points }: StudyHead, scenario: number, party: number): string {
  const own = points.filter(point => point.scenario === scenario);
  return [...new Set(own.map(({ seats }) => seats[party]))].join(', ');
}

export function sharedMetrics(before: StudyHead, after: StudyHead): string[] {
  return before.metrics.filter(metric => after.metrics.includes(metric));
}

type Values = readonly (number | null)[];
type Pair = readonly [was: number, is: number];

interface Watched {
  readonly cell: number;
  readonly metric: string;
  readonly aggregate: Change['aggregate'];
  readonly counted: Counted;
  readonly columns: readonly [before: number, after: number];
  readonly before: Differences;
  readonly differences: Differences;
}

/** Takes in the runs of both, in the order of their numbers. */
export class Comparer {
  readonly #points: StudyHead['points'];
  readonly #draws: ReturnType<typeof drawsIn>;
  readonly #watched: readonly Watched[];
  #seed: (readonly [Values, Values])[] = [];

  constructor(before: StudyHead, after: StudyHead) {
    this.#points = before.points;
    this.#draws = drawsIn(before.points);
    const draws = before.drawn.length > 0 ? this.#draws.length : null;
    this.#watched = before.cells.flatMap((_, cell) =>
      sharedMetrics(before, after).flatMap(metric =>
        comparedOf(metric).map(aggregate => ({
          cell,
          metric,
          aggregate,
          counted: countedAs(metric, aggregate),
          columns: [before.metrics.indexOf(metric), after.metrics.indexOf(metric)] as const,
          before: new Differences(aggregate, draws),
          differences: new Differences(aggregate, draws),
        })),
      ),
    );
  }

  add(before: Values, after: Values): void {
    this.#seed.push([before, after]);
    if (this.#seed.length < this.#points.length) return;
    for (const watched of this.#watched) this.#addSeed(watched);
    this.#seed = [];
  }

  /** One number a seed and draw: the settings at one seed are not independent of each other. */
  #addSeed(watched: Watched): void {
    const byDraw = this.#draws.map(draw => this.#pairsAt(watched, draw));
    const means = (of: (pair: Pair) => number) =>
      byDraw.map(pairs => (pairs.length > 0 ? mean(pairs.map(of)) : null));
    watched.before.add(means(([was]) => was));
    watched.differences.add(means(([was, is]) => is - was));
  }

  /** What the seed in hand came to in both, at the points of one draw. */
  #pairsAt({ cell, counted, columns }: Watched, draw: number | null): Pair[] {
    return this.#seed.flatMap(([first, second], index) => {
      const point = this.#points[index];
      if (point?.cell !== cell || point.draw !== draw) return [];
      const was = counted(first[columns[0]] ?? null);
      const is = counted(second[columns[1]] ?? null);
      return was === null || is === null ? [] : [[was, is] as const];
    });
  }

  get changes(): Change[] {
    return this.#watched.map(({ cell, metric, aggregate, before, differences }) => ({
      cell,
      metric,
      aggregate,
      before: before.estimate.value,
      difference: differences.estimate,
      unequal: differences.unequal,
    }));
  }
}

/** How far something may move: in its own unit, or in per cent of what it was. */
export interface Tolerance {
  readonly amount: number;
  readonly percent: boolean;
}

/** Whether a change is further than is allowed; where nothing was before, per cent of it are nothing. */
export function isPast({ before, difference }: Change, { amount, percent }: Tolerance): boolean {
  const allowed = percent ? (Math.abs(before ?? 0) * amount) / 100 : amount;
  return Math.abs(difference.value ?? 0) > allowed;
}
