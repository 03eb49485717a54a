import { describe, expect, test } from 'vitest';
import { beginCampaign } from '../../src/campaign/campaign.ts';
import { expectedNews, type News } from '../../src/campaign/expected-news.ts';
import { settle } from '../../src/campaign/settle.ts';
import { streamsOf } from '../../src/campaign/streams.ts';
import { type View, viewOf } from '../../src/campaign/view.ts';
import { PARTIES } from '../../src/scenario/scenario.ts';
import { river } from '../fixtures/river.ts';

const campaign = beginCampaign(settle(river, {}));
const DAYS = 200;

function viewOn(day: number): View {
  const view = viewOf({ ...campaign, day }, 'initiation.standoff', 0);
  return { ...view, known: { ...view.known, days: day + DAYS } };
}

const report: News = { day: 3, strength: 0.25, aboutThem: false, trust: -0.1 };

const WORLDS = 2000;

/** All news of many worlds on a day, after what was heard. */
function drawnOn(day: number, heard: readonly News[]) {
  const random = streamsOf(`${day}`).of('hidden').next;
  return Array.from({ length: WORLDS }, () => expectedNews(viewOn(day), heard, random)).flat();
}

const aDay = (news: readonly unknown[]) => news.length / WORLDS / DAYS;

describe('news that a party expects', () => {
  test('comes at the rate of the prior before anything was heard, and at a rate learned from there', () => {
    expect(aDay(drawnOn(0, []))).toBeCloseTo(2 / 80, 2);
    expect(aDay(drawnOn(90, []))).toBeCloseTo(2 / 170, 3);
    expect(aDay(drawnOn(30, [report, report, report, report]))).toBeCloseTo(6 / 110, 2);
  });

  test('is of days to come, the last among them', () => {
    const days = drawnOn(10, [report]).map(({ day }) => day ?? Number.NaN);
    expect(Math.min(...days)).toBe(11);
    expect(Math.max(...days)).toBe(10 + DAYS);
  });

  test('lifts the pressure on either side as often, by a tenth on average, where nothing was heard', () => {
    const effects = drawnOn(0, []).flatMap(news => news.effects);
    const about = PARTIES.map(party =>
      effects.flatMap(effect =>
        effect.kind === 'pressure' && effect.about === party ? effect.strength : [],
      ),
    );
    const [own = [], theirs = []] = about;
    expect(own.length + theirs.length).toBe(effects.length);
    expect(own.length / theirs.length).toBeCloseTo(1, 1);
    for (const strengths of about) {
      const mean = strengths.reduce((sum, strength) => sum + strength, 0) / strengths.length;
      expect(mean).toBeCloseTo(0.1, 2);
      expect(Math.max(...strengths)).toBeLessThanOrEqual(1);
    }
  });

  test('is like what was heard, with one part in k + 2 for each of k', () => {
    const news = drawnOn(30, [report]);
    const alike = news.filter(({ effects }) => effects.some(effect => effect.kind === 'trust'));
    expect(alike.length / news.length).toBeCloseTo(1 / 3, 1);
    for (const { effects } of alike)
      expect(effects).toEqual([
        { kind: 'pressure', about: 0, strength: 0.25 },
        { kind: 'trust', share: -0.1 },
      ]);
  });

  test('does not go by what was there on the first day, nor by what moves nothing', () => {
    const idle = { ...report, strength: 0, trust: 0 };
    const told = (heard: readonly News[]) => JSON.stringify(drawnOn(20, heard));
    expect(told([{ ...report, day: 0 }, idle])).toBe(told([]));
    expect(told([report])).not.toBe(told([]));
  });
});
