import { existsSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { asTyped } from '../report/typed.ts';
import { formatProblem } from '../scenario/problem.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { CampaignRecord } from '../table/record.ts';
import type { Branch, TakenUp, TakenWay } from '../terminal/host.ts';
import { formatWays, type KeptWay, type KeptWays, parseWays } from '../terminal/kept-ways.ts';
import { besideRecord, type KeptFile, keptBeside } from './kept-file.ts';
import { type SavedRecord, savedRecord } from './saved-record.ts';

/** Where it is kept which ways were played from the beginning of a record. */
export function waysPath(record: string): string {
  return besideRecord(record, 'ways');
}

/** `fresh`: the record has only been begun. */
export function waysFile(record: string, fresh = false): KeptFile<KeptWays> {
  const path = waysPath(record);
  return keptBeside(
    {
      path,
      format: formatWays,
      parse: parseWays,
      otherwise: 'the other ways are not shown',
      cannotKeep: `cannot keep in ${path} which ways were played`,
    },
    fresh,
  );
}

/** Keeps beside the record of each way which others there are; returns a line where that failed. One that was removed is left alone. */
export function keepWays(ways: readonly KeptWay[]): string | null {
  const faults = ways.map(({ number, file }) => {
    if (!existsSync(file)) return null;
    return waysFile(file).keep({ number, ways: near(file, ways) });
  });
  return faults.find(fault => fault !== null) ?? null;
}

/**
 * Begins a record once the file is there that says which ways there are: whoever is stopped between the two has a
 * record that knows the others, or none. Ways of another campaign that had its record here are put aside.
 */
export function besideItsWays<T>(path: string, branch: Branch | undefined, begin: () => T): T {
  const file = waysFile(path, true);
  if (!branch || !existsSync(dirname(path))) return begin();
  const { way, others } = branch;
  file.keep({ number: way.number, ways: near(path, [...others, { ...way, file: path }]) });
  try {
    return begin();
  } catch (error) {
    rmSync(waysPath(path), { force: true });
    throw error;
  }
}

/** Tells the other ways of a record of those that they do not know of, as it is where somebody was stopped. */
export function mendWays(path: string): void {
  const { kept } = waysFile(path);
  if (!kept) return;
  const ways = kept.ways.map(way => ({ ...way, file: join(dirname(path), way.file) }));
  if (ways.some(({ file }) => isBehind(file, ways.length))) keepWays(ways);
}

/** Whether the way with a record at `path` knows of fewer than there are; a file that cannot be read is left as it is. */
function isBehind(path: string, ways: number): boolean {
  if (!existsSync(path)) return false;
  const { kept, fault } = waysFile(path);
  return fault === null && (kept?.ways.length ?? 0) < ways;
}

/** Ways with their records as they are called from beside a record. */
function near(path: string, ways: readonly KeptWay[]): KeptWay[] {
  return ways.map(way => ({ ...way, file: relative(dirname(path), way.file) }));
}

/** The other ways of a record that is taken up, and why not all of them can be shown. */
export function waysOf(path: string, { record, scenario }: SavedRecord): Taken {
  const { kept, fault } = waysFile(path);
  const own = kept?.ways.find(({ number }) => number === kept.number);
  if (!kept || !own) return { waysFault: fault };
  const others = kept.ways
    .filter(way => way !== own)
    .map(way => wayOf({ ...way, file: join(dirname(path), way.file) }, scenario, record));
  const faults = others.filter(other => typeof other === 'string');
  return {
    way: { number: own.number, from: own.from },
    ways: others.filter(other => typeof other !== 'string'),
    waysFault: faults[0] === undefined ? null : `${waysPath(path)}: ${faults[0]}`,
  };
}

type Taken = Pick<TakenUp, 'way' | 'ways' | 'waysFault'>;

/** One of the other ways, or why it cannot be shown. */
function wayOf(way: KeptWay, scenario: Scenario, { header }: CampaignRecord): TakenWay | string {
  const saved = savedRecord(way.file, scenario);
  const not = `way ${way.number} is not shown`;
  if (!saved.ok) return `${not}: ${saved.problems.map(formatProblem)[0] ?? way.file}`;
  const { record } = saved.value;
  // A way begins with the very header of the others.
  if (JSON.stringify(record.header) !== JSON.stringify(header))
    return `${not}: ${way.file} is the record of another campaign`;
  return { ...way, record, where: asTyped(way.file) };
}
