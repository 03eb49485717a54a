import { expect } from 'vitest';
import type { Size } from '../../src/terminal/line.ts';
import type { Stage } from './stage.ts';

/** The sizes at which screens are kept. */
export const SIZES: readonly Size[] = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];

/** Screens as they are seen, one below the other, each within its terminal. */
export class Album {
  readonly #size: Size;
  readonly #shown: string[] = [];

  constructor(size: Size) {
    this.#size = size;
  }

  readonly see = (title: string, at: Stage): Stage => {
    const screen = at.screen();
    const rows = screen.split('\n');
    expect(rows.length).toBeLessThan(this.#size.rows);
    for (const row of rows) expect([...row].length).toBeLessThanOrEqual(this.#size.columns);
    this.#shown.push(`===== ${title}\n${screen}`);
    return at;
  };

  get text(): string {
    return `${this.#shown.join('\n\n')}\n`;
  }
}
