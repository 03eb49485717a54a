import { worker } from 'workerpool';
import { outcomeOf } from '../../analysis/comparison.ts';
import { type AnswerTo, answering, type Question } from '../../analysis/question.ts';

/* What runs in every thread of the coach: one question after another, none of which needs another. */

function answer<Q extends Question>(question: Q): AnswerTo<Q> {
  return outcomeOf(answering(question));
}

worker({ answer });
