import { type Pairing, type Played, scoreOf } from '../../analysis/tournament.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { negotiatorNamed } from '../seats.ts';

/** What a tournament is played over; plain data, so that it can be handed to another thread. */
export interface Field {
  readonly scenarios: readonly Scenario[];
  /** Names of the negotiators, with their parameters. */
  readonly entrants: readonly string[];
  readonly seeds: number;
  readonly firstSeed: number;
}

/** Plays every seed of one pairing. */
export function playPairing(field: Field, pairing: Pairing): Played {
  const scores = Array.from({ length: field.seeds }, (_, index) => playCampaign(field, pairing, index));
  return { pairing, scores };
}

/** Plays one seed of a pairing; the first is number 0. */
export function playCampaign({ scenarios, entrants, firstSeed }: Field, pairing: Pairing, number: number) {
  const scenario = scenarios[pairing.scenario];
  const [first, second] = pairing.entrants.map(index => entrants[index]);
  if (!scenario || first === undefined || second === undefined) throw new Error('no such pairing');
  const seats = [negotiatorNamed(first), negotiatorNamed(second)] as const;
  return scoreOf(scenario, seats, String(firstSeed + number));
}
