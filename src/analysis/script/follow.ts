import type { View } from '../../campaign/view.ts';
import type { Place } from '../../scenario/problem.ts';
import type { PartyIndex } from '../../scenario/scenario.ts';
import type { Table } from '../../table/table.ts';
import type { Condition, Rule, ScriptPlan } from './plan.ts';
import type { ScriptVerdict } from './verdict.ts';

/* A campaign in which parties do what a script says. */

/** A move with a condition that was never made. */
export interface NeverMade {
  readonly place: Place;
  /** As it is written. */
  readonly move: string;
  /** The first day on which its condition held and the move was not possible; null where it never held. */
  readonly notPossibleOn: number | null;
}

/** What became of the moves of a script. */
export interface Followed {
  /** The moves that were not made when they were to be, each once. */
  readonly refused: readonly ScriptVerdict[];
  readonly neverMade: readonly NeverMade[];
}

/** What became of one rule. */
interface Fate {
  made: boolean;
  /** The first day on which its condition held and the move was not possible. */
  notPossibleOn: number | null;
  refusal: { readonly day: number; readonly why: string; days: number } | null;
}

/** Every turn up to the last day. */
export function followScript(table: Table, plan: ScriptPlan): Followed {
  const follower = new Follower(table, plan);
  const injects = [...plan.injects];
  for (let party = table.awaited(); party !== null; party = table.awaited()) {
    const { day } = table.position.campaign;
    if (day > plan.lastDay) break;
    while ((injects[0]?.day ?? day + 1) <= day) table.inject(injects.shift()?.id ?? '');
    // A party without a negotiator waits where no rule applies.
    if (!follower.move(party) && !table.step()) waitATurn(table);
  }
  return follower.followed;
}

function waitATurn(table: Table): void {
  const refused = table.move({ type: 'wait' });
  if (refused) throw new Error(`a party could not even wait: ${refused.message}`);
}

class Follower {
  readonly #table: Table;
  readonly #plan: ScriptPlan;
  readonly #fates: ReadonlyMap<Rule, Fate>;

  constructor(table: Table, plan: ScriptPlan) {
    this.#table = table;
    this.#plan = plan;
    this.#fates = new Map(
      plan.rules.flat().map(rule => [rule, { made: false, notPossibleOn: null, refusal: null }]),
    );
  }

  /** Makes the move whose moment it is; false where there is none, or it is refused. */
  move(party: PartyIndex): boolean {
    const view = this.#table.view(party);
    const rule = this.#ruleFor(view, this.#plan.rules[party]);
    const fate = rule && this.#fates.get(rule);
    if (!rule || !fate) return false;
    const refused = this.#table.move(rule.move);
    if (!refused) fate.made = true;
    else if (fate.refusal) fate.refusal.days++;
    else fate.refusal = { day: view.day, why: refused.message, days: 1 };
    return !refused;
  }

  /** A move of the day comes before one that waits for its moment; of those, the first whose moment it is. */
  #ruleFor(view: View, rules: readonly Rule[]): Rule | undefined {
    const dated = rules.find(({ day }) => day === view.day);
    if (dated) return dated;
    const possible = new Set(this.#table.legal().map(({ type }) => type));
    return rules.find(rule => {
      const fate = this.#fates.get(rule);
      if (!fate || rule.day !== null || (rule.once && fate.made) || !holds(rule.when, view)) return false;
      if (!possible.has(rule.move.type)) fate.notPossibleOn ??= view.day;
      return possible.has(rule.move.type);
    });
  }

  get followed(): Followed {
    const fates = [...this.#fates];
    return {
      refused: fates.flatMap(([rule, fate]) => refusalOf(rule, fate) ?? []).sort((a, b) => a.day - b.day),
      neverMade: fates
        .filter(([{ day }, { made, refusal }]) => day === null && !made && !refusal)
        .map(([{ place, words }, { notPossibleOn }]) => ({ place, move: words, notPossibleOn })),
    };
  }
}

function refusalOf({ place, day, words }: Rule, { made, refusal }: Fate): ScriptVerdict | null {
  const verdict = { place, expected: `the move ${words}`, met: false };
  if (refusal) {
    const { days, why } = refusal;
    const later = days > 1 ? ` (nor on ${days - 1} later ${days === 2 ? 'day' : 'days'})` : '';
    return { ...verdict, day: refusal.day, was: `not made: ${why}${later}` };
  }
  if (day === null || made) return null;
  return { ...verdict, day, was: 'not made: the party had no turn on that day' };
}

function holds(condition: Condition, view: View): boolean {
  const { phase, from, to, offered, asked } = condition;
  if (phase !== undefined && !isIn(view.phase, phase)) return false;
  if (view.day < (from ?? 0) || view.day > (to ?? view.day)) return false;
  return (!offered && !asked) || isOnTheTable(condition, view);
}

/** Whether the other side's offer, or a mediator's, is as good as the condition wants it. */
function isOnTheTable({ offered, asked }: Condition, { talks: { offer }, party }: View): boolean {
  if (!offer || offer.by === party) return false;
  const people = (groups: readonly number[]) =>
    groups.reduce((sum, group) => sum + (offer.deal[group] ?? 0), 0);
  const enough = offered?.every(({ groups, count }) => people(groups) >= count) ?? true;
  return enough && (asked?.every(({ groups, count }) => people(groups) <= count) ?? true);
}

/** Whether a state is the one that is named, or in it. */
export function isIn(state: string, region: string): boolean {
  return state === region || state.startsWith(`${region}.`);
}
