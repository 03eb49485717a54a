import type { Effect, PartyIndex } from './scenario.ts';

/** What an inject does, settled or not, as far as it says whom it concerns. */
type Deed =
  | { readonly kind: Exclude<Effect['kind'], 'instruct'> }
  | { readonly kind: 'instruct'; readonly party: PartyIndex };

/**
 * The party that alone is told of an inject: the one whose delegation it instructs, where it does
 * nothing else. Null where both are told: what moves a public, trust or the talks is seen by everybody.
 */
export function toldAlone(effects: readonly Deed[]): PartyIndex | null {
  const instructed = effects.map(effect => (effect.kind === 'instruct' ? effect.party : null));
  const [first = null] = instructed;
  return instructed.every(party => party === first) ? first : null;
}
