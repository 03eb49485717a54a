import type { z } from 'zod';
import type { At, Path } from './place.ts';
import { nearest, type Problem } from './problem.ts';

/* What the schema objects to, said in our own words and in one line. */

/** What was checked, against what. */
export interface Checked {
  readonly raw: unknown;
  readonly at: At;
  readonly schema: z.ZodType;
}

/** A schema issue as problems: what was found, and what was meant where a key is misspelt. */
export function complaints(issue: z.core.$ZodIssue, checked: Checked): Problem[] {
  const { raw, at, schema } = checked;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => at([...issue.path, key], unknownKey(key, issue.path, schema), 'key'));
  }
  const meant = issue.code === 'invalid_union' ? meantOption(issue.errors) : undefined;
  if (meant) {
    return meant.flatMap(inner => complaints({ ...inner, path: [...issue.path, ...inner.path] }, checked));
  }
  if (issue.code === 'invalid_key') return [at(issue.path, issue.issues[0]?.message ?? issue.message, 'key')];
  const found = valueAt(raw, issue.path);
  if (found === undefined && issue.path.length > 0) {
    return [at(issue.path, `missing; ${expectation(issue)}`)];
  }
  return [at(issue.path, `${expectation(issue)}${issue.code === 'custom' ? '' : `, got ${shown(found)}`}`)];
}

/**
 * Of the shapes that a value can take, the one that it has: the only one that objects to something within, or
 * of maps the one whose keys it has. Its faults are those to tell.
 */
function meantOption(
  options: readonly (readonly z.core.$ZodIssue[])[],
): readonly z.core.$ZodIssue[] | undefined {
  const hasOtherKeys = (issues: readonly z.core.$ZodIssue[]) =>
    issues.some(({ code, path }) => code === 'unrecognized_keys' && path.length === 0);
  if (options.some(hasOtherKeys)) return options.find(issues => !hasOtherKeys(issues));
  const within = options.filter(issues => issues.every(({ path }) => path.length > 0));
  return within.length === 1 ? within[0] : undefined;
}

/** The library's words for types, in ours. */
const TYPE_WORDS: Readonly<Record<string, string>> = {
  object: 'a map of keys and values',
  record: 'a map of keys and values',
  array: 'a list',
  string: 'some text',
  boolean: 'true or false',
};

function expectation(issue: z.core.$ZodIssue): string {
  const message = issue.message.replace(/^Invalid (?:input|option): /, '').replace(/, received .*$/, '');
  return message.replace(/^expected (\w+)$/, (whole, type: string) =>
    Object.hasOwn(TYPE_WORDS, type) ? `expected ${TYPE_WORDS[type]}` : whole,
  );
}

/** A found value, short enough for one line. */
function shown(found: unknown): string {
  if (found === null) return 'nothing';
  if (Array.isArray(found)) return 'a list';
  if (typeof found === 'object') return 'a map of keys and values';
  const text = typeof found === 'string' ? JSON.stringify(found) : String(found);
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}

function unknownKey(key: string, path: Path, whole: z.ZodType): string {
  const meant = nearest(key, knownKeys(path, whole));
  return `unknown key${meant ? `; did you mean "${meant}"?` : ''}`;
}

/** What of a schema tells which keys it knows. */
interface KnownSchema {
  readonly shape?: Readonly<Record<string, KnownSchema>>;
  readonly def?: {
    readonly innerType?: KnownSchema;
    readonly valueType?: KnownSchema;
    readonly element?: KnownSchema;
  };
}

/** The keys that the schema knows at a path, for suggestions only. */
function knownKeys(path: Path, whole: z.ZodType): string[] {
  let schema: KnownSchema | undefined = whole as KnownSchema;
  for (const key of path) {
    schema = schema?.shape?.[String(key)] ?? schema?.def?.valueType ?? schema?.def?.element;
    while (schema?.def?.innerType) schema = schema.def.innerType;
  }
  return Object.keys(schema?.shape ?? {});
}

function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    raw,
  );
}
