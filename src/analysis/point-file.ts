import { looksLike } from '../scenario/kind-of-file.ts';
import type { Parsed } from '../scenario/problem.ts';
import { parsePointDocument } from './point-document.ts';
import type { PointSet } from './point-set.ts';
import { parsePointTable } from './point-table.ts';

/* Points as text, in either notation; which of them it is shows in the text. */

export type PointNotation = 'CSV' | 'JSON';

/**
 * How a text that holds points is written, by what it looks like, sound or not; null where it looks like a
 * scenario, a study, a script or a result of ours. A table is known by the commas of its first line.
 */
export function pointNotation(text: string): PointNotation | null {
  const [first = ''] = linesThatSay(text);
  if (first.startsWith('[')) return 'JSON';
  if (first.startsWith('{'))
    return /^\s*\{\s*["']?(?:parley|script|scenario)["']?\s*:/.test(text) ? null : 'JSON';
  if (looksLike(text) !== null || /^["']?[\w-]+["']?\s*:(?:\s|$)/.test(first)) return null;
  return /[,;\t]/.test(first) ? 'CSV' : null;
}

/** The lines of a text but for blank ones and what YAML may begin with. */
function linesThatSay(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1000);
  return lines.map(line => line.trim()).filter(line => !/^(?:#.*|---.*|%.*|)$/.test(line));
}

/** The points that a text holds. Every problem is told with its line and column. */
export function parsePoints(text: string, file: string, notation: PointNotation): Parsed<PointSet> {
  return notation === 'CSV' ? parsePointTable(text, file) : parsePointDocument(text, file);
}
