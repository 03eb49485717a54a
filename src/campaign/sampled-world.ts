import { other, type PartyIndex, type PerParty } from '../scenario/scenario.ts';
import { type Campaign, NEVER, withParty } from './campaign.ts';
import { type Counts, countsOf, minus, plus, zeros } from './counts.ts';
import { expectedNews, type News } from './expected-news.ts';
import { leverageIn } from './leverage.ts';
import type {
  GroupParameters,
  MediatorParameters,
  Parameters,
  PartyParameters,
  Random,
} from './parameters.ts';
import { namesOn } from './preparation.ts';
import { triangular } from './settle.ts';
import type { View } from './view.ts';

/*
 * A world that a party may be in: a whole campaign drawn from its view, in which everything that it
 * knows is so and the rest is as likely as it looks from there. Whoever searches or is coached over
 * such worlds never profits from what it could not know.
 *
 * What is drawn: the other side's worth, grip, reluctance, pressure and the like, and how many it
 * holds, each triangular over the party's interval; which mediators it accepts; and, for whoever says
 * what news it has heard so far, news to come. What nobody can know is left out: what the scenario holds
 * for a later day, the other's instructions, people whose list was false.
 * Everything is drawn in an order that does not depend on which of the two parties comes first.
 */

/**
 * A campaign consistent with `view`, with its party to move. The view of it is `view` again. With `heard`, the
 * news that the party has heard of, it brings such news as may be expected; without it none.
 */
export function sampleWorld(view: View, random: Random, heard: readonly News[] | null = null): Campaign {
  const them = other(view.party);
  const parties = sampleParties(view, random);
  const values = sampleGroups(view, random);
  const mediators = sampleMediators(view, random);
  const held = sampleHeld(view, random);
  const gone = goneFrom(view);
  const account = accountOf(view, held, plus(gone.home, gone.interned));
  const { known, talks } = view;
  const withoutNews: Parameters = {
    days: known.days,
    groups: values.map((group, index) => ({ ...group, held: account.initially[index] ?? 0 })),
    parties,
    lawOfWar: known.common.lawOfWar,
    hostilitiesEnd: Number.POSITIVE_INFINITY,
    trust: known.common.trust,
    capacity: known.capacity,
    stages: known.stages,
    arranging: known.common.arranging,
    captures: [],
    captureRates: known.common.captureRates.map(rate => ({ ...rate, prior: rate })),
    occasions: known.occasions,
    mediators,
    injects: [],
  };
  const none = zeros(held.length);
  const { low, high } = view.theirPressure;
  const theirPressure = low + (high - low) * random();
  const campaign: Campaign = {
    parameters: withoutNews,
    day: view.day,
    toMove: view.party,
    held,
    ledger: {
      captured: account.joined,
      returned: gone.home,
      died: account.lost,
      interned: gone.interned,
      passedOut: none,
      passedIn: none,
    },
    believed: sampleBeliefs(view, held, random),
    pressure: withParty([view.pressure, view.pressure], them, theirPressure),
    trust: view.trust,
    leverage: view.leverage,
    // What one side paid for each person the other received.
    lastRatio: withParty([view.lastRatio, view.lastRatio], them, 1 / view.lastRatio),
    lastPublicity: withParty([view.lastPublicity, view.lastPublicity], them, NEVER),
    talks: { ...talks, found: [random() < 0.5, random() < 0.5] },
    formerTalks: view.formerTalks,
    overtures: view.overtures,
    exchanges: view.exchanges,
    releases: view.releases,
    instructions: withParty([view.instructions, view.instructions], them, []),
    injected: [],
    findings: [],
    captivityEnded: [0, 0],
  };
  // Drawn last, so that all else is the same with news and without.
  const parameters = heard ? { ...withoutNews, injects: expectedNews(view, heard, random) } : withoutNews;
  return { ...campaign, parameters, leverage: leverageIn(campaign) };
}

/** Groups as one party counts them: first those it holds, then those that the other does. */
function inItsOrder(view: View): readonly number[] {
  const { groups } = view.known;
  const held = (own: boolean) => groups.filter(group => (group.holder === view.party) === own);
  return [...held(true), ...held(false)].map(group => group.index);
}

/** One entry a group, drawn in the party's own order. */
function perGroup<T>(view: View, draw: (index: number) => T): T[] {
  const drawn = new Map(inItsOrder(view).map(index => [index, draw(index)] as const));
  return view.known.groups.map(({ index }) => drawn.get(index) as T);
}

function sampleGroups(view: View, random: Random): GroupParameters[] {
  const { groups, common } = view.known;
  return perGroup(view, index => {
    // Both lists have one entry a group.
    const group = groups[index] as (typeof groups)[number];
    const shared = common.groups[index] as (typeof common.groups)[number];
    const worth = triangular(group.worth, random());
    const salience = triangular(group.salience, random());
    const grip = triangular(group.grip, random());
    const { id, home, holder, standing, owed, unwilling } = group;
    return {
      ...shared,
      index,
      id,
      home,
      holder,
      standing,
      owed,
      unwilling,
      worth,
      salience,
      grip,
      held: 0,
      prosecuted: 0,
    };
  });
}

