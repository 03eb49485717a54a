import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseNegotiator } from '../negotiators/index.ts';
import type { FigureChanges } from '../scenario/change.ts';
import { looksLike } from '../scenario/kind-of-file.ts';
import { draftScenario, LARGEST_SCENARIO, type ScenarioDraft } from '../scenario/parse.ts';
import { formatProblem, nearest, type Parsed } from '../scenario/problem.ts';
import type { ScenarioTexts } from '../scenario/references.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { looksLikeScript } from '../scenario/script-file.ts';
import { looksLikeRecord } from '../table/record-text.ts';
import { badInput } from './failure.ts';
import { readText } from './text-file.ts';

/* Where scenarios are found: in the package by their identifier, anywhere else by path. */

export const SCENARIO_FILE = 'scenario.yaml';
/** A character takes at most four bytes. */
const LARGEST_FILE = LARGEST_SCENARIO * 4;
/** The same place from `src` and from `dist`. */
const PACKAGED = fileURLToPath(new URL('../../scenarios/', import.meta.url));

/** Identifiers of the scenarios that come with the package. */
export function packagedIds(): string[] {
  return readdirSync(PACKAGED)
    .filter(id => existsSync(join(PACKAGED, id, SCENARIO_FILE)))
    .sort();
}

/** The scenarios that come with the package, but for any that is not sound: `parley check` tells of it. */
export function packagedScenarios(): Scenario[] {
  return packagedIds().flatMap(id => {
    const read = readScenario(locate(id));
    return read.ok ? [read.value] : [];
  });
}

/** The scenario meant by an identifier or a path, or a failure that says what is wrong. */
export function loadScenario(given: string, changes: FigureChanges = []): Scenario {
  const draft = readDraft(locate(given));
  const parsed = draft.ok ? draft.value.with([]) : draft;
  if (!parsed.ok) throw badInput(parsed.problems.map(formatProblem).join('\n'));
  return draft.ok && changes.length > 0 ? changed(draft.value, changes) : parsed.value;
}

/** A scenario with figures that the user sets; a fault is the user's, not the scenario's. */
function changed(draft: ScenarioDraft, changes: FigureChanges): Scenario {
  const parsed = draft.with(changes);
  if (parsed.ok) return parsed.value;
  throw badInput(
    parsed.problems.map(({ message }) => `--set ${message.replace('.value: ', ': ')}`).join('\n'),
  );
}

/** Figures as the command line says them: PATH=NUMBER. */
export function changesFrom(given: readonly string[]): FigureChanges {
  return given.map(text => {
    const [, path = '', value = ''] = /^([\w.-]+)=(-?\d+(?:\.\d+)?(?:e-?\d+)?)$/.exec(text) ?? [];
    if (path === '') throw badInput(`--set ${text}: expected PATH=NUMBER, such as trust=0.5`);
    return { path, value: Number(value) };
  });
}

/** The YAML file of a scenario, which need not be sound. */
export function locate(given: string): string {
  if (packagedIds().includes(given)) return join(PACKAGED, given, SCENARIO_FILE);
  const path = yamlAt(given);
  if (path) return path;
  if (looksLikePath(given)) throw badInput(`${given}: no such file or folder`);
  const meant = nearest(given, packagedIds());
  throw badInput(
    `unknown scenario "${given}"${meant ? `; did you mean "${meant}"?` : ''} ` +
      '(`parley list` shows the ones there are; a folder or a scenario.yaml can be given by its path)',
  );
}

/** No identifier has a slash in it, or ends as a file does. */
function looksLikePath(given: string): boolean {
  return /[/\\]|\.(?:ya?ml|jsonl?|csv)$/.test(given);
}

function yamlAt(given: string): string | null {
  try {
    const stat = statSync(given, { throwIfNoEntry: false });
    if (!stat) return null;
    return stat.isDirectory() ? join(given, SCENARIO_FILE) : given;
  } catch {
    // Whatever stands in the way is told by the reading of the file.
    return given;
  }
}

/** A scenario file with its attachments, parsed; its negotiators exist. */
export function readScenario(yaml: string): Parsed<Scenario> {
  const draft = readDraft(yaml);
  return draft.ok ? draft.value.with([]) : draft;
}

/** A scenario file with its attachments, of which scenarios with other figures can be made. */
export function readDraft(yaml: string): Parsed<ScenarioDraft> {
  const texts = readScenarioTexts(yaml);
  return texts.ok ? draftOf(texts.value) : texts;
}

/** A scenario from its texts, wherever they came from; its negotiators exist. */
export function draftOf(texts: ScenarioTexts): Parsed<ScenarioDraft> {
  return draftScenario(texts, {
    seat: name => {
      const found = parseNegotiator(name);
      return found.ok ? null : found.message;
    },
  });
}

/** The YAML of a scenario as it is written. */
export function readScenarioText(file: string): Parsed<string> {
  return readText(file, LARGEST_FILE);
}

/** The texts of a scenario on disk; what it names beside its YAML is read when it is asked for. */
export function readScenarioTexts(file: string): Parsed<ScenarioTexts> {
  const yaml = readScenarioText(file);
  if (!yaml.ok) return yaml;
  const message = otherThanScenario(yaml.value);
  if (message !== null) return { ok: false, problems: [{ file, line: 1, column: 1, message }] };
  const folder = dirname(file);
  const id =
    basename(file) === SCENARIO_FILE ? basename(resolve(folder)) : basename(file).replace(/\.ya?ml$/, '');
  return { ok: true, value: { id, file, yaml: yaml.value, attachments: { get: attachmentsIn(folder) } } };
}

/** What a text is instead of a scenario, and what to do with it; null where nothing speaks against one. */
function otherThanScenario(text: string): string | null {
  if (looksLikeRecord(text)) return 'this is a record and no scenario; `parley replay` shows it';
  const kind = looksLike(text);
  if (kind === 'study') return 'this is a study and no scenario; `parley study` plays it';
  if (kind !== 'script') return null;
  const told = looksLikeScript(text) ? '' : ' once it has the line "script: 1"';
  return `this is a script and no scenario; \`parley run\` plays it${told}`;
}

/** Reads the texts that a scenario names, and only from inside its folder. */
function attachmentsIn(folder: string): (name: string) => string | undefined {
  return name => {
    const inside = relative(folder, resolve(folder, name));
    if (isAbsolute(name) || inside.startsWith('..')) return undefined;
    const text = readText(join(folder, name), LARGEST_FILE);
    return text.ok ? text.value : undefined;
  };
}
