import { sum } from '../campaign/counts.ts';
import { everybodyHome } from '../campaign/worth.ts';
import type { Negotiator } from '../negotiators/negotiator.ts';
import { PARTIES, type PartyIndex, type PerParty, type Scenario } from '../scenario/scenario.ts';
import { startCompiled } from '../statechart/compiled.ts';
import { openTable } from '../table/table.ts';
import { gainMeter } from './gain.ts';

/*
 * Everyone against everyone, on both sides of every scenario, themselves included. All pairings play the
 * same seeds, so they have the same captures, the same news and the same hidden values: what differs
 * between two negotiators in the same seat is what they did.
 */

/** What is taken down of one campaign; pairs are in the order of the parties. */
export interface Score {
  /** Gain over the reservations, in worth units; see `gain.ts`. */
  readonly gained: PerParty<number>;
  /** Agreements struck. */
  readonly agreements: number;
  /** People home to each party, exchanged or released; those in a neutral country are not. */
  readonly home: PerParty<number>;
  /** Person-days of captivity ended before the horizon, by home party. */
  readonly captivityEnded: PerParty<number>;
  /** Findings under the law of war about each party. */
  readonly findings: PerParty<number>;
}

/** Who meets whom where; indices into the scenarios and the entrants of a tournament. */
export interface Pairing {
  readonly scenario: number;
  /** By party. */
  readonly entrants: PerParty<number>;
}

/** All pairings, scenario by scenario, in the order in which scenarios and entrants were named. */
export function pairings(scenarios: number, entrants: number): Pairing[] {
  const indices = (count: number) => Array.from({ length: count }, (_, index) => index);
  return indices(scenarios).flatMap(scenario =>
    indices(entrants).flatMap(first =>
      indices(entrants).map(second => ({ scenario, entrants: [first, second] as const })),
    ),
  );
}

/** Plays one campaign to its end. */
export function scoreOf(scenario: Scenario, seats: PerParty<Negotiator>, seed: string): Score {
  // The meter needs the first position, which the table has before anything happens.
  let see: ReturnType<typeof gainMeter>['see'] = () => {};
  const table = openTable({ scenario, seed, seats }, () => see(table.position), startCompiled);
  const meter = gainMeter(table.position);
  see = meter.see;
  while (table.step());
  const { campaign } = table.position;
  return {
    ...meter.gains(),
    home: everybodyHome(campaign.parameters, campaign.ledger.returned),
    captivityEnded: campaign.captivityEnded,
    findings: [0, 1].map(party => campaign.findings.filter(({ by }) => by === party).length) as [
      number,
      number,
    ],
  };
}

/** What is measured of a negotiator in a seat. */
export const MEASURES = ['own', 'joint', 'nash', 'agreements', 'home', 'captivityEnded', 'findings'] as const;
export type Measure = (typeof MEASURES)[number];

/** One number of a campaign, as whoever sat for `party` is credited with it. */
export function measured(measure: Measure, score: Score, party: PartyIndex): number {
  const [first, second] = score.gained;
  switch (measure) {
    case 'own':
      return score.gained[party];
    case 'joint':
      return first + second;
    // The product of both gains; nothing where either side is worse off than without an agreement.
    case 'nash':
      return Math.max(0, first) * Math.max(0, second);
    case 'agreements':
      return score.agreements;
    case 'home':
      return sum(score.home);
    case 'captivityEnded':
      return sum(score.captivityEnded);
    case 'findings':
      return score.findings[party];
  }
}

/** The scores of a pairing, seed by seed. */
export interface Played {
  readonly pairing: Pairing;
  readonly scores: readonly Score[];
}

/** The two sides of a pairing, as who sat there against whom. */
export function sidesOf({ entrants }: Pairing) {
  return PARTIES.map(party => ({
    party,
    entrant: entrants[party],
    opponent: entrants[party === 0 ? 1 : 0],
  }));
}
