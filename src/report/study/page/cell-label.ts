import type { StudyHead } from '../../../analysis/study/head.ts';

/* A setting in a few letters: what is varied is said once, at the head of the page and over each column. */

/** The values alone: "45, parity". Of a study without settings, "all". */
export function cellLabel(head: StudyHead, index: number): string {
  const cell = head.cells[index];
  const scenario = head.scenarios.length > 1 ? [head.scenarios[cell?.scenario ?? 0]?.id ?? ''] : [];
  const values = [...scenario, ...Object.values(cell?.settings ?? {}).map(String)];
  return values.length === 0 ? 'all' : values.join(', ');
}

/** What the values are values of: "reluctance, seats.ukraine". */
export function cellAxis({ varied, scenarios }: Pick<StudyHead, 'varied' | 'scenarios'>): string {
  const paths = varied.map(({ path }) => path);
  return [...(scenarios.length > 1 ? ['scenario'] : []), ...paths.map(path => shortPath(path, paths))].join(
    ', ',
  );
}

/**
 * What is true of each setting in one sentence: "18 at 0, parity; 20 at 45, parity", or "18 at every
 * setting". Nothing is said of a setting without words.
 */
export function cellSentence(head: StudyHead, words: readonly string[]): string {
  const [first = '', ...others] = words;
  if (others.length === 0) return first;
  if (others.every(other => other === first)) return first === '' ? '' : `${first} at every setting`;
  return words
    .flatMap((text, cell) => (text === '' ? [] : [`${text} at ${cellLabel(head, cell)}`]))
    .join('; ');
}

/** The end of a path, as much of it as tells it from the others. */
export function shortPath(path: string, among: readonly string[]): string {
  const parts = path.split('.');
  const ends = parts.map((_, index) => parts.slice(-1 - index).join('.'));
  const others = among.filter(other => other !== path);
  const fitting = ends.find(end => !others.some(other => `.${other}`.endsWith(`.${end}`)));
  return path.startsWith('seats.') ? path : (fitting ?? path);
}
