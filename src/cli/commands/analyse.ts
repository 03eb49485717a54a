import { existsSync } from 'node:fs';
import { analyseAs, analyse as analysePosition } from '../../analysis/bargaining-position.ts';
import { drawnOn, likeliestOn } from '../../analysis/silence.ts';
import { analysisResult, formatAnalysisResult } from '../../report/analysis-result-of.ts';
import { formatAnalysis } from '../../report/analysis-text.ts';
import { formatProblem } from '../../scenario/problem.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Position } from '../../statechart/position.ts';
import { lastOf, replay } from '../../table/replay.ts';
import { badInput } from '../failure.ts';
import { pointText } from '../point-files.ts';
import { ruleFault } from '../record-check.ts';
import { isRecord, loadRecord } from '../saved-record.ts';
import { loadScenario, packagedIds } from '../scenarios.ts';
import { partyNamed, seedFrom } from '../seats.ts';
import type { Shell } from '../shell.ts';
import { analysePointFile, type PointOptions } from './analyse-points.ts';

export interface AnalyseOptions extends PointOptions {
  readonly day?: number;
  readonly as?: string;
  readonly seed?: string;
  readonly anyway?: true;
  readonly scenario?: string;
}

/** What is analysed, and what is said of it. */
interface Subject {
  readonly scenario: Scenario;
  readonly seed: string | null;
  readonly position: Position;
  readonly occasion: string;
}

/** `parley analyse`: a position as a bargaining problem, or a set of points. */
export async function analyse(shell: Shell, given: string, options: AnalyseOptions): Promise<void> {
  const points = packagedIds().includes(given) || given.endsWith('.jsonl') ? null : pointText(given);
  refuseStray(given, options, points !== null);
  if (points) return analysePointFile(shell, given, points, options);
  const subject = namesRecord(given) ? ofRecord(shell, given, options) : ofScenario(given, options);
  const { scenario, seed, occasion } = subject;
  const party = options.as === undefined ? null : partyNamed(scenario, options.as);
  const position = party === null ? analysePosition(subject.position) : analyseAs(subject.position, party);
  const text = options.json
    ? formatAnalysisResult(analysisResult(scenario, position, seed))
    : `${formatAnalysis({ scenario, position, occasion }, shell.width)}\n`;
  await shell.print(text);
}

const OF_CAMPAIGNS = ['day', 'as', 'seed', 'scenario', 'anyway'] as const;
const OF_POINTS = ['disagreement', 'power', 'agreed'] as const;

/** Options that mean nothing for what was given would be ignored without a word. */
function refuseStray(given: string, options: AnalyseOptions, arePoints: boolean): void {
  const stray = (arePoints ? OF_CAMPAIGNS : OF_POINTS).find(option => options[option] !== undefined);
  if (stray === undefined) return;
  throw badInput(
    arePoints
      ? `--${stray}: goes with a scenario or a record, and ${given} was taken for points`
      : `--${stray}: goes with a file of points, and ${given} was not taken for one`,
  );
}

function namesRecord(given: string): boolean {
  return !packagedIds().includes(given) && existsSync(given) && (/\.jsonl?$/.test(given) || isRecord(given));
}

function ofScenario(given: string, options: AnalyseOptions): Subject {
  for (const option of ['scenario', 'anyway'] as const) {
    if (options[option] !== undefined)
      throw badInput(`--${option}: goes with a record, and ${given} is none`);
  }
  const scenario = loadScenario(given);
  const day = options.day ?? 0;
  if (day > scenario.days) throw badInput(`--day ${day}: ${scenario.id} has ${scenario.days} days`);
  const seed = options.seed === undefined ? null : seedFrom(options.seed);
  return {
    scenario,
    seed,
    position: seed === null ? likeliestOn(scenario, day) : drawnOn(scenario, seed, day),
    occasion: `both sides having kept silent, at ${seed === null ? 'the likeliest values' : `the values of seed ${seed}`}`,
  };
}

function ofRecord(shell: Shell, path: string, options: AnalyseOptions): Subject {
  if (options.seed !== undefined)
    throw badInput(`--seed ${options.seed}: the record ${path} has its own seed`);
  const saved = loadRecord(path, options.scenario === undefined ? undefined : loadScenario(options.scenario));
  const { scenario, record, mismatch, cutOff } = saved;
  if (mismatch !== null && !options.anyway)
    throw badInput(
      `${path}: ${mismatch}; it may not come out as it was played. --anyway analyses it all the same`,
    );
  const fault = ruleFault(saved);
  if (fault) throw badInput(formatProblem(fault));
  if (cutOff) shell.note(formatProblem(cutOff));
  if (mismatch !== null) shell.note(`${path}: ${mismatch}; analysed all the same`);
  const { positions } = replay(scenario, record);
  if (lastOf({ positions }).campaign.day < 0)
    throw badInput(
      `${path}: ends before the morning of day 0, so there is nothing to analyse; analyse the scenario ${scenario.id} itself to look at day 0`,
    );
  const { seed } = record.header;
  const found = options.day === undefined ? tellingMoment(positions) : onDay(positions, options.day, path);
  return { scenario, seed, ...found, occasion: `a campaign of seed ${seed}, ${found.occasion}` };
}

type Moment = Pick<Subject, 'position' | 'occasion'>;

/** The last agreement; without one the last offer; without that the end. */
function tellingMoment(positions: readonly Position[]): Moment {
  const struck = positions.findLast((_, index) => isStruck(positions, index));
  if (struck) return { position: struck, occasion: 'at its last agreement' };
  const offered = positions.findLast(({ campaign }) => campaign.talks.offer !== null);
  if (offered) return { position: offered, occasion: 'after its last offer' };
  return { position: lastOf({ positions }), occasion: 'where it ends' };
}

/** On a day the agreement struck that day, or else where the day ends. */
function onDay(positions: readonly Position[], day: number, path: string): Moment {
  const last = lastOf({ positions }).campaign.day;
  if (day > last) throw badInput(`--day ${day}: the record ${path} ends on day ${last}`);
  const struck = positions.findLast(
    ({ campaign }, index) => campaign.day === day && isStruck(positions, index),
  );
  if (struck) return { position: struck, occasion: 'at the agreement of the day' };
  const end = positions.findLast(({ campaign }) => campaign.day === day) ?? lastOf({ positions });
  return { position: end, occasion: 'at the end of the day' };
}

function isStruck(positions: readonly Position[], index: number): boolean {
  const before = positions[index - 1]?.campaign.talks.agreement ?? null;
  return before === null && (positions[index]?.campaign.talks.agreement ?? null) !== null;
}
