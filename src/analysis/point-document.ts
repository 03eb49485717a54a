import { type RawDocument, readDocument } from '../scenario/document.ts';
import type { At, Path } from '../scenario/place.ts';
import { nearest, type Parsed, type Problem } from '../scenario/problem.ts';
import type { PerParty } from '../scenario/scenario.ts';
import { type PointRow, pointSetOf } from './point-rows.ts';
import type { PointSet } from './point-set.ts';
import { UNNAMED } from './point-table.ts';

/*
 * A set of points as JSON: a list of { label, values: [a, b] }, or of rows as a data frame writes them, with a
 * label and a value by the name of each party; or { parties, disagreement, points } with such a list.
 */

const KEYS = ['parties', 'disagreement', 'points'] as const;
const EXAMPLE = '{ "label": "peace", "values": [0.9, 0.6] }';

type Raw = Readonly<Record<string, unknown>>;
const isMap = (raw: unknown): raw is Raw => typeof raw === 'object' && raw !== null && !Array.isArray(raw);

export function parsePointDocument(text: string, file: string): Parsed<PointSet> {
  const json = text.replace(/^\uFEFF/, '');
  const fault = faultOfJson(json, file);
  if (fault) return { ok: false, problems: [fault] };
  // What is JSON is YAML too, and the reader of that knows where each value stands.
  const read = readDocument({ file, yaml: json }, 'points');
  if (!read.ok) return { ok: false, problems: read.problems.map(asJson) };
  const { raw } = read.value;
  const problems: Problem[] = [];
  const reader = new PointReader(read.value, problems);
  const set = Array.isArray(raw) ? reader.list(raw) : reader.whole(raw);
  return problems.length > 0 || !set ? { ok: false, problems } : pointSetOf(set);
}

/** Where a text stops being JSON: the engine's own words, which end in the place. */
function faultOfJson(text: string, file: string): Problem | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const [, said = '', position = ''] =
      /^(.*?)(?: in JSON)? at position (\d+)/s.exec((error as Error).message) ?? [];
    const before = text.slice(0, position === '' ? text.length : Number(position)).split('\n');
    const what = said === '' ? 'it ends too early' : said.charAt(0).toLowerCase() + said.slice(1);
    const hint = what.endsWith('after JSON') ? '; put all points into one list' : '';
    const message = `not JSON: ${what.replace(' after JSON', ' after the end')}${hint}`;
    return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message };
  }
}

function asJson(problem: Problem): Problem {
  const message = problem.message.replace(/ YAML/, ' JSON');
  return {
    ...problem,
    message: message.includes('characters') ? `${message}; as CSV it may be larger` : message,
  };
}

class PointReader {
  readonly #at: At;
  readonly #problems: Problem[];

  constructor({ at }: RawDocument, problems: Problem[]) {
    this.#at = at;
    this.#problems = problems;
  }

  /** A bare list of points. */
  list(points: readonly unknown[], path: Path = [], given: PerParty<string> | null = null) {
    const parties = given ?? namesIn(points[0]) ?? UNNAMED;
    const rows = points.flatMap((point, index) => this.#row(point, [...path, index], parties) ?? []);
    return { parties, rows, disagreement: null, problem: (message: string) => this.#at(path, message) };
  }

  /** A map that has the list, and maybe the names of the parties and the disagreement point. */
  whole(raw: unknown) {
    if (!isMap(raw) || !Array.isArray(raw['points'])) {
      const path = isMap(raw) && 'points' in raw ? ['points'] : [];
      return this.#report(path, `expected a list of points, such as [${EXAMPLE}]`);
    }
    for (const key of Object.keys(raw)) if (!isKey(key)) this.#report([key], unknownKey(key), 'key');
    const parties = 'parties' in raw ? this.#names(raw['parties']) : null;
    const set = this.list(raw['points'], ['points'], parties);
    const stated = 'disagreement' in raw ? this.#values(raw, 'disagreement', [], set.parties) : null;
    return { ...set, disagreement: stated };
  }

  #names(raw: unknown): PerParty<string> | null {
    const [first, second] = Array.isArray(raw) && raw.length === 2 ? raw : [];
    if (typeof first === 'string' && typeof second === 'string') return [first.trim(), second.trim()];
    this.#report(
      ['parties'],
      `expected the names of two parties, such as ["Buyer", "Seller"], got ${shown(raw)}`,
    );
    return null;
  }

