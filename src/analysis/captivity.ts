import type { Ledger } from '../campaign/campaign.ts';
import type { Counts } from '../campaign/counts.ts';
import type { CampaignEvent } from '../campaign/event.ts';
import type { GroupParameters } from '../campaign/parameters.ts';
import type { PartyIndex, Scenario } from '../scenario/scenario.ts';
import type { Position } from '../statechart/position.ts';
import type { Entry } from '../table/record.ts';

/*
 * How long people have been held. A campaign counts people and does not tell one from another, so this
 * is reckoned beside it, by two rules that are said wherever it is shown: those held at the beginning
 * were taken evenly over the days that the scenario gives for their group (where it gives none they are
 * counted from the first day of the campaign, and the number is a least one), and whoever leaves a
 * group, home, ill or dead, is of those held longest.
 */

/** Days in captivity of the people of one group: of the middle one of them, and of whoever was taken first. */
export interface Captivity {
  readonly middle: number;
  readonly longest: number;
  /** Set where it is not known when some of them were taken: they have been held for longer. */
  readonly atLeast: boolean;
}

/**
 * Who reckons: a party knows exactly of those whom it holds, and of its own people what it has heard;
 * an outsider has heard of all; null knows the truth.
 */
export type Reckoner = PartyIndex | 'outsider' | null;

/** What has happened so far: one position more than entries. */
export interface Past {
  readonly scenario: Scenario;
  readonly entries: readonly Pick<Entry, 'event'>[];
  readonly positions: readonly Position[];
}

/** Per group, how long its people have been held at the last of the positions; null where nobody is known to be. */
export function captivityIn(past: Past, reckoner: Reckoner): readonly (Captivity | null)[] {
  const last = past.positions.at(-1);
  if (!last) return [];
  const { groups } = last.campaign.parameters;
  const exact = groups.map(({ holder }) => reckoner === null || reckoner === holder);
  let cohorts = groups.map(group => heldAtFirst(past.scenario, group, exact[group.index] === true));
  for (const [index, { event }] of past.entries.entries()) {
    const [before, after] = [past.positions[index]?.campaign, past.positions[index + 1]?.campaign];
    if (!before || !after) break;
    const taken = takenIn(event, exact);
    if (taken) cohorts = joined(cohorts, taken, after.day);
    if (before.ledger !== after.ledger)
      cohorts = departed(cohorts, groups, leavers(before.ledger, after.ledger, exact));
  }
  const today = Math.max(0, last.campaign.day);
  return cohorts.map(each => captivityOf(each, today));
}

/** People taken evenly between two days. */
interface Cohort {
  readonly from: number;
  readonly to: number;
  readonly people: number;
  /** Set where they were taken before that, nobody knows when. */
  readonly orBefore?: true;
}

/** Those of one group, the oldest first. */
type Cohorts = readonly Cohort[];

function heldAtFirst({ groups }: Scenario, group: GroupParameters, exact: boolean): Cohorts {
  const people = exact ? group.held : group.prior.held.best;
  const since = groups[group.index]?.heldSince;
  if (people === 0) return [];
  return since
    ? [{ from: since.fromDay, to: since.toDay, people }]
    : [{ from: 0, to: 0, people, orBefore: true }];
}

/** People per group whom an event makes prisoners, as far as is known; null where it makes none. */
function takenIn(event: CampaignEvent, exact: readonly boolean[]): Counts | null {
  if (event.type === 'captured')
    return event.people.map((people, group) => (exact[group] ? people : (event.heard.best[group] ?? 0)));
  if (event.type !== 'inject') return null;
  // An inject is public: everybody hears exactly how many were taken.
  const taken = event.effects.flatMap(effect => (effect.kind === 'captured' ? [effect.people] : []));
  return taken.length === 0
    ? null
    : exact.map((_, group) => taken.reduce((all, people) => all + (people[group] ?? 0), 0));
}

function joined(cohorts: readonly Cohorts[], taken: Counts, day: number): Cohorts[] {
  return cohorts.map((each, group) => {
    const people = taken[group] ?? 0;
    return people > 0 ? [...each, { from: day, to: day, people }] : each;
  });
}

/** Who left each group from one moment to the next; `ill`, those of them who passed to another group. */
interface Leavers {
  readonly gone: Counts;
  readonly ill: Counts;
}

/** Everybody hears who came home, or to a neutral country; of illness and death only who holds them. */
function leavers(before: Ledger, after: Ledger, exact: readonly boolean[]): Leavers {
  const of = (kind: keyof Ledger, group: number) => (after[kind][group] ?? 0) - (before[kind][group] ?? 0);
  const gone = exact.map((knows, group) => {
    const freed = of('returned', group) + of('interned', group);
    return Math.max(0, knows ? freed + of('died', group) : freed);
  });
  return { gone, ill: exact.map((knows, group) => (knows ? of('passedOut', group) : 0)) };
}

function departed(
  cohorts: readonly Cohorts[],
  groups: readonly GroupParameters[],
  { gone, ill }: Leavers,
): Cohorts[] {
  const rest = cohorts.map((each, group) => parted(each, gone[group] ?? 0)[1]);
  for (const { index, whenIll } of groups) {
    const [passed, stay] = parted(rest[index] ?? [], ill[index] ?? 0);
    rest[index] = stay;
    const to = rest[whenIll];
    if (to && passed.length > 0) rest[whenIll] = [...to, ...passed].sort((a, b) => a.from - b.from);
  }
  return rest;
}

/** The `people` who were taken first, and the others. */
function parted(cohorts: readonly Cohort[], people: number): readonly [readonly Cohort[], readonly Cohort[]] {
  if (people <= 0) return [[], cohorts];
  const first: Cohort[] = [];
  const rest: Cohort[] = [];
  let left = people;
  for (const cohort of cohorts) {
    const part = Math.min(left, cohort.people);
    left -= part;
    const at = cohort.from + ((cohort.to - cohort.from) * part) / cohort.people;
    if (part > 0) first.push({ ...cohort, to: at, people: part });
    if (part < cohort.people) rest.push({ ...cohort, from: at, people: cohort.people - part });
  }
  return [first, rest];
}

function captivityOf(cohorts: readonly Cohort[], today: number): Captivity | null {
  if (cohorts.length === 0) return null;
  const first = Math.min(...cohorts.map(({ from }) => from));
  // That somebody has been held for no day at least says nothing.
  if (first >= today && cohorts.some(({ orBefore }) => orBefore)) return null;
  const middle = Math.round(today - middleDay(cohorts));
  const people = cohorts.reduce((all, cohort) => all + cohort.people, 0);
  return {
    middle,
    // One person is the middle one and the one held longest.
    longest: people <= 1 ? middle : Math.round(today - first),
    atLeast: cohorts.some(({ orBefore }) => orBefore === true),
  };
}

/** The day by which half of them had been taken. */
function middleDay(cohorts: readonly Cohort[]): number {
  const half = cohorts.reduce((all, { people }) => all + people, 0) / 2;
  let low = Math.min(...cohorts.map(({ from }) => from));
  let high = Math.max(...cohorts.map(({ to }) => to));
  while (high - low > NEAR) {
    const day = (low + high) / 2;
    if (takenBy(cohorts, day) >= half) high = day;
    else low = day;
  }
  return high;
}

/** Days within which the middle is found. */
const NEAR = 0.01;

function takenBy(cohorts: readonly Cohort[], day: number): number {
  return cohorts.reduce((all, { from, to, people }) => {
    const part = day >= to ? 1 : day <= from ? 0 : (day - from) / (to - from);
    return all + people * part;
  }, 0);
}
