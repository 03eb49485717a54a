import type { Claim, Figure } from './figure.ts';
import type { At, Part, Path } from './place.ts';
import { formatProblem, nearest, type Problem } from './problem.ts';
import type {
  CaptureRate,
  Effect,
  Group,
  HeldSince,
  Inject,
  Instruction,
  Mediator,
  Occasion,
  Party,
  PartyIndex,
  PerParty,
  Scenario,
  ScheduledCapture,
  Teaching,
} from './scenario.ts';
import { daysBetween } from './scenario.ts';
import type { GivenFigure, ScenarioFile } from './schema.ts';

type GivenInstruction = ScenarioFile['parties'][string]['instructions'][number];

/** The texts of a scenario folder: `scenario.yaml` and what it names. */
export interface ScenarioTexts {
  /** The scenario's identifier: the name of its folder. */
  readonly id: string;
  /** How problems name the YAML file. */
  readonly file: string;
  readonly yaml: string;
  /** The other texts of the folder by their path inside it: `briefs/ukraine.md`. */
  readonly attachments: Pick<ReadonlyMap<string, string>, 'get'>;
}

/** Checks of what lies outside a scenario; each returns what is wrong, or null. */
export interface OutsideChecks {
  /** Whether there is a negotiator of a name. */
  readonly seat?: (name: string) => string | null;
}

/** Longest campaign, in days: ten years. */
const LONGEST_CAMPAIGN = 3653;

/** The second level of trust: what the schema cannot see, references between the parts. */
export class Reader {
  readonly problems: Problem[] = [];
  readonly #file: ScenarioFile;
  readonly #texts: ScenarioTexts;
  readonly #at: At;
  readonly #outside: OutsideChecks;
  readonly #partyIds: readonly string[];

  constructor(
    file: ScenarioFile,
    texts: ScenarioTexts,
    { at, outside }: { readonly at: At; readonly outside: OutsideChecks },
  ) {
    this.#file = file;
    this.#texts = texts;
    this.#at = at;
    this.#outside = outside;
    this.#partyIds = Object.keys(file.parties);
  }

