import { dirname } from 'node:path';
import type { StudyPlan } from '../../analysis/study/plan.ts';
import { type FoundScenario, planStudy } from '../../analysis/study/plan-of.ts';
import { LARGEST_TEXT } from '../../scenario/document.ts';
import { looksLike } from '../../scenario/kind-of-file.ts';
import { formatProblem, type Parsed } from '../../scenario/problem.ts';
import type { ScenarioTexts } from '../../scenario/references.ts';
import { readStudy } from '../../scenario/study-file.ts';
import { badInput, Failure } from '../failure.ts';
import { draftOf, locate, readScenarioTexts } from '../scenarios.ts';
import { givenNear } from '../scripts.ts';
import { readText } from '../text-file.ts';

/*
 * A study as texts: what its plan is made from, here or on a machine that has none of the files. Plain
 * data, so that it can be sent.
 */

export interface StudySource {
  /** As problems name it. */
  readonly file: string;
  readonly yaml: string;
  /** How many seeds, where that is not left to the file. */
  readonly runs: number | null;
  /** By the name that the study has for them. */
  readonly scenarios: Readonly<Record<string, ScenarioSource>>;
}

interface ScenarioSource {
  readonly given: string;
  readonly id: string;
  readonly file: string;
  readonly yaml: string;
  readonly attachments: Readonly<Record<string, string>>;
}

export interface ReadStudy {
  readonly plan: StudyPlan;
  readonly source: StudySource;
}

/** A study on disk, planned, or a failure that says what is wrong with it. */
export function readStudyFile(file: string, runs: number | undefined): ReadStudy {
  const text = readText(file, LARGEST_TEXT * 4);
  if (!text.ok) throw badInput(text.problems.map(formatProblem).join('\n'));
  const kind = looksLike(text.value);
  if (kind === 'scenario')
    throw badInput(`${file}: a scenario and no study; a study names it under "scenario"`);
  if (kind === 'script') throw badInput(`${file}: a script and no study; \`parley run\` plays it`);
  const scenarios: Record<string, ScenarioSource> = {};
  const found = (name: string) => scenarioOnDisk(dirname(file), name, source => (scenarios[name] = source));
  const source = { file, yaml: text.value, runs: runs ?? null, scenarios };
  const plan = planned(source, found);
  if (plan.ok) return { plan: plan.value, source };
  throw badInput(plan.problems.map(formatProblem).join('\n'));
}

/** The same plan from texts that were sent. */
export function planOf(source: StudySource): Parsed<StudyPlan> {
  return planned(source, name => {
    const sent = source.scenarios[name];
    if (!sent) return `the texts of ${name} were not sent`;
    const attachments = new Map(Object.entries(sent.attachments));
    return draftedFrom(sent.given, { ...sent, attachments });
  });
}

function planned(
  { file, yaml, runs }: StudySource,
  scenario: (name: string) => FoundScenario | string,
): Parsed<StudyPlan> {
  const read = readStudy({ file, yaml });
  return read.ok ? planStudy(read.value, { scenario, runs: runs ?? undefined }) : read;
}

/** Scenarios of the library by their name, others by their path from the study's folder. */
function scenarioOnDisk(
  folder: string,
  name: string,
  keep: (source: ScenarioSource) => void,
): FoundScenario | string {
  const given = givenNear(folder, name);
  try {
    const texts = readScenarioTexts(locate(given));
    if (!texts.ok) return texts.problems.map(formatProblem).join('; ');
    const { attachments, source } = remembering(given, texts.value);
    keep(source);
    return draftedFrom(given, { ...texts.value, attachments });
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
}

/** Texts that keep what is asked of them: which they are shows only once the scenario is read. */
function remembering(given: string, { id, file, yaml, attachments }: ScenarioTexts) {
  const asked: Record<string, string> = {};
  return {
    source: { given, id, file, yaml, attachments: asked },
    attachments: {
      get(name: string) {
        const text = attachments.get(name);
        if (text !== undefined) asked[name] = text;
        return text;
      },
    },
  };
}

function draftedFrom(given: string, texts: ScenarioTexts): FoundScenario | string {
  const draft = draftOf(texts);
  return draft.ok ? { given, draft: draft.value } : draft.problems.map(formatProblem).join('; ');
}
