import { complaints } from './complaint.ts';
import { faultyAlias, locate, syntaxFaults } from './place.ts';
import type { Parsed, Problem } from './problem.ts';
import { type OutsideChecks, Reader, type ScenarioTexts } from './reader.ts';
import type { Scenario } from './scenario.ts';
import { scenarioSchema } from './schema.ts';

/** Largest scenario text read, in characters: the largest of ours is a twentieth of it. */
export const LARGEST_SCENARIO = 1_000_000;
/**
 * Text to scenario. Every problem is told at once, each with the line and column of the value
 * that is wrong.
 */
export function parseScenario(texts: ScenarioTexts, outside: OutsideChecks = {}): Parsed<Scenario> {
  const refused = unreadable(texts);
  if (refused) return { ok: false, problems: [refused] };
  const { document, place, at } = locate(texts.file, texts.yaml);
  const faults = syntaxFaults(document);
  if (faults.length > 0) {
    return { ok: false, problems: faults.map(({ offset, message }) => ({ ...place(offset), message })) };
  }
  let raw: unknown;
  try {
    raw = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const message = `not usable YAML: ${(error as Error).message}`;
    return { ok: false, problems: [{ ...place(faultyAlias(document)), message }] };
  }
  const checked = scenarioSchema.safeParse(raw);
  if (!checked.success) {
    return { ok: false, problems: checked.error.issues.flatMap(issue => complaints(issue, raw, at)) };
  }
  const reader = new Reader(checked.data, texts, { at, outside });
  const scenario = reader.read();
  return reader.problems.length > 0
    ? { ok: false, problems: reader.problems }
    : { ok: true, value: scenario };
}

function unreadable({ file, yaml }: ScenarioTexts): Problem | undefined {
  const problem = (message: string): Problem => ({ file, line: 0, column: 0, message });
  if (yaml.trim() === '') return problem('the file is empty; expected a scenario');
  if (yaml.length > LARGEST_SCENARIO) {
    return problem(`the file has ${yaml.length} characters; expected at most ${LARGEST_SCENARIO}`);
  }
  if (yaml.includes('\0')) return problem('the file is binary; expected YAML text');
  return undefined;
}