  #row(raw: unknown, path: Path, parties: PerParty<string>): PointRow | null {
    if (!isMap(raw)) return this.#report(path, `expected a point such as ${EXAMPLE}, got ${shown(raw)}`);
    const { label } = raw;
    if (typeof label !== 'string' && typeof label !== 'number')
      return this.#report([...path, 'label'], `expected a name for the outcome, got ${shown(label)}`);
    const byName = !('values' in raw);
    if (byName && parties === UNNAMED)
      return this.#report(
        path,
        `expected "values": [a, b], or a value by the name of each of two parties, got ${shown(raw)}`,
      );
    const known = byName ? ['label', ...parties] : ['label', 'values'];
    const other = Object.keys(raw).find(key => !known.includes(key));
    if (other !== undefined)
      return this.#report([...path, other], `unknown key; expected ${known.join(', ')}`, 'key');
    const values = byName ? this.#byName(raw, path, parties) : this.#values(raw, 'values', path, parties);
    return values && { label: String(label).trim(), values, problem: message => this.#at(path, message) };
  }

  /** Two values in a list, or by the names of the parties. */
  #values(raw: Raw, key: string, path: Path, parties: PerParty<string>): PerParty<number> | null {
    const both = raw[key];
    const here = [...path, key];
    if (isMap(both)) return this.#byName(both, here, parties);
    if (!Array.isArray(both) || both.length !== 2)
      return this.#report(here, `expected two numbers, such as [0.9, 0.6], got ${shown(both)}`);
    return this.#both(
      [both[0], both[1]],
      [
        [...here, 0],
        [...here, 1],
      ],
    );
  }

  #byName(raw: Raw, path: Path, parties: PerParty<string>): PerParty<number> | null {
    const [first, second] = parties;
    return this.#both(
      [raw[first], raw[second]],
      [
        [...path, first],
        [...path, second],
      ],
    );
  }

  #both(raw: readonly [unknown, unknown], paths: PerParty<Path>): PerParty<number> | null {
    const [first, second] = raw;
    if (isNumber(first) && isNumber(second)) return [first, second];
    const wrong = isNumber(first) ? 1 : 0;
    return this.#report(paths[wrong], `expected a finite number, got ${shown(raw[wrong])}`);
  }

  #report(path: Path, message: string, part: 'key' | 'value' = 'value'): null {
    this.#problems.push(this.#at(path, message, part));
    return null;
  }
}

function isKey(key: string): key is (typeof KEYS)[number] {
  return (KEYS as readonly string[]).includes(key);
}

function unknownKey(key: string): string {
  const meant = nearest(key, KEYS);
  return `unknown key; ${meant ? `did you mean ${meant}?` : `expected ${KEYS.join(', ')}`}`;
}

/** The parties that a row names: what it has beside its label, where that is two things and no list of values. */
function namesIn(row: unknown): PerParty<string> | null {
  const others = isMap(row) && !('values' in row) ? Object.keys(row).filter(key => key !== 'label') : [];
  const [first, second] = others;
  return others.length === 2 && first !== undefined && second !== undefined ? [first, second] : null;
}

function isNumber(raw: unknown): raw is number {
  return typeof raw === 'number' && Number.isFinite(raw);
}

function shown(raw: unknown): string {
  if (raw === undefined) return 'nothing';
  const text = typeof raw === 'number' ? String(raw) : JSON.stringify(raw);
  return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}
