import type { NegotiatorKind } from './negotiator.ts';
import { timeDependent } from './time-dependent.ts';

export const boulware: NegotiatorKind = {
  name: 'boulware',
  idea: 'Holds out for long and concedes late.',
  citation: 'Faratin, Sierra and Jennings (1998), Negotiation decision functions for autonomous agents',
  learns: false,
  draws: true,
  parameters: [
    {
      name: 'e',
      meaning: 'pace of concession; below 1 concedes late',
      minimum: 0.01,
      maximum: 1,
      standard: 0.4,
    },
  ],
  make: (e = 0.4) => timeDependent(e),
};
