import { expect, test } from 'vitest';
import type { Size } from '../../src/terminal/line.ts';
import { atTheRiver, memoryHost, playUntil, river, type Stage } from './stage.ts';

/*
 * The coach's screens, as they are seen, at two sizes. The coach thinks of the same campaign the same,
 * so they are held word for word; renew them as those of `golden.test.ts`.
 */

const SIZES: readonly Size[] = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];

function framesAt(size: Size): string {
  const shown: string[] = [];
  const see = (title: string, at: Stage) => {
    const screen = at.screen();
    const rows = screen.split('\n');
    expect(rows.length).toBeLessThan(size.rows);
    for (const row of rows) expect([...row].length).toBeLessThanOrEqual(size.columns);
    shown.push(`===== ${title}\n${screen}`);
  };
  const at = atTheRiver({}, memoryHost([river()], true), size);
  see('a hint that is thought about', at.press('a'));
  at.host.think();
  see('a hint', at);
  playUntil(at.press('Esc'), 'Make an offer').press('a').host.think();
  see('a hint in talks', at);
  playUntil(at.press('Esc'), 'Debrief:');
  see('a debrief while the coach thinks', at);
  at.host.think();
  see('a debrief that the coach has judged', at.press('PgDn'));
  see('with what would have been better', at.press('a PgDn'));
  see('a turning point', at.press('a t'));
  see('the moves that were possible', at.press('r'));
  see('a move that is thought about', at.press('w'));
  at.host.think();
  see('a move that was tried', at);
  see('the answer', at.press('a'));
  see('one other course', at.press('o'));
  return `${shown.join('\n\n')}\n`;
}

test.each(SIZES)('every screen of the coach at $columns by $rows', async size => {
  await expect(framesAt(size)).toMatchFileSnapshot(`../golden/frames/coach-${size.columns}x${size.rows}.txt`);
});
