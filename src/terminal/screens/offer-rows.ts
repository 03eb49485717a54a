import type { PartyIndex } from '../../scenario/scenario.ts';
import type { Offered } from '../appraisal.ts';
import { type Line, line, type Size, wrapped } from '../line.ts';
import type { Scene } from '../scene.ts';
import { composer as words } from '../words.ts';
import { appraisalRows } from './appraisal-rows.ts';
import { dealRows } from './deal-rows.ts';
import { instructionRows } from './instruction-rows.ts';

/**
 * An offer in full: who goes home, what it is worth, and what was said with it. `clear`: the law of war
 * finds nothing in what is about to be done with it; what it does find stands with the answer.
 */
export function offerRows(
  scene: Scene,
  offer: Offered & { readonly message?: string },
  party: PartyIndex,
  { columns, rows }: Size,
  clear: boolean,
): Line[] {
  const people = dealRows(scene, offer, columns);
  const worth = appraisalRows(scene, offer, party, columns);
  const orders = [
    ...instructionRows(scene, offer, party, columns),
    ...(clear ? wrapped(words.lawClear, columns - 2, 'dim').map(row => line(' ', ...row)) : []),
  ];
  const message = offer.message
    ? wrapped(words.message(offer.message), columns - 2).map(row => line(' ', ...row))
    : [];
  // Where not both fit, with a row that says that there is more, what it is worth comes first: who is named has been seen before.
  return people.length + worth.length >= rows
    ? [...worth, ...people, ...orders, ...message]
    : [...people, ...worth, ...orders, ...message];
}
