import type { Campaign } from '../campaign/campaign.ts';
import type { Negotiator } from '../negotiators/negotiator.ts';
import type { PerParty, Scenario } from '../scenario/scenario.ts';
import { startCompiled } from '../statechart/compiled.ts';
import type { CampaignRecord } from './record.ts';
import { openTable } from './table.ts';

/** A campaign played to its horizon by two negotiators: its record, and how it stood at the end. */
export interface Run {
  readonly record: CampaignRecord;
  readonly campaign: Campaign;
}

/**
 * Plays a whole campaign on the compiled runner: what studies and tournaments run by the thousand.
 * The record is the one that a table with the same scenario, seed and seats gives, byte for byte.
 */
export function runCampaign(scenario: Scenario, seed: string, seats: PerParty<Negotiator>): Run {
  const table = openTable({ scenario, seed, seats }, () => {}, startCompiled);
  while (table.step());
  const { header, entries, position } = table;
  return { record: { header, entries, ended: position.done }, campaign: position.campaign };
}
