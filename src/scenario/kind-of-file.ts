import { looksLikeScript } from './script-file.ts';

/** What a text in YAML looks like, by the keys that only one kind of file has; null where it has none of them. */
export function looksLike(yaml: string): 'scenario' | 'script' | 'study' | null {
  const has = (...keys: readonly string[]) => new RegExp(`^(?:${keys.join('|')})\\s*:`, 'm').test(yaml);
  if (has('parley')) return 'scenario';
  if (looksLikeScript(yaml)) return 'script';
  if (!has('scenario')) return null;
  return has('moves', 'expect') ? 'script' : 'study';
}
