import { move, type StateConfig } from './config.ts';

/** An agreed deal is carried out, or broken. */
export const handOver: StateConfig = {
  id: 'handOver',
  description: 'An agreed deal is carried out',
  initial: 'arranging',
  onDone: { target: '#initiation', actions: ['completeExchange'] },
  states: {
    arranging: {
      description: 'Place, transport and day are settled',
      on: {
        handOverSet: { actions: ['setDay'] },
        accident: { guard: 'daySet', actions: ['halt'] },
      },
      always: [{ guard: 'dayHasCome', target: 'transfer' }],
    },
    transfer: {
      description: 'Each side brings the people it promised',
      on: {
        handOver: move('mayTransfer', 'handOver'),
        withhold: move('mayTransfer', 'withhold', '#suspension'),
        accident: { actions: ['halt'] },
      },
      always: [
        { guard: 'stageRemains', target: 'arranging', actions: ['nextStage'] },
        { guard: 'bothHandedOver', target: 'completed' },
        { guard: 'handOverOverdue', target: '#suspension', actions: ['lapseInBreach'] },
      ],
    },
    completed: { type: 'final' },
  },
};
