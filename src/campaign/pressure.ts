import type { PartyIndex, PerParty } from '../scenario/scenario.ts';
import type { Draft } from './campaign.ts';
import type { Counts } from './counts.ts';
import { ownPressure } from './own-counts.ts';
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

export function liftPressure(draft: Draft, party: PartyIndex, strength: number): void {
  const pressure = ownPressure(draft);
  pressure[party] = lifted(pressure[party], strength);
}

/** Pressure on both after something that lifts each by a share of what is left to 1. */
export function liftBoth(draft: Draft, strength: PerParty<number>): void {
  const pressure = ownPressure(draft);
  pressure[0] = lifted(pressure[0], strength[0]);
  pressure[1] = lifted(pressure[1], strength[1]);
}

/**
 * Captures raise the home party's pressure, by salience. A dozen men a day are everyday news that
 * the base level already holds; a company at once is not:
 *
 *     strength = (1 - exp(-w / CAPTURES_SCALE)) * (1 - exp(-w / EVERYDAY_NEWS)),  w = salience * people
 *
 * `people` are those of whom the home parties hear: the public is not moved by what it cannot know.
 */
export function strengthOfCapture(groups: readonly GroupParameters[], people: Counts): PerParty<number> {
  return [strengthOf(salienceOf(groups, people, 0)), strengthOf(salienceOf(groups, people, 1))];
}

/** How far the news of a capture lifts the pressure on a party that weighs it so. */
export function strengthOf(weight: number): number {
  if (weight === 0) return 0;
  return (1 - Math.exp(-weight / CAPTURES_SCALE)) * (1 - Math.exp(-weight / EVERYDAY_NEWS));
}

/** Returns lower it. */
export function lowerByReturns(draft: Draft, people: Counts): void {
  const { groups } = draft.parameters;
  const pressure = ownPressure(draft);
  pressure[0] *= Math.exp(-salienceOf(groups, people, 0) / RETURNS_SCALE);
  pressure[1] *= Math.exp(-salienceOf(groups, people, 1) / RETURNS_SCALE);
}

/** A day brings pressure nearer to its base. */
export function drift(draft: Draft): void {
  const { parties } = draft.parameters;
  const pressure = ownPressure(draft);
  pressure[0] = towards(parties[0].pressure, pressure[0]);
  pressure[1] = towards(parties[1].pressure, pressure[1]);
}

function towards(base: number, pressure: number): number {
  return pressure + (base - pressure) * DRIFT;
}

/** People of `home`, weighed by how much their fate moves the public. */
function salienceOf(groups: readonly GroupParameters[], people: Counts, home: PartyIndex): number {
  let weight = 0;
  for (let at = 0; at < people.length; at++) {
    const count = people[at];
    const group = groups[at];
    if (count && group && group.home === home) weight += group.salience * count;
  }
  return weight;
}
