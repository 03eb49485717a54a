import { changed, type FigureChanges } from './change.ts';
import { checkDocument, LARGEST_TEXT, readDocument } from './document.ts';
import type { Parsed } from './problem.ts';
import { Reader } from './reader.ts';
import { type OutsideChecks, References, type ScenarioTexts } from './references.ts';
import type { Scenario } from './scenario.ts';
import { scenarioSchema } from './schema.ts';

/** Largest scenario text read, in characters. */
export const LARGEST_SCENARIO = LARGEST_TEXT;

/**
 * Text to scenario. Every problem is told at once, each with the line and column of the value
 * that is wrong.
 */
export function parseScenario(texts: ScenarioTexts, outside: OutsideChecks = {}): Parsed<Scenario> {
  const draft = draftScenario(texts, outside);
  return draft.ok ? draft.value.with([]) : draft;
}

/** A scenario's text, read but not checked, from which scenarios with other figures can be made. */
export interface ScenarioDraft {
  /**
   * The scenario with some of its figures replaced. A change that names no figure, or that the
   * schema does not allow, is a problem at the place of the figure in the text.
   */
  with(changes: FigureChanges): Parsed<Scenario>;
}

export function draftScenario(texts: ScenarioTexts, outside: OutsideChecks = {}): Parsed<ScenarioDraft> {
  const read = readDocument(texts, 'a scenario');
  if (!read.ok) return read;
  const { raw, at } = read.value;
  return {
    ok: true,
    value: {
      with(changes) {
        const other = changed(raw, changes, at);
        if (!other.ok) return other;
        const checked = checkDocument(scenarioSchema, { raw: other.value, at });
        if (!checked.ok) return checked;
        const refer = new References(checked.value.value, texts, { at, outside });
        const scenario = new Reader(refer).read();
        return refer.problems.length > 0
          ? { ok: false, problems: refer.problems }
          : { ok: true, value: scenario };
      },
    },
  };
}
