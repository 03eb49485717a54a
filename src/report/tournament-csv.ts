import type { Mean } from '../analysis/mean.ts';
import { MEASURES } from '../analysis/tournament.ts';
import { rounded } from './rounded.ts';
import { DIGITS } from './tournament-json.ts';
import type { TournamentReport } from './tournament-report.ts';

/** A tournament as CSV: one line for each negotiator against each other in each seat. */
export function formatTournamentCsv({ scenarios, entrants, seeds, standings }: TournamentReport): string {
  const heading = [
    ...['scenario', 'party', 'negotiator', 'opponent', 'seeds'],
    ...MEASURES.flatMap(measure => [measure, `${measure}_low`, `${measure}_high`]),
  ];
  const rows = standings.meetings.map(({ scenario, party, entrant, opponent, means }) => [
    scenarios[scenario]?.id ?? '',
    scenarios[scenario]?.parties[party].id ?? '',
    entrants[entrant] ?? '',
    entrants[opponent] ?? '',
    String(seeds),
    ...MEASURES.flatMap(measure => numbers(means[measure])),
  ]);
  return [heading, ...rows].map(row => `${row.map(cell).join(',')}\n`).join('');
}

/** Mean, low and high; the interval left empty where a single seed was played. */
function numbers({ value, interval }: Mean): string[] {
  const ends = interval ? [interval.low, interval.high].map(end => String(rounded(end, DIGITS))) : ['', ''];
  return [String(rounded(value, DIGITS)), ...ends];
}

/** A cell after RFC 4180: in quotes where it has a comma, as a negotiator with two parameters has. */
function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
