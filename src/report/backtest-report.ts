import { type Comparison, type Spread, TUNED_ON } from '../analysis/backtest.ts';
import type { Climatology } from '../analysis/climatology.ts';
import type { Course } from '../analysis/course.ts';
import { the } from '../scenario/article.ts';
import { PARTIES, type PerParty, type Scenario } from '../scenario/scenario.ts';
import { formatCount, listed } from './people.ts';

/** Everything that is told of a backtest. */
export interface BacktestReport {
  readonly scenario: Scenario;
  /** Names of the negotiators. */
  readonly seats: PerParty<string>;
  readonly runs: number;
  readonly firstSeed: number;
  readonly recorded: Course;
  /** Dated exchanges of the record that lie outside the scenario's days. */
  readonly outside: number;
  readonly climatology: Climatology | null;
  readonly comparisons: readonly Comparison[];
  /** People released unasked, by home party: they are in no line of the comparison. */
  readonly released: PerParty<Spread | null>;
}

/** What a reader must know before believing any of it; each a sentence or two. */
export function limitsOf(report: BacktestReport): string[] {
  return [
    'History happened once. One record cannot tell a good distribution from a bad one: a value in the middle proves nothing, one ' +
      'at the edge is expected on some line, and the lines depend on each other.',
    ...tuning(report),
    ...hindsight(report),
    'The negotiators are rules, not the people who decided. That a rule comes near the record does not mean that anybody followed it.',
    'Most numbers of the record are claims of the two sides, and so are many of the figures that the scenario rests on: they can err together.',
    ...gaps(report),
    ...ofClimatology(report),
  ];
}

function tuning({ scenario }: BacktestReport): string[] {
  return [
    scenario.id === TUNED_ON
      ? `The constants of the model and the assumptions of this scenario were chosen so that it meets a table of what is in this same ` +
        'record (npm run calibrate). Here the record is not new to the model: this shows how well it fits, not how well it foresees.'
      : `The constants of the model were tuned on ${TUNED_ON} (npm run calibrate); a scenario made from it is no new test. Whoever ` +
        'chose the assumptions of this scenario knew how it came out.',
  ];
}

function hindsight({ scenario, climatology }: BacktestReport): string[] {
  const given = [
    ...(scenario.captures.length > 0 ? ['captures'] : []),
    ...(scenario.injects.some(({ day }) => day !== undefined) ? ['news'] : []),
  ];
  if (given.length === 0) return [];
  return [
    `The model is given the dated ${listed(given)} of the scenario, which nobody knew on its first day${climatology ? '; the climatology is not' : ''}.`,
  ];
}

function gaps({ scenario, recorded, outside, released }: BacktestReport): string[] {
  const unpublished = PARTIES.flatMap(party => {
    const missing = recorded.exchanges.filter(({ home }) => home[party] === null).length;
    return missing > 0 ? [`${missing} to ${the(scenario.parties[party].name)}`] : [];
  });
  const moved = PARTIES.flatMap(party => {
    const { p10, p90 } = released[party] ?? { p10: 0, p90: 0 };
    return p90 > 0
      ? [`${formatCount(p10)} to ${formatCount(p90)} home to ${the(scenario.parties[party].name)}`]
      : [];
  });
  return [
    ...(unpublished.length > 0
      ? [
          `Numbers home that were not published: ${listed(unpublished)}. They are left out of the line they belong to, never guessed.`,
        ]
      : []),
    ...(outside > 0
      ? [
          `${outside} of the dated exchanges in the file lie outside the days of the scenario and are left out.`,
        ]
      : []),
    ...(moved.length > 0
      ? [
          'The lines hold exchanges only. Besides, people were released unasked in the campaigns, ' +
            `from the 10th to the 90th percentile ${listed(moved)}; a record of exchanges would not show them.`,
        ]
      : []),
  ];
}

function ofClimatology({ climatology }: BacktestReport): string[] {
  if (!climatology) return [];
  return [
    'The climatology takes the earlier time for one of a kind with this one. A window whose numbers are not all published ' +
      'has no total, so the totals rest on the best documented stretch.',
    ...(climatology.made === 'drawn'
      ? [
          'The climatology was drawn from few exchanges, each for itself: it knows no silence longer than those ' +
            'before, and no bursts.',
        ]
      : []),
  ];
}
