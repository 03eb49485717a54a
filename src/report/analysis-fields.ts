import {
  ANALYSIS_FORMAT,
  type AnalysisResult,
  type ResultAgreement,
  type ResultDeal,
  type ResultOffer,
} from './analysis-result.ts';

/* What the fields of an analysis mean, for those who read it with a program. The types see to it that none is missing. */

type Meanings<T> = Readonly<Record<keyof T, string>>;

const ANALYSIS: Meanings<AnalysisResult> = {
  parley: 'always "analysis"',
  format: 'version of this format',
  engine: 'version of parley',
  scenario: 'identifier of the scenario',
  scenarioDigest: 'digest of the scenario; another one means other input',
  seed: 'of the campaign; null where the likeliest values are taken',
  day: 'the day that is analysed',
  date: 'its date',
  phase: 'state of the talks',
  seenBy: 'the party as which; null by the true values of both',
  reservations: 'the least a deal has to be worth to each party',
  leverage: 'exponents of asymmetricNash',
  room: 'most people one deal can send home, those owed too',
  zone: 'whether a deal is below neither reservation',
  frontier: 'deals (deal, values), inZone (how many), gap (0: exact)',
  solutions: 'all deals of each named point: nash, asymmetricNash, ...',
  alternatingOffers: 'rounds left, patience, outcomes by who offers first',
  offers: 'offers of the talks in hand; see below',
  agreement: 'the deal agreed and not yet carried out, or null',
  definitions: 'how each number is defined, by its name in the text',
};

const DEAL: Meanings<ResultDeal> = {
  deal: 'people, by group',
  values: 'what it is worth to each party',
  gains: 'value less reservation',
};

const OFFER: Meanings<Omit<ResultOffer, keyof ResultDeal>> = {
  day: 'the day on which it was made',
  by: 'the party, or null for a mediator',
  interned: 'of these people, who goes to a neutral country',
  parole: 'whether all promise not to fight again',
  distance: 'to the frontier; null where there is none',
};

const AGREEMENT: Meanings<Omit<ResultAgreement, keyof ResultOffer>> = {
  left: 'more that each could have had, the other no worse off',
};

const LISTS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['', ANALYSIS],
  ['Each of solutions and outcomes:', DEAL],
  ['Each of offers, and the agreement, these too:', OFFER],
  ['The agreement, this too:', AGREEMENT],
];

/** The fields of an analysis as text, one a line. */
export function formatAnalysisFields(): string {
  return LISTS.map(([heading, fields]) =>
    [
      heading === '' ? RULES : `  ${heading}`,
      ...Object.entries(fields).map(([field, meaning]) => `  ${field.padEnd(17)} ${meaning}`),
    ].join('\n'),
  ).join('\n\n');
}

const RULES = `Fields of --json (format ${ANALYSIS_FORMAT}). Days count from 0, dates are ISO dates,
values, gains and distances are in units of an ordinary soldier home, shares run
from 0 to 1. What differs by party or group is keyed by its identifier:
`;
