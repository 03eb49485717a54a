import type { View } from '../../campaign/view.ts';
import type { Place } from '../../scenario/problem.ts';
import type { PartyIndex } from '../../scenario/scenario.ts';
import { startCompiled } from '../../statechart/compiled.ts';
import { type Position, phaseOf } from '../../statechart/position.ts';
import type { CampaignRecord } from '../../table/record.ts';
import { formatRecord } from '../../table/record-text.ts';
import { openTable, type Table } from '../../table/table.ts';
import { type Metric, measured } from '../study/metric.ts';
import { outcomeAt } from '../study/outcome.ts';
import { type Asked, type DayEnd, decidedOn } from '../study/shrink.ts';
import { meets } from '../study/threshold.ts';
import type { Condition, Expectation, Expected, Rule, ScriptPlan } from './plan.ts';

/** One thing that a script expected, and what was. */
export interface ScriptVerdict {
  readonly place: Place;
  readonly day: number;
  readonly expected: string;
  readonly met: boolean;
  readonly was: string;
}

export interface ScriptPlayed {
  readonly record: CampaignRecord;
  /** First the moves that could not be made, then every expectation, in the order of the file. */
  readonly verdicts: readonly ScriptVerdict[];
}

/** Plays a script with a seed. */
export function playScript(plan: ScriptPlan, seed: string): ScriptPlayed {
  const { scenario, seats, lastDay } = plan;
  const positions: Position[] = [];
  const sitting = { scenario, seed, seats: [seats[0] ?? 'person', seats[1] ?? 'person'] as const };
  const table = openTable(sitting, () => positions.push(table.position), startCompiled);
  positions.push(table.position);
  const undone = followScript(table, plan);
  const entries = table.entries.filter(({ day }) => day <= lastDay);
  const record = { header: table.header, entries, ended: table.position.done && lastDay === scenario.days };
  const kept = positions.slice(0, entries.length + 1);
  const played = { plan, table, record, positions: kept };
  return {
    record,
    verdicts: [...undone, ...plan.expectations.map(expectation => verdictOn(expectation, played))],
  };
}

/** Every turn up to the last day; what a rule wanted and the rules of the game refused is told. */
function followScript(table: Table, plan: ScriptPlan): ScriptVerdict[] {
  const undone: ScriptVerdict[] = [];
  const done = new Set<Rule>();
  const injects = [...plan.injects];
  for (let party = table.awaited(); party !== null; party = table.awaited()) {
    const { day } = table.position.campaign;
    if (day > plan.lastDay) break;
    while ((injects[0]?.day ?? day + 1) <= day) table.inject(injects.shift()?.id ?? '');
    const rule = ruleFor(table, party, plan.rules[party]);
    const refused = rule ? table.move(rule.move) : null;
    if (rule) done.add(rule);
    if (rule && refused) undone.push(notMade(rule, day, refused.message));
    // A party without a negotiator waits where no rule applies.
    if ((!rule || refused) && !table.step()) waitATurn(table);
  }
  const missed = plan.rules.flat().filter(rule => rule.day !== null && !done.has(rule));
  return [
    ...undone,
    ...missed.map(rule => notMade(rule, rule.day ?? 0, 'the party had no turn on that day')),
  ];
}

function waitATurn(table: Table): void {
  const refused = table.move({ type: 'wait' });
  if (refused) throw new Error(`a party could not even wait: ${refused.message}`);
}

function notMade({ place, words }: Rule, day: number, was: string): ScriptVerdict {
  return { place, day, expected: `the move ${words}`, met: false, was: `not made: ${was}` };
}

/** A move of the day comes before one that waits for its moment; of those, the first whose moment it is. */
function ruleFor(table: Table, party: PartyIndex, rules: readonly Rule[]): Rule | undefined {
  const view = table.view(party);
  const dated = rules.find(({ day }) => day === view.day);
  if (dated) return dated;
  const possible = new Set(table.legal().map(({ type }) => type));
  return rules.find(({ day, when, move }) => day === null && possible.has(move.type) && holds(when, view));
}

function holds({ phase, from, to, offered, asked }: Condition, view: View): boolean {
  if (phase !== undefined && !isIn(view.phase, phase)) return false;
  if (view.day < (from ?? 0) || view.day > (to ?? view.day)) return false;
  if (!offered && !asked) return true;
  const { offer } = view.talks;
  if (!offer || offer.by === view.party) return false;
  const enough = offered?.every((least, group) => (offer.deal[group] ?? 0) >= least) ?? true;
  return enough && (asked?.every(([group, most]) => (offer.deal[group] ?? 0) <= most) ?? true);
}

function isIn(phase: string, region: string): boolean {
  return phase === region || phase.startsWith(`${region}.`);
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
  if (value !== null) return String(value);
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
