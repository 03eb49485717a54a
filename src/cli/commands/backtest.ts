import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { backtest as compare, spreadOf } from '../../analysis/backtest.ts';
import {
  type Climatology,
  climatologyOf,
  drawnClimatology,
  FEWEST_TO_DRAW_FROM,
} from '../../analysis/climatology.ts';
import { type Course, courseOf, courseWithin } from '../../analysis/course.ts';
import { type DatedExchange, parseExchangeRecord } from '../../analysis/exchange-record.ts';
import type { Campaign } from '../../campaign/campaign.ts';
import { type Counts, plus, zeros } from '../../campaign/counts.ts';
import { streamsOf } from '../../campaign/streams.ts';
import { everybodyHome } from '../../campaign/worth.ts';
import { formatBacktestJson } from '../../report/backtest-json.ts';
import type { BacktestReport } from '../../report/backtest-report.ts';
import { formatBacktest } from '../../report/backtest-text.ts';
import { counted } from '../../report/people.ts';
import { formatProblem } from '../../scenario/problem.ts';
import { dateOf, type PerParty, type Scenario } from '../../scenario/scenario.ts';
import { startCompiled } from '../../statechart/compiled.ts';
import { openTable } from '../../table/table.ts';
import { badInput } from '../failure.ts';
import { loadScenario, locate } from '../scenarios.ts';
import { seatsFrom } from '../seats.ts';
import type { Shell } from '../shell.ts';
import { readText } from '../text-file.ts';

export interface BacktestOptions {
  readonly against?: string;
  readonly climatology?: string;
  readonly runs: number;
  readonly firstSeed: number;
  readonly json?: true;
}

/** What a scenario folder may hold beside the scenario. */
const RECORD_FILE = 'record.csv';
const CLIMATOLOGY_FILE = 'climatology.csv';
/** Largest record read, in bytes: a thousand times the largest of ours. */
const LARGEST_RECORD = 10_000_000;

/** `parley backtest`: what a scenario brings, by the hundred, beside what history recorded. */
export async function backtest(shell: Shell, given: string, options: BacktestOptions): Promise<void> {
  const scenario = loadScenario(given);
  const folder = dirname(locate(given));
  const history = recordedIn(scenario, options.against ?? ownRecord(scenario, folder));
  const climatology = climatologyFor(scenario, options, folder);
  if (shell.interactive) shell.note(`${scenario.id}: playing ${counted(options.runs, 'campaign')}`);
  const played = await playAll(scenario, options);
  const report: BacktestReport = {
    scenario,
    seats: [scenario.parties[0].seat, scenario.parties[1].seat],
    runs: options.runs,
    firstSeed: options.firstSeed,
    ...history,
    climatology,
    comparisons: compare({
      predicted: played.courses,
      recorded: history.recorded,
      climatology: climatology?.windows,
    }),
    released: played.released,
  };
  await shell.print(options.json ? formatBacktestJson(report) : `${formatBacktest(report, shell.width)}\n`);
}

function ownRecord(scenario: Scenario, folder: string): string {
  const own = beside(folder, RECORD_FILE);
  if (own !== undefined) return own;
  throw badInput(
    `${scenario.id} has no ${RECORD_FILE} in its folder; give the recorded exchanges by --against FILE.csv`,
  );
}

function beside(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  return existsSync(path) ? path : undefined;
}

function readRecord(path: string): readonly DatedExchange[] {
  const text = readText(path, LARGEST_RECORD);
  const parsed = text.ok ? parseExchangeRecord(text.value, path) : text;
  if (parsed.ok) return parsed.value;
  throw badInput(parsed.problems.map(formatProblem).join('\n'));
}

function recordedIn(scenario: Scenario, path: string): { recorded: Course; outside: number } {
  const record = readRecord(path);
  const { begins, days } = scenario;
  const recorded = courseWithin(record, begins, days);
  const inside = recorded.exchanges.length;
  if (record.length === 0) {
    throw badInput(`${path}: holds no exchange, so there is nothing to compare ${scenario.id} with`);
  }
  if (inside === 0) {
    throw badInput(
      `${path}: none of its exchanges lies in the scenario, from ${begins} to ${dateOf(scenario, days)}`,
    );
  }
  return { recorded, outside: record.length - inside };
}

function climatologyFor(
  scenario: Scenario,
  { climatology, firstSeed }: BacktestOptions,
  folder: string,
): Climatology | null {
  const path = climatology ?? beside(folder, CLIMATOLOGY_FILE);
  if (path === undefined) return null;
  const record = readRecord(path);
  const draw = streamsOf(String(firstSeed)).of('climatology').next;
  const found = climatologyOf(record, scenario) ?? drawnClimatology(record, scenario, draw);
  if (found) return found;
  throw badInput(
    `${path}: expected exchanges from at least ${scenario.days + 1} days before ${scenario.begins} on, as many as ` +
      `the scenario has, or at least ${FEWEST_TO_DRAW_FROM} of them before that day`,
  );
}

interface PlayedAll {
  readonly courses: readonly Course[];
  readonly released: BacktestReport['released'];
}

/** The campaigns of all seeds, with a look between two at whether someone wants us to stop. */
async function playAll(scenario: Scenario, { runs, firstSeed }: BacktestOptions): Promise<PlayedAll> {
  const seats = seatsFrom(scenario, []);
  const courses: Course[] = [];
  const released: [number[], number[]] = [[], []];
  for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
    const table = openTable({ scenario, seed: String(seed), seats }, () => {}, startCompiled);
    while (table.step());
    const { campaign } = table.position;
    courses.push(courseOf(campaign));
    for (const party of [0, 1] as const) released[party].push(releasedHome(campaign)[party]);
    await setImmediate();
  }
  return { courses, released: [spreadOf(released[0]), spreadOf(released[1])] };
}

function releasedHome({ parameters, releases }: Campaign): PerParty<number> {
  const none: Counts = zeros(parameters.groups.length);
  const people = releases.reduce((all, release) => plus(all, release.people), none);
  return everybodyHome(parameters, people);
}
