import type { FormerTalks, Offer } from '../campaign/campaign.ts';
import { plus, sameCounts } from '../campaign/counts.ts';
import type { Move } from '../campaign/event.ts';
import type { Random } from '../campaign/parameters.ts';
import { lookAt, type View } from '../campaign/view.ts';
import { termsValue, valuationOf } from '../campaign/worth.ts';
import { other, type PartyIndex } from '../scenario/scenario.ts';
import { compiledCampaign } from '../statechart/compiled.ts';
import { choicesIn } from '../statechart/legal.ts';
import { type Position, phaseOf } from '../statechart/position.ts';
import type { Policy } from './rollout.ts';

/*
 * What the other side did at a table, and how well a way of playing explains it: the way is asked, in a
 * world that the party may be in, what it would have done.
 */

/** How many of the latest things that the other side did at a table are looked at, in these talks and in earlier ones. */
const LATEST = 4;
/** What is left of a way's likelihood when it would have accepted where the other side did not, or the reverse. */
const CONTRADICTED = 0.1;
/** Worth units, as a share of the value at stake, by which an offer may miss what a way would have asked for. */
const TOLERANCE = 0.1;

/** Weight of a deed at an earlier table: what pressed on either side on that day is not known any more. */
const WEIGHT_OF_FORMER = 0.5;
/**
 * Weight of all deeds together at the most. A way is only like what the other side does, and misses the next
 * deed as it missed the last. Both weights are those at which the ways' likelihoods were best calibrated, in
 * 154 campaigns of the program's scenarios with everyone but search in the seats.
 */
const MOST_WEIGHT = 4;

/** Something that the other side did at a table: the offer that it made, or null where it accepted what lay there. */
export interface Deed {
  readonly talks: Pick<FormerTalks, 'offers' | 'capacity' | 'mediator' | 'struck'>;
  readonly former: boolean;
  /** Offers that had been made before. */
  readonly index: number;
  readonly day: number;
  readonly made: Offer | null;
}

/** All that the other side did at a table, the oldest first. */
export function deedsOf(view: View): Deed[] {
  const former = view.formerTalks.flatMap(talks => deedsIn(talks, view, true));
  return [...former, ...deedsIn(view.talks, view, false)];
}

/** The latest of it, in these talks and in earlier ones. */
function latestDeedsOf(view: View): Deed[] {
  const deeds = deedsOf(view);
  const of = (earlier: boolean) => deeds.filter(({ former }) => former === earlier).slice(-LATEST);
  return [...of(true), ...of(false)];
}

function deedsIn(talks: Deed['talks'], view: View, former: boolean): Deed[] {
  const { offers } = talks;
  const them = other(view.party);
  const deeds: Deed[] = offers.flatMap((made, index) =>
    made.by === them ? [{ talks, former, index, day: made.day, made }] : [],
  );
  const last = offers.at(-1);
  const agreed =
    last && view.exchanges.some(({ agreedOn, deal }) => agreedOn >= last.day && sameCounts(deal, last.deal));
  if (former && last?.by === view.party && agreed)
    deeds.push({ talks, former, index: offers.length, day: last.day, made: null });
  return deeds;
}

/**
 * How well each way of playing explains what the other side did at the table, as a factor on its
 * likelihood: 1 where it would have done the same in `position`, a world that the party may be in. It is the
 * product over the deeds of each one's likeness to the power of its weight, tempered to `MOST_WEIGHT`:
 *
 *     product of likeness^(weight * min(1, MOST_WEIGHT / sum of weights))
 */
export function explains(
  ways: readonly (() => Policy)[],
  position: Position,
  party: PartyIndex,
  random: Random,
): number[] {
  const them = other(party);
  const evidence = ways.map(() => 0);
  let talks: Deed['talks'] | null = null;
  let policies: Policy[] = [];
  let weight = 0;
  for (const deed of latestDeedsOf(lookAt(position.campaign, phaseOf(position.value), party))) {
    // What a way remembers of one table it must not take to another.
    if (talks !== deed.talks) policies = ways.map(make => make());
    talks = deed.talks;
    const weighs = deed.former ? WEIGHT_OF_FORMER : 1;
    weight += weighs;
    for (const [index, like] of likenesses(deed, policies, { position, them, random }).entries())
      evidence[index] = (evidence[index] ?? 0) + weighs * Math.log(like);
  }
  const tempered = Math.min(1, MOST_WEIGHT / Math.max(1, weight));
  return evidence.map(sum => Math.exp(sum * tempered));
}

/** How well each of some ways explains one deed; see `explains`. */
export function explanationsOf(
  deed: Deed,
  ways: readonly (() => Policy)[],
  { position, party, random }: { position: Position; party: PartyIndex; random: Random },
): number[] {
  const policies = ways.map(make => make());
  return likenesses(deed, policies, { position, them: other(party), random });
}

/** How like one deed is to what each policy would have done. All look at the same view, and may share what they make of it. */
function likenesses(
  deed: Deed,
  policies: readonly Policy[],
  { position, them, random }: { position: Position; them: PartyIndex; random: Random },
): number[] {
  const before = tableBefore(position, deed, them);
  const view = lookAt(before.campaign, phaseOf(before.value), them);
  const legal = choicesIn(before);
  return policies.map(policy => likeness(before, deed.made, policy(view, legal, random), them));
}

/** The table as it stood when the other side did something; of all else only who was held is put back. */
function tableBefore({ campaign, value }: Position, deed: Deed, toMove: PartyIndex): Position {
  const { index, day, former } = deed;
  const { capacity, mediator, struck } = deed.talks;
  const offers = deed.talks.offers.slice(0, index);
  // An offer that was refused is off the table, but nobody remembers that it was; it is taken to be there.
  const offer = offers.at(-1) ?? null;
  const phase = offer === null ? 'open' : offer.by === null ? 'singleText' : 'answering';
  const leverage = typeof value === 'string' ? 'even' : (value['leverage'] ?? 'even');
  const { value: before, done } = compiledCampaign.at({ talks: { rounds: { [phase]: {} } }, leverage });
  const since = former ? (deed.talks.offers[0]?.day ?? day) : campaign.talks.since;
  const held = former
    ? campaign.exchanges.reduce(
        (all, exchange) => (exchange.day >= day ? plus(all, exchange.people) : all),
        campaign.held,
      )
    : campaign.held;
  const talks = {
    ...campaign.talks,
    capacity,
    mediator,
    struck,
    since,
    offer: offer?.by === toMove ? null : offer,
    offers,
  };
  return { value: before, done, campaign: { ...campaign, held, day, toMove, talks } };
}

function likeness({ campaign }: Position, made: Offer | null, would: Move, party: PartyIndex): number {
  if (made === null) return would.type === 'accept' ? 1 : CONTRADICTED;
  if (would.type !== 'offer') return CONTRADICTED;
  const valuation = valuationOf(campaign, party);
  const [had, meant] = [termsValue(valuation, made.deal, made), termsValue(valuation, would.deal, would)];
  const scale = TOLERANCE * Math.max(1, Math.abs(had), Math.abs(meant));
  return Math.max(CONTRADICTED, Math.exp(-(((had - meant) / scale) ** 2) / 2));
}
