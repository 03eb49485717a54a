import { describe, expect, test } from 'vitest';
import { beginCampaign } from '../../src/campaign/campaign.ts';
import { settle } from '../../src/campaign/settle.ts';
import { viewOf } from '../../src/campaign/view.ts';
import { numberAndWorth } from '../../src/report/coach-offer.ts';
import { scenario } from '../library.ts';

/** What is said of a deal from the first party's seat, its people given by group. */
function saidOf(id: string, people: Readonly<Record<string, number>>): string {
  const described = scenario(id);
  const view = viewOf(beginCampaign(settle(described, {})), 'initiation.standoff', 0);
  const deal = described.groups.map(group => people[group.id] ?? 0);
  return numberAndWorth(described, { view }, deal).join(' ');
}

describe('who weighs most in an offer', () => {
  test('one person for one is told by name, in the singular', () => {
    expect(saidOf('glienicke-1962', { abel: 1, powers: 1 })).toMatch(
      /^The one given was Rudolf Abel, whom they want at about [\d.]+; the one asked for was Francis Gary Powers, who means [\d.]+ to you/,
    );
    expect(saidOf('glienicke-1962', { abel: 1, powers: 1, pryor: 1 })).toContain(
      '; among those asked for was ',
    );
  });

  test('all of them are all, and not most', () => {
    expect(saidOf('toll-bridge', { 'nell-guards': 2, 'oster-guards': 2 })).toMatch(
      /^All those given were guards of Nell, whom they want at about [\d.]+ a person; all those asked for were guards of Oster, who mean [\d.]+ a person to you/,
    );
    expect(saidOf('toll-bridge', { 'nell-guards': 2, 'oster-guards': 1 })).toContain(
      'the one asked for was 1 guard of Oster',
    );
  });

  test('more than half are most of them', () => {
    const said = saidOf('two-rivers', {
      'belm-conscripts': 4,
      'belm-soldiers': 2,
      'aren-conscripts': 3,
      'aren-soldiers': 2,
      'aren-engineers': 2,
    });
    expect(said).toMatch(
      /^Most of those given were conscripts of Belm, .*; the largest group of those asked for were conscripts of Aren, /,
    );
  });
});
