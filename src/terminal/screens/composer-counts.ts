import { type Counts, sum, zeros } from '../../campaign/counts.ts';
import type { Move } from '../../campaign/event.ts';
import { termsOf } from '../../campaign/terms.ts';
import type { PartyIndex } from '../../scenario/scenario.ts';
import type { ComposerScreen, Purpose } from '../app.ts';
import type { Offered } from '../appraisal.ts';
import type { Scene } from '../scene.ts';

/* The counts that a composer puts together, and how far they can go. */

/** Whose counts are put together, and how far they can go. */
export interface Countable {
  readonly type: Purpose;
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
    typing: false,
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

export function countNow(screen: ComposerScreen): number {
  return screen.counts[groupNow(screen)] ?? 0;
}

export function changed(screen: ComposerScreen, by: number): ComposerScreen {
  return withCount(screen, countNow(screen) + by, false);
}

/** The count of the chosen group set, as near as there is room. */
export function withCount(screen: ComposerScreen, wanted: number, typing: boolean): ComposerScreen {
  const group = groupNow(screen);
  const count = Math.max(0, Math.min(wanted, roomFor(screen, group)));
  const counts = screen.counts.map((old, index) => (index === group ? count : old));
  return { ...withCounts(screen, counts), typing };
}

/** The counts replaced; nobody is interned who is not named. */
export function withCounts(screen: ComposerScreen, counts: Counts): ComposerScreen {
  const interned = screen.interned.map((people, index) => Math.min(people, counts[index] ?? 0));
  return { ...screen, counts, interned, typing: false };
}

/** Everybody named of the chosen group to a neutral country, or, if they are, home again. */
export function internedOrHome(screen: ComposerScreen): ComposerScreen {
  const group = groupNow(screen);
  const people = (screen.interned[group] ?? 0) > 0 ? 0 : countNow(screen);
  return { ...screen, interned: screen.interned.map((old, index) => (index === group ? people : old)) };
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
  return { ...screen, counts: deal, interned: interned ?? zeros(deal.length), parole, typing: false };
}

/** The deal that is put together, with its terms. */
export function offeredIn({ counts, interned, parole }: ComposerScreen): Offered {
  return { deal: counts, ...termsOf({ interned, parole }) };
}

/** The move that the counts make, as it would be sent. */
export function moveOf(screen: ComposerScreen): Move {
  const { purpose, counts, message } = screen;
  if (purpose !== 'offer') return { type: purpose, people: counts };
  return { type: 'offer', ...offeredIn(screen), ...(message === '' ? {} : { message }) };
}
