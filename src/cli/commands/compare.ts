import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  between,
  Comparer,
  isPast,
  mismatch,
  sharedMetrics,
  type Tolerance,
} from '../../analysis/study/compare.ts';
import type { StudyHead } from '../../analysis/study/head.ts';
import { isStudyHead } from '../../analysis/study/kept-head.ts';
import { runCount } from '../../analysis/study/plan.ts';
import {
  type Comparison,
  changeName,
  comparisonVerdicts,
  formatComparison,
  formatComparisonJson,
} from '../../report/study/compare.ts';
import { formatProblem, nearest } from '../../scenario/problem.ts';
import { badInput, EXIT, Failure } from '../failure.ts';
import type { Shell } from '../shell.ts';
import { readResult } from '../studies/read-result.ts';
import { reportersFrom, reportOpen } from '../studies/reporters.ts';
import { STUDY_FILE, SUMMARY_JSON } from '../studies/results.ts';
import { readText } from '../text-file.ts';

export interface CompareOptions {
  readonly tolerance?: readonly string[];
  readonly reporter?: readonly string[];
}

/** Largest study.json read, in bytes: that of a study with the most settings there can be. */
const LARGEST_HEAD = 50_000_000;

/** `parley compare`: two results of a study, run by run; fails where a mean moved further than it may. */
export async function compare(
  shell: Shell,
  folders: readonly [before: string, after: string],
  options: CompareOptions,
): Promise<void> {
  const reporters = reportersFrom(options.reporter);
  const [before, after] = [readHead(folders[0]), readHead(folders[1])];
  const against = mismatch(before, after);
  if (against) throw badInput(`${folders[0]} and ${folders[1]} cannot be compared run by run: ${against}`);
  const tolerances = tolerancesFrom(options.tolerance ?? [], sharedMetrics(before, after));
  const { changes, runs } = await changesBetween(folders, [before, after]);
  const judged = changes.map(change => ({
    change,
    tolerance:
      tolerances.get(changeName(change)) ?? tolerances.get(change.metric) ?? tolerances.get('') ?? NONE,
  }));
  const comparison: Comparison = {
    head: before,
    folders,
    runs,
    between: between(before, after),
    changes: judged,
  };
  const open = await reportOpen(shell, reporters, {
    title: `${folders[0]} and ${folders[1]}`,
    suites: comparisonVerdicts(comparison),
    text: () => formatComparison(comparison, shell.width),
    json: () => formatComparisonJson(comparison),
  });
  const past = judged.filter(({ change, tolerance }) => isPast(change, tolerance)).length;
  if (past > 0)
    throw new Failure(EXIT.unmet, open ? `${past} of ${judged.length} moved further than allowed` : '');
}

const NONE: Tolerance = { amount: 0, percent: false };

function readHead(folder: string): StudyHead {
  const path = join(folder, STUDY_FILE);
  const text = readText(path, LARGEST_HEAD);
  if (!text.ok) throw badInput(text.problems.map(formatProblem).join('\n'));
  const head = parsed(text.value);
  if (isStudyHead(head)) return head;
  throw badInput(`${path}: not the result of a study that this version reads`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function changesBetween(folders: readonly [string, string], heads: readonly [StudyHead, StudyHead]) {
  const comparer = new Comparer(heads[0], heads[1]);
  const [first, second] = [await readResult(folders[0], heads[0]), await readResult(folders[1], heads[1])];
  let runs = 0;
  for await (const before of first) {
    const { value: after } = await second.next();
    if (!after) break;
    comparer.add(before.values, after.values);
    runs++;
  }
  const planned = runCount(heads[0]);
  if (runs < planned && !folders.every((folder, index) => endedEarly(folder, heads[index]))) {
    throw badInput(
      `${folders.join(' or ')} holds only ${runs} of ${planned} runs; --resume of study plays the rest`,
    );
  }
  return { changes: comparer.changes, runs };
}

/** Whether a study was to end before its last run, and did: then what both have is compared. */
function endedEarly(folder: string, head: StudyHead | undefined): boolean {
  return head?.stop !== undefined && existsSync(join(folder, SUMMARY_JSON));
}

/** By metric, by aggregate of a metric, or under the empty name for all. */
function tolerancesFrom(given: readonly string[], metrics: readonly string[]): Map<string, Tolerance> {
  const known = metrics.flatMap(metric => [metric, `mean(${metric})`, `rate(${metric})`]);
  return new Map(
    given.map(text => {
      const [, name = '', amount, percent] = /^(?:([\w.()-]+)=)?(\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
      if (amount === undefined) {
        throw badInput(
          `--tolerance ${text}: expected a number, perhaps with % and METRIC= before it, such as home=5%`,
        );
      }
      if (name !== '' && !known.includes(name)) {
        const meant = nearest(name, known);
        throw badInput(
          `--tolerance ${text}: the studies have no metric "${name}"; ${meant ? `did you mean "${meant}"?` : `expected one of ${metrics.join(', ')}`}`,
        );
      }
      return [name, { amount: Number(amount), percent: percent === '%' }];
    }),
  );
}
