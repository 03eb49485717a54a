import type { Mean } from '../analysis/standings.ts';
import { MEASURES, type Measure } from '../analysis/tournament.ts';
import { PARTIES } from '../scenario/scenario.ts';
import { columns } from './columns.ts';
import { formatCount } from './people.ts';
import { HOW_RECKONED, MEANINGS, type TournamentReport } from './tournament-report.ts';
import { wrap } from './wrap.ts';

/* A tournament for its reader: the order, who came first in each seat, and how to read the numbers. */

export function formatTournament(report: TournamentReport, width = 80): string {
  const { scenarios, entrants, seeds, firstSeed } = report;
  const campaigns = scenarios.length * entrants.length ** 2 * seeds;
  const opening =
    `${formatCount(campaigns)} campaigns: ${counted(entrants.length, 'negotiator')} in ` +
    `${scenarios.map(({ id }) => id).join(', ')}, ${counted(seeds, 'seed')} a pairing from ${firstSeed} on.`;
  const legend = MEASURES.map(measure => `${HEADINGS[measure]}: ${MEANINGS[measure]}`).join('; ');
  return [
    wrap(opening, { width }),
    order(report),
    `What came of it\n\n${consequences(report)}`,
    `First in each seat, by own value\n\n${seats(report)}`,
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
/** What the negotiators were after; the rest is what came of it for people and the law. */
const VALUES = ['own', 'joint', 'nash'] as const;
const CONSEQUENCES = ['agreements', 'home', 'captivityEnded', 'findings'] as const;

function order({ entrants, standings }: TournamentReport): string {
  const rows = standings.order.map(({ entrant, rank, above, means }) => [
    entrants[entrant] ?? '',
    rank.toFixed(1),
    String(above),
    withInterval(means.own),
    withInterval(means.joint),
    // A product is as wide as two numbers; its interval is in the JSON.
    amount(means.nash.value),
  ]);
  return columns([['', 'rank', 'above', ...VALUES.map(measure => HEADINGS[measure])], ...rows]);
}

function consequences({ entrants, standings }: TournamentReport): string {
  const rows = standings.order.map(({ entrant, means }) => [
    entrants[entrant] ?? '',
    ...CONSEQUENCES.map(measure => withInterval(means[measure])),
  ]);
  return columns([['', ...CONSEQUENCES.map(measure => HEADINGS[measure])], ...rows]);
}

/** Seat by seat: who is first, with what, and over how many of the others clearly. */
function seats({ scenarios, entrants, standings }: TournamentReport): string {
  const rows = scenarios.flatMap(({ id, parties }, scenario) =>
    PARTIES.map(party => {
      const here = standings.fields.filter(field => field.scenario === scenario && field.party === party);
      const [first] = [...here].sort((a, b) => a.rank - b.rank || a.entrant - b.entrant);
      const won = first ? [entrants[first.entrant] ?? '', amount(first.own.value), String(first.above)] : [];
      return [`${id}: ${parties[party].id}`, ...won];
    }),
  );
  return columns([['', 'first', 'own', 'above'], ...rows]);
}

/** "45.2 ±1.3", both with as many decimals. */
function withInterval({ value, interval }: Mean): string {
  const digits = Math.abs(value) < 100 ? 1 : 0;
  return interval ? `${amount(value)} ±${amount(interval.high - value, digits)}` : amount(value);
}

function amount(value: number, digits = Math.abs(value) < 100 ? 1 : 0): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function counted(count: number, what: string): string {
  return `${formatCount(count)} ${what}${count === 1 ? '' : 's'}`;
}
