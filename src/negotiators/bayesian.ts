import { conduct } from './conduct.ts';
import type { NegotiatorKind } from './negotiator.ts';
import { learnedProposals, USUAL_NOISE } from './opponent-model.ts';
import { bargainAt, pace, targetOf, timeUsed } from './time-dependent.ts';

/**
 * Learns what the other side weighs from what it offers, in these talks and in the last ones, and asks
 * for its own target in the way that it thinks costs the other side least. The target itself falls with time, as boulware's does.
 */
export const bayesian: NegotiatorKind = {
  name: 'bayesian',
  idea: 'Learns whom the other side wants most, and offers them.',
  citation:
    'Hindriks and Tykhonov (2008), Opponent modelling in automated multi-issue negotiation using Bayesian learning',
  learns: true,
  draws: true,
  parameters: [
    {
      name: 'e',
      meaning: 'pace of concession; below 1 concedes late',
      minimum: 0.01,
      maximum: 100,
      standard: 0.4,
    },
    {
      name: 'noise',
      meaning: "how little it makes of an offer that is not the other side's best way to ask for as much",
      minimum: 0.01,
      maximum: 1,
      standard: USUAL_NOISE,
    },
    {
      name: 'memory',
      meaning: 'how many earlier talks of the campaign it learns from beside those in hand',
      minimum: 0,
      maximum: 20,
      standard: 2,
    },
  ],
  make:
    (e = 0.4, noise = USUAL_NOISE, memory = 2) =>
    (view, legal, random) => {
      const usual = conduct(view, legal, random);
      if (usual) return usual;
      const deals = learnedProposals(view, noise, memory);
      const conceded = timeUsed(view) ** (1 / pace(e, view.leverage));
      return bargainAt(view, legal, deals, targetOf(view, deals, conceded));
    },
};
