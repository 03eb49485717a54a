import type { Aggregate } from './aggregate.ts';
import { standardAggregates } from './aggregate.ts';
import { Crossed } from './crossed.ts';
import { type Correlation, DoubtOfInputs, type DrawSpread } from './doubt-of-inputs.ts';
import { type Estimate, estimate, type Sample } from './estimate.ts';
import { type Run, type StudyHead, settingOf } from './head.ts';
import type { MetricKind } from './metric.ts';
import { metricOf } from './metrics.ts';
import { runCount } from './plan.ts';
import { type Effect, Sensitivity } from './sensitivity.ts';
import { type Stop, Stopping } from './stop.ts';
import { type Tail, Tails } from './tails.ts';
import { Tally } from './tally.ts';
import { knownThreshold, meets, standsAgainst, type Threshold } from './threshold.ts';

/** What the runs of a study come to. */
export interface Summary {
  readonly runs: number;
  readonly planned: number;
  /** Where it ended before its last run, as was asked for; null where it went on. */
  readonly stopped: Stop | null;
  readonly estimates: readonly CellEstimate[];
  readonly verdicts: readonly Verdict[];
  readonly effects: readonly Effect[];
  readonly spreads: readonly DrawSpread[];
  readonly correlations: readonly Correlation[];
  readonly distributions: readonly Distribution[];
  readonly tails: readonly Tail[];
}

/** All values of one metric at one cell. */
export interface Distribution extends Sample {
  readonly cell: number;
  readonly metric: string;
}

export interface CellEstimate {
  readonly cell: number;
  readonly metric: string;
  readonly aggregate: Aggregate;
  readonly estimate: Estimate;
}

/** A threshold at one cell. */
export interface Verdict {
  readonly threshold: Threshold;
  readonly cell: number;
  readonly estimate: Estimate;
  /** False as well where there was nothing to measure: what must come out did not. */
  readonly met: boolean;
  /** The first run that by itself stands against it. */
  readonly against: Against | null;
}

export interface Against {
  readonly run: number;
  readonly value: number | null;
  /** When that was decided, where it was looked for. */
  readonly decided?: Decided;
}

/** The day by whose end a run could no longer meet a threshold, and what was measured by then. */
export interface Decided {
  readonly day: number;
  readonly value: number | null;
}

interface Watched {
  readonly threshold: Threshold;
  readonly column: number;
  readonly cell: number;
  against: Verdict['against'];
}

/** Takes in the runs of a study in the order of their numbers, and says at any time what they come to. */
export class Summariser {
  readonly #head: StudyHead;
  /** By cell, then by metric. */
  readonly #samples: readonly (readonly Sample[])[];
  /** The points of each cell, draw by draw. */
  readonly #pointsOf: readonly (readonly number[])[];
  readonly #watched: readonly Watched[];
  readonly #sensitivity: Sensitivity;
  readonly #doubt: DoubtOfInputs;
  readonly #tails: Tails;
  /** The runs of the seed in hand, in the order of the points. */
  #seed: (readonly (number | null)[])[] = [];
  #runs = 0;
  readonly #stopping: Stopping | null;
  #stopped: Stop | null = null;