  read(): Scenario {
    const file = this.#file;
    const days = this.#days();
    const groups = Object.entries(file.groups).map(([id, group]) => this.#group(id, group));
    this.#checkGroups(groups);
    return {
      id: this.#texts.id,
      title: file.title,
      summary: file.summary,
      background: this.#attachment(file.background, ['background']),
      begins: file.begins,
      days,
      parties: this.#parties(),
      groups,
      lawOfWar: file['law-of-war'],
      ...(file['law-note'] === undefined ? {} : { lawNote: file['law-note'] }),
      ...(file['hostilities-end'] === undefined
        ? {}
        : { hostilitiesEnd: this.#day(file['hostilities-end'], ['hostilities-end']) }),
      trust: this.#figure(file.trust, ['trust']),
      capacity: this.#figure(file.capacity, ['capacity']),
      ...(file.stages === undefined ? {} : { stages: this.#figure(file.stages, ['stages']) }),
      ...(file.place === undefined ? {} : { place: file.place }),
      arranging: this.#figure(file.arranging, ['arranging']),
      captures: file.captures.map((capture, index) => this.#capture(capture, ['captures', index])),
      captureRates: file['capture-rates'].map((rate, index) => this.#captureRate(rate, index, days)),
      occasions: file.occasions.map((occasion, index) => this.#occasion(occasion, index)),
      mediators: Object.entries(file.mediators).map(([id, mediator]) => this.#mediator(id, mediator)),
      injects: Object.entries(file.injects).map(([id, inject]) => this.#inject(id, inject)),
      ...(file.teaching === undefined ? {} : { teaching: this.#teaching(file.teaching) }),
      sources: Object.entries(file.sources).map(([id, source]) => ({ id, ...source })),
    };
  }

  #teaching({ afterwards, ...teaching }: NonNullable<ScenarioFile['teaching']>): Teaching {
    return {
      ...teaching,
      minutes: this.#figure(teaching.minutes, ['teaching', 'minutes']),
      ...(afterwards === undefined ? {} : { afterwards }),
    };
  }

  #report(path: Path, message: string, part: Part = 'value'): void {
    const problem = this.#at(path, message, part);
    // What several things refer to is looked up for each of them, and is wrong once.
    if (!this.problems.some(known => formatProblem(known) === formatProblem(problem)))
      this.problems.push(problem);
  }

  #days(): number {
    const days = daysBetween(this.#file.begins, this.#file.ends);
    if (days < 1)
      this.#report(['ends'], `expected a date after begins (${this.#file.begins}), got "${this.#file.ends}"`);
    if (days > LONGEST_CAMPAIGN)
      this.#report(['ends'], `expected at most ${LONGEST_CAMPAIGN} days, got ${days}`);
    return days;
  }

  #day(date: string, path: Path): number {
    const day = daysBetween(this.#file.begins, date);
    if (day < 0 || day > daysBetween(this.#file.begins, this.#file.ends)) {
      this.#report(path, `expected a date from ${this.#file.begins} to ${this.#file.ends}, got "${date}"`);
    }
    return day;
  }

  #parties(): PerParty<Party> {
    const entries = Object.entries(this.#file.parties);
    const parties = entries.map(([id, party]): Party => {
      const figure = (key: 'pressure' | 'reluctance' | 'imbalance' | 'precedent' | 'patience') =>
        this.#figure(party[key], ['parties', id, key]);
      return {
        id,
        name: party.name,
        capital: party.capital,
        pressure: figure('pressure'),
        reluctance: figure('reluctance'),
        imbalance: figure('imbalance'),
        precedent: figure('precedent'),
        patience: figure('patience'),
        parole: party.parole,
        brief: this.#attachment(party.brief, ['parties', id, 'brief']),
        seat: this.#seat(party.seat, ['parties', id, 'seat']),
        instructions: this.#instructions(
          party.instructions,
          ['parties', id, 'instructions'],
          this.#partyIds.indexOf(id),
        ),
      };
    });
    const [first, second] = parties;
    if (first && second && first.name === second.name) {
      this.#report(
        ['parties', second.id, 'name'],
        `expected another name than that of "${first.id}": "${first.name}"`,
      );
    }
    if (parties.length !== 2) this.#report(['parties'], `expected two parties, got ${parties.length}`);
    // With a problem reported the scenario is thrown away, so the stand-in is never seen.
    return [first, second ?? first] as [Party, Party];
  }

  #seat(name: string, path: Path): string {
    const fault = this.#outside.seat?.(name);
    if (fault) this.#report(path, fault);
    return name;
  }

  #party(id: string, path: Path, part: Part = 'value'): PartyIndex {
    const index = this.#partyIds.indexOf(id);
    if (index < 0) {
      this.#report(path, `expected one of the parties (${this.#partyIds.join(', ')}), got "${id}"`, part);
    }
    return index === 1 ? 1 : 0;
  }

  #group(id: string, group: ScenarioFile['groups'][string]): Group {
    const path = ['groups', id];
    const home = this.#party(group.home, [...path, 'home']);
    const holder = this.#party(group.holder, [...path, 'holder']);
    if (group.home === group.holder) {
      this.#report(
        [...path, 'holder'],
        `expected the other party: "${group.holder}" cannot hold its own people`,
      );
    }
    const figure = (key: 'held' | 'worth' | 'salience' | 'grip') => this.#figure(group[key], [...path, key]);
    return {
      id,
      name: group.name,
      ...(group.short === undefined ? {} : { short: group.short }),
      home,
      holder,
      standing: group.standing,
      about: group.about,
      held: figure('held'),
      ...this.#heldSince(group['held-since'], [...path, 'held-since']),
      worth: figure('worth'),
      salience: figure('salience'),
      grip: figure('grip'),
      custody: group.custody,
      ...(group.consent === undefined ? {} : { consent: this.#figure(group.consent, [...path, 'consent']) }),
      ...(group.prosecuted === undefined
        ? {}
        : { prosecuted: this.#figure(group.prosecuted, [...path, 'prosecuted']) }),
      ...(group['set-apart-by'] === undefined ? {} : { setApartBy: group['set-apart-by'] }),
      ...(group['when-ill'] === undefined ? {} : { whenIll: group['when-ill'] }),
    };
  }

  #heldSince(given: ScenarioFile['groups'][string]['held-since'], path: Path): Pick<Group, 'heldSince'> {
    if (given === undefined) return {};
    const { begins } = this.#file;
    const { from, to = from, reason } = given;
    if (to > begins) {
      const at = given.to === undefined ? 'from' : 'to';
      this.#report([...path, at], `expected a date up to ${begins}, when the campaign begins, got "${to}"`);
    }
    const heldSince: HeldSince = {
      fromDay: daysBetween(begins, from),
      toDay: daysBetween(begins, to),
      claims: this.#claims(given, path),
      ...(reason === undefined ? {} : { reason }),
    };
    return { heldSince };
  }

  #checkGroups(groups: readonly Group[]): void {
    for (const party of this.#partyIds) {
      if (!groups.some(group => this.#partyIds[group.holder] === party)) {
        this.#report(['groups'], `expected at least one group held by "${party}"`);
      }
    }
    for (const group of groups) {
      if (group.whenIll !== undefined) this.#checkWhenIll(group, group.whenIll, groups);
    }
  }

  #checkWhenIll(group: Group, whenIll: string, groups: readonly Group[]): void {
    const path = ['groups', group.id, 'when-ill'];
    const to = groups.find(candidate => candidate.id === this.#groupId(whenIll, path));
    if (to && (to.standing !== 'wounded' || to.home !== group.home)) {
      this.#report(path, `expected a group of wounded people of the same home party, got "${to.id}"`);
    }
    if (group.standing !== 'tradeable')
      this.#report(path, 'expected only in a group that is tradeable', 'key');
  }

  #groupId(id: string, path: Path, part: Part = 'value'): string {
    const known = Object.keys(this.#file.groups);
    if (!known.includes(id)) {
      const meant = nearest(id, known);
      this.#report(
        path,
        `unknown group "${id}"; ${meant ? `did you mean "${meant}"?` : `expected one of ${known.join(', ')}`}`,
        part,
      );
    }
    return id;
  }

  #capture(capture: ScenarioFile['captures'][number], path: Path): ScheduledCapture {
    const { total, rest } = capture;
    if ((total === undefined) !== (rest === undefined)) {
      this.#report(
        path,
        'expected `total` and `rest` together: how many in all, and of which group the others are',
      );
    }
    return {
      day: this.#day(capture.date, [...path, 'date']),
      title: capture.title,
      groups: Object.entries(capture.groups).map(([group, people]) => ({
        group: this.#groupId(group, [...path, 'groups', group], 'key'),
        people: this.#figure(people, [...path, 'groups', group]),
      })),
      ...(total === undefined || rest === undefined
        ? {}
        : {
            total: {
              people: this.#figure(total, [...path, 'total']),
              rest: this.#groupId(rest, [...path, 'rest']),
            },
          }),
    };
  }

  #captureRate(rate: ScenarioFile['capture-rates'][number], index: number, days: number): CaptureRate {
    const path = ['capture-rates', index];
    const fromDay = rate.from === undefined ? 0 : this.#day(rate.from, [...path, 'from']);
    const toDay = rate.to === undefined ? days : this.#day(rate.to, [...path, 'to']);
    if (toDay < fromDay) this.#report([...path, 'to'], `expected a date not before from, got "${rate.to}"`);
    const mix = Object.entries(rate.mix).map(([group, weight]) => ({
      group: this.#groupId(group, [...path, 'mix', group], 'key'),
      weight: this.#figure(weight, [...path, 'mix', group]),
    }));
    if (!mix.some(({ weight }) => weight.best > 0)) {
      this.#report([...path, 'mix'], 'expected at least one group with a weight above 0');
    }
    return {
      name: rate.name,
      perWeek: this.#figure(rate['per-week'], [...path, 'per-week']),
      batch: this.#figure(rate.batch, [...path, 'batch']),
      fromDay,
      toDay,
      mix,
    };
  }

  #occasion(occasion: ScenarioFile['occasions'][number], index: number): Occasion {
    return {
      day: this.#day(occasion.date, ['occasions', index, 'date']),
      name: occasion.name,
      weight: this.#figure(occasion.weight, ['occasions', index, 'weight']),
    };
  }

  #mediator(id: string, mediator: ScenarioFile['mediators'][string]): Mediator {
    const path = ['mediators', id];
    for (const party of Object.keys(mediator.acceptance))
      this.#party(party, [...path, 'acceptance', party], 'key');
    const acceptance = this.#partyIds.slice(0, 2).map(party => {
      const given = Object.hasOwn(mediator.acceptance, party) ? mediator.acceptance[party] : undefined;
      if (!given) this.#report([...path, 'acceptance'], `expected an entry for "${party}"`);
      return this.#figure(given ?? { value: 0, reason: 'missing' }, [...path, 'acceptance', party]);
    });
    return {
      id,
      name: mediator.name,
      about: mediator.about,
      role: mediator.role,
      hosts: mediator.hosts,
      guarantees: mediator.guarantees,
      cover: this.#figure(mediator.cover, [...path, 'cover']),
      acceptance: acceptance as [Figure, Figure],
    };
  }

