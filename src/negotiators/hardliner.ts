import { conduct } from './conduct.ts';
import { proposals } from './judgement.ts';
import type { NegotiatorKind } from './negotiator.ts';
import { bargainAt, targetOf } from './time-dependent.ts';

/** Says once what it wants and does not move: the strategy that every other has to hold its own against. */
export const hardliner: NegotiatorKind = {
  name: 'hardliner',
  idea: 'Says what it wants and does not move.',
  citation:
    'Baarslag, Hindriks and Jonker (2011), Towards a quantitative concession-based classification method of negotiation strategies: "Hardliner"',
  learns: false,
  draws: true,
  parameters: [
    {
      name: 'demand',
      meaning: 'what it asks for, as a share of the way from its reservation to the best it can hope for',
      minimum: 0,
      maximum: 1,
      standard: 1,
    },
  ],
  make:
    (demand = 1) =>
    (view, legal, random) => {
      const usual = conduct(view, legal, random);
      if (usual) return usual;
      const deals = proposals(view);
      return bargainAt(view, legal, deals, targetOf(view, deals, 1 - demand));
    },
};
