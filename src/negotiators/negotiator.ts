import type { Move } from '../campaign/event.ts';
import type { Random } from '../campaign/parameters.ts';
import type { View } from '../campaign/view.ts';
import type { LegalMove } from '../statechart/legal.ts';

/** A number that a negotiator can be tuned by, given as `boulware:e=0.2`. */
export interface Parameter {
  readonly name: string;
  readonly meaning: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly standard: number;
}

/** Who decides for a party. It sees a view and the legal moves, and nothing else. */
export interface Negotiator {
  readonly name: string;
  /** One sentence for a menu. */
  readonly idea: string;
  readonly citation: string;
  /** Whether it draws conclusions from what the other side does. */
  readonly learns: boolean;
  /** Whether it uses chance. */
  readonly draws: boolean;
  /** Whether it goes by what it thought earlier in the campaign: whoever takes up a record lets it think all of that again. */
  readonly remembers?: true;
  decide(view: View, legal: readonly LegalMove[], random: Random): Move;
}

/** A negotiator before its parameters are chosen. */
export interface NegotiatorKind extends Omit<Negotiator, 'decide'> {
  readonly parameters: readonly Parameter[];
  /** Builds the negotiator with the given values, in the order of `parameters`. */
  make(...values: number[]): Negotiator['decide'];
}

type Decide = Negotiator['decide'];

/** What decides by what it reads on its turn, and never reads it after. */
const onItsTurn = new WeakSet<Decide>();

/**
 * Notes of a way of deciding that it never reads what it was shown once its turn is over: it may then be
 * shown the campaign in hand, which goes on. Noted of the function and not of its negotiator, of which
 * somebody may make another that decides otherwise.
 */
export function readingOnItsTurn(decide: Decide): Decide {
  onItsTurn.add(decide);
  return decide;
}

/** Whether a negotiator may keep what it is shown and read it later; whoever does not say otherwise may. */
export function mayKeepViews({ decide }: Negotiator): boolean {
  return !onItsTurn.has(decide);
}

/** The legal move of a type, if there is one. */
export function legalOf<T extends LegalMove['type']>(
  legal: readonly LegalMove[],
  type: T,
): Extract<LegalMove, { readonly type: T }> | undefined {
  for (const move of legal) {
    if (move.type === type) return move as Extract<LegalMove, { readonly type: T }>;
  }
  return undefined;
}
