import { type AnswerTo, answering, type Question } from '../analysis/question.ts';

/*
 * Where thinking is done that would keep the screen waiting. The command line brings threads; where
 * there are none, one thread thinks a little between keys.
 */

/** Takes a question back: its answer is not told any more. Once it has been told, nothing. */
export type Stop = () => void;

export interface Thinking {
  /** How many questions can be thought about at once. */
  readonly atOnce: number;
  /** Asks; the answer is told once, and never before this has returned. */
  ask<Q extends Question>(question: Q, told: (answer: AnswerTo<Q>) => void): Stop;
  /** Nothing more will be asked: what is being thought about is dropped, threads are let go. */
  close(): void;
}

/** Has something done soon, after whatever waits already; returns how to call it off. */
export type Later = (act: () => void) => Stop;

const soon: Later = act => {
  const timer = setTimeout(act, 0);
  return () => clearTimeout(timer);
};

/** Milliseconds of thinking at a time: short enough that no key waits noticeably. */
const SLICE = 12;

interface Thought {
  readonly steps: Iterator<void, unknown>;
  readonly told: (answer: unknown) => void;
}

/** Thinking in slices of this thread. What was asked last is thought about first: somebody waits for it. */
export function thinkingInSlices(later: Later = soon, slice = SLICE): Thinking {
  const thoughts: Thought[] = [];
  let called: Stop | null = null;
  const goOn = () => {
    called ??= thoughts.length > 0 ? later(think) : null;
  };
  const think = () => {
    called = null;
    const thought = thoughts.at(-1);
    if (thought) {
      const answer = stepsOf(thought, slice);
      if (answer) {
        drop(thoughts, thought);
        thought.told(answer.value);
      }
    }
    goOn();
  };
  return {
    atOnce: 1,
    ask(question, told) {
      const thought: Thought = { steps: answering(question), told: told as Thought['told'] };
      thoughts.push(thought);
      goOn();
      return () => drop(thoughts, thought);
    },
    close() {
      thoughts.length = 0;
      called?.();
      called = null;
    },
  };
}

/** As many steps as the slice has room for; the answer once there are no more. */
function stepsOf({ steps }: Thought, slice: number): { readonly value: unknown } | null {
  const until = performance.now() + slice;
  do {
    const step = steps.next();
    if (step.done) return { value: step.value };
  } while (performance.now() < until);
  return null;
}

function drop(thoughts: Thought[], thought: Thought): void {
  const at = thoughts.indexOf(thought);
  if (at >= 0) thoughts.splice(at, 1);
}
