import { move, type StateConfig } from './config.ts';

/** Nobody talks for a time, after a walk-out or a breach. */
export const suspension: StateConfig = {
  id: 'suspension',
  description: 'Talks are suspended after a walk-out or a breach',
  on: { resume: move('mayResume', 'resume', '#overture') },
};
