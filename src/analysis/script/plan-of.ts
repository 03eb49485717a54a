import { parseNegotiator } from '../../negotiators/index.ts';
import type { Negotiator } from '../../negotiators/negotiator.ts';
import type { CheckedDocument } from '../../scenario/document.ts';
import type { ScenarioDraft } from '../../scenario/parse.ts';
import type { At, Path } from '../../scenario/place.ts';
import { nearest, type Parsed, type Problem } from '../../scenario/problem.ts';
import type { PartyIndex, PerParty, Scenario } from '../../scenario/scenario.ts';
import type { ScriptFile } from '../../scenario/script-schema.ts';
import { campaignChart } from '../../statechart/campaign.ts';
import type { StateConfig } from '../../statechart/config.ts';
import { metricNamed } from '../study/metrics.ts';
import { repeats } from '../study/repeats.ts';
import { boundFrom, boundWords, undecidable } from './bound.ts';
import { moveFrom } from './move.ts';
import type { Condition, Expectation, Expected, PeopleOf, Rule, ScriptPlan } from './plan.ts';

/** What lies outside a script's text. Each gives what was asked for, or what is wrong with it. */
export interface ScriptOutside {
  readonly scenario: (name: string) => ScenarioDraft | string;
  /** The text of a file beside the script. */
  readonly text: (name: string) => { readonly text: string } | string;
}

/** A script's text, checked against the scenario, its groups and its moves. */
export function planScript(file: CheckedDocument<ScriptFile>, outside: ScriptOutside): Parsed<ScriptPlan> {
  const problems: Problem[] = [];
  const report: Report = (path, message, part) => problems.push(file.at(path, message, part));
  const scenario = scenarioOf(file.value, outside, report);
  if (!scenario) return { ok: false, problems };
  const plan = new Planner(file, { scenario, outside, report }).plan();
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: plan };
}

type Report = (path: Path, message: string, part?: 'key' | 'value') => void;

function scenarioOf(file: ScriptFile, outside: ScriptOutside, report: Report): Scenario | null {
  const draft = outside.scenario(file.scenario);
  if (typeof draft === 'string') {
    report(['scenario'], draft);
    return null;
  }
  const changes = Object.entries(file.set).map(([path, value]) => ({ path, value }));
  const changed = draft.with(changes);
  if (changed.ok) return changed.value;
  const plain = draft.with([]);
  if (!plain.ok) report(['scenario'], `not sound: ${plain.problems[0]?.message ?? ''}`);
  else report(['set'], changed.problems[0]?.message.replace('.value: ', ': ') ?? '');
  return null;
}

interface Surroundings {
  readonly scenario: Scenario;
  readonly outside: ScriptOutside;
  readonly report: Report;
}

/** Of a condition, as it is written. */
type People = NonNullable<NonNullable<ScriptFile['moves'][string][number]['when']>['offered']>;

class Planner {
  readonly #file: ScriptFile;
  readonly #at: At;
  readonly #scenario: Scenario;
  readonly #outside: ScriptOutside;
  readonly #report: Report;

  constructor({ value, at }: CheckedDocument<ScriptFile>, { scenario, outside, report }: Surroundings) {
    this.#file = value;
    this.#at = at;
    this.#scenario = scenario;
    this.#outside = outside;
    this.#report = report;
  }

  plan(): ScriptPlan {
    const { title, seed, seeds, seats, moves } = this.#file;
    for (const party of Object.keys(seats)) this.#party(party, ['seats', party]);
    for (const party of Object.keys(moves)) this.#party(party, ['moves', party]);
    for (const { path, message } of repeats(seeds ?? [], ['seeds'])) this.#report(path, message);
    return {
      title: title ?? null,
      scenario: this.#scenario,
      seeds: (seeds ?? [seed ?? 1]).map(String),
      seats: this.#perParty(party => this.#seat(party)),
      rules: this.#perParty(party => this.#rules(party)),
      injects: this.#injects(),
      lastDay: this.#lastDay(),
      expectations: this.#file.expect.flatMap((given, index) => this.#expectations(given, index)),
    };
  }

