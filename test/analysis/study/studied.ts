import type { StudyPlan } from '../../../src/analysis/study/plan.ts';
import { type FoundScenario, planStudy, type StudyOutside } from '../../../src/analysis/study/plan-of.ts';
import { draftScenario } from '../../../src/scenario/parse.ts';
import { formatProblem, type Parsed } from '../../../src/scenario/problem.ts';
import { readStudy } from '../../../src/scenario/study-file.ts';
import { RIVER_YAML, riverTexts } from '../../fixtures/river.ts';
import { SCENARIO_IDS, scenarioTexts } from '../../library.ts';

/** The river and the scenarios of the library, as a study finds them. */
function find(name: string): FoundScenario | string {
  if (name !== 'river' && !SCENARIO_IDS.includes(name)) return `unknown scenario "${name}"`;
  const draft = draftScenario(name === 'river' ? riverTexts(RIVER_YAML) : scenarioTexts(name));
  if (!draft.ok) throw new Error(draft.problems.map(formatProblem).join('\n'));
  return { given: name, draft: draft.value };
}

export function planned(yaml: string, outside: Partial<StudyOutside> = {}): Parsed<StudyPlan> {
  const file = readStudy({ file: 'study.yaml', yaml });
  return file.ok ? planStudy(file.value, { scenario: find, ...outside }) : file;
}

/** A plan that must be sound. */
export function plan(yaml: string, outside: Partial<StudyOutside> = {}): StudyPlan {
  const parsed = planned(yaml, outside);
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
  return parsed.value;
}

/** What is wrong with a study, as it is told. */
export function faults(yaml: string): string[] {
  const parsed = planned(yaml);
  return parsed.ok ? [] : parsed.problems.map(formatProblem);
}
