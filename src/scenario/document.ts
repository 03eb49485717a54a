import type { z } from 'zod';
import { complaints } from './complaint.ts';
import { type At, faultyAlias, locate, syntaxFaults } from './place.ts';
import type { Parsed, Problem } from './problem.ts';

/* A YAML text of ours, whatever it describes: read once, checked by a schema, every fault with its place. */

/** Largest text read, in characters: the largest scenario of ours is a twentieth of it. */
export const LARGEST_TEXT = 1_000_000;

export interface YamlText {
  /** How problems name the file. */
  readonly file: string;
  readonly yaml: string;
}

/** A text as plain data that nothing has been checked of. */
export interface RawDocument {
  readonly raw: unknown;
  readonly at: At;
}

/** What a schema made of a text. */
export interface CheckedDocument<T> {
  readonly value: T;
  readonly at: At;
}

/** A text as data. `what` names what was expected of it: "a scenario". */
export function readDocument({ file, yaml }: YamlText, what: string): Parsed<RawDocument> {
  const refused = unreadable(file, yaml, what);
  if (refused) return { ok: false, problems: [refused] };
  const { document, place, at } = locate(file, yaml);
  const faults = syntaxFaults(document);
  if (faults.length > 0) {
    return { ok: false, problems: faults.map(({ offset, message }) => ({ ...place(offset), message })) };
  }
  try {
    return { ok: true, value: { raw: document.toJS({ maxAliasCount: 100 }), at } };
  } catch (error) {
    const message = `not usable YAML: ${(error as Error).message}`;
    return { ok: false, problems: [{ ...place(faultyAlias(document)), message }] };
  }
}

/** Data as what its schema makes of it. */
export function checkDocument<T>(schema: z.ZodType<T>, { raw, at }: RawDocument): Parsed<CheckedDocument<T>> {
  // A check compiled for the schema is worth its making only after some twenty texts.
  const checked = schema.safeParse(raw, { jitless: true });
  if (checked.success) return { ok: true, value: { value: checked.data, at } };
  return {
    ok: false,
    problems: checked.error.issues.flatMap(issue => complaints(issue, { raw, at, schema })),
  };
}

function unreadable(file: string, yaml: string, what: string): Problem | undefined {
  const problem = (message: string): Problem => ({ file, line: 0, column: 0, message });
  if (yaml.trim() === '') return problem(`the file is empty; expected ${what}`);
  if (yaml.length > LARGEST_TEXT) {
    return problem(`the file has ${yaml.length} characters; expected at most ${LARGEST_TEXT}`);
  }
  if (yaml.includes('\0')) return problem('the file is binary; expected YAML text');
  return undefined;
}
