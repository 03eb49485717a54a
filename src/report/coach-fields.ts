import { LEAST_STAKE, SMALL } from '../analysis/coach-verdict.ts';
import {
  COACH_FORMAT,
  type CoachedResult,
  type CoachResult,
  type ComparisonResult,
  type DecisionResult,
  type LeadResult,
  type MoveResult,
} from './coach-result.ts';

/* What the fields of the coach's JSON mean. The types see to it that none is missing. */

type Meanings<T> = Readonly<Record<keyof T, string>>;

const COACH: Meanings<CoachResult> = {
  parley: 'always "coach"',
  format: 'version of this format',
  engine: 'version of parley that made the record',
  scenario: 'identifier of the scenario',
  scenarioDigest: 'digest of the scenario',
  seed: 'the luck of the campaign',
  seats: 'who sat for each party',
  depth: 'days played on after a move; out of silence it is to the end',
  parties: 'those whose moves were judged; see below',
};

const PARTY: Meanings<CoachedResult> = {
  party: 'identifier of the party',
  score: '0 to 100 from what was known: value, low, high; or null',
  hindsightScore: 'the same in hindsight',
  rollouts: 'campaigns played on in thought, both looks together',
  unjudged: 'moves not judged, where it was broken off; else 0',
  decisions: 'in order, those on which something hung; see below',
};

const DECISION: Meanings<DecisionResult> = {
  entry: 'number of the entry in the record, from 0',
  day: 'the day of the move',
  phase: 'phase of the talks before it',
  played: 'the move, as records have it',
  label: 'best, good, inaccuracy, mistake, missed chance or unclear (1)',
  hindsightLabel: 'the same in hindsight',
  reason: 'why, in words',
  asKnown: 'the look from what was known; see below',
  inHindsight: 'the look in the world as it was; see below',
};

const LOOK: Meanings<ComparisonResult> = {
  advice: 'what came out ahead on the first rollouts; see lead (2)',
  rollouts: 'campaigns played on in thought',
  stake: 'what the loss is held against: the larger gain, at least 20',
  spread: 'how far apart the moves lie in a dozen rollouts',
  fixedLoss: 'loss against advice of fixed strength, and its error',
  moves: 'those that were measured, best first; see below',
};

const MOVE: Meanings<MoveResult> = {
  move: 'as records have it',
  gain: 'mean gain; that of the move played, and the lead on top',
  lead: 'over the move played; see below',
  ahead: 'in how many of these rollouts it gained more than that',
};

const LEAD: Meanings<LeadResult> = {
  mean: 'drawn towards 0 as far as it may be chance',
  low: 'of the 95 % interval; null where all rollouts came to the same',
  high: 'the same',
  allTheSame: 'whether all rollouts came to the same',
  trials: 'rollouts that it was measured on',
};

/** Every list of fields, under what has them. */
export const COACH_FIELDS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['', COACH],
  ['parties[]', PARTY],
  ['decisions[]', DECISION],
  ['asKnown and inHindsight', LOOK],
  ['moves[]', MOVE],
  ['lead', LEAD],
];

/** The fields of the coach's result as text, one a line. */
export function formatCoachFields(): string {
  const lists = COACH_FIELDS.map(([path, fields]) =>
    [
      path === '' ? RULES : `  Each of ${path}:`,
      ...Object.entries(fields).map(([field, meaning]) => `  ${field.padEnd(15)} ${meaning}`),
    ].join('\n'),
  );
  return [...lists, NOTES].join('\n\n');
}

const NOTES = `  (1) best: no other move measured can lead by more than ${100 * SMALL} % of the stake
  (the interval says so). good: something else was ahead, or may have been, by
  too little to matter; or the best was to wait in silence, which is never
  called best, as what it is worth hangs on news to come.
  (2) Where its lead is not above 0, nothing better was found, and it is not
  advised. A stake of ${LEAST_STAKE} is the floor: next to nothing may be at stake.`;

const RULES = `Fields of --json (format ${COACH_FORMAT}). Gains, leads and losses are in units of an ordinary
soldier home, days count from 0:
`;
