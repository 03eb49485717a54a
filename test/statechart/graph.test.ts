import { expect, test } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import type { Campaign } from '../../src/campaign/campaign.ts';
import type { CampaignEvent, PartyEvent } from '../../src/campaign/event.ts';
import { settle } from '../../src/campaign/settle.ts';
import { campaignChart } from '../../src/statechart/campaign.ts';
import { campaignMachine } from '../../src/statechart/chart.ts';
import type { StateConfig, StateValue } from '../../src/statechart/config.ts';
import { legalMoves } from '../../src/statechart/legal.ts';
import { phaseOf } from '../../src/statechart/position.ts';
import { scenario } from '../library.ts';

/** The leaves of a region, as paths. */
function leaves(config: StateConfig, path: string): string[] {
  const children = Object.entries(config.states ?? {});
  if (children.length === 0) return [path];
  return children.flatMap(([name, child]) => leaves(child, path === '' ? name : `${path}.${name}`));
}

/** The events that can be tried in a state: each legal move once, and what the world may do next. */
function eventsIn(value: StateValue, campaign: Campaign): CampaignEvent[] {
  const { groups, mediators } = campaign.parameters;
  const party = campaign.toMove;
  const one = (most: readonly number[]) => {
    const first = most.findIndex(count => count > 0);
    return most.map((_, index) => (index === first ? 1 : 0));
  };
  const none = groups.map(() => 0);
  const flood = groups.map(group => (group.home === 1 && !group.owed ? 4000 : 0));
  const world: CampaignEvent[] = [
    { type: 'dayBegins' },
    { type: 'captured', people: flood, heard: { low: none, best: flood, high: flood }, strength: [0, 1] },
    {
      type: 'captivityWears',
      ill: none,
      died: campaign.held.map((held, g) => (groups[g]?.holder === 1 ? held : 0)),
    },
    { type: 'verificationBegins', days: 1, capacity: 10, found: [true, false] },
    { type: 'handOverSet', days: 1 },
    { type: 'mediatorProposes', deal: groups.map(() => 1) },
    { type: 'horizonReached' },
  ];
  if (party === null) return world;
  const moves = legalMoves({ value, campaign, done: false }).map((legal): PartyEvent => {
    switch (legal.type) {
      case 'publicise':
        return { type: 'publicise', what: 'appeal', party };
      case 'release':
      case 'strikeNames':
        return { type: legal.type, people: one(legal.most), party };
      case 'proposeTalks':
        return {
          type: 'proposeTalks',
          mediator: mediators.length > 0 ? (legal.mediators[0] ?? null) : null,
          openly: false,
          party,
        };
      case 'submitList':
        return { type: 'submitList', coverage: 'full', party };
      case 'offer':
        return { type: 'offer', deal: one(legal.most), party };
      case 'callMediator':
        return { type: 'callMediator', mediator: legal.mediators[0] ?? 0, party };
      default:
        return { type: legal.type, party } as PartyEvent;
    }
  });
  return [...moves, ...world];
}

test('every state of the chart is reached by a path', () => {
  const short = { ...scenario('kursk-2024'), days: 12 };
  const parameters = settle(short, {});
  const paths = getShortestPaths(campaignMachine, {
    input: parameters as never,
    events: ({ value, context }: { value: StateValue; context: Campaign }) => eventsIn(value, context),
    // A state is told apart by what the chart and the turn say, not by every count in it.
    serializeState: ({ value, context }: { value: unknown; context: Campaign }) =>
      JSON.stringify([
        value,
        context.day,
        context.toMove,
        context.talks.lists,
        context.talks.arranged,
        context.talks.handed,
        context.talks.accepted,
        context.talks.mediator,
      ]),
    // What turns the balance is let in on the first days only.
    filterEvents: (state: { context: Campaign }, event: CampaignEvent) =>
      !['captured', 'captivityWears'].includes(event.type) || state.context.day < 1,
    limit: 40_000,
    stopWhen: ({ context }: { context: Campaign }) =>
      context.day > 9 && context.toMove === null && context.overtures.length === 0,
  } as never);
  const values = paths.map(({ state }) => state.value as unknown as StateValue);
  const talks = campaignChart.states?.['talks'] ?? {};
  expect(new Set(values.map(phaseOf))).toEqual(
    new Set(leaves(talks, '').filter(name => name !== 'handOver.completed')),
  );
  const bands = new Set(values.map(value => (typeof value === 'string' ? value : value['leverage'])));
  expect(bands).toEqual(new Set(['behind', 'even', 'ahead', 'settled']));
}, 60_000);
