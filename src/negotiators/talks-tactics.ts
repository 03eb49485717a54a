import { subgamePerfect } from '../campaign/alternating-offers.ts';
import { other, type PartyIndex } from '../scenario/scenario.ts';
import type { Ground, Place, Tactic, TalksEntry, TalksMove } from './talks-alone.ts';
import { askedFor } from './time-dependent.ts';

/* Our negotiators as tactics for talks alone, as far as they need nothing but offers. */

/** Boulware, conceder and linear: what is asked for falls with the share of the offers that have been made. */
export function concedingInTime(e: number): Tactic {
  return {
    name: `conceding in time, e=${e}`,
    sit: place => {
      const [best, last] = [bestOn(place), place.game.rounds - 1];
      return record => {
        const used = last > 0 ? Math.min(1, record.length / last) : 1;
        return askFor(askedFor(best, place.game.reservations[place.party], used ** (1 / e)), place, record);
      };
    },
  };
}

/**
 * Tit for tat: gives up the share of its way from best to reservation that the other side has come from its
 * first offer towards one's best, times `reciprocity`, and `forgiveness` more with each offer of its own.
 */
export function returningConcessions(reciprocity = 1, forgiveness = 0.01): Tactic {
  return {
    name: `returning concessions, reciprocity=${reciprocity}, forgiveness=${forgiveness}`,
    sit: place => {
      const best = bestOn(place);
      const reservation = place.game.reservations[place.party];
      return record => {
        const conceded = reciprocity * comeTowards(best, place, record) + forgiveness * (record.length >> 1);
        return askFor(askedFor(best, reservation, Math.min(1, conceded)), place, record);
      };
    },
  };
}

/** The subgame-perfect strategy: offers and accepts what backward induction says with so many offers left. */
export const subgamePerfectTactic: Tactic = {
  name: 'subgame-perfect',
  sit: place => record => {
    const { party, game } = place;
    const left = game.rounds - record.length;
    const outlook = subgamePerfect({ ...game, first: party, rounds: left });
    const offered = valueOffered(place, record);
    const waiting = (outlook?.gains[party] ?? 0) * (record.length > 0 ? game.patience[party] : 1);
    if (offered - game.reservations[party] >= waiting - ROUNDING) return { type: 'accept' };
    return outlook ? { type: 'offer', point: game.points.indexOf(outlook.point) } : { type: 'leave' };
  },
};

/** Differences up to this, in the units of the values, are rounding. */
const ROUNDING = 1e-9;

/** Accepts what is worth the target; else offers what is, and of that what the other side likes best. */
function askFor(target: number, place: Place, record: readonly TalksEntry[]): TalksMove {
  if (valueOffered(place, record) >= Math.max(target, place.game.reservations[place.party])) return ACCEPT;
  const point = place.ground.places[leastWorth(target, place)];
  return point === undefined ? { type: 'leave' } : { type: 'offer', point };
}

const ACCEPT: TalksMove = { type: 'accept' };

function valueOffered({ game, party }: Place, record: readonly TalksEntry[]): number {
  return worthOf(record[record.length - 1], game.points, party);
}

function worthOf(entry: TalksEntry | undefined, points: Place['game']['points'], party: PartyIndex): number {
  return entry?.type === 'offer' ? (points[entry.point]?.values[party] ?? 0) : Number.NEGATIVE_INFINITY;
}

/** The place on the frontier of the least that is worth `target` to the party: the other side's best of all that is. */
function leastWorth(target: number, { ground, party }: Place): number {
  const own = ground.values[party];
  const rising = party === 0;
  let low = 0;
  let high = own.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((own[middle] ?? 0) >= target === rising) high = middle;
    else low = middle + 1;
  }
  return rising ? low : low - 1;
}

/** The best that the other side would rather have than nothing; one's reservation where there is none. */
function bestOn({ ground, game, party }: Place): number {
  const them = other(party);
  let best = game.reservations[party];
  for (let at = 0; at < ground.places.length; at++) {
    if (isAcceptable(ground, at, them, game.reservations[them]))
      best = Math.max(best, ground.values[party][at] ?? 0);
  }
  return best;
}

function isAcceptable(ground: Ground, at: number, party: PartyIndex, reservation: number): boolean {
  return (ground.values[party][at] ?? 0) >= reservation;
}

/** How far the other side has come from its first offer to one worth `goal`, 0 to 1. */
function comeTowards(goal: number, { game, party }: Place, record: readonly TalksEntry[]): number {
  const first = record[game.first === party ? 1 : 0];
  if (!first) return 0;
  const began = worthOf(first, game.points, party);
  const now = worthOf(record[record.length - 1], game.points, party);
  if (began >= goal) return 1;
  return Math.min(1, Math.max(0, (now - began) / (goal - began)));
}
