import { describe, expect, test } from 'vitest';
import { analyseAs } from '../../src/analysis/bargaining-position.ts';
import type { Campaign } from '../../src/campaign/campaign.ts';
import type { Move } from '../../src/campaign/event.ts';
import type { Parameters as CampaignParameters } from '../../src/campaign/parameters.ts';
import { streamsOf } from '../../src/campaign/streams.ts';
import { lookAt, type View, viewOf } from '../../src/campaign/view.ts';
import { NEGOTIATORS } from '../../src/negotiators/index.ts';
import type { Negotiator } from '../../src/negotiators/negotiator.ts';
import { other, PARTIES, type PartyIndex } from '../../src/scenario/scenario.ts';
import { choicesIn, legalMoves } from '../../src/statechart/legal.ts';
import { type Position, phaseOf } from '../../src/statechart/position.ts';
import { played } from '../fixtures/river.ts';
import { negotiator, SCENARIO_IDS, scenario } from '../library.ts';
import { overScenarios, type PositionCheck } from './random-play.ts';

/** Another value within a range, never the same one. */
const elsewhere = (value: number, random: () => number) => value + 0.01 + random();

/** The same campaign with everything changed that `party` cannot know. */
function unseen(campaign: Campaign, party: PartyIndex, random: () => number): Campaign {
  const them = other(party);
  const { parameters } = campaign;
  const hidden = (at: PartyIndex, value: number) => (at === them ? elsewhere(value, random) : value);
  const groups = parameters.groups.map(group => ({
    ...group,
    held: group.holder === them ? group.held + 7 : group.held,
    worth: hidden(group.home, group.worth),
    salience: hidden(group.home, group.salience),
    grip: hidden(group.holder, group.grip),
  }));
  const theirs = parameters.parties[them];
  const changed = {
    ...theirs,
    pressure: elsewhere(theirs.pressure, random),
    reluctance: elsewhere(theirs.reluctance, random),
    imbalance: elsewhere(theirs.imbalance, random),
    precedent: elsewhere(theirs.precedent, random),
    patience: theirs.patience / 2,
  };
  const mediators = parameters.mediators.map(mediator => ({
    ...mediator,
    accepted: (party === 0
      ? [mediator.accepted[0], !mediator.accepted[1]]
      : [!mediator.accepted[0], mediator.accepted[1]]) as [boolean, boolean],
  }));
  const next: CampaignParameters = {
    ...parameters,
    groups,
    mediators,
    parties: party === 0 ? [parameters.parties[0], changed] : [changed, parameters.parties[1]],
  };
  // Pressure of the other side is known to a quarter of the scale only.
  const quarter = Math.min(3, Math.floor(campaign.pressure[them] * 4));
  const pressure = (quarter + random() * 0.999) / 4;
  return {
    ...campaign,
    parameters: next,
    held: campaign.held.map((held, index) => (parameters.groups[index]?.holder === them ? held + 11 : held)),
    ledger: { ...campaign.ledger, died: campaign.ledger.died.map(count => count + 1) },
    pressure: party === 0 ? [campaign.pressure[0], pressure] : [pressure, campaign.pressure[1]],
    leverage: random(),
    talks: {
      ...campaign.talks,
      lists: campaign.talks.lists.map((list, at) => (at === them && list ? 'inflated' : list)) as never,
      found: [true, true],
    },
    findings: [],
    captivityEnded: [0, 0],
    lastRatio: party === 0 ? [campaign.lastRatio[0], 9] : [9, campaign.lastRatio[1]],
  };
}

const forEachPosition = (check: PositionCheck) => overScenarios({ numRuns: 30, seed: 7 }, check);

