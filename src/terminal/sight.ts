import { type Campaign, noTalks, type Talks } from '../campaign/campaign.ts';
import type { Counts } from '../campaign/counts.ts';
import type { Coverage } from '../campaign/event.ts';
import { publicPressure, toldToMediator } from '../campaign/mediation.ts';
import { viewOf } from '../campaign/view.ts';
import type { Range } from '../scenario/figure.ts';
import { other, PARTIES, type PartyIndex, type PerParty } from '../scenario/scenario.ts';
import { type Position, phaseOf } from '../statechart/position.ts';
import { isAtTable } from './mediator-table.ts';
import { remembered } from './remembered.ts';
import type { Viewer } from './viewer.ts';

/**
 * What is shown of a position: to a party no more than its view, to whoever mediates no more than
 * both sides tell it, to somebody who only watches the truth. Where the ends of a range meet, the value is known exactly.
 */
export interface Sight {
  /** Whose view this is; null is the truth. */
  readonly viewer: Viewer;
  /** The party that is shown first, and whose leverage is shown. */
  readonly side: PartyIndex;
  readonly day: number;
  readonly phase: string;
  readonly held: { readonly low: Counts; readonly best: Counts; readonly high: Counts };
  readonly pressure: PerParty<Range>;
  readonly trust: number;
  readonly leverage: number;
  /** Everything said at the table is known to both. */
  readonly talks: Talks;
}

export function sightOf(position: Position, viewer: Viewer): Sight {
  if (viewer === 'mediator') return asToldToMediator(position);
  return viewer === null ? theTruth(position) : asSeenBy(position, viewer);
}

function asSeenBy({ campaign, value }: Position, viewer: PartyIndex): Sight {
  const view = viewOf(campaign, phaseOf(value), viewer);
  const own = exactly(view.pressure);
  return {
    viewer,
    side: viewer,
    day: view.day,
    phase: view.phase,
    held: view.held,
    pressure: viewer === 0 ? [own, view.theirPressure] : [view.theirPressure, own],
    trust: view.trust,
    leverage: view.leverage,
    talks: view.talks,
  };
}

/** What the phase is called for a mediator who is not at the table. */
export const APART = 'apart';

/** Lists, offers and what can be read in public; nothing of talks that are held without a mediator. */
function asToldToMediator({ campaign, value, done }: Position): Sight {
  const { day, trust, believed, pressure, talks } = campaign;
  const told = toldToMediator(campaign);
  const present = isAtTable(campaign);
  const listed = present ? told.limits.most : believed.low;
  return {
    viewer: 'mediator',
    side: 0,
    day,
    phase: present || done ? phaseOf(value) : APART,
    held: { low: listed, best: listed, high: listed },
    pressure: [publicPressure(pressure[0]), publicPressure(pressure[1])],
    trust,
    leverage: told.leverage,
    talks: present ? saidToBoth(talks) : noTalks(listed.length, day),
  };
}

/** That a list is not full cannot be told from the list. */
function saidToBoth(talks: Talks): Talks {
  const [first, second] = talks.lists;
  return { ...talks, lists: [first && 'full', second && 'full'], found: [false, false] };
}

function theTruth({ campaign, value }: Position): Sight {
  const { held, day, pressure, trust, leverage, talks } = campaign;
  return {
    viewer: null,
    side: 0,
    day,
    phase: phaseOf(value),
    held: { low: held, best: held, high: held },
    pressure: [exactly(pressure[0]), exactly(pressure[1])],
    trust,
    leverage,
    talks,
  };
}

export function exactly(value: number): Range {
  return { low: value, best: value, high: value };
}

/** What a list is to the one who looks: what it names; that its author calls it full; or that it has shown not to be true. */
export type ListSeen = Coverage | 'claimed' | 'untrue';

/** A list as it looks to `viewer` when it is put in: all but its author are told that it is full, whatever it names. */
export function listAsSeen(coverage: Coverage, by: PartyIndex, viewer: Viewer): Coverage | 'claimed' {
  return viewer === null || viewer === by ? coverage : 'claimed';
}

/** The leverage of a position never changes. */
const LEVERAGE = new WeakMap<Position, Map<string, number>>();

/** Leverage of the side that is shown, at the end of each day up to a position. */
export function leverageByDay(positions: readonly Position[], viewer: Viewer): number[] {
  return evenings(positions).map(position =>
    remembered(LEVERAGE, position, `${viewer}`, () => sightOf(position, viewer).leverage),
  );
}

/** The phase of a position never changes. */
const PHASES = new WeakMap<Position, Map<string, string>>();

/** The phase in which each day up to a position ended, as the one who looks may know it. */
export function phasesByDay(positions: readonly Position[], viewer: Viewer): string[] {
  return evenings(positions).map(position =>
    remembered(PHASES, position, `${viewer}`, () => sightOf(position, viewer).phase),
  );
}

function evenings(positions: readonly Position[]): Position[] {
  return positions.filter(({ campaign: { day } }, index) => {
    const next = positions[index + 1]?.campaign.day ?? day + 1;
    return day >= 0 && next > day;
  });
}

/** What a party is called by: `side` first, the other after it. */
export function bySide(side: PartyIndex): PerParty<PartyIndex> {
  return [side, other(side)];
}

/** People home by exchange and release so far, by home party; both sides know who came home. */
export function homeSoFar(campaign: Campaign): PerParty<number> {
  const { groups } = campaign.parameters;
  const home = (party: PartyIndex) =>
    groups.reduce((total, g) => total + (g.home === party ? (campaign.ledger.returned[g.index] ?? 0) : 0), 0);
  return [home(PARTIES[0]), home(PARTIES[1])];
}

/** Whose people are counted first, everywhere: for a party those it gives, then those it gets. */
export function givenFirst({ viewer, side }: Pick<Sight, 'viewer' | 'side'>): PerParty<PartyIndex> {
  return bySide(viewer === 0 || viewer === 1 ? other(side) : side);
}