  /** Instructions to the party at `index`: it can bring home its own people only, and give only whom it holds. */
  #instructions(given: readonly GivenInstruction[], path: Path, index: number): Instruction[] {
    const side = (group: string, key: 'home' | 'holder', at: Path, part: Part) => {
      const id = this.#groupId(group, at, part);
      const wanted = this.#partyIds[index];
      const actual = this.#file.groups[id]?.[key];
      if (wanted !== undefined && actual !== undefined && actual !== wanted) {
        this.#report(
          at,
          key === 'home' ? `expected a group of "${wanted}"` : `expected a group held by "${wanted}"`,
          part,
        );
      }
      return id;
    };
    return given.map(({ text, must, never }, order): Instruction => {
      const at = [...path, order];
      if (never)
        return { text, never: never.map((group, n) => side(group, 'holder', [...at, 'never', n], 'value')) };
      return {
        text,
        must: Object.entries(must ?? {}).map(([group, people]) => ({
          group: side(group, 'home', [...at, 'must', group], 'key'),
          people: this.#figure(people, [...at, 'must', group]),
        })),
      };
    });
  }

  #inject(id: string, inject: ScenarioFile['injects'][string]): Inject {
    const path = ['injects', id];
    const { date, chance, from, to } = inject;
    if (date !== undefined && chance !== undefined) {
      this.#report(path, 'expected `date` or `chance`, not both; with neither it is brought by hand');
    }
    if (chance === undefined && (from !== undefined || to !== undefined)) {
      this.#report(path, '`from` and `to` go with `chance`');
    }
    return {
      id,
      title: inject.title,
      text: inject.text,
      ...(date === undefined ? {} : { day: this.#day(date, [...path, 'date']) }),
      ...(chance === undefined
        ? {}
        : {
            chance: {
              perDay: this.#figure(chance, [...path, 'chance']),
              fromDay: from === undefined ? 0 : this.#day(from, [...path, 'from']),
              toDay: to === undefined ? this.#days() : this.#day(to, [...path, 'to']),
            },
          }),
      effects: inject.effects.flatMap((effect, order) => this.#effects(effect, [...path, 'effects', order])),
    };
  }

  #effects(effect: ScenarioFile['injects'][string]['effects'][number], path: Path): Effect[] {
    if ('captured' in effect) {
      const groups = Object.entries(effect.captured).map(([group, people]) => ({
        group: this.#groupId(group, [...path, 'captured', group], 'key'),
        people: this.#figure(people, [...path, 'captured', group]),
      }));
      return [{ kind: 'captured', groups }];
    }
    if ('pressure' in effect) {
      return Object.entries(effect.pressure).map(([party, strength]) => ({
        kind: 'pressure',
        party: this.#party(party, [...path, 'pressure', party], 'key'),
        strength: this.#figure(strength, [...path, 'pressure', party]),
      }));
    }
    if ('trust' in effect) return [{ kind: 'trust', share: this.#figure(effect.trust, [...path, 'trust']) }];
    if ('halt' in effect) return [{ kind: 'halt', days: this.#figure(effect.halt, [...path, 'halt']) }];
    if ('mediator' in effect) {
      if (!Object.hasOwn(this.#file.mediators, effect.mediator)) {
        this.#report(
          [...path, 'mediator'],
          `unknown mediator "${effect.mediator}"; expected one under mediators`,
        );
      }
      return [{ kind: 'mediator', mediator: effect.mediator }];
    }
    if ('internment-ends' in effect) {
      return Object.entries(effect['internment-ends']).map(([party, trustLost]) => ({
        kind: 'internmentEnds',
        party: this.#party(party, [...path, 'internment-ends', party], 'key'),
        trustLost: this.#figure(trustLost, [...path, 'internment-ends', party]),
      }));
    }
    return Object.entries(effect.instruct).map(([party, instructions]) => ({
      kind: 'instruct',
      party: this.#party(party, [...path, 'instruct', party], 'key'),
      instructions: this.#instructions(
        instructions,
        [...path, 'instruct', party],
        this.#partyIds.indexOf(party),
      ),
    }));
  }

  #attachment(name: string, path: Path): string {
    const text = this.#texts.attachments.get(name);
    if (text === undefined)
      this.#report(path, `expected a readable file of the scenario folder, found no "${name}"`);
    return text ?? '';
  }

  #figure(given: GivenFigure, path: Path): Figure {
    const claims = this.#claims(given, path);
    const value = given.value ?? 0;
    return {
      low: given.low ?? value,
      best: given.best ?? value,
      high: given.high ?? value,
      claims,
      ...(given.reason === undefined ? {} : { reason: given.reason }),
    };
  }

  #claims(given: GivenFigure, path: Path): Claim[] {
    const claims: Claim[] = (given.claims ?? []).map((claim, index) => ({
      by: claim.by,
      ...(claim.says === undefined ? {} : { says: claim.says }),
      sources: this.#sourceIds(claim.source, [...path, 'claims', index, 'source']),
    }));
    if (given.by === undefined || given.source === undefined) return claims;
    return [{ by: given.by, sources: this.#sourceIds(given.source, [...path, 'source']) }, ...claims];
  }

  #sourceIds(ids: readonly string[], path: Path): readonly string[] {
    const known = Object.keys(this.#file.sources);
    for (const [index, id] of ids.entries()) {
      if (known.includes(id)) continue;
      const meant = nearest(id, known);
      const hint = meant ? `did you mean "${meant}"?` : 'expected one of those under sources';
      this.#report(ids.length > 1 ? [...path, index] : path, `unknown source "${id}"; ${hint}`);
    }
    return ids;
  }
}
