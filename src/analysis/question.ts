import type { Move } from '../campaign/event.ts';
import type { News } from '../campaign/expected-news.ts';
import type { View } from '../campaign/view.ts';
import type { PerParty } from '../scenario/scenario.ts';
import { DEPTH, judging, seatsNamed, type Verdict } from './coach.ts';
import type { Decision } from './coach-decision.ts';
import { ADAPTIVE } from './coach-effort.ts';
import { type Comparison, comparing, type Effort } from './comparison.ts';
import { trialsAsKnown } from './trial.ts';

/*
 * What the coach can be asked, as plain data, so that any thread can answer; and the answer in steps
 * of one rollout, so that one thread can do other things in between. The same question has the same
 * answer, wherever it is thought about.
 */

/** How good a move that was made was. */
export interface JudgeQuestion {
  readonly ask: 'judge';
  readonly decision: Decision;
  /** Names of both seats, as a record's header has them. */
  readonly seats: PerParty<string>;
  /** Rollouts for each move of each look; without it as many as the case needs. */
  readonly rollouts?: number;
}

/** How another move would have done beside the one that was advised, from what was known. */
export interface TryQuestion {
  readonly ask: 'try';
  readonly decision: Decision;
  readonly seats: PerParty<string>;
  readonly tried: Move;
  readonly advised: Move;
}

/** What to do now, from what a party knows and nothing else. */
export interface HintQuestion {
  readonly ask: 'hint';
  readonly view: View;
  /** What news the party has heard of so far. */
  readonly heard: readonly News[];
  /** At least two. */
  readonly moves: readonly Move[];
  /** Number of the move in its campaign; another one draws other worlds. */
  readonly entry: number;
}

export type Question = JudgeQuestion | TryQuestion | HintQuestion;

export interface Answers {
  readonly judge: Verdict;
  /** Of the move tried, as the one that was played, and the one advised. */
  readonly try: Comparison;
  /** Of the move that came out ahead, as the one that was played, and the next best. */
  readonly hint: Comparison;
}

export type AnswerTo<Q extends Question> = Answers[Q['ask']];

/** Of a hint: somebody waits for it. */
const QUICK: Effort = { ...ADAPTIVE, most: 48 };
/** Where nobody knows how either side plays. */
const PEOPLE: PerParty<string> = ['person', 'person'];

/** The answer, one rollout at each step. */
export function answering<Q extends Question>(question: Q): Generator<void, AnswerTo<Q>>;
export function answering(question: Question): Generator<void, Answers[keyof Answers]> {
  switch (question.ask) {
    case 'judge':
      return judging(question.decision, seatsNamed(question.seats), question);
    case 'try': {
      const { decision, seats, tried, advised } = question;
      return comparing([tried, advised], tried, trialsAsKnown(decision, seatsNamed(seats)), ADAPTIVE);
    }
    case 'hint': {
      const { view, heard, moves, entry } = question;
      const from = { party: view.party, view, heard, entry };
      const seats = { ...seatsNamed(PEOPLE, 'hint'), depth: DEPTH };
      return comparing(moves, null, trialsAsKnown(from, seats), QUICK);
    }
  }
}
