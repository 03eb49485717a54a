import { dateOf } from '../../scenario/scenario.ts';
import { lawAhead } from '../law-ahead.ts';
import type { Scene } from '../scene.ts';
import { shortDate, board as words } from '../words.ts';

/** What the law will find against the one who is to move, if nothing changes; null where that is nothing soon. */
export function lawAheadInWords({ position, mover, yours, course }: Scene): string | null {
  const ahead = yours && mover !== null ? lawAhead(position, mover, course.scenario) : null;
  if (!ahead) return null;
  const date = shortDate(dateOf(course.scenario, ahead.day));
  return words.lawAhead(date, ahead.day - Math.max(0, position.campaign.day), ahead.saw, ahead.article);
}