describe('what a party cannot know', () => {
  test('never changes its view', () => {
    let compared = 0;
    forEachPosition(({ campaign, value }, random) => {
      for (const party of PARTIES) {
        const phase = phaseOf(value);
        compared++;
        expect(viewOf(unseen(campaign, party, random), phase, party)).toEqual(viewOf(campaign, phase, party));
      }
    });
    expect(compared).toBeGreaterThan(500);
  });

  test('never changes the analysis that is made as the party', () => {
    let positions = 0;
    forEachPosition((position, random) => {
      // An analysis takes some tenths of a second: it is made of a few positions here and there.
      if (positions++ % 1000 !== 500) return;
      const party = positions % 2 === 0 ? 0 : 1;
      const campaign = unseen(position.campaign, party, random);
      expect(analyseAs({ ...position, campaign }, party)).toEqual(analyseAs(position, party));
    });
    expect(positions).toBeGreaterThan(3000);
  });

  test('never changes which moves it is told are legal', () => {
    forEachPosition((position, random) => {
      const party = position.campaign.toMove;
      if (party === null) return;
      const campaign = unseen(position.campaign, party, random);
      expect(legalMoves({ ...position, campaign })).toEqual(legalMoves(position));
    });
  });

  test('is no further off where a negotiator is handed its view and its moves part by part', () => {
    let compared = 0;
    forEachPosition(position => {
      const { campaign, value } = position;
      const party = campaign.toMove;
      if (party === null) return;
      compared++;
      const [look, view] = [lookAt(campaign, phaseOf(value), party), viewOf(campaign, phaseOf(value), party)];
      for (const part of Object.keys(view) as (keyof View)[]) expect(look[part]).toEqual(view[part]);
      expect(Object.keys(look).sort()).toEqual(['day', 'party', 'phase']);
      const choices = choicesIn(position);
      for (const choice of choices) expect(['type', 'type,coverages']).toContain(Object.keys(choice).join());
      expect(JSON.stringify(choices)).toBe(JSON.stringify(legalMoves(position)));
    });
    expect(compared).toBeGreaterThan(500);
  });

  test('is not in the view under another name: a view shares no object with the campaign but what is said at the table', () => {
    forEachPosition(({ campaign, value }) => {
      const view = viewOf(campaign, phaseOf(value), 0) as unknown as Record<string, unknown>;
      const reachable = new Set(Object.values(view));
      for (const secret of [
        campaign.parameters,
        campaign.held,
        campaign.ledger,
        campaign.believed,
        campaign.findings,
      ]) {
        expect(reachable.has(secret)).toBe(false);
      }
    });
  });
});

describe('a negotiator', () => {
  const pairs = somePairs();
  const bargaining = pairs.filter(({ position }) => isBargaining(position));

  test('is looked at where it has something to decide', () => {
    expect(bargaining.length).toBeGreaterThan(10);
    expect(pairs.length - bargaining.length).toBeGreaterThan(10);
  });

  test.each(NEGOTIATORS.map(({ name }) => name))('%s decides by what its party knows', name => {
    const { decide } = negotiator(name === 'search' ? 'search:worlds=1,depth=4' : name);
    expect(decisionsChanged(pairs, (_, ...known) => decide(...known))).toBe(0);
  });

  test('that reads more than its view is found out', () => {
    const boulware = negotiator('boulware');
    // It asks for everybody whom the other side really holds.
    const peeping = (truth: Campaign, ...[view, legal, random]: Parameters<Decide>): Move => {
      const theirs = truth.parameters.groups.map(({ holder, index }) =>
        holder === view.party ? 0 : (truth.held[index] ?? 0),
      );
      const offers = legal.some(({ type }) => type === 'offer');
      return offers ? { type: 'offer', deal: theirs } : boulware.decide(view, legal, random);
    };
    expect(decisionsChanged(pairs, peeping)).toBeGreaterThan(0);
  });
});

type Decide = Negotiator['decide'];

/** A position in which a party is to move, and the same with everything changed that it cannot know. */
interface Pair {
  readonly position: Position;
  readonly unseen: Campaign;
  readonly party: PartyIndex;
}

/** Some positions from campaigns of all scenarios, more of those in which offers are made. */
function somePairs(): Pair[] {
  const random = streamsOf('pairs').of('hidden').next;
  const seats = [negotiator('boulware'), negotiator('tit-for-tat')] as const;
  return SCENARIO_IDS.flatMap(id => {
    const { positions } = played(scenario(id), '1', seats).replay;
    const talking = positions.filter(isBargaining);
    const others = positions.filter(position => !isBargaining(position));
    return [...someOf(talking, 8), ...someOf(others, 8)].flatMap((position): Pair[] => {
      const party = position.campaign.toMove;
      if (party === null || position.done) return [];
      return [{ position, unseen: unseen(position.campaign, party, random), party }];
    });
  });
}

const isBargaining = ({ value }: Position) => phaseOf(value).startsWith('rounds');

/** At most so many of them, evenly spread. */
function someOf<T>(all: readonly T[], most: number): T[] {
  const every = Math.max(1, Math.ceil(all.length / most));
  return all.filter((_, index) => index % every === 0);
}

/** In how many of the positions a decision changes with what the party cannot know, its view and its luck being the same. */
function decisionsChanged(
  pairs: readonly Pair[],
  decide: (truth: Campaign, ...known: Parameters<Decide>) => Move,
): number {
  return pairs.filter(({ position, unseen, party }) => {
    const phase = phaseOf(position.value);
    const deciding = (truth: Campaign) =>
      decide(
        truth,
        viewOf(truth, phase, party),
        legalMoves({ ...position, campaign: truth }),
        streamsOf('law').of(party === 0 ? 'seat.0' : 'seat.1').next,
      );
    return JSON.stringify(deciding(position.campaign)) !== JSON.stringify(deciding(unseen));
  }).length;
}
