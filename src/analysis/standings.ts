import type { Random } from '../campaign/parameters.ts';
import { PARTIES, type PartyIndex } from '../scenario/scenario.ts';
import { type Mean, mean, meanOf } from './mean.ts';
import { placesOf, ranksOf } from './ranks.ts';
import { MEASURES, type Measure, measured, type Played, sidesOf } from './tournament.ts';

/*
 * Who came out where. Campaigns of the same seed share their luck, so the seeds are what is independent:
 * every mean is one of the means of the seeds, and its 95 % interval is Student's t over these. A rank is
 * no mean of seeds; its interval is a bootstrap's over them.
 * Differences between two entrants are taken seed by seed, which takes the common luck out of them.
 */

export type Means = Readonly<Record<Measure, Mean>>;

/** One entrant against one other in one seat. */
export interface Meeting {
  readonly scenario: number;
  readonly party: PartyIndex;
  readonly entrant: number;
  readonly opponent: number;
  readonly means: Means;
}

/** One entrant in one seat, against all. */
export interface Field {
  readonly scenario: number;
  readonly party: PartyIndex;
  readonly entrant: number;
  /** Place by own value among all in this seat, from 1; those who are equal share the mean of their places. */
  readonly rank: number;
  readonly own: Mean;
  /** Over how many of the others its own value is clearly higher: the paired interval is above 0. */
  readonly above: number;
}

export interface Standing {
  readonly entrant: number;
  /** Mean of its ranks over all seats of all scenarios. */
  readonly rank: Mean;
  readonly means: Means;
  /** Over how many of the others its own value is clearly higher, all seats together. */
  readonly above: number;
}

export interface Standings {
  /** Best average rank first. */
  readonly order: readonly Standing[];
  readonly fields: readonly Field[];
  readonly meetings: readonly Meeting[];
}

/** `random` is what the intervals of ranks are drawn by. */
export function standings(played: readonly Played[], entrants: number, random: Random): Standings {
  const sides = played.flatMap(({ pairing, scores }) =>
    sidesOf(pairing).map(side => ({ ...side, scenario: pairing.scenario, scores })),
  );
  const names = Array.from({ length: entrants }, (_, index) => index);
  const seats = scenariosOf(played).flatMap(scenario =>
    PARTIES.map(party => {
      const here = sides.filter(side => side.scenario === scenario && side.party === party);
      const own = names.map(entrant =>
        bySeed(
          here.filter(of => of.entrant === entrant),
          'own',
        ),
      );
      return { scenario, party, own };
    }),
  );
  const fields = seats.flatMap(({ scenario, party, own }) =>
    fieldsOf(own).map(field => ({ scenario, party, ...field })),
  );
  const own = names.map(entrant =>
    bySeed(
      sides.filter(side => side.entrant === entrant),
      'own',
    ),
  );
  const ranks = ranksOf(seats, random);
  const order = names.map(entrant => {
    return {
      entrant,
      rank: ranks[entrant] ?? { value: 0, interval: null },
      means: meansOf(sides.filter(side => side.entrant === entrant)),
      above: clearlyBelow(own, entrant),
    };
  });
  order.sort(
    (a, b) => a.rank.value - b.rank.value || b.means.own.value - a.means.own.value || a.entrant - b.entrant,
  );
  const meetings = sides.map(({ scenario, party, entrant, opponent, scores }) => ({
    scenario,
    party,
    entrant,
    opponent,
    means: meansOf([{ party, scores }]),
  }));
  return { order, fields, meetings };
}

function scenariosOf(played: readonly Played[]): number[] {
  return [...new Set(played.map(({ pairing }) => pairing.scenario))];
}

type Side = { readonly party: PartyIndex } & Pick<Played, 'scores'>;

/** The mean of a measure over some sides, for each seed. */
function bySeed(sides: readonly Side[], measure: Measure): number[] {
  const seeds = sides[0]?.scores.length ?? 0;
  return Array.from({ length: seeds }, (_, seed) =>
    mean(
      sides.map(({ scores, party }) => {
        const score = scores[seed];
        if (!score) throw new Error('every pairing plays every seed');
        return measured(measure, score, party);
      }),
    ),
  );
}

function meansOf(sides: readonly Side[]): Means {
  return Object.fromEntries(MEASURES.map(measure => [measure, meanOf(bySeed(sides, measure))])) as Means;
}

/** Places in one seat, given everybody's own value seed by seed. */
function fieldsOf(own: readonly (readonly number[])[]): Pick<Field, 'entrant' | 'rank' | 'own' | 'above'>[] {
  const ranks = placesOf(own.map(mean));
  return own.map((seeds, entrant) => ({
    entrant,
    rank: ranks[entrant] ?? 0,
    own: meanOf(seeds),
    above: clearlyBelow(own, entrant),
  }));
}

/** How many of the others an entrant is clearly above, seed by seed. */
function clearlyBelow(own: readonly (readonly number[])[], entrant: number): number {
  const mine = own[entrant] ?? [];
  return own.filter((theirs, other) => {
    if (other === entrant) return false;
    const { interval } = meanOf(mine.map((value, seed) => value - (theirs[seed] ?? 0)));
    return interval !== null && interval.low > 0;
  }).length;
}
