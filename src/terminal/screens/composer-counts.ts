import { type Counts, sum, zeros } from '../../campaign/counts.ts';
import type { Move } from '../../campaign/event.ts';
import { toldToMediator } from '../../campaign/mediation.ts';
import { termsOf } from '../../campaign/terms.ts';
import type { PartyIndex } from '../../scenario/scenario.ts';
import type { Offered } from '../appraisal.ts';
import type { Scene } from '../scene.ts';
import type { ComposerScreen, Purpose } from '../screen.ts';

/* The counts that a composer puts together, and how far they can go. */

/** Whose counts are put together, and how far they can go. */
export interface Countable {
  readonly type: Exclude<Purpose, 'text'>;
  readonly most: Counts;
  readonly capacity?: number;
  readonly mayIntern?: boolean;
  readonly mayParole?: boolean;
}

export function openComposer(
  scene: Scene,
  { type, most, capacity, mayIntern = false, mayParole = false }: Countable,
  party: PartyIndex,
): ComposerScreen {
  const groups = scene.course.parameters.groups;
  const given = groups.filter(g => g.holder === party);
  const shown = type === 'offer' ? [...given, ...groups.filter(g => g.home === party)] : given;
  // Who may be traded comes before who is owed, on either side.
  const order = [...shown].sort(
    (a, b) => Number(a.home === party) - Number(b.home === party) || Number(a.owed) - Number(b.owed),
  );
  return {
    name: 'composer',
    purpose: type,
    scene,
    party,
    // Who is due is brought unless one decides otherwise; all else begins with nobody.
    counts: type === 'handOver' ? most : zeros(groups.length),
    most: type === 'handOver' ? most : willing(scene, most, party),
    capacity: capacity ?? null,
    interned: zeros(groups.length),
    parole: false,
    mayIntern,
    mayParole,
    order: order.map(g => g.index).filter(index => type === 'offer' || (most[index] ?? 0) > 0),
    row: 0,
    field: 'people',
    typing: false,
    before: null,
    message: '',
    draft: null,
  };
}

/** A text of the mediator's: the people of both sides, within what it was told. */
export function openText(scene: Scene): ComposerScreen {
  const { groups } = scene.course.parameters;
  const { most, capacity } = toldToMediator(scene.position.campaign).limits;
  const order = [...groups].sort((a, b) => a.home - b.home || Number(a.owed) - Number(b.owed));
  return {
    name: 'composer',
    purpose: 'text',
    scene,
    party: 1,
    counts: zeros(groups.length),
    most,
    capacity,
    interned: zeros(groups.length),
    parole: false,
    mayIntern: false,
    mayParole: false,
    order: order.map(g => g.index),
    row: 0,
    field: 'people',
    typing: false,
    before: null,
    message: '',
    draft: null,
  };
}

/** Sick and wounded people are not sent home against their will, which only their holder knows. */
function willing({ course, position }: Scene, most: Counts, party: PartyIndex): Counts {
  return course.parameters.groups.map(({ index, holder, unwilling }) => {
    const wish = (position.campaign.held[index] ?? 0) - unwilling;
    return holder === party ? Math.max(0, Math.min(most[index] ?? 0, wish)) : (most[index] ?? 0);
  });
}

/** How high the count of a group can go, given the others: what is held, and what is carried. */
export function roomFor({ scene, counts, most, capacity }: ComposerScreen, group: number): number {
  const { groups } = scene.course.parameters;
  const home = groups[group]?.home;
  const others = sum(groups.map(g => (g.home === home && g.index !== group ? (counts[g.index] ?? 0) : 0)));
  const carried = capacity === null ? Number.POSITIVE_INFINITY : capacity - others;
  return Math.max(0, Math.min(most[group] ?? 0, carried));
}

export function groupNow({ order, row }: ComposerScreen): number {
  return order[row] ?? 0;
}

/** The number that digits and arrows change. */
export function countNow(screen: ComposerScreen): number {
  const { field, interned, counts } = screen;
  return (field === 'neutral' ? interned : counts)[groupNow(screen)] ?? 0;
}

/** How high it can go. */
export function roomNow(screen: ComposerScreen): number {
  const group = groupNow(screen);
  return screen.field === 'neutral' ? (screen.counts[group] ?? 0) : roomFor(screen, group);
}

export function changed(screen: ComposerScreen, by: number): ComposerScreen {
  return withCount(screen, countNow(screen) + by, false);
}

/** The number that is being changed set, as near as there is room. */
export function withCount(screen: ComposerScreen, wanted: number, typing: boolean): ComposerScreen {
  const group = groupNow(screen);
  const count = Math.max(0, Math.min(wanted, roomNow(screen)));
  const set = (counts: Counts) => counts.map((old, index) => (index === group ? count : old));
  if (screen.field === 'neutral') return { ...screen, interned: set(screen.interned), typing };
  return { ...withCounts(screen, set(screen.counts)), typing };
}

/** The counts replaced; nobody is interned who is not named. */
export function withCounts(screen: ComposerScreen, counts: Counts): ComposerScreen {
  const interned = screen.interned.map((people, index) => Math.min(people, counts[index] ?? 0));
  return { ...screen, counts, interned, field: 'people', typing: false };
}

/**
 * From the count of the chosen group to how many of them go to a neutral country, and back. Where
 * nobody goes there yet, it begins with all of them.
 */
export function betweenFields(screen: ComposerScreen): ComposerScreen {
  if (screen.field === 'neutral') return { ...screen, field: 'people', typing: false };
  const chosen: ComposerScreen = { ...screen, field: 'neutral', typing: false };
  const begun = (screen.interned[groupNow(screen)] ?? 0) > 0;
  return begun ? chosen : withCount(chosen, countNow(screen), false);
}

/** The first row of the other side of an offer. */
export function otherSide({ scene, order, row }: ComposerScreen): number {
  const home = (at: number) => scene.course.parameters.groups[order[at] ?? 0]?.home;
  const found = order.findIndex((_, at) => home(at) !== home(row));
  return found < 0 ? row : found;
}

/** The counts and terms of an offer taken over. */
export function asOffered(
  screen: ComposerScreen,
  { deal, interned, parole = false }: Offered,
): ComposerScreen {
  const terms = { interned: interned ?? zeros(deal.length), parole };
  return { ...screen, counts: deal, ...terms, field: 'people', typing: false };
}

/** The deal that is put together, with its terms. */
export function offeredIn({ counts, interned, parole }: ComposerScreen): Offered {
  return { deal: counts, ...termsOf({ interned, parole }) };
}

/** The move that the counts make, as it would be sent; a mediator's text is nobody's move. */
export function moveOf(screen: ComposerScreen): Move | null {
  const { purpose, counts, message } = screen;
  if (purpose === 'text') return null;
  if (purpose !== 'offer') return { type: purpose, people: counts };
  return { type: 'offer', ...offeredIn(screen), ...(message === '' ? {} : { message }) };
}
