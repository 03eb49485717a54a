import type { NegotiatorKind } from './negotiator.ts';
import { timeDependent } from './time-dependent.ts';

export const conceder: NegotiatorKind = {
  name: 'conceder',
  idea: 'Gives way early to have an agreement soon.',
  citation: 'Faratin, Sierra and Jennings (1998), Negotiation decision functions for autonomous agents',
  learns: false,
  draws: true,
  parameters: [
    {
      name: 'e',
      meaning: 'pace of concession; above 1 concedes early',
      minimum: 1,
      maximum: 100,
      standard: 3,
    },
  ],
  make: (e = 3) => timeDependent(e),
};
