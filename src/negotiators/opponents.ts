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
import { CONVOY_EVERY } from './conduct.ts';
import { equilibrium } from './equilibrium.ts';
import { hardliner } from './hardliner.ts';
import { humanitarian } from './humanitarian.ts';
import { micro } from './micro.ts';
import { parity } from './parity.ts';
import { random as anyMove } from './random.ts';
import type { Policy } from './rollout.ts';
import { thoughtPlay } from './thought-play.ts';
import { titForTat } from './tit-for-tat.ts';

/*
 * Ways in which the other side may be playing, and how likely each is by Bayes' rule after what was
 * seen of it: the offers it made, in these talks and in earlier ones, what it accepted, and whom it
 * sent home unasked. A way is asked, in a world that the party may be in, what it would have done.
 */

/** Whom a way of playing sends home unasked: the wounded where there is trust, all who are owed, anybody. */
type Releases = 'convoys' | 'owed' | 'anybody';

export interface Opponent {
  readonly make: () => Policy;
  /** Likelihood before anything was seen, up to a factor. */
  readonly prior: number;
  readonly releases: Releases;
}

const way = (make: () => Policy, releases: Releases = 'convoys', prior = 1): Opponent => ({
  make,
  releases,
  prior,
});

export const OPPONENTS: readonly Opponent[] = [
  way(() => thoughtPlay(0.4, 'pressed')),
  way(() => parity.make()),
  way(() => thoughtPlay(3, 'pressed')),
  way(() => titForTat.make()),
  way(() => equilibrium.make()),
  way(() => micro.make()),
  way(() => hardliner.make()),
  way(() => humanitarian.make(), 'owed'),
  way(() => anyMove.make(), 'anybody'),
];

/** Worlds in which the ways are asked what they would have done. */
const WORLDS = 3;
/** How many of the latest things that the other side did at a table are looked at, in these talks and in earlier ones. */
const LATEST = 4;
/** What is left of a way's likelihood when it would have accepted where the other side did not, or the reverse. */
const CONTRADICTED = 0.1;
/** Worth units, as a share of the value at stake, by which an offer may miss what a way would have asked for. */
const TOLERANCE = 0.1;

/** How likely each of `OPPONENTS` is, for the party of `view`; adds up to 1. `world` draws a position that it may be in. */
export function likelihoods(view: View, world: () => Position, random: Random): number[] {
  const released = OPPONENTS.map(({ prior, releases }) => prior * explainsReleases(releases, view));
  if (deedsOf(view).length === 0) return normalised(released);
  const totals = OPPONENTS.map(() => 0);
  for (let drawn = 0; drawn < WORLDS; drawn++) {
    const position = world();
    OPPONENTS.forEach(({ make }, index) => {
      if ((released[index] ?? 0) > 0)
        totals[index] = (totals[index] ?? 0) + explains(make, position, view.party, random);
    });
  }
  return normalised(totals.map((total, index) => total * (released[index] ?? 0)));
}

function normalised(weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map(weight => weight / all);
}

/** The place of a number among points that fill the interval from 0 to 1 evenly, however many there are. */
export function evenly(number: number): number {
  return (number * GOLDEN) % 1;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The way at a point between 0 and 1 of the likelihoods laid end to end. */
export function opponentAt(likely: readonly number[], point: number): Opponent {
  let left = point;
  for (const [index, opponent] of OPPONENTS.entries()) {
    left -= likely[index] ?? 0;
    if (left < 0) return opponent;
  }
  // The sum of the likelihoods may miss 1 by a rounding error.
  return OPPONENTS[likely.findLastIndex(weight => weight > 0)] as Opponent;
}

/** Chance a day that whoever does anything at all sends somebody home. */
const BY_CHANCE = 0.2;
/** What is left of a likelihood after something that the way does not do. */
const NOT_LIKE_IT = 0.01;

/** How well a way of releasing people explains those whom the other side sent home, and did not. */
function explainsReleases(way: Releases, view: View): number {
  const { groups } = view.known;
  const theirs = view.releases.filter(({ by }) => by !== view.party);
  const sent = (is: (group: (typeof groups)[number]) => boolean) =>
    theirs.some(({ people }) => groups.some(group => is(group) && (people[group.index] ?? 0) > 0));
  if (theirs.length === 0) {
    if (way === 'anybody') return Math.max(NOT_LIKE_IT, (1 - BY_CHANCE) ** (view.day + 1));
    const owed = groups.some(
      ({ owed, home, index }) => owed && home === view.party && (view.held.low[index] ?? 0) > 0,
    );
    return way === 'owed' && owed && view.day > CONVOY_EVERY ? NOT_LIKE_IT : 1;
  }
  if (sent(({ owed }) => !owed)) return way === 'anybody' ? 1 : NOT_LIKE_IT ** 2;
  if (sent(({ standing }) => standing === 'civilian')) return way === 'convoys' ? NOT_LIKE_IT : 1;
  return way === 'anybody' ? (1 - BY_CHANCE) ** Math.min(20, view.day + 1) : 1;
}

/** Something that the other side did at a table: the offer that it made, or null where it accepted what lay there. */
interface Deed {
  readonly talks: Pick<FormerTalks, 'offers' | 'capacity' | 'mediator' | 'struck'>;
  readonly former: boolean;
  /** Offers that had been made before. */
  readonly index: number;
  readonly day: number;
  readonly made: Offer | null;
}

function deedsOf(view: View): Deed[] {
  const former = view.formerTalks.flatMap(talks => deedsIn(talks, view, true));
  return [...former.slice(-LATEST), ...deedsIn(view.talks, view, false).slice(-LATEST)];
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
 * How well a way of playing explains what the other side did at the table, as a factor on its
 * likelihood: 1 where it would have done the same in `position`, a world that the party may be in.
 */
export function explains(make: () => Policy, position: Position, party: PartyIndex, random: Random): number {
  const them = other(party);
  let talks: Deed['talks'] | null = null;
  let policy = make();
  let factor = 1;
  for (const deed of deedsOf(lookAt(position.campaign, phaseOf(position.value), party))) {
    // What a way remembers of one table it must not take to another.
    if (talks !== deed.talks) policy = make();
    talks = deed.talks;
    const before = tableBefore(position, deed, them);
    const view = lookAt(before.campaign, phaseOf(before.value), them);
    factor *= likeness(before, deed.made, policy(view, choicesIn(before), random), them);
  }
  return factor;
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
