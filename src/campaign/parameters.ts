import type { Range } from '../scenario/figure.ts';
import type { Custody, PartyIndex, PerParty, Standing, Trait } from '../scenario/scenario.ts';
import type { Counts } from './counts.ts';

/** Source of numbers in [0, 1). */
export type Random = () => number;

/** What everybody knows of a group. */
export interface GroupIdentity {
  readonly index: number;
  readonly id: string;
  readonly home: PartyIndex;
  readonly holder: PartyIndex;
  readonly standing: Standing;
  /** Owed people are never a concession and never counted in a deal's balance. */
  readonly owed: boolean;
}

/** What a campaign's rules need to know of a group. */
export interface GroupParameters extends GroupIdentity {
  /** Index of the group that the seriously ill pass to; -1 for none. */
  readonly whenIll: number;
  readonly held: number;
  /** People of the group who do not wish to be sent home while fighting goes on. */
  readonly unwilling: number;
  /** People of the group under criminal prosecution or sentence. */
  readonly prosecuted: number;
  readonly custody: Custody;
  readonly setApartBy: Trait | null;
  readonly worth: number;
  readonly salience: number;
  readonly grip: number;
  /** What everybody may assume of the hidden values: the scenario's ranges. */
  readonly prior: {
    readonly held: Range;
    readonly worth: Range;
    readonly salience: Range;
    readonly grip: Range;
  };
}

export interface PartyParameters {
  readonly id: string;
  readonly pressure: number;
  readonly reluctance: number;
  readonly imbalance: number;
  readonly precedent: number;
  readonly patience: number;
  readonly parole: boolean;
  readonly instructions: readonly SettledInstruction[];
  readonly prior: {
    readonly pressure: Range;
    readonly reluctance: Range;
    readonly imbalance: Range;
    readonly precedent: Range;
    readonly patience: Range;
  };
}

export interface MediatorParameters {
  readonly id: string;
  readonly proposes: boolean;
  readonly hosts: boolean;
  readonly guarantees: boolean;
  readonly cover: number;
  readonly accepted: PerParty<boolean>;
  readonly acceptance: PerParty<Range>;
}

/**
 * A scenario with its hidden values drawn: the numbers that the rules read, fixed for the
 * whole campaign.
 */
export interface Parameters {
  readonly days: number;
  readonly groups: readonly GroupParameters[];
  readonly parties: PerParty<PartyParameters>;
  readonly lawOfWar: boolean;
  /** Day on which active hostilities end; Infinity where they do not. */
  readonly hostilitiesEnd: number;
  readonly trust: number;
  readonly capacity: Range;
  /** Hand-overs that one deal may be spread over. */
  readonly stages: number;
  readonly arranging: Range;
  readonly captures: readonly {
    readonly day: number;
    readonly title: string;
    readonly people: readonly number[];
  }[];
  readonly captureRates: readonly (CaptureRateParameters & {
    /** What everybody may assume of it: the scenario's likeliest values. */
    readonly prior: CaptureRateParameters;
  })[];
  readonly occasions: readonly { readonly day: number; readonly weight: number }[];
  readonly mediators: readonly MediatorParameters[];
  readonly injects: readonly InjectParameters[];
}

/** Captures by chance, in batches, while the rate is in force. */
export interface CaptureRateParameters {
  readonly name: string;
  /** People captured a day, on average. */
  readonly perDay: number;
  /** People captured at once, on average. */
  readonly batch: number;
  readonly fromDay: number;
  readonly toDay: number;
  /** Chance of each group, adding up to 1. */
  readonly mix: readonly number[];
}

/** An inject with its figures settled. */
export interface InjectParameters {
  readonly id: string;
  readonly title: string;
  readonly day: number | null;
  readonly chance: { readonly perDay: number; readonly fromDay: number; readonly toDay: number } | null;
  readonly effects: readonly SettledEffect[];
}

/** What an inject does, in numbers and indices. */
export type SettledEffect =
  | { readonly kind: 'captured'; readonly people: Counts }
  | { readonly kind: 'pressure'; readonly about: PartyIndex; readonly strength: number }
  | { readonly kind: 'trust'; readonly share: number }
  | { readonly kind: 'halt'; readonly days: number }
  | { readonly kind: 'mediator'; readonly mediator: number }
  | { readonly kind: 'internmentEnds'; readonly about: PartyIndex; readonly trustLost: number }
  | {
      readonly kind: 'instruct';
      readonly party: PartyIndex;
      readonly instructions: readonly SettledInstruction[];
    };

/** An instruction by group index: who must come home at least, or of whom nobody may be given. */
export interface SettledInstruction {
  readonly text: string;
  readonly must: Counts | null;
  readonly never: readonly number[] | null;
}

/** The hidden values of one campaign, by the path of the figure they were drawn from. */
export type Hidden = Readonly<Record<string, number>>;
