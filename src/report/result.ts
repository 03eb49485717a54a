import type { DebriefedDeal, FollowedInstruction, TalksWithoutDeal } from '../analysis/debrief.ts';
import type { Overture } from '../campaign/campaign.ts';
import type { Severity } from '../campaign/finding.ts';

/** Version of the result format: raised when a field changes its meaning or goes away. */
export const RESULT_FORMAT = 1;

/** One value for each party, by the party's identifier. */
export type ByParty<T> = Readonly<Record<string, T>>;
/** People by the group's identifier; groups with nobody are left out. */
export type ByGroup = Readonly<Record<string, number>>;

/**
 * What a campaign came to, as JSON. Keys stand in this order and nothing in it depends on the
 * clock or the machine, so the same scenario, seed and seats give the same bytes. Days count from
 * 0; dates are ISO dates; worth units are rounded to 3 decimals, shares (0 to 1) to 4.
 */
export interface Result {
  readonly parley: 'result';
  readonly format: typeof RESULT_FORMAT;
  /** Version of the engine that played it. */
  readonly engine: string;
  readonly scenario: string;
  readonly scenarioDigest: string;
  readonly seed: string;
  /** Who sat where, by party. */
  readonly seats: ByParty<string>;
  /** Last day played. */
  readonly day: number;
  readonly date: string;
  /** Whether the campaign was played to its horizon. */
  readonly ended: boolean;
  /** State of the talks and of the balance, as the statechart names them, and the last marks. */
  readonly state: {
    readonly talks: string;
    readonly leverage: string;
    readonly trust: number;
    readonly pressure: ByParty<number>;
    readonly leverageOf: ByParty<number>;
  };
  readonly overtures: readonly ResultOverture[];
  readonly exchanges: readonly ResultExchange[];
  readonly talksWithoutDeal: readonly ResultTalks[];
  /** People home by home party: by exchange, released unasked, together. */
  readonly home: ByParty<{
    readonly exchanged: number;
    readonly released: number;
    readonly total: number;
  }>;
  /** Person-days of captivity ended before the horizon, by home party and together. */
  readonly captivityEnded: { readonly byParty: ByParty<number>; readonly total: number };
  /** What each party gained over its reservations, in worth units. */
  readonly gained: ByParty<number>;
  /** Where the people of every group went; those who came less those who went is `held`. */
  readonly groups: Readonly<Record<string, ResultGroup>>;
  readonly findings: readonly ResultFinding[];
  /** What each delegation was told in confidence, and whether it did so. */
  readonly instructions: ByParty<readonly FollowedInstruction[]>;
}

export interface ResultOverture {
  readonly day: number;
  readonly date: string;
  readonly by: string;
  readonly mediator: string | null;
  readonly openly: boolean;
  readonly answer: Overture['answer'];
}

export interface ResultExchange {
  readonly agreedOn: number;
  /** Day of the hand-over or the breach; the last day played where the outcome is pending. */
  readonly day: number;
  readonly date: string;
  readonly outcome: DebriefedDeal['outcome'];
  readonly brokenBy: string | null;
  /** People whom each party held and promised and did not bring. */
  readonly short: ByParty<number>;
  readonly mediator: string | null;
  /** What was agreed, and who left captivity. */
  readonly deal: ByGroup;
  readonly people: ByGroup;
  /** Of those who left captivity, who went to a neutral country, and whether all promised not to fight again. */
  readonly interned: ByGroup;
  readonly parole: boolean;
  readonly home: ByParty<number>;
  /** By the true values of the moment at which it was struck, in worth units. */
  readonly values: ByParty<number>;
  readonly reservations: ByParty<number>;
  readonly gains: ByParty<number>;
  /** How much more each could have had with the other no worse off. */
  readonly leftOnTable: ByParty<number>;
}

export interface ResultTalks {
  readonly began: number;
  readonly ended: number;
  readonly ending: TalksWithoutDeal['ending'];
  readonly by: string | null;
  readonly phase: string;
  readonly offers: number;
  /** The Nash deal of their last moment; null where no deal above both reservations was found. */
  readonly possible: ByGroup | null;
}

export interface ResultGroup {
  readonly home: string;
  readonly holder: string;
  readonly standing: string;
  readonly initially: number;
  readonly captured: number;
  readonly joinedIll: number;
  readonly exchanged: number;
  readonly released: number;
  readonly interned: number;
  readonly fellIll: number;
  readonly died: number;
  readonly held: number;
}

export interface ResultFinding {
  readonly day: number;
  readonly date: string;
  readonly rule: string;
  readonly article: string;
  readonly severity: Severity;
  readonly by: string;
  readonly saw: string;
}

export function formatResult(result: Result): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}
