import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from 'yaml';
import type { z } from 'zod';
import type { Claim, Figure } from './figure.ts';
import { nearest, type Parsed, type Problem } from './problem.ts';
import type {
  CaptureRate,
  Group,
  Mediator,
  Occasion,
  Party,
  PartyIndex,
  PerParty,
  Scenario,
  ScheduledCapture,
} from './scenario.ts';
import { daysBetween } from './scenario.ts';
import { type GivenFigure, type ScenarioFile, scenarioSchema } from './schema.ts';

/** The texts of a scenario folder: `scenario.yaml` and what it names. */
export interface ScenarioTexts {
  /** The scenario's identifier: the name of its folder. */
  readonly id: string;
  /** How problems name the YAML file. */
  readonly file: string;
  readonly yaml: string;
  /** The other texts of the folder by their path inside it: `briefs/ukraine.md`. */
  readonly attachments: ReadonlyMap<string, string>;
}

type Path = readonly PropertyKey[];

/** What of a `key: value` pair a problem is about. */
type Part = 'key' | 'value';
type At = (path: Path, message: string, part?: Part) => Problem;

/** Largest scenario text read, in characters: the largest of ours is a twentieth of it. */
export const LARGEST_SCENARIO = 1_000_000;
/** Longest campaign, in days: ten years. */
const LONGEST_CAMPAIGN = 3653;

/**
 * Text to scenario. Every problem is told at once, each with the line and column of the value
 * that is wrong.
 */
export function parseScenario(texts: ScenarioTexts): Parsed<Scenario> {
  const refused = unreadable(texts);
  if (refused) return { ok: false, problems: [refused] };
  const lines = new LineCounter();
  const document = parseDocument(texts.yaml, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'error', // a warning would go to the console, past whoever called
  });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file: texts.file, line, column: col };
  };
  if (document.errors.length > 0) {
    return {
      ok: false,
      problems: syntaxFaults(document).map(fault => ({ ...place(fault.offset), message: fault.message })),
    };
  }
  const at: At = (path, message, part = 'value') => ({
    ...place(offsetOf(document.contents, path, part)),
    message: path.length > 0 ? `${path.map(String).join('.')}: ${message}` : message,
  });
  let raw: unknown;
  try {
    raw = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const message = `not usable YAML: ${(error as Error).message}`;
    return { ok: false, problems: [{ ...place(faultyAlias(document)), message }] };
  }
  const checked = scenarioSchema.safeParse(raw);
  if (!checked.success) {
    return { ok: false, problems: checked.error.issues.flatMap(issue => describe(issue, raw, at)) };
  }
  const reader = new Reader(checked.data, texts, at);
  const scenario = reader.read();
  return reader.problems.length > 0
    ? { ok: false, problems: reader.problems }
    : { ok: true, value: scenario };
}

function unreadable({ file, yaml }: ScenarioTexts): Problem | undefined {
  const problem = (message: string): Problem => ({ file, line: 0, column: 0, message });
  if (yaml.trim() === '') return problem('the file is empty; expected a scenario');
  if (yaml.length > LARGEST_SCENARIO) {
    return problem(`the file has ${yaml.length} characters; expected at most ${LARGEST_SCENARIO}`);
  }
  if (yaml.includes('\0')) return problem('the file is binary; expected YAML text');
  return undefined;
}

/** What the YAML parser objects to. It reports running out of stack as an error of the text. */
function syntaxFaults(document: Document): { offset: number; message: string }[] {
  const deep = document.errors.find(error => /stack/i.test(error.message));
  if (deep) return [{ offset: deep.pos[0], message: 'not usable YAML: nested too deeply' }];
  return document.errors.map(({ code, message, pos }) => ({
    offset: pos[0],
    message: code === 'NON_STRING_KEY' ? 'expected a key that is plain text' : `not YAML: ${message}`,
  }));
}

/** Where the first alias without an anchor before it stands; or the first alias, if all have one. */
function faultyAlias(document: Document): number {
  const anchors = new Set<string>();
  const aliases: { offset: number; resolved: boolean }[] = [];
  visit(document, {
    Node(_key, node) {
      if ('anchor' in node && node.anchor) anchors.add(node.anchor);
    },
    Alias(_key, node) {
      aliases.push({ offset: node.range?.[0] ?? 0, resolved: anchors.has(node.source) });
    },
  });
  return (aliases.find(alias => !alias.resolved) ?? aliases[0])?.offset ?? 0;
}

/**
 * Where in the text the value at `path` stands, or its key. A value written as a block under
 * its key is found at the key; one that is missing, at the key it is missing under.
 */
function offsetOf(contents: unknown, path: Path, part: Part): number {
  let node = contents as Node | null;
  let value = node?.range?.[0] ?? 0;
  let key = value;
  for (const step of path) {
    const pair = pairAt(node, step);
    const next = pair ? (pair.value as Node | null) : child(node, step);
    if (!pair && !next) return key;
    const start = next?.range?.[0];
    key = (isNode(pair?.key) ? pair.key.range?.[0] : undefined) ?? start ?? key;
    value = start === undefined || (isCollection(next) && !next.flow) ? key : start;
    node = next;
  }
  return part === 'key' ? key : value;
}

