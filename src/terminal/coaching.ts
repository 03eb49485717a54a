import { type Judged, matters, namesOfSeats, summaryOf, type Verdict } from '../analysis/coach.ts';
import { type Decision, decisionsOf, sameMove } from '../analysis/coach-decision.ts';
import type { Score } from '../analysis/coach-score.ts';
import { SMALL, stakeOf } from '../analysis/coach-verdict.ts';
import type { Comparison } from '../analysis/comparison.ts';
import { gainMeter } from '../analysis/gain.ts';
import type { JudgeQuestion } from '../analysis/question.ts';
import type { Estimate } from '../analysis/rollout-sample.ts';
import type { Move } from '../campaign/event.ts';
import { turningPoints } from '../report/coach-text.ts';
import type { PartyIndex } from '../scenario/scenario.ts';
import type { Course } from './course.ts';

/* What the coach has made of one side's moves so far, as a value that grows while it thinks. */

/** What became of a turning point that was tried again: a move as good was found, or the answer was looked at. */
export type Met = 'found' | 'shown';

export interface Coaching {
  readonly party: PartyIndex;
  readonly decisions: readonly Decision[];
  /** By number of the decision: what has been judged so far. */
  readonly verdicts: ReadonlyMap<number, Verdict>;
  readonly state: 'thinking' | 'stopped' | 'done';
  /** The turning points among what has been judged, in the order of days. */
  readonly points: readonly Judged[];
  /** By entry of the record. */
  readonly met: ReadonlyMap<number, Met>;
  /** Whether the list says what would have been better. */
  readonly open: boolean;
  /** Worth units that the party had gained before each decision. */
  readonly gained: readonly number[];
}

/** Nothing judged yet. */
export function newCoaching(course: Course, party: PartyIndex): Coaching {
  const { header, entries, parameters, positions } = course;
  const record = { header, entries, ended: true };
  const decisions = decisionsOf(record, { parameters, positions, refused: null }, party);
  return {
    party,
    decisions,
    verdicts: new Map(),
    state: decisions.length === 0 ? 'done' : 'stopped',
    points: [],
    met: new Map(),
    open: false,
    gained: gainedBefore(course, decisions, party),
  };
}

function gainedBefore({ positions }: Course, decisions: readonly Decision[], party: PartyIndex): number[] {
  const [first] = positions;
  if (!first) return [];
  const meter = gainMeter(first);
  const so = positions.map((position, at) => {
    if (at > 0) meter.see(position);
    return meter.gains().gained[party];
  });
  return decisions.map(({ entry }) => so[entry] ?? 0);
}

/** The next decision to judge: those of the talks first, on which most hangs. Null where none is left. */
export function nextToJudge(
  { decisions, verdicts }: Coaching,
  asked: (number: number) => boolean,
): number | null {
  const left = [...decisions.keys()].filter(number => !verdicts.has(number) && !asked(number));
  return left.find(number => decisions[number]?.view.phase.startsWith('rounds')) ?? left[0] ?? null;
}

export function questionOf({ scenario, header }: Course, decision: Decision): JudgeQuestion {
  return { ask: 'judge', decision, seats: namesOfSeats(scenario, header) };
}

export function withVerdict(coaching: Coaching, number: number, verdict: Verdict): Coaching {
  const verdicts = new Map(coaching.verdicts).set(number, verdict);
  const next = { ...coaching, verdicts };
  const done = verdicts.size === coaching.decisions.length;
  return { ...next, points: turningPoints(judgedIn(next)), state: done ? 'done' : coaching.state };
}

/** The decisions that have been judged and on which something hung, in order. */
export function judgedIn({ decisions, verdicts }: Pick<Coaching, 'decisions' | 'verdicts'>): Judged[] {
  return decisions.flatMap((decision, number) => {
    const verdict = verdicts.get(number);
    return verdict && matters(verdict) ? [{ decision, ...verdict }] : [];
  });
}

/** Null as long as not everything has been judged, or where there was nothing to judge. */
export function scoreOf(coaching: Coaching): Score | null {
  return coaching.state === 'done' ? summaryOf(judgedIn(coaching)).score : null;
}

export function judgedAt(coaching: Coaching, entry: number): Judged | null {
  return judgedIn(coaching).find(({ decision }) => decision.entry === entry) ?? null;
}

/** Whether there was something better to find. */
export function canBeTried({ label }: Judged): boolean {
  return label !== 'best';
}

/** The letter of a turning point, as the graph and the list have it. */
export function letterOf({ points }: Coaching, entry: number): string {
  const at = points.findIndex(({ decision }) => decision.entry === entry);
  return at < 0 ? '' : String.fromCharCode('A'.charCodeAt(0) + at);
}

export function withMet(coaching: Coaching, entry: number, how: Met): Coaching {
  // Whoever found it has found it, though the answer is looked at afterwards.
  return coaching.met.has(entry) ? coaching : { ...coaching, met: new Map(coaching.met).set(entry, how) };
}

/** A move that was tried in place of the one played. */
export interface Tried {
  readonly move: Move;
  readonly verdict: 'thinking' | TriedVerdict;
  /** By how much the move advised leads it; null while that is thought about, and for the move advised itself. */
  readonly behind: Estimate | null;
}

/** *near*: nobody can tell it from the move advised, or it loses next to nothing. */
export type TriedVerdict = 'advised' | 'better' | 'near' | 'worse';

/** What can be said of a move at once: of the one advised and of the one played everything is known. */
export function triedAtOnce({ decision, asKnown }: Judged, move: Move): Tried {
  if (sameMove(move, asKnown.advice.move)) return { move, verdict: 'advised', behind: null };
  if (sameMove(move, decision.played)) return triedOf(move, asKnown, asKnown);
  return { move, verdict: 'thinking', behind: null };
}

/** What the comparison of a move with the one advised says of it. */
export function triedOf(move: Move, compared: Comparison, asKnown: Comparison): Tried {
  const { lead } = compared.moves.find(({ move }) => sameMove(move, asKnown.advice.move)) ?? compared.advice;
  return { move, verdict: verdictOf(lead, stakeOf(asKnown)), behind: lead };
}

function verdictOf({ mean, low, high }: Estimate, stake: number): TriedVerdict {
  if (high < 0) return 'better';
  return low <= 0 || mean < SMALL * stake ? 'near' : 'worse';
}
