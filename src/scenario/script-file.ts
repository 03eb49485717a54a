import { type CheckedDocument, checkDocument, readDocument, type YamlText } from './document.ts';
import type { Parsed } from './problem.ts';
import { type ScriptFile, scriptSchema } from './script-schema.ts';

/**
 * Whether a text says of itself that it is a script: it has the key `script`, and a scenario has not. In
 * another notation of YAML than the common one it must be the first key.
 */
export function looksLikeScript(yaml: string): boolean {
  return (
    /^["']?script["']?\s*:/m.test(yaml) || /^(?:\s*(?:#.*|---|%.*)?\n)*[\s{]*["']?script["']?\s*:/.test(yaml)
  );
}

/** A script's text as the schema has it, with the means to say where in it something stands. */
export function readScript(text: YamlText): Parsed<CheckedDocument<ScriptFile>> {
  const read = readDocument(text, 'a script');
  return read.ok ? checkDocument(scriptSchema, read.value) : read;
}
