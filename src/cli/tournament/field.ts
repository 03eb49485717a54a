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
export function playPairing({ scenarios, entrants, seeds, firstSeed }: Field, pairing: Pairing): Played {
  const scenario = scenarios[pairing.scenario];
  const [first, second] = pairing.entrants.map(index => entrants[index]);
  if (!scenario || first === undefined || second === undefined) throw new Error('no such pairing');
  const seats = [negotiatorNamed(first), negotiatorNamed(second)] as const;
  const scores = Array.from({ length: seeds }, (_, index) =>
    scoreOf(scenario, seats, String(firstSeed + index)),
  );
  return { pairing, scores };
}
