import type { SettledInstruction } from '../../campaign/parameters.ts';
import type { PartyIndex } from '../../scenario/scenario.ts';
import type { Offered } from '../appraisal.ts';
import { type Line, line, wrapped } from '../line.ts';
import type { Scene } from '../scene.ts';
import { composer as words } from '../words.ts';
import { shortNameOf } from './pools.ts';

/*
 * What one's own capital has ordered, held against a deal before it is sent or accepted: who is to come
 * home with it, and whom it gives though nobody of them is to be given. Only to whoever may read them.
 */

export function instructionRows(scene: Scene, offered: Offered, party: PartyIndex, columns: number): Line[] {
  const orders = ordersTold(scene, offered, party);
  if (orders.length === 0) return [];
  const tone = orders.some(({ broken }) => broken) ? 'warn' : 'dim';
  const text = words.orders(orders.map(order => order.text));
  const rows = wrapped(text, columns - 2, tone, 2);
  if (tone === 'warn') rows.push(...wrapped(words.against, columns - 2, 'warn', 2));
  return rows.map(row => line(' ', ...row));
}

/** The orders that a deal goes against. */
export function brokenOrders(scene: Scene, offered: Offered, party: PartyIndex): string[] {
  return ordersTold(scene, offered, party).flatMap(({ text, broken }) => (broken ? [text] : []));
}

/** The orders in ever fewer words: one after the other is left out, and how many are. */
export function orderWays(scene: Scene, offered: Offered, party: PartyIndex): string[] {
  const texts = ordersTold(scene, offered, party).map(({ text }) => text);
  return texts.slice(1).map((_, left) => words.ordersInBrief(texts.slice(0, -1 - left), left + 1));
}

function ordersTold(scene: Scene, offered: Offered, party: PartyIndex): OrderTold[] {
  const { sight, position } = scene;
  if (sight.viewer !== party && sight.viewer !== null) return [];
  return position.campaign.instructions[party].flatMap(given => ordersOf(scene, offered, given));
}

interface OrderTold {
  readonly text: string;
  /** Whether the deal goes against it; that it falls short of what is wanted does not, while days are left. */
  readonly broken: boolean;
}

function ordersOf(
  { course, position }: Scene,
  { deal, interned = [] }: Offered,
  { must, never }: SettledInstruction,
): OrderTold[] {
  const name = (group: number) => {
    const known = course.scenario.groups[group];
    return known ? shortNameOf(known) : '';
  };
  const home = (group: number) => {
    const named = (deal[group] ?? 0) - (interned[group] ?? 0);
    return (position.campaign.ledger.returned[group] ?? 0) + named;
  };
  const wanted = (must ?? []).flatMap((people, group) =>
    people > 0 ? [{ text: words.mustCome(name(group), home(group), people), broken: false }] : [],
  );
  const kept = (never ?? []).map(group => {
    const given = deal[group] ?? 0;
    return { text: words.mustStay(name(group), given), broken: given > 0 };
  });
  return [...wanted, ...kept];
}
