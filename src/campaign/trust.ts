import type { Campaign, Draft } from './campaign.ts';

/*
 * Trust between the parties, 0 to 1. It sets how long checking lists takes, how many names are
 * struck off, and how much a promise is worth. All amounts are assumptions: gains close a share
 * of the distance to 1, losses take a share of what there is.
 */
export const TRUST = {
  handOverHonoured: 0.06,
  listSubmitted: 0.02,
  owedReleased: 0.05,
  goodwillReleased: 0.03,
  namesStruck: -0.04,
  declined: -0.02,
  ignored: -0.01,
  listPublished: -0.1,
  statusDenied: -0.25,
  threatened: -0.45,
  mailWithheld: -0.25,
  walkedOut: -0.1,
  owedMadeConditional: -0.04,
  petered: -0.03,
  shortfall: -0.2,
  falseList: -0.2,
  breach: -0.6,
} as const;

/** Shifts trust by a named amount, or by a share of it where what happened was small. */
export function shiftTrust(draft: Draft, by: keyof typeof TRUST, share = 1): void {
  shiftTrustBy(draft, TRUST[by] * share);
}

/** Shifts trust by a share of what is left to 1, or takes a share of what there is where it is negative. */
export function shiftTrustBy(draft: Draft, amount: number): void {
  draft.trust = amount > 0 ? draft.trust + amount * (1 - draft.trust) : draft.trust * (1 + amount);
}

/** Share of the distance to where it began that trust drifts in a day: half in 140 days. */
const DRIFT = 0.005;

/** Trust that nothing feeds fades, and distrust too. */
export function faded(campaign: Campaign): number {
  return campaign.trust + (campaign.parameters.trust - campaign.trust) * DRIFT;
}
