import type { Focus } from '../analysis/focus.ts';
import type { Mean } from '../analysis/mean.ts';
import { MEASURES, type Measure } from '../analysis/tournament.ts';
import { PARTIES } from '../scenario/scenario.ts';
import { columnsFolded } from './columns.ts';
import { counted } from './people.ts';
import { HOW_RECKONED, MEANINGS, type TournamentReport } from './tournament-report.ts';
import { wrap } from './wrap.ts';

/* A tournament for its reader: the order, who came first in each seat, and how to read the numbers. */

export function formatTournament(report: TournamentReport, width = 80): string {
  const { scenarios, entrants, seeds, firstSeed } = report;
  const campaigns = scenarios.length * entrants.length ** 2 * seeds;
  const opening =
    `${counted(campaigns, 'campaign')}: ${counted(entrants.length, 'negotiator')} in ` +
    `${scenarios.map(({ id }) => id).join(', ')}, ${counted(seeds, 'seed')} a pairing from ${firstSeed} on.`;
  const legend = MEASURES.map(measure => `${HEADINGS[measure]}: ${MEANINGS[measure]}`).join('; ');
  return [
    wrap(opening, { width }),
    order(report, width),
    `What both sides gained together\n\n${consequences(report, TOGETHER, width)}`,
    `What came of it\n\n${consequences(report, CONSEQUENCES, width)}`,
    `First in each seat, by own value\n\n${seats(report, width)}`,
    ...(report.focus ? [besideOthers(report, report.focus, width)] : []),
    [`${legend}.`, HOW_RECKONED, NO_FORECAST].map(text => wrap(text, { width })).join('\n'),
  ].join('\n\n');
}

const NO_FORECAST =
  'This compares rules of bargaining within the model. It says nothing about how a government would fare.';

const HEADINGS: Readonly<Record<Measure, string>> = {
  own: 'own',
  joint: 'joint',
  nash: 'Nash',
  agreements: 'agreements',
  home: 'home',
  captivityEnded: 'days',
  findings: 'findings',
};
/** What the negotiators were after is their own value; the rest is what came of it, for both sides, for people and the law. */
const TOGETHER = ['joint', 'nash'] as const;
const CONSEQUENCES = ['agreements', 'home', 'captivityEnded', 'findings'] as const;

function order({ entrants, standings }: TournamentReport, width: number): string {
  const rows = standings.order.map(({ entrant, rank, above, means }) => [
    entrants[entrant] ?? '',
    `${rank.value.toFixed(1)}${rank.interval ? ` (${rank.interval.low.toFixed(1)}–${rank.interval.high.toFixed(1)})` : ''}`,
    String(above),
    withInterval(means.own),
  ]);
  return columnsFolded([['', 'rank', 'above', HEADINGS.own], ...rows], width);
}

function consequences(
  { entrants, standings }: TournamentReport,
  measures: readonly Measure[],
  width: number,
): string {
  const rows = standings.order.map(({ entrant, means }) => [
    entrants[entrant] ?? '',
    ...measures.map(measure => withInterval(means[measure])),
  ]);
  return columnsFolded([['', ...measures.map(measure => HEADINGS[measure])], ...rows], width);
}

/** Seat by seat: who is first, with what, and over how many of the others clearly. */
function seats({ scenarios, entrants, standings }: TournamentReport, width: number): string {
  const rows = scenarios.flatMap(({ id, parties }, scenario) =>
    PARTIES.map(party => {
      const here = standings.fields.filter(field => field.scenario === scenario && field.party === party);
      const [first] = [...here].sort((a, b) => a.rank - b.rank || a.entrant - b.entrant);
      const won = first ? [entrants[first.entrant] ?? '', amount(first.own.value), String(first.above)] : [];
      return [`${id}: ${parties[party].id}`, ...won];
    }),
  );
  return columnsFolded([['', 'first', 'own', 'above'], ...rows], width);
}

/** How much more one negotiator gains than the one that comes nearest to it, seat by seat. */
function besideOthers(
  { scenarios, entrants }: TournamentReport,
  { entrant, seats }: { readonly entrant: number; readonly seats: readonly Focus[] },
  width: number,
): string {
  const rows = seats.map(({ scenario, party, own, leads }) => [
    `${scenarios[scenario]?.id}: ${scenarios[scenario]?.parties[party].id}`,
    amount(own.value),
    ...leads
      .slice(0, 1)
      .flatMap(({ other, over }) => [
        entrants[other] ?? '',
        `${over.value < 0 ? '' : '+'}${withInterval(over)}`,
      ]),
  ]);
  const heading = `What ${entrants[entrant]} gains more in the same seat than the one that comes nearest to it`;
  const how = `Mean over the ${entrants.length - 1} others as opponents, seed by seed; every other, opponent by opponent, is in the JSON.`;
  const table = columnsFolded([['', 'own', 'nearest', 'more'], ...rows], width);
  return [wrap(heading, { width }), table, wrap(how, { width })].join('\n\n');
}

/** "45.2 ±1.3", both with as many decimals. */
function withInterval({ value, interval }: Mean): string {
  const digits = Math.abs(value) < 100 ? 1 : 0;
  return interval ? `${amount(value)} ±${amount(interval.high - value, digits)}` : amount(value);
}

function amount(value: number, digits = Math.abs(value) < 100 ? 1 : 0): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
