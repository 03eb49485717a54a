import { startCompiled } from '../../statechart/compiled.ts';
import { type Position, phaseOf } from '../../statechart/position.ts';
import type { CampaignRecord } from '../../table/record.ts';
import { formatRecord } from '../../table/record-text.ts';
import { openTable, type Table } from '../../table/table.ts';
import { type Metric, measured } from '../study/metric.ts';
import { outcomeAt } from '../study/outcome.ts';
import { type Asked, type DayEnd, decidedOn } from '../study/shrink.ts';
import { meets } from '../study/threshold.ts';
import { followScript, isIn, type NeverMade } from './follow.ts';
import type { Expectation, Expected, ScriptPlan } from './plan.ts';
import type { ScriptVerdict } from './verdict.ts';

export interface ScriptPlayed {
  readonly record: CampaignRecord;
  /** First the moves that could not be made, then every expectation, in the order of the file. */
  readonly verdicts: readonly ScriptVerdict[];
  /** Moves with a condition that were never made, which is no failure, and often the reason of one. */
  readonly neverMade: readonly NeverMade[];
}

/** Plays a script with a seed. */
export function playScript(plan: ScriptPlan, seed: string): ScriptPlayed {
  const { scenario, seats, lastDay } = plan;
  const positions: Position[] = [];
  const sitting = { scenario, seed, seats: [seats[0] ?? 'person', seats[1] ?? 'person'] as const };
  const table = openTable(sitting, () => positions.push(table.position), startCompiled);
  positions.push(table.position);
  const { refused, neverMade } = followScript(table, plan);
  const entries = table.entries.filter(({ day }) => day <= lastDay);
  const record = { header: table.header, entries, ended: table.position.done && lastDay === scenario.days };
  const kept = positions.slice(0, entries.length + 1);
  const played = { plan, table, record, positions: kept };
  return {
    record,
    verdicts: [...refused, ...plan.expectations.map(expectation => verdictOn(expectation, played))],
    neverMade,
  };
}

interface Played {
  readonly plan: ScriptPlan;
  readonly table: Table;
  readonly record: CampaignRecord;
  readonly positions: readonly Position[];
}

function verdictOn({ place, day, what, words }: Expectation, played: Played): ScriptVerdict {
  const { plan, table, record } = played;
  const at = day ?? plan.lastDay;
  const verdict = (met: boolean, was: string) => ({ place, day: at, expected: words, met, was });
  const positions = played.positions.slice(0, record.entries.filter(entry => entry.day <= at).length + 1);
  // There is at least the position before the first entry.
  const position = positions.at(-1) as Position;
  if (what.kind === 'phase')
    return verdict(isIn(phaseOf(position.value), what.phase), phaseOf(position.value));
  if (what.kind === 'record') {
    const difference = firstDifference(what.text, formatRecord(plan.scenario, record));
    return verdict(
      difference === null,
      difference === null ? 'the same' : `another from line ${difference} on`,
    );
  }
  const outcome = outcomeAt(position, { parameters: table.parameters, positions, refused: null });
  const value = measured(what.metric, plan.scenario, outcome);
  if (meetsBound(what, value)) return verdict(true, asWords(what.metric, value));
  const decided = decidedOn(askedBy(what), plan.scenario, dayEnds(played, at));
  return verdict(false, `${asWords(what.metric, value)}${decided ? `, decided on day ${decided.day}` : ''}`);
}

type ExpectedMetric = Extract<Expected, { kind: 'metric' }>;

function askedBy(expected: ExpectedMetric): Asked {
  const { metric, bound } = expected;
  const fails = (value: number | null) => !meetsBound(expected, value);
  return bound !== 'never' && bound.comparison === '=='
    ? { metric, fails, exactly: bound.number }
    : { metric, fails };
}

function meetsBound({ metric, bound }: ExpectedMetric, value: number | null): boolean {
  if (bound === 'never') return value === null;
  // A day that never came is later than any; of anything else nothing is known.
  if (value === null) return metric.family.kind === 'day' && meets(Number.POSITIVE_INFINITY, bound);
  return meets(value, bound);
}

function asWords({ family }: Metric, value: number | null): string {
  if (value !== null) return family.kind === 'yes' ? (value > 0 ? 'yes' : 'no') : String(value);
  return family.kind === 'day' ? 'never' : 'nothing to measure';
}

/** Where a campaign stood at the end of each day before one. */
function dayEnds({ record, positions }: Played, before: number): DayEnd[] {
  const ends = new Map<number, Position>();
  for (const [index, { day }] of record.entries.entries()) {
    const position = positions[index + 1];
    if (position && day < before) ends.set(day, position);
  }
  return [...ends].map(([day, position]) => ({ day, position }));
}

/** The first line, from 1, in which two texts differ; null where they are the same. */
function firstDifference(expected: string, was: string): number | null {
  if (expected === was) return null;
  const [a, b] = [expected.split('\n'), was.split('\n')];
  return a.findIndex((line, index) => line !== b[index]) + 1 || a.length;
}