  #perParty<T>(of: (party: PartyIndex) => T): PerParty<T> {
    return [of(0), of(1)];
  }

  #party(id: string, path: Path): void {
    const ids = this.#scenario.parties.map(party => party.id);
    if (ids.includes(id)) return;
    const meant = nearest(id, ids);
    this.#report(
      path,
      `no party of ${this.#scenario.id}; ${meant ? `did you mean "${meant}"?` : `expected ${ids.join(' or ')}`}`,
      'key',
    );
  }

  #lastDay(): number {
    const { days } = this.#scenario;
    const last = this.#file.days ?? days;
    if (last > days) this.#report(['days'], `${this.#scenario.id} has ${days} days, got ${last}`);
    return last;
  }

  /** A party with moves waits where none applies, unless somebody is named for it. */
  #seat(party: PartyIndex): Negotiator | null {
    const { id, seat: standard } = this.#scenario.parties[party];
    const given = this.#file.seats[id];
    if (given === undefined && this.#file.moves[id]) return null;
    const found = parseNegotiator(given ?? standard);
    if (found.ok) return found.negotiator;
    this.#report(['seats', id], found.message);
    return null;
  }

  #rules(party: PartyIndex): Rule[] {
    const { id } = this.#scenario.parties[party];
    const given = this.#file.moves[id] ?? [];
    return given.flatMap(({ day, when, once, do: move }, index) => {
      const path = ['moves', id, index];
      if (day !== undefined)
        this.#checkDay(day, given.findIndex(other => other.day === day) < index, [...path, 'day']);
      const condition = this.#condition(when ?? {}, party, [...path, 'when']);
      const made = moveFrom(this.#scenario, id, move);
      if (typeof made !== 'string')
        return [
          { ...made, place: this.#place(path), day: day ?? null, once: once ?? false, when: condition },
        ];
      this.#report([...path, 'do'], made);
      return [];
    });
  }

  #checkDay(day: number, twice: boolean, path: Path): void {
    if (day > this.#lastDay())
      this.#report(path, `is never reached: the last day played is ${this.#lastDay()}`);
    if (twice) this.#report(path, 'a second move on one day, which a party has not');
  }

  #condition(
    given: NonNullable<ScriptFile['moves'][string][number]['when']>,
    party: PartyIndex,
    path: Path,
  ): Condition {
    const { phase, from, to, offered, asked } = given;
    if (phase !== undefined) this.#checkPhase(phase, [...path, 'phase']);
    if (from !== undefined) this.#checkDay(from, false, [...path, 'from']);
    if (from !== undefined && to !== undefined && to < from)
      this.#report([...path, 'to'], `never holds: it ends on day ${to} and begins on day ${from}`);
    return {
      ...(phase === undefined ? {} : { phase }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(offered === undefined
        ? {}
        : { offered: this.#people(offered, [party, 'home'], [...path, 'offered']) }),
      ...(asked === undefined ? {} : { asked: this.#people(asked, [party, 'holder'], [...path, 'asked']) }),
    };
  }

  /** So many in all, or of each group that is named. */
  #people(given: People, [party, side]: readonly [PartyIndex, 'home' | 'holder'], path: Path): PeopleOf[] {
    if (typeof given !== 'number') {
      return Object.entries(given).map(([id, count]) => ({
        groups: [this.#group(id, [party, side], [...path, id])],
        count,
      }));
    }
    const groups = [...this.#scenario.groups.keys()];
    return [{ groups: groups.filter(group => this.#scenario.groups[group]?.[side] === party), count: given }];
  }

  #group(id: string, [party, side]: readonly [PartyIndex, 'home' | 'holder'], path: Path): number {
    const own = this.#scenario.groups.filter(group => group[side] === party).map(group => group.id);
    if (!own.includes(id)) {
      const meant = nearest(id, own);
      const whose = side === 'home' ? "of the party's own people" : 'that the party holds';
      this.#report(
        path,
        `no group ${whose}; ${meant ? `did you mean "${meant}"?` : `expected one of ${own.join(', ')}`}`,
        'key',
      );
    }
    return Math.max(
      0,
      this.#scenario.groups.findIndex(group => group.id === id),
    );
  }

  #checkPhase(phase: string, path: Path): void {
    const known = phasesIn(campaignChart.states?.['talks'] ?? {});
    if (known.includes(phase)) return;
    const meant = nearest(phase, known);
    this.#report(
      path,
      `unknown phase "${phase}"; ${meant ? `did you mean "${meant}"?` : `expected one of ${known.join(', ')}`}`,
    );
  }

  #injects(): ScriptPlan['injects'] {
    const ids = this.#scenario.injects.map(({ id }) => id);
    return this.#file.injects
      .map(({ day, inject }, index) => {
        if (!ids.includes(inject)) {
          const meant = nearest(inject, ids);
          this.#report(
            ['injects', index, 'inject'],
            `unknown inject "${inject}"; ${meant ? `did you mean "${meant}"?` : ids.length > 0 ? `expected one of ${ids.join(', ')}` : 'the scenario has none'}`,
          );
        }
        if (day > this.#lastDay()) this.#checkDay(day, false, ['injects', index, 'day']);
        return { day, id: inject };
      })
      .sort((a, b) => a.day - b.day);
  }

  #expectations(given: ScriptFile['expect'][number], index: number): Expectation[] {
    const { day, ...rest } = given;
    if (day !== undefined) this.#checkDay(day, false, ['expect', index, 'day']);
    if (Object.keys(rest).length === 0) this.#report(['expect', index], 'expected something beside `day`');
    return Object.entries(rest).flatMap(([name, value]) => {
      const path = ['expect', index, name];
      const what = this.#expected({ name, value: value as string | number, by: day }, path);
      if (what === null) return [];
      const words = what.kind === 'metric' ? `${name} ${boundWords(what)}` : `${name} ${value}`;
      return [{ place: this.#place(path), day: day ?? null, what, words }];
    });
  }

  #expected({ name, value, by }: Given, path: Path): Expected | null {
    if (name === 'phase') {
      this.#checkPhase(String(value), path);
      return { kind: 'phase', phase: String(value) };
    }
    if (name === 'record') {
      const found = this.#outside.text(String(value));
      if (typeof found === 'string') this.#report(path, found);
      return typeof found === 'string' ? null : { kind: 'record', text: found.text };
    }
    const metric = metricNamed(name, [this.#scenario]);
    if (typeof metric === 'string') {
      this.#report(path, metric, 'key');
      return null;
    }
    const bound = boundFrom(value);
    if (bound === null) {
      this.#report(
        path,
        `expected a number, a comparison such as ">= 50", yes, no or never, got ${JSON.stringify(value)}`,
      );
      return null;
    }
    if ((value === 'yes' || value === 'no') && metric.family.kind !== 'yes') {
      this.#report(
        path,
        `expected ${metric.family.kind === 'day' ? 'a day, a comparison such as "<= 30", or never' : 'a number, or a comparison such as ">= 50"'}, got "${value}": ${name} is measured in ${metric.family.unit}`,
      );
      return null;
    }
    const day = by ?? this.#file.days ?? this.#scenario.days;
    const idle = undecidable({ metric, bound, day }, this.#scenario);
    if (idle !== null) this.#report(path, idle);
    return { kind: 'metric', metric, bound };
  }

  #place(path: Path) {
    const { file, line, column } = this.#at(path, '');
    return { file, line, column };
  }
}

/** One expectation as it is written, and the day by which it must be so, where one is named. */
interface Given {
  readonly name: string;
  readonly value: string | number;
  readonly by: number | undefined;
}

function phasesIn({ states }: StateConfig, before = ''): string[] {
  return Object.entries(states ?? {}).flatMap(([name, state]) => {
    const path = before === '' ? name : `${before}.${name}`;
    return [path, ...phasesIn(state, path)];
  });
}
