import { existsSync } from 'node:fs';
import { formatSpan } from '../../report/date.ts';
import { formatProblem, type Parsed, type Problem } from '../../scenario/problem.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { EXIT, Failure, OutputClosed } from '../failure.ts';
import { recordFaults } from '../record-check.ts';
import { isRecord, type SavedRecord, savedRecord } from '../saved-record.ts';
import { loadScenario, locate, packagedIds, readScenario } from '../scenarios.ts';
import type { Shell } from '../shell.ts';

export interface CheckOptions {
  readonly scenario?: string;
}

/** `parley check`: every problem of every file, each with its line and column. */
export async function check(shell: Shell, files: readonly string[], options: CheckOptions): Promise<void> {
  const scenario = options.scenario === undefined ? undefined : loadScenario(options.scenario);
  const verdicts = files.map(file => verdictOn(file, scenario));
  const open = await tell(shell, verdicts);
  const problems = verdicts.reduce((total, verdict) => total + (verdict.ok ? 0 : verdict.problems.length), 0);
  if (problems === 0) return;
  const unsound = verdicts.filter(verdict => !verdict.ok).length;
  throw new Failure(
    EXIT.badInput,
    !open
      ? ''
      : `${problems} ${problems === 1 ? 'problem' : 'problems'} in ${unsound} of ${files.length} ${files.length === 1 ? 'file' : 'files'}`,
  );
}

/** Prints the verdicts; false where nobody reads to their end, which changes none of them. */
async function tell(shell: Shell, verdicts: readonly Parsed<string>[]): Promise<boolean> {
  try {
    for (const verdict of verdicts) {
      const lines = verdict.ok ? [verdict.value] : verdict.problems.map(formatProblem);
      await shell.print(`${lines.join('\n')}\n`);
    }
    return true;
  } catch (error) {
    if (error instanceof OutputClosed) return false;
    throw error;
  }
}

/** What there is to say for a file in a line, or what is wrong with it. */
function verdictOn(file: string, scenario: Scenario | undefined): Parsed<string> {
  if (looksLikeRecord(file)) return verdictOnRecord(file, scenario);
  const yaml = yamlOf(file);
  const read = readScenario(yaml);
  if (!read.ok) return read;
  const { title, groups } = read.value;
  return {
    ok: true,
    value: `${yaml}: sound; the scenario "${title}", ${groups.length} groups, ${formatSpan(read.value)}`,
  };
}

function looksLikeRecord(file: string): boolean {
  return /\.jsonl?$/.test(file) || isRecord(file);
}

/** A file as it is; of a folder, its scenario; of an identifier, the scenario of that name. */
function yamlOf(file: string): string {
  if (!existsSync(file) && !packagedIds().includes(file)) return file;
  return locate(file);
}

function verdictOnRecord(file: string, scenario: Scenario | undefined): Parsed<string> {
  const read = savedRecord(file, scenario);
  if (!read.ok) return read;
  const problems: Problem[] = recordFaults(read.value);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: soundRecord(read.value) };
}

function soundRecord({ path, record }: SavedRecord): string {
  const { header, entries, ended } = record;
  const until = ended ? 'to its end' : `to day ${entries.at(-1)?.day ?? 0}, and can be taken up again`;
  return `${path}: sound; a record of ${header.scenario}, seed ${header.seed}, ${until}`;
}
