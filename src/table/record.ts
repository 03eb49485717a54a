import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { CampaignEvent } from '../campaign/event.ts';
import type { Hidden } from '../campaign/parameters.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Version of the engine that a record was made by; the same as the package's. */
export const ENGINE = '0.1.0';
/** Version of the record format. */
export const RECORD_FORMAT = 2;

/** What a record says before its first event. */
export interface RecordHeader {
  readonly engine: string;
  readonly scenario: string;
  /** Digest of the scenario as parsed; another scenario of the same name has another. */
  readonly scenarioDigest: string;
  readonly seed: string;
  /** Who sat where, by party: a negotiator's name with its parameters, "person", or "exec:" and a program. */
  readonly seats: Readonly<Record<string, string>>;
  /** Set where a person mediates; otherwise mediators follow their rule. */
  readonly mediator?: 'person';
  /** The values drawn for this campaign that the parties may or may not know. */
  readonly hidden: Hidden;
}

/** How the name of a seat begins in which another program sits: "exec:./bot.py". */
export const OUTSIDE = 'exec:';

/** Whether another program sat in a seat of this name; nobody but that program can go on in it. */
export function isOutside(seat: string): boolean {
  return seat.startsWith(OUTSIDE) && seat.length > OUTSIDE.length;
}

/** One thing that happened. */
export interface Entry {
  readonly day: number;
  readonly event: CampaignEvent;
  /** Random numbers that the seat used to decide on this move; left out where it used none. */
  readonly draws?: number;
  /** Set where a person brought it who sits at neither side: a teacher's inject, a mediator's text. */
  readonly byHand?: true;
}

/** The saved artefact of everything: what was decided and drawn, in order. */
export interface CampaignRecord {
  readonly header: RecordHeader;
  readonly entries: readonly Entry[];
  /** Whether the campaign was played to its horizon. */
  readonly ended: boolean;
}

export function digestOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

const digests = new WeakMap<Scenario, string>();

/** Digest of everything in a scenario that can change a campaign or what is said of it. */
export function scenarioDigest(scenario: Scenario): string {
  const known = digests.get(scenario);
  if (known) return known;
  const digest = digestOf(JSON.stringify(scenario)).slice(0, 16);
  digests.set(scenario, digest);
  return digest;
}
