import { move, type StateConfig } from './config.ts';

/** Who breaks the silence, and why: one side proposes talks, the other agrees, declines or says nothing. */
export const initiation: StateConfig = {
  id: 'initiation',
  description: 'Who breaks the silence',
  initial: 'standoff',
  states: {
    standoff: {
      description: 'No talks; each side weighs whether to ask for them',
      on: { proposeTalks: move('mayPropose', 'propose', 'overture') },
    },
    overture: {
      id: 'overture',
      description: 'One side has proposed talks and waits for an answer',
      on: {
        agree: move('mayAnswer', 'agreeToTalk', '#preparation'),
        decline: move('mayAnswer', 'declineToTalk', 'standoff'),
      },
      always: [{ guard: 'overtureLapsed', target: 'standoff', actions: ['letOvertureLapse'] }],
    },
  },
};
