import { move, type StateConfig } from './config.ts';

/** Lists of whom each side holds, names struck off, visits, checking. */
export const preparation: StateConfig = {
  id: 'preparation',
  description: 'Lists are exchanged and checked',
  initial: 'lists',
  on: { walkOut: move('mayWalkOut', 'walkOut', '#suspension') },
  states: {
    lists: {
      description: 'Both sides draw up and submit their lists',
      on: {
        submitList: move('maySubmitList', 'submitList'),
        strikeNames: move('mayStrikeNames', 'strikeNames'),
        askVisits: move('mayAskVisits', 'askVisits'),
        verificationBegins: { guard: 'bothListsIn', target: 'verification', actions: ['beginVerification'] },
      },
      always: [{ guard: 'listsLapsed', target: '#initiation', actions: ['peterOut'] }],
    },
    verification: {
      description: 'The lists are checked; names may be struck off',
      on: { strikeNames: move('mayStrikeNames', 'strikeNames') },
      always: [{ guard: 'verified', target: '#rounds', actions: ['openTable'] }],
    },
  },
};
