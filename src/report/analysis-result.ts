import type { Solution } from '../campaign/bargaining.ts';
import type { ByGroup, ByParty } from './result.ts';

/** Version of the analysis format: raised when a field changes its meaning or goes away. */
export const ANALYSIS_FORMAT = 1;

/** An analysis as JSON. Worth units are rounded to 6 decimals, shares (0 to 1) to 4. */
export interface AnalysisResult {
  readonly parley: 'analysis';
  readonly format: typeof ANALYSIS_FORMAT;
  readonly engine: string;
  readonly scenario: string;
  readonly scenarioDigest: string;
  readonly seed: string | null;
  readonly day: number;
  readonly date: string;
  readonly phase: string;
  readonly seenBy: string | null;
  readonly reservations: ByParty<number>;
  readonly leverage: ByParty<number>;
  readonly room: ByParty<number>;
  readonly zone: boolean;
  readonly frontier: {
    readonly gap: number;
    readonly inZone: number;
    readonly deals: readonly ResultPoint[];
  };
  readonly solutions: Readonly<Record<Solution, readonly ResultDeal[]>>;
  readonly alternatingOffers: {
    readonly rounds: number;
    readonly patience: ByParty<number>;
    readonly outcomes: ByParty<ResultDeal | null>;
  };
  readonly offers: readonly ResultOffer[];
  readonly agreement: ResultAgreement | null;
  readonly definitions: Readonly<Record<string, string>>;
}

export interface ResultPoint {
  readonly deal: ByGroup;
  readonly values: ByParty<number>;
}

export interface ResultDeal extends ResultPoint {
  readonly gains: ByParty<number>;
}

export interface ResultOffer extends ResultDeal {
  readonly day: number;
  readonly by: string | null;
  readonly interned: ByGroup;
  readonly parole: boolean;
  readonly distance: number | null;
}

export interface ResultAgreement extends ResultOffer {
  readonly left: ByParty<number>;
}
