import type { StateConfig } from './config.ts';

/** Whom the balance favours, seen from the first party; moved by captures and returns. */
export const leverage: StateConfig = {
  description: 'Whom the balance favours, seen from the first party',
  initial: 'weighing',
  on: { horizonReached: { guard: 'horizonIsNear', target: '.settled' } },
  states: {
    weighing: {
      description: 'Before the first weighing',
      always: [
        { guard: 'aheadEntered', target: 'ahead' },
        { guard: 'behindEntered', target: 'behind' },
        { target: 'even' },
      ],
    },
    behind: {
      always: [
        { guard: 'aheadEntered', target: 'ahead' },
        { guard: 'behindLeft', target: 'even' },
      ],
    },
    even: {
      always: [
        { guard: 'aheadEntered', target: 'ahead' },
        { guard: 'behindEntered', target: 'behind' },
      ],
    },
    ahead: {
      always: [
        { guard: 'behindEntered', target: 'behind' },
        { guard: 'aheadLeft', target: 'even' },
      ],
    },
    settled: { type: 'final' },
  },
};