function pairAt(node: Node | null, key: PropertyKey): Pair | undefined {
  if (!isMap(node)) return undefined;
  return node.items.find(item => isScalar(item.key) && String(item.key.value) === String(key));
}

function child(node: Node | null, key: PropertyKey): Node | null {
  if (node && 'get' in node && typeof node.get === 'function') return (node.get(key, true) as Node) ?? null;
  return null;
}

/** A schema issue as problems: what was found, and what was meant where a key is misspelt. */
function describe(issue: z.core.$ZodIssue, raw: unknown, at: At): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => at([...issue.path, key], unknownKey(key, issue.path), 'key'));
  }
  if (issue.code === 'invalid_key') return [at(issue.path, issue.issues[0]?.message ?? issue.message, 'key')];
  const found = valueAt(raw, issue.path);
  if (found === undefined && issue.path.length > 0) {
    return [at(issue.path, `missing; ${expectation(issue)}`)];
  }
  return [at(issue.path, `${expectation(issue)}${issue.code === 'custom' ? '' : `, got ${shown(found)}`}`)];
}

/** The library's words for types, in ours. */
const TYPE_WORDS: Readonly<Record<string, string>> = {
  object: 'a map of keys and values',
  record: 'a map of keys and values',
  array: 'a list',
  string: 'some text',
  boolean: 'true or false',
};

function expectation(issue: z.core.$ZodIssue): string {
  const message = issue.message.replace(/^Invalid (?:input|option): /, '').replace(/, received .*$/, '');
  return message.replace(/^expected (\w+)$/, (whole, type: string) =>
    Object.hasOwn(TYPE_WORDS, type) ? `expected ${TYPE_WORDS[type]}` : whole,
  );
}

/** A found value, short enough for one line. */
function shown(found: unknown): string {
  if (found === null) return 'nothing';
  if (Array.isArray(found)) return 'a list';
  if (typeof found === 'object') return 'a map of keys and values';
  const text = typeof found === 'string' ? JSON.stringify(found) : String(found);
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}

function unknownKey(key: string, path: Path): string {
  const meant = nearest(key, knownKeys(path));
  return `unknown key${meant ? `; did you mean "${meant}"?` : ''}`;
}

/** What of a schema tells which keys it knows. */
interface KnownSchema {
  readonly shape?: Readonly<Record<string, KnownSchema>>;
  readonly def?: {
    readonly innerType?: KnownSchema;
    readonly valueType?: KnownSchema;
    readonly element?: KnownSchema;
  };
}

/** The keys that the schema knows at a path, for suggestions only. */
function knownKeys(path: Path): string[] {
  let schema: KnownSchema | undefined = scenarioSchema as KnownSchema;
  for (const key of path) {
    schema = schema?.shape?.[String(key)] ?? schema?.def?.valueType ?? schema?.def?.element;
    while (schema?.def?.innerType) schema = schema.def.innerType;
  }
  return Object.keys(schema?.shape ?? {});
}

function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    raw,
  );
}

/** The second level of trust: what the schema cannot see, references between the parts. */
class Reader {
  readonly problems: Problem[] = [];
  readonly #file: ScenarioFile;
  readonly #texts: ScenarioTexts;
  readonly #at: At;
  readonly #partyIds: readonly string[];

  constructor(file: ScenarioFile, texts: ScenarioTexts, at: At) {
    this.#file = file;
    this.#texts = texts;
    this.#at = at;
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
      trust: this.#figure(file.trust, ['trust']),
      capacity: this.#figure(file.capacity, ['capacity']),
      arranging: this.#figure(file.arranging, ['arranging']),
      captures: file.captures.map((capture, index) => this.#capture(capture, ['captures', index])),
      captureRates: file['capture-rates'].map((rate, index) => this.#captureRate(rate, index, days)),
      occasions: file.occasions.map((occasion, index) => this.#occasion(occasion, index)),
      mediators: Object.entries(file.mediators).map(([id, mediator]) => this.#mediator(id, mediator)),
      sources: Object.entries(file.sources).map(([id, source]) => ({ id, ...source })),
    };
  }

  #report(path: Path, message: string, part: Part = 'value'): void {
    this.problems.push(this.#at(path, message, part));
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
        brief: this.#attachment(party.brief, ['parties', id, 'brief']),
        seat: party.seat,
      };
    });
    const [first, second] = parties;
    if (parties.length !== 2) this.#report(['parties'], `expected two parties, got ${parties.length}`);
    // With a problem reported the scenario is thrown away, so the stand-in is never seen.
    return [first, second ?? first] as [Party, Party];
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
      home,
      holder,
      standing: group.standing,
      about: group.about,
      held: figure('held'),
      worth: figure('worth'),
      salience: figure('salience'),
      grip: figure('grip'),
      ...(group['when-ill'] === undefined ? {} : { whenIll: group['when-ill'] }),
    };
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
      cover: this.#figure(mediator.cover, [...path, 'cover']),
      acceptance: acceptance as [Figure, Figure],
    };
  }

  #attachment(name: string, path: Path): string {
    const text = this.#texts.attachments.get(name);
    if (text === undefined) this.#report(path, `expected a file of the scenario folder, found no "${name}"`);
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
