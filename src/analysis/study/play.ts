import type { Negotiator } from '../../negotiators/negotiator.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { startCompiled } from '../../statechart/compiled.ts';
import { settingOf } from './head.ts';
import { type Metric, measured } from './metric.ts';
import { metricOf } from './metrics.ts';
import { outcomeOf } from './outcome.ts';
import type { StudyPlan } from './plan.ts';
import { seated } from './seated.ts';

/** What is needed to play any run of a study: plain data, which can be handed to another thread. */
export type Playable = Pick<StudyPlan, 'points' | 'settled' | 'seeds' | 'metrics'>;

/** Plays runs of a study by their numbers, and measures them. */
export type Player = (run: number) => (number | null)[];

export function playerOf(study: Playable): Player {
  const metrics = study.metrics.map(known);
  const deep = metrics.some(({ family }) => family.deep);
  const seats = new Map<string, Negotiator>();
  const seat = (name: string) => {
    const found = seats.get(name) ?? seated(name);
    seats.set(name, found);
    return found;
  };
  return run => {
    const { seed, point } = settingOf(study, run);
    const { seats: names } = study.points[point] as Playable['points'][number];
    const scenario = study.settled[point] as Scenario;
    const sitting = { scenario, seed, seats: [seat(names[0]), seat(names[1])] as const };
    const outcome = outcomeOf(sitting, startCompiled, deep);
    return metrics.map(metric => measured(metric, scenario, outcome));
  };
}

function known(name: string): Metric {
  const metric = metricOf(name);
  if (!metric) throw new Error(`unknown metric "${name}"`);
  return metric;
}
