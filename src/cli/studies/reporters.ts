import {
  accessSync,
  appendFileSync,
  constants,
  existsSync,
  lstatSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { devNull } from 'node:os';
import { dirname, resolve } from 'node:path';
import { formatAnnotations, formatJobSummary, LARGEST_SUMMARY } from '../../report/github.ts';
import { formatJUnit } from '../../report/junit.ts';
import type { VerdictSuite } from '../../report/verdict.ts';
import { codeOf, reasonOf } from '../errno.ts';
import { badInput, OutputClosed } from '../failure.ts';
import { existsAlready } from '../record-file.ts';
import type { Shell } from '../shell.ts';
import { writeNew } from '../text-file.ts';
import { Unwritten } from './unwritten.ts';

/* Who is told what came out: people, programs, continuous integration; several at once. */

export const REPORTERS = ['text', 'json', 'junit', 'github'] as const;
export type ReporterName = (typeof REPORTERS)[number];

/** A reporter, and the file it writes to in place of standard output; the null device discards it. */
export interface Reporter {
  readonly name: ReporterName;
  readonly file?: string;
}

/** Reporters as the command line says them: NAME or NAME=FILE. */
export function reportersFrom(given: readonly string[] | undefined): Reporter[] {
  if (!given || given.length === 0) return [{ name: 'text' }];
  const reporters = given.flatMap(words => words.split(',')).map(reporterFrom);
  const files = reporters.flatMap(({ file }) =>
    file === undefined || file === devNull ? [] : [resolve(file)],
  );
  const twice = files.find((file, index) => files.indexOf(file) < index);
  if (twice !== undefined)
    throw badInput(`--reporter: ${twice} is given to two reporters; give each its own`);
  const open = reporters.filter(({ file }) => file === undefined).map(({ name }) => name);
  const again = open.find((name, index) => open.indexOf(name) < index);
  if (again !== undefined)
    throw badInput(`--reporter ${again} is given twice for standard output; give it once, or a file`);
  return reporters;
}

function reporterFrom(text: string): Reporter {
  const [name = '', ...rest] = text.split('=');
  const file = rest.join('=');
  if (!(REPORTERS as readonly string[]).includes(name)) {
    throw badInput(`--reporter ${text}: expected one of ${REPORTERS.join(', ')}, each perhaps with =FILE`);
  }
  if (text.includes('=') && file === '') throw badInput(`--reporter ${text}: expected a file after "="`);
  if (file !== '') expectFree(name, file);
  return { name: name as ReporterName, ...(file === '' ? {} : { file }) };
}

/** Said before hours are played, and not after: what a report cannot be written to. */
function expectFree(name: string, file: string): void {
  const fault = (message: string) => badInput(`--reporter ${name}=${file}: ${message}`);
  if (file === devNull) return;
  if (!existsSync(dirname(file))) throw fault('the folder of the file does not exist');
  const there = lstatSync(file, { throwIfNoEntry: false });
  if (!there) {
    const refused = refusedIn(dirname(file));
    if (refused === null) return;
    throw fault(`the folder of the file cannot be written: ${refused}`);
  }
  const instead = there.isFile() ? '' : `, or --reporter ${name} alone for standard output`;
  throw fault(`${existsAlready(file)}${instead}`);
}

/** Why no file can be made in a folder; null where one can. */
function refusedIn(folder: string): string | null {
  try {
    accessSync(folder, constants.W_OK);
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}

/** What there is to report. */
export interface Reported {
  readonly title: string;
  readonly suites: readonly VerdictSuite[];
  readonly text: () => string;
  readonly json: () => string;
}

/** Has every reporter report; false where nobody reads to the end, which changes no verdict. */
export async function reportOpen(
  shell: Shell,
  reporters: readonly Reporter[],
  reported: Reported,
): Promise<boolean> {
  try {
    await report(shell, reporters, reported);
    return true;
  } catch (error) {
    if (error instanceof OutputClosed) return false;
    throw error;
  }
}

/** In the order in which they were asked for; where one cannot write, the others still do, and then it is said. */
async function report(shell: Shell, reporters: readonly Reporter[], reported: Reported): Promise<void> {
  const failures: unknown[] = [];
  for (const reporter of reporters) {
    const pieces = reporter.name === 'github' ? [appendJobSummary, reportOne] : [reportOne];
    for (const piece of pieces) {
      try {
        await piece(shell, reported, reporter);
      } catch (error) {
        failures.push(error);
      }
    }
  }
  const first = failures.find(error => !(error instanceof OutputClosed));
  if (failures.length > 0) throw first ?? failures[0];
}

async function reportOne(shell: Shell, reported: Reported, { name, file }: Reporter): Promise<void> {
  const text = textOf(name, reported);
  if (file === undefined) await shell.print(text);
  else if (file !== devNull) writeReport(file, text);
}

function textOf(name: ReporterName, { suites, text, json }: Reported): string {
  switch (name) {
    case 'text':
      return text();
    case 'json':
      return json();
    case 'junit':
      return formatJUnit(suites);
    case 'github':
      return formatAnnotations(suites);
  }
}

/** The runner names the file of the job summary; other steps of the job have files of their own. */
function appendJobSummary({ env }: Shell, { title, suites }: Reported): void {
  const file = env['GITHUB_STEP_SUMMARY'];
  if (!file) return;
  try {
    const taken = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    appendFileSync(file, formatJobSummary(title, suites, LARGEST_SUMMARY - taken));
  } catch (error) {
    throw badInput(`cannot write the job summary ${file}: ${reasonOf(error)}`);
  }
}

/** A report that cannot be written is told by itself: the result has been kept. */
function writeReport(path: string, text: string): void {
  try {
    writeOnce(path, text);
  } catch (error) {
    throw error instanceof Unwritten ? badInput(error.message) : error;
  }
}

/** A file that did not exist before, or that holds the same already; nothing is left half-written. */
export function writeOnce(path: string, text: string): void {
  try {
    writeNew(path, text);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw new Unwritten(path, error);
    if (holds(path, text)) return;
    throw badInput(`${path} exists already and is not overwritten; give another name`);
  }
}

function holds(path: string, text: string): boolean {
  try {
    // A device may have no end, and a pipe no writer: neither is opened.
    return lstatSync(path).isFile() && readFileSync(path, 'utf8') === text;
  } catch {
    return false;
  }
}
