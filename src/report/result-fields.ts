import {
  RESULT_FORMAT,
  type Result,
  type ResultExchange,
  type ResultFinding,
  type ResultGroup,
  type ResultOverture,
  type ResultTalks,
} from './result.ts';

/* What the fields of a result mean, for those who read it with a program. The types see to it that none is missing. */

type Meanings<T> = Readonly<Record<keyof T, string>>;

const RESULT: Meanings<Result> = {
  parley: 'always "result"',
  format: 'version of this format',
  engine: 'version of parley',
  scenario: 'identifier of the scenario',
  scenarioDigest: 'digest of the scenario; another one means other input',
  seed: 'the luck of the campaign',
  seats: 'who sat for each party',
  day: 'last day played',
  date: 'its date',
  ended: 'whether it was played to the end of the period',
  state: 'talks and leverage as in graph; trust, pressure, leverageOf',
  overtures: 'requests for talks; see below',
  exchanges: 'agreements, carried out or not; see below',
  talksWithoutDeal: 'talks that brought none; see below',
  home: 'people home to each party: exchanged, released, total',
  captivityEnded: 'days of captivity ended: byParty, total',
  gained: 'what each party gained over its reservations',
  groups: 'where the people of each group went; see below',
  findings: 'findings under the law of war; see below',
  instructions: 'what each delegation was told: text, followed',
};

const OVERTURE: Meanings<ResultOverture> = {
  day: 'the day on which talks were asked for',
  date: 'its date',
  by: 'the party that asked',
  mediator: 'through whom, or null',
  openly: 'whether it asked openly',
  answer: 'open, agreed, declined or lapsed',
};

const EXCHANGE: Meanings<ResultExchange> = {
  agreedOn: 'day of the agreement',
  day: 'of the hand-over or the breach; if pending, the last played',
  date: 'its date',
  outcome: 'completed, broken or pending',
  brokenBy: 'the party that broke it, or null',
  short: 'people whom each party promised and held and did not bring',
  mediator: 'who mediated, or null',
  deal: 'people agreed on, by group',
  people: 'people who left captivity, by group',
  interned: 'of these, who went to a neutral country, by group',
  parole: 'whether all promised not to fight again',
  home: 'people home to each party',
  values: 'what it was worth to each party',
  reservations: 'the least that it had to be worth',
  gains: 'value less reservation',
  leftOnTable: 'more that each could have had, the other no worse off',
};

const TALKS: Meanings<ResultTalks> = {
  began: 'first day of the talks',
  ended: 'last day of the talks',
  ending: 'walkedOut, petered or unfinished',
  by: 'the party that walked out, or null',
  phase: 'state of the talks when they ended',
  offers: 'how many offers were made',
  possible: 'the Nash deal of the last day, by group, or null',
};

const GROUP: Meanings<ResultGroup> = {
  home: 'the party they belong to',
  holder: 'the party that holds them',
  standing: 'whether they may be traded, or are owed',
  initially: 'held at the beginning',
  captured: 'captured since',
  joinedIll: 'came from other groups, fallen seriously ill',
  exchanged: 'home by exchange',
  released: 'released with nothing asked',
  interned: 'to a neutral country',
  fellIll: 'left for the group of the seriously ill',
  died: 'died in captivity',
  held: 'held at the end',
};

const FINDING: Meanings<ResultFinding> = {
  day: 'the day of the finding',
  date: 'its date',
  rule: 'identifier of the rule',
  article: 'the article of law',
  severity: 'breach, or contested where readings differ',
  by: 'the party it is about',
  saw: 'what was seen',
};

/** Every list of fields, under the name by which it is found in a result. */
export const RESULT_FIELDS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['', RESULT],
  ['overtures[]', OVERTURE],
  ['exchanges[]', EXCHANGE],
  ['talksWithoutDeal[]', TALKS],
  ['groups', GROUP],
  ['findings[]', FINDING],
];

/** The fields of a result as text, one a line. */
export function formatResultFields(): string {
  return RESULT_FIELDS.map(([path, fields]) =>
    [
      path === '' ? RULES : `  Each of ${path}:`,
      ...Object.entries(fields).map(([field, meaning]) => `  ${field.padEnd(17)} ${meaning}`),
    ].join('\n'),
  ).join('\n\n');
}

const RULES = `Fields of --json (format ${RESULT_FORMAT}). Days count from 0, dates are ISO dates, worth is in
units of an ordinary soldier home, shares run from 0 to 1. What differs by party
or group is keyed by its identifier:
`;
