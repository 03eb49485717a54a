import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblem, type Parsed, type Problem } from '../scenario/problem.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type CampaignRecord, ENGINE, type RecordHeader, scenarioDigest } from '../table/record.ts';
import { looksLikeRecord, parseRecord, parseRecordHeader } from '../table/record-text.ts';
import { badInput } from './failure.ts';
import { locate, packagedIds, readScenario, SCENARIO_FILE } from './scenarios.ts';
import { readText } from './text-file.ts';

/* A record read back: its text, the scenario it belongs to, and whether the two still fit. */

/** A campaign of ten years has a record of a few megabytes. */
const LARGEST_RECORD = 64_000_000;

export interface SavedRecord {
  readonly path: string;
  readonly text: string;
  readonly scenario: Scenario;
  readonly record: CampaignRecord;
  /** Set where the last line is incomplete. */
  readonly cutOff: Problem | null;
  /** Why a replay may not come out as it was played; null where engine and scenario are the same. */
  readonly mismatch: string | null;
}

/** Whether a file begins as a record does, whatever its name. */
export function isRecord(path: string): boolean {
  const text = readText(path, LARGEST_RECORD);
  return text.ok && looksLikeRecord(text.value);
}

/** Reads a record. The scenario is the one that its header names, unless another is given. */
export function savedRecord(path: string, given?: Scenario): Parsed<SavedRecord> {
  const text = readText(path, LARGEST_RECORD);
  if (!text.ok) return namesScenario(path) ? noRecord(path) : text;
  const header = parseRecordHeader(path, text.value);
  if (!header.ok) return header;
  const found = given ? { ok: true as const, value: given } : scenarioOf(path, header.value);
  if (!found.ok) return found;
  const scenario = found.value;
  const parsed = parseRecord(scenario, path, text.value);
  if (!parsed.ok)
    return header.value.scenario === scenario.id ? parsed : otherScenario(path, header.value, scenario);
  const { record, cutOff } = parsed.value;
  const mismatch = mismatchOf(header.value, scenario);
  return { ok: true, value: { path, text: text.value, scenario, record, cutOff: cutOff ?? null, mismatch } };
}

/** The same, or a failure with every problem on a line of its own. */
export function loadRecord(path: string, given?: Scenario): SavedRecord {
  const read = savedRecord(path, given);
  if (read.ok) return read.value;
  throw badInput(read.problems.map(formatProblem).join('\n'));
}

/** Whether a scenario stands where a record was expected: by its name, or its folder. */
function namesScenario(path: string): boolean {
  return packagedIds().includes(path) ? !existsSync(path) : existsSync(join(path, SCENARIO_FILE));
}

function noRecord(path: string): Parsed<never> {
  const message = `a scenario, and no record; \`parley run ${path} --record FILE\` plays it and writes one`;
  return { ok: false, problems: [{ file: path, line: 0, column: 0, message }] };
}

function scenarioOf(path: string, { scenario }: RecordHeader): Parsed<Scenario> {
  if (packagedIds().includes(scenario)) return readScenario(locate(scenario));
  const message = `a record of the scenario "${scenario}", which does not come with parley; give its folder too (--scenario FOLDER, or play FOLDER --resume)`;
  return { ok: false, problems: [{ file: path, line: 1, column: 1, message }] };
}

/** That people, parties or entries are unknown says nothing where the scenario is another one. */
function otherScenario(path: string, { scenario }: RecordHeader, given: Scenario): Parsed<never> {
  const message = `a record of the scenario "${scenario}", not of "${given.id}"`;
  return { ok: false, problems: [{ file: path, line: 1, column: 1, message }] };
}

function mismatchOf(header: RecordHeader, scenario: Scenario): string | null {
  if (header.engine !== ENGINE) {
    return `the record was made by version ${header.engine} and this is ${ENGINE}`;
  }
  if (header.scenario !== scenario.id) {
    return `the record is of the scenario ${header.scenario} and this is ${scenario.id}`;
  }
  const now = scenarioDigest(scenario);
  return header.scenarioDigest === now
    ? null
    : `the scenario ${scenario.id} has changed since the record was made (then ${header.scenarioDigest}, now ${now})`;
}

/** What a menu needs to know of a record, without reading it in full. */
export interface SavedHeader {
  readonly header: RecordHeader;
  readonly day: number;
  readonly ended: boolean;
}

/** Null where the file is no record that could be taken up. */
export function readSavedHeader(path: string): SavedHeader | null {
  const text = readText(path, LARGEST_RECORD);
  const header = text.ok ? parseRecordHeader(path, text.value) : text;
  if (!text.ok || !header.ok) return null;
  const last = lastWholeLine(text.value);
  return {
    header: header.value,
    day: typeof last['day'] === 'number' ? last['day'] : 0,
    ended: last['end'] === true,
  };
}

function lastWholeLine(text: string): Record<string, unknown> {
  const end = text.lastIndexOf('\n');
  const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return {};
  }
}
