import type { Key } from '../key.ts';
import { type Line, plain } from '../line.ts';

/*
 * The app without a screen: what there is to know as running text, what can be done as a numbered
 * menu. It presses the same keys of the same session, so that nothing can be done in one way only.
 */

/** What a terminal says at one point, and what can be answered. */
export interface Spoken {
  readonly text: readonly string[];
  readonly menu: readonly MenuItem[];
}

export interface MenuItem {
  readonly label: string;
  /** The number that it has wherever it stands; without one it is counted from 1 on. */
  readonly number?: number;
  /** Keys to press, or a question whose answer becomes keys. */
  readonly does: readonly Key[] | Question | 'wholeBoard';
}

export interface Question {
  readonly asks: string;
  /** The keys that write the answer. */
  keys(answer: string): readonly Key[];
}

export function item(label: string, ...keys: readonly Key[]): MenuItem {
  return { label, does: keys };
}

export function asking(label: string, asks: string, keys: Question['keys']): MenuItem {
  return { label, does: { asks, keys } };
}

/** An answer whose number is the same whatever else is in the menu, so that a habit does not lead elsewhere. */
export function standing(number: number, answer: MenuItem): MenuItem {
  return { ...answer, number };
}

/** Each answer with the number that stands for it, in the order of the numbers. */
export function numbered(menu: readonly MenuItem[]): { readonly number: number; readonly item: MenuItem }[] {
  let counted = 0;
  return menu
    .map(each => {
      if (each.number === undefined) counted += 1;
      return { number: each.number ?? counted, item: each };
    })
    .sort((a, b) => a.number - b.number);
}

/** Pieces of text as sentences, one after the other. */
export function sentences(...pieces: readonly string[]): string {
  return pieces
    .filter(Boolean)
    .map(piece => (/[.?!:]$/.test(piece) ? piece : `${piece}.`))
    .join(' ');
}

/** A row that has columns, as a sentence: what stands first is a heading, the rest follows by commas. */
export function rowInSentence(row: Line): string {
  const [head = '', ...rest] = plain(row).trim().split(/ {2,}/);
  return head === '' ? '' : sentences(rest.length > 0 ? `${head}: ${rest.join(', ')}` : head);
}

/** The keys that lead to a row of a list, wherever in it one stands. */
export function toRow(row: number): Key[] {
  return ['home', ...Array.from({ length: row }, () => 'down')];
}

/** The keys that write a text in place of one that is there. */
export function rewritten(old: string, text: string): Key[] {
  return [...[...old].map(() => 'backspace'), ...text];
}
