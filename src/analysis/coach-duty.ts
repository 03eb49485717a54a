import type { Move } from '../campaign/event.ts';
import type { View } from '../campaign/view.ts';

/* What the law of war or one's word asks of a move, whatever it gains. */

/** Whether the law or one's word forbids a move; nothing of this kind is praised or advised. */
export function isForbidden(view: View, move: Move): boolean {
  switch (move.type) {
    case 'publicise':
      return move.what !== 'appeal';
    case 'submitList':
      return move.coverage !== 'full';
    case 'withhold':
      return true;
    case 'offer':
      // Who is owed goes home whatever is given for it.
      return view.known.groups.some(
        ({ index, owed, holder }) => owed && holder === view.party && (move.deal[index] ?? 0) > 0,
      );
    default:
      return false;
  }
}

/** Whether a move does no more than the law asks: to send home those who are owed. No loss makes it a fault. */
export function isOwed(view: View, move: Move): boolean {
  if (move.type !== 'release') return false;
  return view.known.groups.every(({ index, owed }) => owed || (move.people[index] ?? 0) === 0);
}
