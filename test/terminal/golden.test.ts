import { expect, test } from 'vitest';
import type { Size } from '../../src/terminal/line.ts';
import { scenario as library } from '../library.ts';
import { Album, SIZES } from './album.ts';
import { memoryHost, playUntil, pressUntil, river, stage } from './stage.ts';

/*
 * Every screen, as it is seen, at two sizes. A change here is a change that a person would see: look
 * at it, and renew the files with `npm test -- test/terminal/golden.test.ts --update=all`.
 */

function framesAt(size: Size): string {
  const album = new Album(size);
  const { see } = album;
  const sat = (side: 0 | 'both' | 'none' | 'mediator') =>
    stage({ scenario: river(), seed: '3', side, against: 'conceder' }, memoryHost(), size);

  const start = see('the start', stage({}, memoryHost(), size));
  see('whom to speak for', start.press('Enter'));
  see('who decides for the other side', start.press('Enter'));
  see('ready to begin', start.press('Enter'));
  see('settings', start.press('Esc S'));

  const at = see('the briefs', sat(0));
  see('the board before talks', at.press('Esc'));
  see('the people', at.press('2'));
  see('the keys', at.press('Esc ?'));
  see('how to propose talks', at.press('Esc t'));
  see('quietly or in public', at.press('Enter'));
  playUntil(at.press('Esc Esc'), 'Submit a list');
  see('a list', at.press('s'));
  playUntil(at.press('Esc'), 'Make an offer');
  see('the board in talks', at);
  see('an offer, empty', at.press('o'));
  see('an offer at parity', at.press('p'));
  see('a message', at.press('m h o m e'));
  see('an offer before it is sent', at.press('Enter Enter'));
  see('the board after an offer', at.press('Enter'));
  see('the talks', at.press('3'));
  see('a look back', at.press('Esc b'));
  see('the notebook', at.press('Esc N a l i s t Enter a a s k _ f i r s t'));
  at.press('Enter Esc');
  playUntil(at, 'Hand over');
  see('the board at a hand-over', at);
  see('withholding', at.press('n'));
  see('a threat', pressUntil(at.press('Esc p'), 'Down', ' > Threaten').press('Enter'));
  at.press('Esc Esc');
  see('whom to hand over', at.press('y'));
  playUntil(at.press('Esc'), 'Debrief:');
  see('the debrief', at);
  see('the days', at.press('Esc 4'));
  see('what is left on leaving', at.press('Esc Esc'));

  const steps = stage({}, memoryHost([library('toll-bridge')]), size).press('f');
  const first = see('the first steps', see('what first steps begin with', steps).press('Esc'));
  pressUntil(first.press('t Enter Enter Space s Enter'), 'Space', 'Their first offer');
  see('the first steps: an offer', first);
  see('the first steps: a counter-offer', first.press('o t'));
  see('the first steps: a counter-offer that is worth it', first.press('p'));

  see('the cover between two turns', sat('both'));
  see('two negotiators, watched', sat('none').press('Esc e e e'));
  see('whoever mediates', sat('mediator').press('Esc'));
  return album.text;
}

test.each(SIZES)('every screen at $columns by $rows', async size => {
  const file = `../golden/frames/${size.columns}x${size.rows}.txt`;
  await expect(framesAt(size)).toMatchFileSnapshot(file);
});
