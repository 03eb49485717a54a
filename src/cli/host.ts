import { randomInt } from 'node:crypto';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { asTyped } from '../report/typed.ts';
import { formatProblem } from '../scenario/problem.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { isOutside, type RecordHeader } from '../table/record.ts';
import type { Commands, Host, Pen, TakenUp, Unfinished } from '../terminal/host.ts';
import type { Manner } from '../terminal/manner.ts';
import type { Note } from '../terminal/notes.ts';
import type { Thinking } from '../terminal/thinking.ts';
import { reasonOf } from './errno.ts';
import type { KeptFile } from './kept-file.ts';
import { mannerFile } from './manner-file.ts';
import { notesFile } from './notes-file.ts';
import { freeName, RecordFault, RecordFile, type RecordPlan } from './record-file.ts';
import { writerOf } from './record-lock.ts';
import { readSavedHeader, type SavedRecord, savedRecord } from './saved-record.ts';
import type { SettingsFile } from './settings-file.ts';
import { writeNew } from './text-file.ts';
import { besideItsWays, keepWays, mendWays, waysOf } from './ways-file.ts';

/* What the app asks of the outside, on files: records go to the state folder, or where the user said. */

export interface HostPlan {
  readonly scenarios: readonly Scenario[];
  /** Those of them that come with the package; all unless given. */
  readonly library?: readonly Scenario[];
  /** Where records go that the user gave no name for. */
  readonly folder: string;
  /** Where the first record goes, if the user gave a name. */
  readonly path?: string | undefined;
  readonly commands?: Commands;
  readonly settings?: SettingsFile;
  readonly thinking?: Thinking;
}

export function fileHost(plan: HostPlan): Host {
  const { scenarios, library, folder, path, commands, settings, thinking } = plan;
  const nextPath = (header: RecordHeader) =>
    freeName(path ?? join(folder, `${header.scenario}-${header.seed}.jsonl`));
  return {
    scenarios,
    ...(library ? { library } : {}),
    ...(commands ? { commands } : {}),
    ...(thinking ? { thinking } : {}),
    ...(settings ? { settings: settings.kept, keepSettings: settings.keep } : {}),
    ...(settings?.fault ? { fault: settings.fault } : {}),
    export: (name, text) => {
      const where = freeName(name);
      return asLine(() => {
        writeNew(where, text);
        return { where: asTyped(where) };
      }, `write ${where}`);
    },
    newSeed: () => String(randomInt(1, 100_000)),
    unfinished: () => unfinishedIn(folder, scenarios),
    beginRecord(scenario, header, kept, branch) {
      return asLine(() => {
        if (path === undefined) mkdirSync(folder, { recursive: true, mode: 0o700 });
        const plan = { path: nextPath(header), scenario, header, care: careFor(header) };
        const file = besideItsWays(plan.path, branch, () => RecordFile.begin(plan));
        for (const entry of kept) file.write(entry);
        return penFor(file, notesFile(file.path, true), mannerFile(file.path, true));
      });
    },
  };
}

/** What a person decided is worth a wait for the disk; what negotiators did can be played again from the seed. */
function careFor(header: RecordHeader): RecordPlan['care'] {
  const decides = header.mediator === 'person' || Object.values(header.seats).includes('person');
  return decides ? 'synced' : 'buffered';
}

/** The value, or the line that says why there is none. */
function asLine<T>(make: () => T, what = 'keep a record'): T | string {
  try {
    return make();
  } catch (error) {
    if (error instanceof RecordFault) return error.message;
    if (error instanceof Error && 'code' in error) return `cannot ${what}: ${reasonOf(error)}`;
    throw error;
  }
}

