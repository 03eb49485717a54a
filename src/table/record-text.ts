import type { Counts } from '../campaign/counts.ts';
import { type CampaignEvent, MOVE_TYPES, WORLD_EVENT_TYPES } from '../campaign/event.ts';
import { parseNegotiator } from '../negotiators/index.ts';
import { nearest, type Parsed, type Problem } from '../scenario/problem.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { faultOf } from './event-shape.ts';
import {
  type CampaignRecord,
  digestOf,
  type Entry,
  isOutside,
  RECORD_FORMAT,
  type RecordHeader,
} from './record.ts';

/*
 * A record as text: JSON lines. The first line is the header, each further line one entry, the
 * last one says that the horizon was reached; a record without it can be taken up again. People
 * and parties are written by name. Every line carries a check that chains it to the line before,
 * so that a changed, lost or reordered line shows.
 */

type Json = Record<string, unknown>;

/** Writes a record line by line, in the order of play. */
export interface RecordWriter {
  readonly header: string;
  entry(entry: Entry): string;
  end(): string;
}

export function recordWriter(scenario: Scenario, header: RecordHeader): RecordWriter {
  let check = '';
  const line = (body: Json): string => {
    check = chained(check, body);
    return `${JSON.stringify({ ...body, check })}\n`;
  };
  const first = line({ parley: 'record', format: RECORD_FORMAT, ...header });
  return {
    header: first,
    entry: entry => line(entryToJson(scenario, entry)),
    end: () => line({ end: true }),
  };
}

export function formatRecord(scenario: Scenario, record: CampaignRecord): string {
  const writer = recordWriter(scenario, record.header);
  const lines = record.entries.map(entry => writer.entry(entry));
  return writer.header + lines.join('') + (record.ended ? writer.end() : '');
}

function chained(before: string, body: Json): string {
  return digestOf(before + JSON.stringify(body)).slice(0, 8);
}

export function entryToJson(scenario: Scenario, entry: Entry): Json {
  const { day, event, draws, byHand } = entry;
  return {
    day,
    ...eventToJson(scenario, event),
    ...(draws === undefined ? {} : { draws }),
    ...(byHand ? { byHand } : {}),
  };
}

/** Fields that hold people per group, wherever they stand in an event. */
const COUNTS = new Set(['people', 'deal', 'ill', 'died', 'low', 'best', 'high', 'must', 'interned']);

/** An event with parties, groups and mediators by name; groups with nobody are left out. */
export function eventToJson(scenario: Scenario, event: CampaignEvent): Json {
  return named(scenario, event as unknown as Json);
}

function named(scenario: Scenario, value: Json): Json {
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => {
      if (field === null) return [key, null];
      if (COUNTS.has(key)) return [key, countsToJson(scenario, field as Counts)];
      if (key === 'never') return [key, (field as number[]).map(group => scenario.groups[group]?.id)];
      if (key === 'party' || key === 'about') return [key, scenario.parties[field as 0 | 1].id];
      if (key === 'mediator') return [key, scenario.mediators[field as number]?.id];
      if (Array.isArray(field))
        return [
          key,
          field.map(item =>
            typeof item === 'object' && item !== null ? named(scenario, item as Json) : item,
          ),
        ];
      if (typeof field === 'object') return [key, named(scenario, field as Json)];
      return [key, field];
    }),
  );
}

export function countsToJson(scenario: Scenario, counts: Counts): Record<string, number> {
  return Object.fromEntries(
    scenario.groups.flatMap((group, index) =>
      (counts[index] ?? 0) > 0 ? [[group.id, counts[index] ?? 0]] : [],
    ),
  );
}

/** Whether a text begins as a record does. */
export function looksLikeRecord(text: string): boolean {
  return text.startsWith('{"parley":"record"');
}

