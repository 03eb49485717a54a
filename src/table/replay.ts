import type { Parameters } from '../campaign/parameters.ts';
import type { Refusal } from '../campaign/refusal.ts';
import { settle } from '../campaign/settle.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { startCampaign } from '../statechart/chart.ts';
import type { Position } from '../statechart/position.ts';
import type { CampaignRecord, Entry } from './record.ts';

/** A record played through again: where the campaign stood after each entry. */
export interface Replay {
  readonly parameters: Parameters;
  /** Position before the first entry, then after each: one more than there are entries. */
  readonly positions: readonly Position[];
  /** The entry that the rules refuse, if the record does not keep to them. */
  readonly refused: { readonly index: number; readonly entry: Entry; readonly reason: Refusal } | null;
}

/** Replays a record without a random number: all chance is in it. */
export function replay(scenario: Scenario, record: CampaignRecord): Replay {
  const parameters = settle(scenario, record.header.hidden);
  const runner = startCampaign(parameters);
  const positions = [runner.position];
  for (const [index, entry] of record.entries.entries()) {
    const reason = runner.send(entry.event);
    if (reason) return { parameters, positions, refused: { index, entry, reason } };
    positions.push(runner.position);
  }
  return { parameters, positions, refused: null };
}

/** Where a replay ends: it has at least the position before the first entry. */
export function lastOf({ positions }: Pick<Replay, 'positions'>): Position {
  return positions.at(-1) as Position;
}

/** The record up to the end of a day. */
export function cutAfter(record: CampaignRecord, day: number): CampaignRecord {
  const next = record.entries.findIndex(entry => entry.day > day);
  return next < 0 ? record : { ...record, entries: record.entries.slice(0, next), ended: false };
}
