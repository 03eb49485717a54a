import { PARTIES, type PartyIndex } from '../scenario/scenario.ts';
import { type Mean, meanOf } from './mean.ts';
import { measured, type Played } from './tournament.ts';

/*
 * One entrant beside each other in the same seat: what it gained more, in own value, against the same
 * opponents and under the same luck. Differences are taken seed by seed; of several opponents the mean is
 * taken within each seed first, since the seeds are what is independent.
 */

/** The entrant in one seat beside one other. */
export interface Lead {
  readonly other: number;
  /** Mean over all opponents but the entrant itself. */
  readonly over: Mean;
  /** Opponent by opponent, in the order of the entrants. */
  readonly against: readonly { readonly opponent: number; readonly over: Mean }[];
}

export interface Focus {
  readonly scenario: number;
  readonly party: PartyIndex;
  /** Own value of the entrant, mean over all opponents but itself. */
  readonly own: Mean;
  /** Every other entrant, the one that comes nearest first. */
  readonly leads: readonly Lead[];
}

/** `entrant` beside all others, seat by seat. Everybody must have met everybody but `entrant` itself. */
export function focusOn(entrant: number, played: readonly Played[]): Focus[] {
  const scenarios = [...new Set(played.map(({ pairing }) => pairing.scenario))];
  return scenarios.flatMap(scenario =>
    PARTIES.map(party => ({ scenario, party, ...seatOf(entrant, party, gainsOf(played, scenario, party)) })),
  );
}

/** Own values seed by seed, by who sat in the seat and who sat opposite. */
type Gains = ReadonlyMap<number, ReadonlyMap<number, readonly number[]>>;

function gainsOf(played: readonly Played[], scenario: number, party: PartyIndex): Gains {
  const gains = new Map<number, Map<number, readonly number[]>>();
  for (const { pairing, scores } of played) {
    if (pairing.scenario !== scenario) continue;
    const own = pairing.entrants[party];
    const opponents = gains.get(own) ?? new Map<number, readonly number[]>();
    gains.set(own, opponents);
    opponents.set(
      pairing.entrants[party === 0 ? 1 : 0],
      scores.map(score => measured('own', score, party)),
    );
  }
  return gains;
}

function seatOf(entrant: number, party: PartyIndex, gains: Gains): Pick<Focus, 'own' | 'leads'> {
  const own = gains.get(entrant) ?? new Map<number, readonly number[]>();
  const opponents = [...gains.keys()].filter(other => other !== entrant).sort((a, b) => a - b);
  const leads = opponents.map((other): Lead => {
    const differences = opponents.map(opponent =>
      less(own.get(opponent), gains.get(other)?.get(opponent), party),
    );
    return {
      other,
      over: meanOf(meanBySeed(differences)),
      against: opponents.map((opponent, at) => ({ opponent, over: meanOf(differences[at] ?? []) })),
    };
  });
  leads.sort((a, b) => a.over.value - b.over.value || a.other - b.other);
  return { own: meanOf(meanBySeed(opponents.map(opponent => own.get(opponent) ?? []))), leads };
}

function less(own: readonly number[] | undefined, theirs: readonly number[] | undefined, party: PartyIndex) {
  if (!own || !theirs) throw new Error(`a pairing with seat ${party} has not been played`);
  return own.map((value, seed) => value - (theirs[seed] ?? 0));
}

function meanBySeed(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] ?? []).map(
    (_, seed) => rows.reduce((total, row) => total + (row[seed] ?? 0), 0) / rows.length,
  );
}
