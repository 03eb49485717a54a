import type { Counts } from '../campaign/counts.ts';
import type { Coverage, MoveType, Publicity } from '../campaign/event.ts';

/** A move that is possible now, with the choices it leaves open. */
export type LegalMove =
  | {
      readonly type: Exclude<
        MoveType,
        'publicise' | 'release' | 'proposeTalks' | 'submitList' | 'strikeNames' | 'offer' | 'callMediator'
      >;
    }
  | { readonly type: 'publicise'; readonly what: readonly Publicity[] }
  | { readonly type: 'release'; readonly most: Counts }
  /** Mediators through whom talks can be proposed, as indices; a direct approach is always possible. */
  | { readonly type: 'proposeTalks'; readonly mediators: readonly number[] }
  | { readonly type: 'submitList'; readonly coverages: readonly Coverage[] }
  | { readonly type: 'strikeNames'; readonly most: Counts }
  /** The most of each group, and the most people on either side. */
  | {
      readonly type: 'offer';
      readonly most: Counts;
      readonly capacity: number;
      /** Whether somebody at the table takes people in as a neutral country. */
      readonly mayIntern: boolean;
      /** Whether the laws of both parties let their people give parole. */
      readonly mayParole: boolean;
    }
  | { readonly type: 'callMediator'; readonly mediators: readonly number[] };
