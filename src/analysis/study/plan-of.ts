import { parseNegotiator } from '../../negotiators/index.ts';
import type { FigureChange } from '../../scenario/change.ts';
import type { CheckedDocument } from '../../scenario/document.ts';
import type { ScenarioDraft } from '../../scenario/parse.ts';
import type { At, Path } from '../../scenario/place.ts';
import { nearest, type Parsed, type Problem } from '../../scenario/problem.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { levelsOf } from '../../scenario/study-file.ts';
import { MOST_POINTS, type StudyFile } from '../../scenario/study-schema.ts';
import { metricNamed, standardMetrics } from './metrics.ts';
import type { Cell, PlannedThreshold, Point, Settings, StudyPlan } from './plan.ts';
import { pointsOf, SEATS, seedsOf } from './points.ts';
import { isRepeated, repeatsIn } from './repeats.ts';
import { sharing } from './sharing.ts';
import { parseThreshold } from './threshold.ts';

/** A scenario of a study, found by the name in its file. */
export interface FoundScenario {
  readonly given: string;
  readonly draft: ScenarioDraft;
}

/** What lies outside a study's text. */
export interface StudyOutside {
  /** The scenario of a name, or what is wrong with it. */
  readonly scenario: (name: string) => FoundScenario | string;
  /** How many seeds, if that is not left to the file. */
  readonly runs?: number | undefined;
}

/** A study's text, checked against the scenarios, figures, negotiators and metrics there are. */
export function planStudy(file: CheckedDocument<StudyFile>, outside: StudyOutside): Parsed<StudyPlan> {
  const planner = new Planner(file.value, file.at, outside);
  const plan = planner.plan();
  return planner.problems.length > 0 || plan === null
    ? { ok: false, problems: planner.problems }
    : { ok: true, value: plan };
}

interface Loaded extends FoundScenario {
  readonly scenario: Scenario;
}

class Planner {
  readonly problems: Problem[] = [];
  readonly #file: StudyFile;
  readonly #at: At;
  readonly #outside: StudyOutside;
  /** Drawn figures that are whole numbers, of people or of days. */
  readonly #whole = new Set<string>();

  constructor(file: StudyFile, at: At, outside: StudyOutside) {
    this.#file = file;
    this.#at = at;
    this.#outside = outside;
  }

