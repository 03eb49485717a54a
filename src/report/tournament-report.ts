import type { Focus } from '../analysis/focus.ts';
import type { Standings } from '../analysis/standings.ts';
import type { Measure } from '../analysis/tournament.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Version of the JSON: raised when a field changes its meaning or goes away. */
export const TOURNAMENT_FORMAT = 1;

/** A tournament as its reports tell it. */
export interface TournamentReport {
  readonly scenarios: readonly Scenario[];
  /** Names of the negotiators with their parameters, in the order in which they were given. */
  readonly entrants: readonly string[];
  readonly seeds: number;
  readonly firstSeed: number;
  readonly standings: Standings;
  /** The negotiator that is set beside each other in the same seat, if one is. */
  readonly focus: { readonly entrant: number; readonly seats: readonly Focus[] } | null;
}

/** What each measure is; printed beside the numbers. */
export const MEANINGS: Readonly<Record<Measure, string>> = {
  own: 'what it gained itself over what it had to have, in worth units',
  joint: 'what both sides gained together',
  nash: 'the product of both gains; 0 where either lost',
  agreements: 'agreements struck',
  home: 'people home, both sides together',
  captivityEnded: 'person-days of captivity ended, both sides together',
  findings: 'findings under the law of war about itself',
};

export const HOW_RECKONED =
  'Everyone meets everyone, itself too, on both sides, with the same seeds: the same captures, news and hidden values. ' +
  "Means are over seeds, with Student's 95 % interval over the means of the seeds. Rank: the mean of its places by own " +
  'value over all seats, with the interval of a bootstrap over the seeds. Above: over how many of the others its own ' +
  'value is clearly higher, by the interval of the differences seed by seed.';