  constructor(head: StudyHead) {
    this.#head = head;
    this.#pointsOf = head.cells.map((_, cell) =>
      head.points.flatMap((point, index) => (point.cell === cell ? [index] : [])),
    );
    this.#samples = this.#pointsOf.map(({ length: draws }) =>
      head.metrics.map(metric => ({
        tally: new Tally(),
        crossed: head.drawn.length > 0 ? new Crossed(draws, kindOf(metric)) : null,
      })),
    );
    this.#watched = head.thresholds.flatMap(({ text, cells }) => {
      const threshold = knownThreshold(text);
      const column = head.metrics.indexOf(threshold.metric.name);
      return cells.map(cell => ({ threshold, column, cell, against: null }));
    });
    this.#sensitivity = new Sensitivity(head);
    this.#doubt = new DoubtOfInputs(head);
    this.#tails = new Tails(head.metrics);
    this.#stopping = head.stop
      ? new Stopping(head, head.stop, (cell, metric, aggregate) => {
          const column = head.metrics.indexOf(metric);
          return this.#estimate({ cell, metric: column }, aggregate, kindOf(metric));
        })
      : null;
  }

  get runs(): number {
    return this.#runs;
  }

  /** Where the study ends before its last run; no run after it is to be added. */
  get stopped(): Stop | null {
    return this.#stopped;
  }

  add({ run, values }: Run): void {
    const { point } = settingOf(this.#head, run);
    const cell = this.#head.points[point]?.cell ?? 0;
    this.#runs++;
    for (const [metric, { tally }] of (this.#samples[cell] ?? []).entries())
      tally.add(values[metric] ?? null);
    for (const watched of this.#watched) {
      const value = values[watched.column] ?? null;
      if (watched.cell !== cell || watched.against || !standsAgainst(value, watched.threshold)) continue;
      watched.against = { run, value };
    }
    this.#doubt.add(point, values);
    this.#tails.add({ run, values });
    this.#stopping?.add(cell, values);
    this.#seed.push(values);
    if (this.#seed.length < this.#head.points.length) return;
    this.#sensitivity.add(this.#seed);
    this.#addCrossed(this.#seed);
    this.#seed = [];
    if (run < runCount(this.#head)) this.#stopped ??= this.#stopping?.at(run) ?? null;
  }

  /** The values of one seed, in the order of the points. */
  #addCrossed(atPoints: readonly (readonly (number | null)[])[]): void {
    if (this.#head.drawn.length === 0) return;
    for (const [cell, points] of this.#pointsOf.entries()) {
      for (const [metric, { crossed }] of (this.#samples[cell] ?? []).entries())
        crossed?.add(points.map(point => atPoints[point]?.[metric] ?? null));
    }
  }

  get summary(): Summary {
    return {
      runs: this.#runs,
      planned: runCount(this.#head),
      stopped: this.#stopped,
      estimates: this.#estimates(),
      verdicts: this.#watched.map(watched => this.#verdict(watched)),
      effects: this.#sensitivity.effects,
      spreads: this.#doubt.spreads((cell, metric) => this.#samples[cell]?.[metric]?.crossed?.ofDraws ?? null),
      correlations: this.#doubt.correlations,
      distributions: this.#samples.flatMap((samples, cell) =>
        samples.map((sample, metric) => ({ cell, metric: this.#head.metrics[metric] ?? '', ...sample })),
      ),
      tails: this.#tails.tails,
    };
  }

  #estimates(): CellEstimate[] {
    return this.#head.cells.flatMap((_, cell) =>
      this.#head.metrics.flatMap((name, metric) => {
        const kind = kindOf(name);
        return standardAggregates(kind).map(aggregate => ({
          cell,
          metric: name,
          aggregate,
          estimate: this.#estimate({ cell, metric }, aggregate, kind),
        }));
      }),
    );
  }

  #estimate(
    { cell, metric }: { cell: number; metric: number },
    aggregate: Aggregate,
    kind: MetricKind,
  ): Estimate {
    const none = { tally: new Tally(), crossed: null };
    return estimate(this.#samples[cell]?.[metric] ?? none, aggregate, kind);
  }

  #verdict({ threshold, column, cell, against }: Watched): Verdict {
    const { aggregate, metric } = threshold;
    const found = this.#estimate({ cell, metric: column }, aggregate, metric.family.kind);
    const met = found.value !== null && meets(found.value, threshold);
    return { threshold, cell, estimate: found, met, against: met ? null : against };
  }
}

function kindOf(metric: string): MetricKind {
  return metricOf(metric)?.family.kind ?? 'amount';
}

export function allMet({ verdicts }: Pick<Summary, 'verdicts'>): boolean {
  return verdicts.every(({ met }) => met);
}