/** The header of a record, which says what scenario is needed to read the rest. */
export function parseRecordHeader(file: string, text: string): Parsed<RecordHeader> {
  const fault = (message: string, column = 1): Parsed<RecordHeader> => ({
    ok: false,
    problems: [{ file, line: 1, column, message }],
  });
  if (text.trim() === '') return fault('the file is empty; expected a record');
  const first = text.slice(0, text.indexOf('\n') < 0 ? text.length : text.indexOf('\n'));
  const body = parseLine(first);
  if (body?.['parley'] !== 'record')
    return fault('not a record: expected a first line {"parley":"record",...}');
  if (body['format'] !== RECORD_FORMAT) {
    return fault(
      `record format ${JSON.stringify(body['format'] ?? 'not given')}; this version reads format ${RECORD_FORMAT}`,
    );
  }
  const { engine, scenario, scenarioDigest, seed, seats, mediator, hidden, check } = body;
  const words = [engine, scenario, scenarioDigest, seed].every(word => typeof word === 'string');
  if (!words || !isRecordOf(seats, 'string') || !isRecordOf(hidden, 'number')) {
    return fault(
      'the header is incomplete: expected engine, scenario, scenarioDigest, seed, seats and hidden',
    );
  }
  if (check !== chained('', withoutCheck(body))) return fault('the header was changed after it was written');
  const person = mediator === 'person' ? { mediator } : {};
  const header = { engine, scenario, scenarioDigest, seed, seats, ...person, hidden };
  return { ok: true, value: header as RecordHeader };
}

function isRecordOf(value: unknown, type: 'string' | 'number'): boolean {
  return (
    typeof value === 'object' && value !== null && Object.values(value).every(item => typeof item === type)
  );
}

/** What could be read of a record, and what is wrong with its end if it was cut off. */
export interface ReadRecord {
  readonly record: CampaignRecord;
  /** Set where the last line is incomplete: play was cut off while it was written. */
  readonly cutOff?: Problem;
}

/** A record's text, given its scenario. A changed or lost line is a problem; a torn last one is not. */
export function parseRecord(scenario: Scenario, file: string, text: string): Parsed<ReadRecord> {
  const header = parseRecordHeader(file, text);
  if (!header.ok) return header;
  const seats = seatFault(scenario, header.value);
  if (seats) return { ok: false, problems: [{ file, line: 1, column: 1, message: seats }] };
  const lines = text.split('\n');
  const torn = lines.pop() ?? '';
  const entries: Entry[] = [];
  let check = parseLine(lines[0] ?? '')?.['check'] as string;
  let ended = false;
  for (let index = 1; index < lines.length; index++) {
    const problem = (message: string): Parsed<ReadRecord> => ({
      ok: false,
      problems: [{ file, line: index + 1, column: 1, message }],
    });
    const body = parseLine(lines[index] ?? '');
    if (!body) return problem('not a line of a record: expected one JSON object');
    if (ended) return problem('a line after the end of the record');
    check = chained(check, withoutCheck(body));
    if (body['check'] !== check) return problem('this line, or one before it, was changed, lost or moved');
    if (body['end'] === true) ended = true;
    else {
      const entry = entryFromJson(scenario, body);
      if (typeof entry === 'string') return problem(entry);
      entries.push(entry);
    }
  }
  const record = { header: header.value, entries, ended };
  if (torn === '') return { ok: true, value: { record } };
  const cutOff = {
    file,
    line: lines.length + 1,
    column: 1,
    message: 'the last line is incomplete and was left out',
  };
  return { ok: true, value: { record, cutOff } };
}

/** Every party has a seat, and whoever sits there is known. */
function seatFault({ parties }: Scenario, { seats }: RecordHeader): string | null {
  const ids = parties.map(party => party.id);
  const named = Object.keys(seats);
  if (named.length !== 2 || !ids.every(id => Object.hasOwn(seats, id))) {
    return `seats: expected one for each of ${ids.join(' and ')}`;
  }
  for (const id of ids) {
    const seat = seats[id] ?? '';
    const found = seat === 'person' || isOutside(seat) ? { ok: true as const } : parseNegotiator(seat);
    if (!found.ok) return `seats: ${id}: ${found.message}`;
  }
  return null;
}

function parseLine(line: string): Json | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
  } catch {
    return null;
  }
}

function withoutCheck({ check: _, ...body }: Json): Json {
  return body;
}

