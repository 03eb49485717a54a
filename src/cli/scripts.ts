import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ScriptPlan } from '../analysis/script/plan.ts';
import { planScript } from '../analysis/script/plan-of.ts';
import { LARGEST_TEXT } from '../scenario/document.ts';
import type { ScenarioDraft } from '../scenario/parse.ts';
import { formatProblem } from '../scenario/problem.ts';
import { looksLikeScript, readScript } from '../scenario/script-file.ts';
import { badInput, Failure } from './failure.ts';
import { locate, packagedIds, readDraft } from './scenarios.ts';
import { readText } from './text-file.ts';

/* Scripts on disk. */

/** A character takes at most four bytes. */
const LARGEST_FILE = LARGEST_TEXT * 4;

/** Whether a file is a script, by what is in it. */
export function isScript(path: string): boolean {
  if (packagedIds().includes(path) || !existsSync(path)) return false;
  const text = readText(path, LARGEST_FILE);
  return text.ok && looksLikeScript(text.value);
}

/** Reads scripts; a scenario that several are about is read once. */
export class ScriptLoader {
  readonly #plans = new Map<string, ScriptPlan>();
  readonly #drafts = new Map<string, ScenarioDraft | string>();

  /** A script that is sound, or a failure that says what is wrong with it. */
  load(path: string): ScriptPlan {
    const known = this.#plans.get(path);
    if (known) return known;
    const folder = dirname(path);
    const text = readText(path, LARGEST_FILE);
    const read = text.ok ? readScript({ file: path, yaml: text.value }) : text;
    const plan = read.ok
      ? planScript(read.value, { scenario: name => this.#draft(folder, name), text: textIn(folder) })
      : read;
    if (!plan.ok) throw badInput(plan.problems.map(formatProblem).join('\n'));
    this.#plans.set(path, plan.value);
    return plan.value;
  }

  #draft(folder: string, name: string): ScenarioDraft | string {
    const key = JSON.stringify([folder, name]);
    const draft = this.#drafts.get(key) ?? draftNear(folder, name).draft;
    this.#drafts.set(key, draft);
    return draft;
  }
}

/** A scenario that a file names: of the library, or by its path from the file. */
export function draftNear(folder: string, name: string): { given: string; draft: ScenarioDraft | string } {
  const given = givenNear(folder, name);
  try {
    const draft = readDraft(locate(given));
    return { given, draft: draft.ok ? draft.value : draft.problems.map(formatProblem).join('; ') };
  } catch (error) {
    if (error instanceof Failure) return { given, draft: error.message };
    throw error;
  }
}

/** How a scenario that a file names is named from here. */
export function givenNear(folder: string, name: string): string {
  const beside = join(folder, name);
  return packagedIds().includes(name) || !existsSync(beside) ? name : beside;
}

function textIn(folder: string): (name: string) => { text: string } | string {
  return name => {
    const text = readText(join(folder, name), 50_000_000);
    return text.ok ? { text: text.value } : text.problems.map(formatProblem).join('; ');
  };
}
