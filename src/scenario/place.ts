import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from 'yaml';
import type { Problem } from './problem.ts';

/* Where in a YAML text a value, a key or a fault stands. */

export type Path = readonly PropertyKey[];

/** What of a `key: value` pair a problem is about. */
export type Part = 'key' | 'value';
export type At = (path: Path, message: string, part?: Part) => Problem;

/** A YAML text with the means to say where in it something stands. */
export interface Located {
  readonly document: Document;
  /** Where an offset into the text is. */
  readonly place: (offset: number) => Pick<Problem, 'file' | 'line' | 'column'>;
  /** A problem of what stands at a path, which the message begins with. */
  readonly at: At;
}

export function locate(file: string, yaml: string): Located {
  const lines = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'error', // a warning would go to the console, past whoever called
  });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const at: At = (path, message, part = 'value') => ({
    ...place(offsetOf(document.contents, path, part)),
    message: path.length > 0 ? `${path.map(String).join('.')}: ${message}` : message,
  });
  return { document, place, at };
}

/** What the YAML parser objects to. It reports running out of stack as an error of the text. */
export function syntaxFaults(document: Document): { offset: number; message: string }[] {
  const deep = document.errors.find(error => /stack/i.test(error.message));
  if (deep) return [{ offset: deep.pos[0], message: 'not usable YAML: nested too deeply' }];
  // A tag that the parser does not know is a warning of its own and a fault of ours: it says nothing here.
  const faults = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    offset: pos[0],
    message: SYNTAX[code] ?? `not YAML: ${message}${HINTS[message.replace(/:.*/s, '')] ?? ''}`,
  }));
  return [...faults, ...reservedKeys(document)];
}

/** What is most likely meant, where the parser's own words do not lead there. */
const HINTS: Readonly<Record<string, string>> = {
  'Block scalar header includes extra characters':
    '; a value that begins with ">" is written in quotes: ">= 50"',
};

const SYNTAX: Readonly<Record<string, string>> = {
  NON_STRING_KEY: 'expected a key that is plain text',
  MULTIPLE_DOCS: 'expected one document, found another after "---"',
  TAG_RESOLVE_FAILED: 'expected a plain value, found a tag ("!...")',
};

/** A key that JavaScript keeps for itself would vanish on the way to an object. */
function reservedKeys(document: Document): { offset: number; message: string }[] {
  const found: { offset: number; message: string }[] = [];
  visit(document, {
    Pair(_, { key }) {
      if (isScalar(key) && key.value === '__proto__') {
        found.push({ offset: key.range?.[0] ?? 0, message: 'expected another key: "__proto__" is reserved' });
      }
    },
  });
  return found;
}

/** Where the first alias without an anchor before it stands; or the first alias, if all have one. */
export function faultyAlias(document: Document): number {
  const anchors = new Set<string>();
  const aliases: { offset: number; resolved: boolean }[] = [];
  visit(document, {
    Node(_key, node) {
      if ('anchor' in node && node.anchor) anchors.add(node.anchor);
    },
    Alias(_key, node) {
      aliases.push({ offset: node.range?.[0] ?? 0, resolved: anchors.has(node.source) });
    },
  });
  return (aliases.find(alias => !alias.resolved) ?? aliases[0])?.offset ?? 0;
}

/**
 * Where in the text the value at `path` stands, or its key. A value written as a block under
 * its key is found at the key; one that is missing, at the key it is missing under.
 */
export function offsetOf(contents: unknown, path: Path, part: Part): number {
  let node = contents as Node | null;
  let value = node?.range?.[0] ?? 0;
  let key = value;
  for (const step of path) {
    const pair = pairAt(node, step);
    const next = pair ? (pair.value as Node | null) : child(node, step);
    if (!pair && !next) return key;
    const start = next?.range?.[0];
    key = (isNode(pair?.key) ? pair.key.range?.[0] : undefined) ?? start ?? key;
    value = start === undefined || (isCollection(next) && !next.flow) ? key : start;
    node = next;
  }
  return part === 'key' ? key : value;
}

function pairAt(node: Node | null, key: PropertyKey): Pair | undefined {
  if (!isMap(node)) return undefined;
  return node.items.find(item => isScalar(item.key) && String(item.key.value) === String(key));
}

function child(node: Node | null, key: PropertyKey): Node | null {
  if (node && 'get' in node && typeof node.get === 'function') return (node.get(key, true) as Node) ?? null;
  return null;
}
