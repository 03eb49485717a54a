import { expect, test } from 'vitest';
import type { Size } from '../../src/terminal/line.ts';
import { Album, SIZES } from './album.ts';
import { atTheRiver, memoryHost, playUntil, river } from './stage.ts';

/*
 * The coach's screens, as they are seen, at two sizes. The coach thinks of the same campaign the same,
 * so they are held word for word; renew them as those of `golden.test.ts`.
 */

function framesAt(size: Size): string {
  const album = new Album(size);
  const { see } = album;
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
  return album.text;
}

test.each(SIZES)('every screen of the coach at $columns by $rows', async size => {
  await expect(framesAt(size)).toMatchFileSnapshot(`../golden/frames/coach-${size.columns}x${size.rows}.txt`);
});