  plan(): StudyPlan | null {
    const loaded = this.#scenarios();
    // Without a scenario nothing else can be looked up.
    if (this.problems.length > 0) return null;
    const scenarios = loaded.map(({ scenario }) => scenario);
    const varied = Object.entries(this.#file.vary).map(([path, given]) => ({
      path,
      levels: levelsOf(given),
    }));
    for (const { path, message } of repeatsIn(this.#file)) this.#report(path, message);
    this.#checkSeats(scenarios);
    for (const one of loaded) this.#checkFigures(one, varied);
    const cells = this.#cells(loaded, varied);
    const metrics = this.#metrics(scenarios);
    const thresholds = this.#thresholds(scenarios, cells, varied);
    if (this.problems.length > 0) return null;
    const points = pointsOf(this.#file, { cells, scenarios, whole: this.#whole });
    const settled = this.#settled(loaded, points);
    if (settled === null) return null;
    return {
      title: this.#file.title ?? null,
      scenarios: loaded.map(({ given, scenario }) => ({ given, scenario })),
      varied,
      drawn: Object.keys(this.#file.draw),
      points,
      settled,
      cells,
      seeds: seedsOf(this.#file, this.#outside.runs),
      metrics: [...new Set([...metrics, ...thresholds.map(({ threshold }) => threshold.metric.name)])],
      thresholds,
    };
  }

  /** The same is said once, however many scenarios show it. */
  #report(path: Path, message: string, part: 'key' | 'value' = 'value'): void {
    const problem = this.#at(path, message, part);
    const said = this.problems.some(
      known =>
        known.line === problem.line && known.column === problem.column && known.message === problem.message,
    );
    if (!said) this.problems.push(problem);
  }

  #scenarios(): Loaded[] {
    const { scenario: given } = this.#file;
    const names = Array.isArray(given) ? given : [given];
    return names.flatMap((name, index) => {
      const path = Array.isArray(given) ? ['scenario', index] : ['scenario'];
      if (names.indexOf(name) < index) this.#report(path, `${name} is named twice`);
      const found = this.#outside.scenario(name);
      if (typeof found === 'string') {
        this.#report(path, found);
        return [];
      }
      return this.#loaded(found, path);
    });
  }

  #loaded(found: FoundScenario, path: Path): Loaded[] {
    const fixed = Object.entries(this.#file.set).map(([figure, value]) => ({ path: figure, value }));
    const plain = found.draft.with([]);
    if (!plain.ok) {
      const [first] = plain.problems;
      this.#report(path, `not sound: ${first?.message ?? ''}; \`parley check ${found.given}\` tells all`);
      return [];
    }
    const before = this.problems.length;
    for (const change of fixed) this.#checkChange(found, change, ['set', change.path]);
    const scenario = found.draft.with(fixed);
    if (scenario.ok) return [{ ...found, scenario: scenario.value }];
    if (this.problems.length === before) this.#report(['set'], firstMessage(scenario.problems));
    return [];
  }

  /** Whether a figure can have a value; a path that is no figure is told at the key. */
  #checkChange({ draft, given }: FoundScenario, change: FigureChange, path: Path): boolean {
    const changed = draft.with([change]);
    if (changed.ok) return true;
    const message = firstMessage(changed.problems).replace(`${change.path}.value: `, '');
    const unknown = message.includes('no figure');
    const of = unknown ? path.slice(0, 2) : path;
    this.#report(of, `${given}: ${message.replace(`${change.path}: `, '')}`, unknown ? 'key' : 'value');
    return false;
  }

  #checkFigures(one: Loaded, varied: StudyPlan['varied']): void {
    for (const { path, levels } of varied) {
      if (path.startsWith(SEATS)) continue;
      const listed = Array.isArray(this.#file.vary[path]);
      for (const [index, value] of levels.entries()) {
        const at = listed ? ['vary', path, index] : ['vary', path];
        if (typeof value === 'string') this.#report(at, `expected a number, got ${JSON.stringify(value)}`);
        else if (!this.#checkChange(one, { path, value }, at)) break;
      }
      this.#checkTwice(path, ['vary', path]);
    }
    for (const [path, { low, high }] of Object.entries(this.#file.draw)) {
      this.#checkTwice(path, ['draw', path]);
      for (const [end, value] of Object.entries({ low, high })) {
        if (!this.#checkChange(one, { path, value }, ['draw', path, end])) break;
      }
      // Between two ends that are allowed only a fraction can be wrong.
      if (!one.draft.with([{ path, value: low + (high - low) / Math.PI }]).ok) this.#whole.add(path);
    }
  }

  /** A figure has one value at a time. */
  #checkTwice(path: string, at: Path): void {
    const places = [this.#file.set, this.#file.vary, this.#file.draw].filter(map => Object.hasOwn(map, path));
    if (places.length > 1) this.#report(at, 'expected in one of `set`, `vary` and `draw` only', 'key');
  }

  #checkSeats(scenarios: readonly Scenario[]): void {
    for (const [party, seat] of Object.entries(this.#file.seats)) {
      this.#checkParty(party, scenarios, ['seats', party]);
      this.#checkNegotiator(seat, ['seats', party]);
      if (Object.hasOwn(this.#file.vary, SEATS + party)) {
        this.#report(['vary', SEATS + party], 'expected in one of `seats` and `vary` only', 'key');
      }
    }
    for (const [path, given] of Object.entries(this.#file.vary)) {
      if (!path.startsWith(SEATS)) continue;
      this.#checkParty(path.slice(SEATS.length), scenarios, ['vary', path]);
      for (const [index, seat] of levelsOf(given).entries())
        this.#checkNegotiator(String(seat), ['vary', path, index]);
    }
  }

  #checkParty(party: string, scenarios: readonly Scenario[], at: Path): void {
    const without = scenarios.find(({ parties }) => parties.every(({ id }) => id !== party));
    if (!without) return;
    const ids = without.parties.map(({ id }) => id);
    const meant = nearest(party, ids);
    this.#report(
      at,
      `${without.id} has no party "${party}"; ${meant ? `did you mean "${meant}"?` : `expected ${ids.join(' or ')}`}`,
      'key',
    );
  }

  #checkNegotiator(seat: string, at: Path): void {
    const found = parseNegotiator(seat);
    if (!found.ok) this.#report(at, found.message);
  }

  #cells(loaded: readonly Loaded[], varied: StudyPlan['varied']): Cell[] {
    const combinations = varied.reduce<Settings[]>(
      (all, { path, levels }) =>
        all.length * levels.length > MOST_POINTS
          ? all
          : all.flatMap(settings => levels.map(level => ({ ...settings, [path]: level }))),
      [{}],
    );
    const size = varied.reduce(
      (all, { levels }) => all * levels.length,
      loaded.length * (this.#file.draws ?? 1),
    );
    if (size > MOST_POINTS) {
      this.#report(['vary'], `expected at most ${MOST_POINTS} settings in all, got ${size}`, 'key');
    }
    return loaded.flatMap((_, scenario) => combinations.map(settings => ({ scenario, settings })));
  }

  /** The scenario of every point. Its figures were looked at one by one; together they may still not fit. */
  #settled(loaded: readonly Loaded[], points: readonly Point[]): Scenario[] | null {
    const settled: Scenario[] = [];
    for (const { scenario, changes } of points) {
      const { draft, scenario: base } = loaded[scenario] as Loaded;
      const changed = draft.with(changes);
      if (!changed.ok) {
        this.#report(['vary'], firstMessage(changed.problems), 'key');
        return null;
      }
      settled.push(sharing(base, changed.value));
    }
    return settled;
  }

  #metrics(scenarios: readonly Scenario[]): string[] {
    const { metrics } = this.#file;
    if (!metrics) return standardMetrics(scenarios);
    for (const [index, name] of metrics.entries()) {
      const metric = metricNamed(name, scenarios);
      if (typeof metric === 'string') this.#report(['metrics', index], metric);
    }
    return metrics;
  }

  #thresholds(
    scenarios: readonly Scenario[],
    cells: readonly Cell[],
    varied: StudyPlan['varied'],
  ): PlannedThreshold[] {
    const known: PlannedThreshold[] = [];
    return this.#file.thresholds.flatMap((given, index) => {
      const path = ['thresholds', index];
      const { that, where } = typeof given === 'string' ? { that: given, where: {} } : given;
      const threshold = parseThreshold(that, scenarios);
      if (typeof threshold === 'string') {
        this.#report(typeof given === 'string' ? path : [...path, 'that'], threshold);
        return [];
      }
      if (!this.#checkWhere(where, varied, [...path, 'where'])) return [];
      const meant = cells.flatMap(({ settings }, cell) =>
        Object.entries(where).every(([key, value]) => settings[key] === value) ? [cell] : [],
      );
      const { file, line, column } = this.#at(path, '');
      const planned = { threshold, cells: meant, place: { file, line, column } };
      const before = known.find(other => isRepeated(other, planned));
      if (before) this.#report(path, `stands in line ${before.place.line} already; give it once`);
      known.push(planned);
      return [planned];
    });
  }

  /** A threshold at a value that nothing is set to would never be looked at. */
  #checkWhere(where: Settings, varied: StudyPlan['varied'], at: Path): boolean {
    const before = this.problems.length;
    for (const [path, value] of Object.entries(where)) {
      const found = varied.find(candidate => candidate.path === path);
      if (!found) {
        const meant = nearest(
          path,
          varied.map(known => known.path),
        );
        this.#report(
          [...at, path],
          `not varied here, so this would never be looked at${meant ? `; did you mean "${meant}"?` : ''}`,
          'key',
        );
      } else if (!found.levels.includes(value)) {
        this.#report([...at, path], `is never ${value}; expected one of ${found.levels.join(', ')}`);
      }
    }
    return this.problems.length === before;
  }
}

function firstMessage(problems: readonly Problem[]): string {
  return problems[0]?.message ?? '';
}
