import { type Thinking, thinkingInSlices } from '../../src/terminal/thinking.ts';

/** A coach that thinks when a test says so, and as far as it says. */
export interface Pondering {
  readonly thinking: Thinking;
  /** Lets it think: so many rollouts, or until there is nothing left to think about. */
  think(rollouts?: number): void;
}

/** What was come to before in this process: the same question has the same answer. */
const ANSWERS = new Map<string, unknown>();

/** `swift`: answers that were come to before are told without thinking, so that tests need not wait for them. */
export function pondering(swift = false): Pondering {
  const queue: (() => void)[] = [];
  // A slice of no time is one rollout, however fast the machine.
  const slices = thinkingInSlices(act => {
    queue.push(act);
    return () => void queue.splice(queue.indexOf(act), 1);
  }, 0);
  const thinking: Thinking = {
    ...slices,
    ask(question, told) {
      const key = JSON.stringify(question);
      const keep = (answer: Parameters<typeof told>[0]) => {
        ANSWERS.set(key, answer);
        told(answer);
      };
      if (!swift || !ANSWERS.has(key)) return slices.ask(question, keep);
      let stopped = false;
      queue.push(() => {
        if (!stopped) told(ANSWERS.get(key) as Parameters<typeof told>[0]);
      });
      return () => {
        stopped = true;
      };
    },
  };
  return {
    thinking,
    think(rollouts = Number.POSITIVE_INFINITY) {
      for (let done = 0; done < rollouts; done++) {
        const act = queue.shift();
        if (!act) return;
        act();
      }
    },
  };
}
