import type { PartyIndex, PerParty } from '../scenario/scenario.ts';
import type { Campaign } from './campaign.ts';
import { withParty } from './campaign.ts';
import type { Counts } from './counts.ts';
import type { GroupParameters } from './parameters.ts';

/*
 * Pressure on a party to bring its people home, 0 to 1. The constants are assumptions, the same
 * for all scenarios; what differs between conflicts is in the scenarios' figures.
 */

/** People of salience 1 whose capture takes pressure about two thirds of the way to 1. */
const CAPTURES_SCALE = 600;
/** People of salience 1 below which a capture is everyday news: at this number it counts for about two thirds. */
const EVERYDAY_NEWS = 60;
/** People of salience 1 whose return takes pressure about two thirds of the way to 0. */
const RETURNS_SCALE = 2_000;
/** Share of the distance to its base that pressure drifts in a day: half in 46 days. */
const DRIFT = 0.015;

/** Pressure after `strength` (0 to 1) of what is left to 1 is added. */
export function lifted(pressure: number, strength: number): number {
  return pressure + (1 - pressure) * strength;
}

export function liftPressure(campaign: Campaign, party: PartyIndex, strength: number): Campaign {
  return {
    ...campaign,
    pressure: withParty(campaign.pressure, party, lifted(campaign.pressure[party], strength)),
  };
}

/**
 * Captures raise the home party's pressure, by salience. A dozen men a day are everyday news that
 * the base level already holds; a company at once is not:
 *
 *     strength = (1 - exp(-w / CAPTURES_SCALE)) * (1 - exp(-w / EVERYDAY_NEWS)),  w = salience * people
 */
export function pressureOfCaptures(campaign: Campaign, people: Counts): PerParty<number> {
  const weight = salienceOf(campaign.parameters.groups, people);
  const after = (party: PartyIndex) => lifted(campaign.pressure[party], strengthOf(weight[party]));
  return [after(0), after(1)];
}

function strengthOf(weight: number): number {
  return (1 - Math.exp(-weight / CAPTURES_SCALE)) * (1 - Math.exp(-weight / EVERYDAY_NEWS));
}

/** Returns lower it. */
export function pressureOfReturns(campaign: Campaign, people: Counts): PerParty<number> {
  const weight = salienceOf(campaign.parameters.groups, people);
  const after = (party: PartyIndex) => campaign.pressure[party] * Math.exp(-weight[party] / RETURNS_SCALE);
  return [after(0), after(1)];
}

/** A day brings pressure nearer to its base. */
export function drifted(campaign: Campaign): PerParty<number> {
  const { parties } = campaign.parameters;
  const drift = (party: PartyIndex) =>
    campaign.pressure[party] + (parties[party].pressure - campaign.pressure[party]) * DRIFT;
  return [drift(0), drift(1)];
}

function salienceOf(groups: readonly GroupParameters[], people: Counts): [number, number] {
  const weight: [number, number] = [0, 0];
  for (const group of groups) weight[group.home] += group.salience * (people[group.index] ?? 0);
  return weight;
}