function penFor(file: RecordFile, notes: KeptFile<readonly Note[]>, manner: KeptFile<Manner>): Pen {
  // After a write that failed the last line may be torn, so nothing more is added to it.
  let fault: string | null = null;
  const guarded = (act: () => void): string | null => {
    if (fault === null) {
      const outcome = asLine(act);
      fault = typeof outcome === 'string' ? outcome : null;
    }
    return fault;
  };
  return {
    where: asTyped(file.path),
    file: file.path,
    keepWays,
    write: entry => guarded(() => file.write(entry)),
    end: () => guarded(() => file.end()),
    lost: () => guarded(() => file.expectWhole()),
    keepNotes: given => notes.keep(given),
    keepManner: given => manner.keep(given),
    close: () => {
      guarded(() => file.close());
    },
  };
}

/** Of a record that was played to its end: what stands beside it may still be kept, but nothing is added to it. */
function penOfEnded(path: string, notes: KeptFile<readonly Note[]>, manner: KeptFile<Manner>): Pen {
  return {
    where: asTyped(path),
    file: path,
    keepWays,
    write: () => `${path} says that it was played to its end, so nothing is added to it`,
    end: () => null,
    keepNotes: given => notes.keep(given),
    keepManner: given => manner.keep(given),
    close: () => {},
  };
}

/** How many records the start screen is offered at most. */
const OFFERED = 20;

function unfinishedIn(folder: string, scenarios: readonly Scenario[]): Unfinished[] {
  return recordsIn(folder).flatMap(path => {
    const saved = readSavedHeader(path);
    const scenario = scenarios.find(candidate => candidate.id === saved?.header.scenario);
    if (!saved || saved.ended || !scenario || writerOf(path) !== null) return [];
    const { header, day } = saved;
    return [
      { where: asTyped(path), title: scenario.title, header, day, takeUp: () => takeUp(path, scenario) },
    ];
  });
}

/** Takes up the latest unfinished record that another process is writing, which says so; undefined where none is. */
export function takeUpFromElsewhere(
  folder: string,
  scenarios: readonly Scenario[],
): TakenUp | string | undefined {
  for (const path of recordsIn(folder)) {
    if (writerOf(path) === null) continue;
    const saved = readSavedHeader(path);
    const scenario = scenarios.find(({ id }) => id === saved?.header.scenario);
    if (saved && !saved.ended && scenario) return takeUp(path, scenario);
  }
  return undefined;
}

/** Records of a folder, the latest first. */
function recordsIn(folder: string): string[] {
  const names = asLine(() => readdirSync(folder));
  if (typeof names === 'string') return [];
  return names
    .filter(name => name.endsWith('.jsonl'))
    .map(name => join(folder, name))
    .map(path => ({ path, changed: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.changed - a.changed)
    .slice(0, OFFERED)
    .map(({ path }) => path);
}

/** Reads a record in full and opens it for what follows; nothing follows one that was played to its end. */
export function takeUp(path: string, scenario?: Scenario): TakenUp | string {
  const read = savedRecord(path, scenario);
  if (!read.ok) return read.problems.map(formatProblem).join('; ');
  const against = reasonNotToGoOn(read.value);
  if (against !== null) return `${path}: ${against}`;
  return asLine(() => {
    const { record, text } = read.value;
    const plan = { path, scenario: read.value.scenario, header: record.header, care: careFor(record.header) };
    const notes = notesFile(path);
    const manner = mannerFile(path);
    const pen = record.ended
      ? penOfEnded(path, notes, manner)
      : penFor(RecordFile.goOn(plan, record, text), notes, manner);
    mendWays(path);
    return {
      scenario: plan.scenario,
      record,
      pen,
      notes: notes.kept ?? [],
      notesFault: notes.fault,
      ...(manner.kept ? { manner: manner.kept } : {}),
      mannerFault: manner.fault,
      ...waysOf(path, read.value),
    };
  });
}

function reasonNotToGoOn({ record, mismatch }: SavedRecord): string | null {
  const program = Object.entries(record.header.seats).find(([, seat]) => isOutside(seat));
  if (program) {
    return `${program[0]} is played by a program (${program[1]}), which cannot be taken up again; \`parley replay\` shows it`;
  }
  return mismatch === null
    ? null
    : `${mismatch}, so play cannot go on from it; \`parley replay --anyway\` shows it`;
}
