import { MEANINGS, TOURNAMENT_FORMAT } from './tournament-report.ts';

/* What the fields of a tournament mean, as JSON and as CSV, for those who read it with a program. */

type Fields = Readonly<Record<string, string>>;

const TOURNAMENT: Fields = {
  parley: 'always "tournament"',
  format: 'version of this format',
  engine: 'version of parley',
  scenarios: 'id and digest of each',
  negotiators: 'with their parameters, as they were given',
  seeds: 'how many campaigns each pairing played',
  firstSeed: 'the first seed; the others follow it',
  measures: 'what each measure is, by its name',
  how: 'how means, intervals, rank and above are reckoned',
  order: 'the negotiators over all seats, the first of them first',
  seats: 'each negotiator in each seat, over all opponents',
  meetings: 'each negotiator against each other in each seat',
  focus: 'with --focus: negotiator, and seats; see below',
};

const ORDER: Fields = {
  negotiator: 'who',
  rank: 'mean of its places by own value, over all seats; 1 is first',
  rankLow: 'of its 95 % interval, by a bootstrap over the seeds',
  rankHigh: 'the same',
  above: 'over how many others its own value is clearly higher',
};

const SEAT: Fields = {
  scenario: 'identifier of the scenario',
  party: 'identifier of the party whose seat it is',
  negotiator: 'who sat there',
  rank: 'its place there by own value; 1 is first',
  above: 'over how many others its own value is clearly higher',
  own: 'mean, low and high',
};

const MEETING: Fields = {
  scenario: 'identifier of the scenario',
  party: 'identifier of the party whose seat it is',
  negotiator: 'who sat there',
  opponent: 'who sat opposite',
};

const FOCUS: Fields = {
  scenario: 'identifier of the scenario',
  party: 'identifier of the party whose seat it is',
  own: 'what the negotiator gained there; mean, low and high',
  over: 'how much more than each other; against: by opponent',
};

/** Every list of fields of the JSON, under the path by which it is found there. Measures follow where they are told. */
export const TOURNAMENT_FIELDS: readonly (readonly [path: string, Fields])[] = [
  ['', TOURNAMENT],
  ['order[]', ORDER],
  ['seats[]', SEAT],
  ['meetings[]', MEETING],
  ['focus.seats[]', FOCUS],
];

/** Those that have all measures beside their own fields. */
export const WITH_MEASURES: readonly string[] = ['order[]', 'meetings[]'];

/** The fields of a tournament as text, one a line. */
export function formatTournamentFields(): string {
  const lists = TOURNAMENT_FIELDS.map(([path, fields]) => {
    const heading = path === '' ? RULES : `  Each of ${path}${WITH_MEASURES.includes(path) ? MEASURED : ''}:`;
    return [heading, ...linesOf(fields)].join('\n');
  });
  return [...lists, ['  The measures:', ...linesOf(MEANINGS)].join('\n'), CSV].join('\n\n');
}

function linesOf(fields: Fields): string[] {
  return Object.entries(fields).map(([field, meaning]) => `  ${field.padEnd(15)} ${meaning}`);
}

const MEASURED = ' (every measure too, as mean, low and high)';

const RULES = `Fields of --json (format ${TOURNAMENT_FORMAT}). low and high are the ends of Student's 95 %
interval over the means of the seeds, null where a single seed was played:
`;

const CSV = `Fields of --csv: scenario, party, negotiator, opponent and seeds, as above; then
of every measure its mean and both ends of its interval, named as in own,
own_low, own_high; these two are empty where a single seed was played. A line
for each negotiator against each other in each seat.`;
