import type { Offer } from '../campaign/campaign.ts';
import type { Move } from '../campaign/event.ts';
import type { Random } from '../campaign/parameters.ts';
import { lookAt } from '../campaign/view.ts';
import { termsValue, valuationOf } from '../campaign/worth.ts';
import { other, type PartyIndex } from '../scenario/scenario.ts';
import { compiledCampaign } from '../statechart/compiled.ts';
import { choicesIn } from '../statechart/legal.ts';
import { type Position, phaseOf } from '../statechart/position.ts';
import { parity } from './parity.ts';
import type { Policy } from './rollout.ts';
import { thoughtPlay } from './thought-play.ts';

/** Ways in which the other side may be playing, each with how likely it is before anything was seen. */
export const OPPONENTS: readonly { readonly make: () => Policy; readonly prior: number }[] = [
  { make: () => thoughtPlay(0.4, 'pressed'), prior: 1 },
  { make: () => parity.make(), prior: 1 },
  { make: () => thoughtPlay(3, 'pressed'), prior: 1 },
  { make: () => thoughtPlay(0.15, 'pressed'), prior: 1 },
];

/** How many of the latest offers are looked at. */
const OFFERS_LOOKED_AT = 4;
/** What is left of a way's likelihood when it would have accepted where the other side did not, or the reverse. */
const CONTRADICTED = 0.1;
/** Worth units, as a share of the value at stake, by which an offer may miss what a way would have asked for. */
const TOLERANCE = 0.1;

/**
 * How well a way of playing explains what the other side put on the table in these talks, as a factor
 * on its likelihood: 1 where it would have done the same. In `position`, a world that the party may be
 * in, the way is asked what it would have done each time.
 */
export function explains(make: () => Policy, position: Position, party: PartyIndex, random: Random): number {
  const { offers } = position.campaign.talks;
  const policy = make();
  let factor = 1;
  for (let index = Math.max(0, offers.length - OFFERS_LOOKED_AT); index < offers.length; index++) {
    const offer = offers[index];
    if (offer?.by !== other(party)) continue;
    const before = tableBefore(position, index, offer.day, other(party));
    const view = lookAt(before.campaign, phaseOf(before.value), other(party));
    factor *= likeness(before, offer, policy(view, choicesIn(before), random), other(party));
  }
  return factor;
}

/** The table as it stood when the other side made its offer number `index`; all else as it is now. */
function tableBefore(position: Position, index: number, day: number, toMove: PartyIndex): Position {
  const { campaign, value } = position;
  const offers = campaign.talks.offers.slice(0, index);
  // An offer that was refused is off the table, but nobody remembers that it was; it is taken to be there.
  const offer = offers.at(-1) ?? null;
  const phase = offer === null ? 'open' : offer.by === null ? 'singleText' : 'answering';
  const leverage = typeof value === 'string' ? 'even' : (value['leverage'] ?? 'even');
  const { value: before, done } = compiledCampaign.at({ talks: { rounds: { [phase]: {} } }, leverage });
  const talks = { ...campaign.talks, offer: offer?.by === toMove ? null : offer, offers };
  return { value: before, done, campaign: { ...campaign, day, toMove, talks } };
}

function likeness({ campaign }: Position, made: Offer, would: Move, party: PartyIndex): number {
  if (would.type !== 'offer') return CONTRADICTED;
  const valuation = valuationOf(campaign, party);
  const [had, meant] = [termsValue(valuation, made.deal, made), termsValue(valuation, would.deal, would)];
  const scale = TOLERANCE * Math.max(1, Math.abs(had), Math.abs(meant));
  return Math.max(CONTRADICTED, Math.exp(-(((had - meant) / scale) ** 2) / 2));
}