/** People held now: one's own prisoners exactly, one's own people within what one believes. */
function sampleHeld(view: View, random: Random): number[] {
  const { held, talks } = view;
  const drawn = perGroup(view, index => {
    const range = { low: held.low[index] ?? 0, best: held.best[index] ?? 0, high: held.high[index] ?? 0 };
    const count = Math.round(triangular(ordered(range), random()));
    // Whoever is named as struck off, or waits at the border, is there.
    return Math.max(count, talks.struck[index] ?? 0, talks.waiting[index] ?? 0);
  });
  return countsOf(drawn, count => count);
}

/** News of captures may leave the best guess outside the interval that it widened. */
function ordered({ low, best, high }: { low: number; best: number; high: number }) {
  return { low: Math.min(low, best), best, high: Math.max(best, high) };
}

/** Who left captivity so far, as both sides saw it. */
function goneFrom({ known, exchanges, releases, talks }: View): { home: Counts; interned: Counts } {
  const none: Counts = zeros(known.groups.length);
  const left = [...exchanges.map(({ people }) => people), ...releases.map(({ people }) => people)];
  const interned = exchanges.reduce((total, exchange) => plus(total, exchange.interned), none);
  const all = left.reduce(plus, none);
  const internedAll = plus(interned, talks.internedSoFar);
  return { home: minus(plus(all, talks.sentHome), internedAll), interned: internedAll };
}

/**
 * How many were held at first, so that the people add up: of one's own prisoners that is known, and
 * what does not add up joined or left unseen, by capture, illness or death; of the other side's it is
 * whoever is held or has gone.
 */
function accountOf({ known, party }: View, held: Counts, gone: Counts) {
  const all = plus(held, gone);
  const initially = countsOf(known.groups, ({ index, holder, heldAtFirst }) =>
    holder === party ? heldAtFirst.best : (all[index] ?? 0),
  );
  const change = minus(all, initially);
  return {
    initially,
    joined: countsOf(change, people => Math.max(0, people)),
    lost: countsOf(change, people => Math.max(0, -people)),
  };
}

/**
 * What the other side believes of those whom the party holds: after a list what the list said, before
 * one a guess within the width that everybody's first guess had.
 */
function sampleBeliefs(view: View, held: Counts, random: Random): Campaign['believed'] {
  const { known, party, talks } = view;
  const list = talks.lists[party];
  const guesses = perGroup(view, index => {
    const count = held[index] ?? 0;
    if (known.groups[index]?.holder !== party) {
      return {
        low: view.held.low[index] ?? 0,
        best: view.held.best[index] ?? 0,
        high: view.held.high[index] ?? 0,
      };
    }
    const luck = random();
    if (list) {
      const [named = 0] = namesOn([count], list);
      return { low: named, best: named, high: named };
    }
    const { low, best, high } = known.common.groups[index]?.prior.held ?? { low: 1, best: 1, high: 1 };
    const width = best > 0 ? { low: low / best, best: 1, high: high / best } : { low: 1, best: 1, high: 1 };
    const guess = Math.round(count * triangular(width, luck));
    return { low: Math.floor(guess * width.low), best: guess, high: Math.ceil(guess * width.high) };
  });
  return {
    low: countsOf(guesses, ({ low }) => low),
    best: countsOf(guesses, ({ best }) => best),
    high: countsOf(guesses, ({ high }) => high),
  };
}

function sampleParties(view: View, random: Random): PerParty<PartyParameters> {
  const of = (party: PartyIndex): PartyParameters => {
    const shared = view.known.common.parties[party];
    const id = view.known.partyIds[party];
    if (party === view.party) return { ...shared, ...view.known.own, id, instructions: view.instructions };
    return {
      ...shared,
      id,
      pressure: triangular(shared.prior.pressure, random()),
      reluctance: triangular(shared.prior.reluctance, random()),
      imbalance: triangular(shared.prior.imbalance, random()),
      precedent: triangular(shared.prior.precedent, random()),
      patience: triangular(shared.prior.patience, random()),
      instructions: [],
    };
  };
  return [of(0), of(1)];
}

/** Whether the other side accepts a mediator is drawn, where the talks have not shown it. */
function sampleMediators(view: View, random: Random): MediatorParameters[] {
  const { known, talks, exchanges } = view;
  return known.mediators.map((mediator, index) => {
    const { id, proposes, cover, accepted, acceptedByThem } = mediator;
    const shared = known.common.mediators[index] as (typeof known.common.mediators)[number];
    const luck = random() < acceptedByThem;
    const seen = talks.mediator === index || exchanges.some(exchange => exchange.mediator === index);
    const theirs = seen || (luck && !(accepted && talks.turnedDown.includes(index)));
    return {
      ...shared,
      id,
      proposes,
      cover,
      accepted: withParty([accepted, accepted], other(view.party), theirs),
    };
  });
}
