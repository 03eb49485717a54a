import { move, type StateConfig } from './config.ts';
import { handOver } from './hand-over.ts';
import { initiation } from './initiation.ts';
import { leverage } from './leverage.ts';
import { preparation } from './preparation.ts';
import { rounds } from './rounds.ts';
import { suspension } from './suspension.ts';

/**
 * The whole campaign: the talks, phase by phase as the story tells them, and beside them the
 * region that says whom the balance favours. What may happen in any phase is on the root.
 */
export const campaignChart: StateConfig & { readonly id: string } = {
  id: 'campaign',
  type: 'parallel',
  on: {
    dayBegins: { guard: 'dayIsDone', actions: ['judge', 'passDay'] },
    captured: { actions: ['capture'] },
    pressReport: { actions: ['report'] },
    inject: { actions: ['takeIn'] },
    captivityWears: { guard: 'wearsOnlyHeld', actions: ['wear'] },
    wait: move('mayWait', null),
    publicise: move('mayPublicise', 'publicise'),
    release: move('mayRelease', 'release'),
  },
  states: {
    talks: {
      initial: 'initiation',
      on: { horizonReached: { guard: 'horizonIsNear', target: '.concluded' } },
      states: { initiation, preparation, rounds, handOver, suspension, concluded: { type: 'final' } },
    },
    leverage,
  },
};
