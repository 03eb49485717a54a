import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Pairing, Played, Score } from '../../analysis/tournament.ts';
import { ENGINE, scenarioDigest } from '../../table/record.ts';
import { reasonOf } from '../errno.ts';
import { badInput } from '../failure.ts';
import { type Field, playCampaign } from './field.ts';

/*
 * The pairings of a tournament in a file, a line each, written as they end: a head that says what is
 * played, and after it the pairings with the scores of all their seeds. A tournament that was broken off goes on with those
 * that are missing.
 */

const FILE = 'pairings.jsonl';
/** Version of the lines. */
const FORMAT = 1;

/** A pairing as a line has it: what is taken down of each campaign, in the order of `Score`, pairs first party first. */
interface Line extends Pairing {
  readonly scores: readonly (readonly number[])[];
}

export class PairingsFile {
  static readonly file = FILE;
  readonly #path: string;

  private constructor(path: string) {
    this.#path = path;
  }

  /** Begins a file in a folder; one that exists is never overwritten. */
  static begin(folder: string, field: Field): PairingsFile {
    const path = join(folder, FILE);
    if (existsSync(path)) throw badInput(`${path} exists already: --resume goes on with it`);
    const file = new PairingsFile(path);
    file.#append(headOf(field));
    return file;
  }

  /** Goes on with a file of the same tournament; a line that was torn off is cut away. Begins one where there is none. */
  static goOn(folder: string, field: Field): { readonly file: PairingsFile; readonly played: Played[] } {
    const path = join(folder, FILE);
    if (!existsSync(path)) return { file: PairingsFile.begin(folder, field), played: [] };
    const text = read(path);
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    const [head, ...lines] = whole.split('\n').slice(0, -1);
    if (head === undefined || `${head}\n` !== headOf(field))
      throw badInput(`${path} is of another tournament: other scenarios, negotiators, seeds or engine`);
    const played = lines.map((line, at) => playedIn(line, `${path}:${at + 2}`));
    sameBuild(played[0], field, path);
    truncateSync(path, Buffer.byteLength(whole));
    return { file: new PairingsFile(path), played };
  }

  write(played: Played): void {
    this.#append(`${JSON.stringify(lineOf(played))}\n`);
  }

  #append(text: string): void {
    try {
      appendFileSync(this.#path, text, { mode: 0o600 });
    } catch (error) {
      throw badInput(`cannot write ${this.#path}: ${reasonOf(error)}`);
    }
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw badInput(`cannot read ${path}: ${reasonOf(error)}`);
  }
}

function headOf({ scenarios, entrants, seeds, firstSeed }: Field): string {
  const digests = scenarios.map(scenario => ({ id: scenario.id, digest: scenarioDigest(scenario) }));
  const head = { parley: 'pairings', format: FORMAT, engine: ENGINE, scenarios: digests };
  return `${JSON.stringify({ ...head, negotiators: entrants, seeds, firstSeed })}\n`;
}

/** Builds may call themselves one version and play otherwise: one campaign is played again. */
function sameBuild(played: Played | undefined, field: Field, path: string): void {
  if (!played) return;
  const [now] = lineOf({ ...played, scores: [playCampaign(field, played.pairing, 0)] }).scores;
  const [then] = lineOf(played).scores;
  if (JSON.stringify(now) !== JSON.stringify(then))
    throw badInput(`${path} was written by a build that plays otherwise: begin anew in another folder`);
}

function lineOf({ pairing, scores }: Played): Line {
  return {
    ...pairing,
    scores: scores.map(score => [
      ...score.gained,
      score.agreements,
      ...score.home,
      ...score.captivityEnded,
      ...score.findings,
    ]),
  };
}

function playedIn(line: string, place: string): Played {
  const { scenario, entrants, scores } = parsed(line, place);
  return { pairing: { scenario, entrants }, scores: scores.map(numbers => scoreIn(numbers, place)) };
}

function parsed(line: string, place: string): Line {
  try {
    return JSON.parse(line) as Line;
  } catch {
    throw badInput(`${place}: not a pairing; expected a line of JSON as parley wrote it`);
  }
}

/** How many numbers are taken down of a campaign. */
const NUMBERS = 9;

function scoreIn(numbers: readonly number[], place: string): Score {
  if (numbers.length !== NUMBERS || !numbers.every(number => Number.isFinite(number)))
    throw badInput(`${place}: expected ${NUMBERS} numbers a campaign`);
  const [first = 0, second = 0, agreements = 0, ...pairs] = numbers;
  const pair = (at: number) => [pairs[2 * at] ?? 0, pairs[2 * at + 1] ?? 0] as const;
  return { gained: [first, second], agreements, home: pair(0), captivityEnded: pair(1), findings: pair(2) };
}
