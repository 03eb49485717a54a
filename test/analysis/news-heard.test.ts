import { expect, test } from 'vitest';
import { decisionsOf } from '../../src/analysis/coach-decision.ts';
import { newsHeard } from '../../src/analysis/news-heard.ts';
import { beginCampaign } from '../../src/campaign/campaign.ts';
import type { CampaignEvent } from '../../src/campaign/event.ts';
import type { SettledEffect } from '../../src/campaign/parameters.ts';
import { settle } from '../../src/campaign/settle.ts';
import { viewOf } from '../../src/campaign/view.ts';
import { played, river } from '../fixtures/river.ts';
import { negotiator, scenario } from '../library.ts';

const campaign = beginCampaign(settle(river, {}));
const north = viewOf(campaign, 'initiation.standoff', 0);

const inject = (effects: readonly SettledEffect[]): CampaignEvent => ({
  type: 'inject',
  inject: 'news',
  title: 'News',
  effects,
});

const heardOf = (event: CampaignEvent) => newsHeard([{ day: 4, event }], north);

test('a party hears what news did to its own public and to trust', () => {
  const heard = heardOf(
    inject([
      { kind: 'pressure', about: 0, strength: 0.1 },
      { kind: 'trust', share: -0.05 },
    ]),
  );
  expect(heard).toEqual([{ day: 4, strength: 0.1, aboutThem: false, trust: -0.05 }]);
});

test('what it cannot see is not in it: how far the other public was moved, and what its capital ordered', () => {
  const order = {
    kind: 'instruct',
    party: 1,
    instructions: [{ text: 'Nobody.', must: null, never: [0] }],
  } as const;
  const moved = (strength: number) => ({ kind: 'pressure', about: 1, strength }) as const;
  const heard = heardOf(inject([moved(0.1)]));
  expect(heard).toEqual([{ day: 4, strength: 0, aboutThem: true, trust: 0 }]);
  expect(heardOf(inject([moved(0.4), order]))).toEqual(heard);
});

test('a decision has the news up to its day and none of later', () => {
  const { record, replay } = played(scenario('kursk-2024'), '2', [
    negotiator('boulware'),
    negotiator('conceder'),
  ]);
  const decisions = decisionsOf(record, replay, 0);
  expect(decisions.length).toBeGreaterThan(2);
  for (const { heard, day } of decisions) for (const news of heard) expect(news.day).toBeLessThanOrEqual(day);
  expect(decisions.at(-1)?.heard.length).toBeGreaterThan(decisions[0]?.heard.length ?? 0);
});
