import type { AlternatingOffers } from '../campaign/alternating-offers.ts';
import { type Point, undominatedPlaces } from '../campaign/bargaining.ts';
import { other, type PartyIndex, type PerParty } from '../scenario/scenario.ts';

/*
 * Talks and nothing else: two parties make offers in turn over a set of points that both of them see, until
 * one accepts, one leaves, or no offer is left. There are no days, no world, no lists and no hand-over;
 * a campaign, with all of these, is played at a table. This is the setting of the literature, for
 * questions that it asks: the protocol is that of alternating offers (Rubinstein 1982; as a protocol for
 * programs, Aydogan, Festen, Hindriks and Jonker 2017).
 */

/** What a party does on its turn; an offer names a point by its place among the game's points. */
export type TalksMove =
  | { readonly type: 'offer'; readonly point: number }
  | { readonly type: 'accept' }
  | { readonly type: 'leave' };

/** A move as it stands in the record. */
export type TalksEntry = TalksMove & { readonly by: PartyIndex };

/** What a party sees when it sits down. */
export interface Place {
  readonly party: PartyIndex;
  readonly game: AlternatingOffers<Point>;
  readonly ground: Ground;
}

/** The frontier of a set of points, from party 1's favour to party 0's. */
export interface Ground {
  /** The points of the frontier, by their places in the set. */
  readonly places: readonly number[];
  /** Their values, by party: those of party 0 rise along the frontier, those of party 1 fall. */
  readonly values: PerParty<readonly number[]>;
}

/** Answers turn after turn. `record` is everything said so far; its last entry is the offer to answer, if there is one. */
export type Answering = (record: readonly TalksEntry[]) => TalksMove;

/** A way of bargaining; it sits down anew for each talks. */
export interface Tactic {
  readonly name: string;
  sit(place: Place): Answering;
}

export interface TalksOutcome<T extends Point> {
  /** What was agreed on; null where nothing was. */
  readonly agreement: T | null;
  /** Every offer and the answer that ended the talks, in order. */
  readonly record: readonly TalksEntry[];
}

/**
 * Lets two tactics talk. `game.rounds` offers can be made in all; the last can still be accepted. A tactic
 * that accepts where nothing is offered, or offers what is not among the points, is a fault of the
 * program and throws. Points are gone through once for their frontier: talks over the same array of points
 * go through them no more.
 */
export function negotiate<T extends Point>(
  game: AlternatingOffers<T>,
  tactics: PerParty<Tactic>,
): TalksOutcome<T> {
  const ground = groundOf(game.points);
  const sit = (party: PartyIndex) => tactics[party].sit({ party, game, ground });
  const answering = [sit(0), sit(1)] as const;
  const record: TalksEntry[] = [];
  let offered = -1;
  let party = game.first;
  for (;;) {
    const move = answering[party](record);
    if (move.type === 'offer') {
      if (record.length >= game.rounds) return { agreement: null, record };
      if (!(move.point in game.points))
        throw new Error(`${tactics[party].name} offers no point: ${move.point}`);
      record.push({ type: 'offer', point: move.point, by: party });
      offered = move.point;
      party = other(party);
      continue;
    }
    if (move.type === 'accept' && offered < 0) throw new Error(`${tactics[party].name} accepts nothing`);
    record.push({ type: move.type, by: party });
    return { agreement: move.type === 'accept' ? (game.points[offered] ?? null) : null, record };
  }
}

const grounds = new WeakMap<readonly Point[], Ground>();

function groundOf(points: readonly Point[]): Ground {
  const known = grounds.get(points);
  if (known) return known;
  const places = undominatedPlaces(points);
  const values = (party: PartyIndex) => places.map(place => points[place]?.values[party] ?? 0);
  const ground = { places, values: [values(0), values(1)] as const };
  grounds.set(points, ground);
  return ground;
}
