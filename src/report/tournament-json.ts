import type { Focus } from '../analysis/focus.ts';
import type { Mean } from '../analysis/mean.ts';
import type { Means } from '../analysis/standings.ts';
import { MEASURES } from '../analysis/tournament.ts';
import { ENGINE, scenarioDigest } from '../table/record.ts';
import { rounded } from './rounded.ts';
import { HOW_RECKONED, MEANINGS, TOURNAMENT_FORMAT, type TournamentReport } from './tournament-report.ts';

/** Decimals of every number. */
export const DIGITS = 4;

/**
 * A tournament as JSON. The same scenarios, negotiators and seeds give the same bytes. Numbers are
 * rounded to 4 decimals; `low` and `high` are null where a single seed was played.
 */
export function formatTournamentJson(report: TournamentReport): string {
  const { scenarios, entrants, standings } = report;
  const name = (entrant: number) => entrants[entrant];
  const seat = ({ scenario, party }: { readonly scenario: number; readonly party: 0 | 1 }) => ({
    scenario: scenarios[scenario]?.id,
    party: scenarios[scenario]?.parties[party].id,
  });
  const result = {
    parley: 'tournament',
    format: TOURNAMENT_FORMAT,
    engine: ENGINE,
    scenarios: scenarios.map(scenario => ({ id: scenario.id, digest: scenarioDigest(scenario) })),
    negotiators: entrants,
    seeds: report.seeds,
    firstSeed: report.firstSeed,
    measures: MEANINGS,
    how: HOW_RECKONED,
    order: standings.order.map(({ entrant, rank, above, means }) => ({
      negotiator: name(entrant),
      rank: rounded(rank.value, DIGITS),
      rankLow: rank.interval && rounded(rank.interval.low, DIGITS),
      rankHigh: rank.interval && rounded(rank.interval.high, DIGITS),
      above,
      ...meansJson(means),
    })),
    seats: standings.fields.map(field => ({
      ...seat(field),
      negotiator: name(field.entrant),
      rank: rounded(field.rank, DIGITS),
      above: field.above,
      own: meanJson(field.own),
    })),
    meetings: standings.meetings.map(meeting => ({
      ...seat(meeting),
      negotiator: name(meeting.entrant),
      opponent: name(meeting.opponent),
      ...meansJson(meeting.means),
    })),
    ...(report.focus ? { focus: focusJson(report, report.focus) } : {}),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function meansJson(means: Means) {
  return Object.fromEntries(MEASURES.map(measure => [measure, meanJson(means[measure])]));
}

function meanJson({ value, interval }: Mean) {
  return {
    mean: rounded(value, DIGITS),
    low: interval && rounded(interval.low, DIGITS),
    high: interval && rounded(interval.high, DIGITS),
  };
}

/** One negotiator beside each other in the same seat. */
function focusJson(
  { scenarios, entrants }: TournamentReport,
  focus: { readonly entrant: number; readonly seats: readonly Focus[] },
) {
  return {
    negotiator: entrants[focus.entrant],
    seats: focus.seats.map(({ scenario, party, own, leads }) => ({
      scenario: scenarios[scenario]?.id,
      party: scenarios[scenario]?.parties[party].id,
      own: meanJson(own),
      over: leads.map(({ other, over, against }) => ({
        negotiator: entrants[other],
        ...meanJson(over),
        against: against.map(({ opponent, over }) => ({ opponent: entrants[opponent], ...meanJson(over) })),
      })),
    })),
  };
}
