import type { NegotiatorKind } from './negotiator.ts';
import { timeDependent } from './time-dependent.ts';

/** The tactic between boulware and conceder: at even leverage it gives way by the same amount every day. */
export const linear: NegotiatorKind = {
  name: 'linear',
  idea: 'Gives way by the same amount every day.',
  citation:
    'Faratin, Sierra and Jennings (1998), Negotiation decision functions for autonomous agents, e = 1',
  learns: false,
  draws: true,
  parameters: [],
  make: () => timeDependent(1),
};
