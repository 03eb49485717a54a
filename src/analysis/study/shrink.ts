import type { Scenario } from '../../scenario/scenario.ts';
import { startCompiled } from '../../statechart/compiled.ts';
import type { Position } from '../../statechart/position.ts';
import { openTable } from '../../table/table.ts';
import { type StudyHead, settingOf } from './head.ts';
import { type Metric, measured } from './metric.ts';
import { outcomeAt } from './outcome.ts';
import { seated } from './seated.ts';
import type { Against, Decided } from './summary.ts';
import { standsAgainst, type Threshold } from './threshold.ts';

/*
 * A run that stands against a threshold, cut down to what shows it: the days after the one on which it was
 * decided add nothing.
 */

/** A run played once more, as often as it is asked about. */
export class Replayed {
  readonly #scenario: Scenario;
  readonly #ends: readonly DayEnd[];

  constructor(head: StudyHead, run: number, scenario: Scenario) {
    this.#scenario = scenario;
    this.#ends = lastOfDays(scenario, sittingOf(head, run));
  }

  /**
   * The first day by whose end nothing that might still come could have made the run meet a threshold, and
   * what was measured by then. What only the end can tell is decided on the last day.
   */
  decided(threshold: Threshold, { value }: Pick<Against, 'value'>): Decided {
    const asked: Asked = {
      metric: threshold.metric,
      fails: found => standsAgainst(found, threshold),
      ...(threshold.comparison === '==' ? { exactly: threshold.number } : {}),
    };
    return decidedOn(asked, this.#scenario, this.#ends) ?? { day: this.#scenario.days, value };
  }
}

/** What is asked of one campaign. */
export interface Asked {
  readonly metric: Metric;
  readonly fails: (value: number | null) => boolean;
  /** The one value that would do, where only one would. */
  readonly exactly?: number;
}

/** Where a campaign stood at the end of a day. */
export interface DayEnd {
  readonly day: number;
  readonly position: Position;
}

/** The first of some days by whose end a campaign could no longer do what is asked; null where only the end tells. */
export function decidedOn(asked: Asked, scenario: Scenario, ends: readonly DayEnd[]): Decided | null {
  const { metric } = asked;
  // To go through the course up to every day would take as many campaigns.
  if (metric.family.deep) return null;
  for (const { day, position } of ends) {
    const value = measured(metric, scenario, outcomeAt(position, null));
    const reach = day < scenario.days ? reachOf(metric, value, day) : null;
    if (reach && isDecided(asked, reach)) return { day, value };
  }
  return null;
}

function sittingOf(head: StudyHead, run: number) {
  const { seed, point } = settingOf(head, run);
  return { seed, seats: head.points[point]?.seats ?? (['', ''] as const) };
}

/** Where a campaign stood at the end of each day. */
function lastOfDays(scenario: Scenario, { seed, seats }: ReturnType<typeof sittingOf>): DayEnd[] {
  const ends = new Map<number, Position>();
  const sitting = { scenario, seed, seats: [seated(seats[0]), seated(seats[1])] as const };
  const table = openTable(sitting, entry => ends.set(entry.day, table.position), startCompiled);
  while (table.step());
  return [...ends].map(([day, position]) => ({ day, position })).toSorted((a, b) => a.day - b.day);
}

interface Reach {
  readonly low: number | null;
  readonly high: number | null;
}

/** What a metric may still come to, given what it is at the end of a day; null where that says nothing. */
function reachOf({ family }: Metric, value: number | null, day: number): Reach | null {
  // The first day of something stays what it is once it has come; if it has not, the next is the earliest.
  if (family.kind === 'day')
    return value === null ? { low: day + 1, high: null } : { low: value, high: value };
  if (!family.grows || value === null) return null;
  return { low: value, high: family.kind === 'yes' ? 1 : Number.POSITIVE_INFINITY };
}

/** Whether nothing that may still come would do. */
function isDecided({ fails, exactly }: Asked, { low, high }: Reach): boolean {
  if (!fails(low) || !fails(high)) return false;
  const end = high ?? Number.POSITIVE_INFINITY;
  // Both ends miss it, but it may lie between them.
  return exactly === undefined || exactly < (low ?? end) || exactly > end || low === high;
}