function entryFromJson(scenario: Scenario, body: Json): Entry | string {
  const { day, draws, byHand, check: _, ...rest } = body;
  if (typeof day !== 'number' || !Number.isSafeInteger(day)) return 'expected a day';
  if (draws !== undefined && !(Number.isSafeInteger(draws) && Number(draws) > 0))
    return '"draws" is not a number of draws';
  if (byHand !== undefined && byHand !== true) return '"byHand" is not true';
  const event = eventFromJson(scenario, rest);
  if (typeof event === 'string') return event;
  return {
    day,
    event,
    ...(typeof draws === 'number' ? { draws } : {}),
    ...(byHand === true ? { byHand } : {}),
  };
}

/** An event from its JSON form, or what is wrong with it. */
export function eventFromJson(scenario: Scenario, json: Json): CampaignEvent | string {
  const known: readonly string[] = [...MOVE_TYPES, ...WORLD_EVENT_TYPES];
  if (typeof json['type'] !== 'string' || !known.includes(json['type'])) {
    return `unknown event type ${JSON.stringify(json['type'])}`;
  }
  const event = unnamed(scenario, json);
  if (typeof event === 'string') return event;
  return faultOf(event, scenario) ?? (event as unknown as CampaignEvent);
}

function unnamed(scenario: Scenario, json: Json): Json | string {
  const result: Json = {};
  for (const [key, field] of Object.entries(json)) {
    const value = fieldFromJson(scenario, key, field);
    if (value instanceof Error) return value.message;
    result[key] = value;
  }
  return result;
}

function fieldFromJson(scenario: Scenario, key: string, field: unknown): unknown {
  if (field === null) return null;
  if (COUNTS.has(key)) return countsFromJson(scenario, field);
  if (key === 'never') return indicesIn(scenario, field);
  if (Array.isArray(field)) return listFromJson(scenario, field);
  if (key === 'party' || key === 'about') return indexIn(scenario.parties, 'party', field);
  if (key === 'mediator') return indexIn(scenario.mediators, 'mediator', field);
  if (typeof field !== 'object') return field;
  const inner = unnamed(scenario, field as Json);
  return typeof inner === 'string' ? new Error(inner) : inner;
}

function listFromJson(scenario: Scenario, list: readonly unknown[]): unknown[] | Error {
  const items: unknown[] = [];
  for (const item of list) {
    const read = typeof item === 'object' && item !== null ? unnamed(scenario, item as Json) : { item };
    if (typeof read === 'string') return new Error(read);
    items.push(typeof item === 'object' ? read : item);
  }
  return items;
}

function indicesIn(scenario: Scenario, names: unknown): number[] | Error {
  if (!Array.isArray(names)) return new Error('expected a list of groups');
  const indices = names.map(name => indexIn(scenario.groups, 'group', name));
  return indices.find(index => index instanceof Error) ?? (indices as number[]);
}

function indexIn(list: readonly { readonly id: string }[], kind: string, id: unknown): number | Error {
  const index = list.findIndex(item => item.id === id);
  return index < 0 ? unknownId(list, kind, id) : index;
}

function unknownId(list: readonly { readonly id: string }[], kind: string, id: unknown): Error {
  const ids = list.map(item => item.id);
  const meant = typeof id === 'string' ? nearest(id, ids) : undefined;
  const known = meant
    ? `did you mean "${meant}"?`
    : ids.length > 0
      ? `expected one of ${ids.join(', ')}`
      : 'the scenario has none';
  return new Error(`unknown ${kind} ${JSON.stringify(id)}; ${known}`);
}

/** People per group from an object by group name. */
export function countsFromJson(scenario: Scenario, json: unknown): number[] | Error {
  if (typeof json !== 'object' || json === null) return new Error('expected people by group');
  const counts = scenario.groups.map(() => 0);
  for (const [id, people] of Object.entries(json)) {
    const index = scenario.groups.findIndex(group => group.id === id);
    if (index < 0) return unknownId(scenario.groups, 'group', id);
    if (!Number.isSafeInteger(people) || people < 0) {
      return new Error(`${id}: expected a whole number of people, got ${JSON.stringify(people)}`);
    }
    counts[index] = people;
  }
  return counts;
}
