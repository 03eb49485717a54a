import { expect, test } from 'vitest';
import { debrief } from '../../src/analysis/debrief.ts';
import { beginCampaign } from '../../src/campaign/campaign.ts';
import { settle } from '../../src/campaign/settle.ts';
import { viewOf } from '../../src/campaign/view.ts';
import { formatBrief } from '../../src/report/brief.ts';
import { formatDebrief, outcomeLine } from '../../src/report/debrief-text.ts';
import { delegationPaper } from '../../src/report/delegation-paper.ts';
import { formatStory, storyOf, storyOpening } from '../../src/report/narrative.ts';
import { newsSheet } from '../../src/report/news-sheet.ts';
import { formatPaperText } from '../../src/report/paper-text.ts';
import { the } from '../../src/scenario/article.ts';
import { PARTIES, type Scenario } from '../../src/scenario/scenario.ts';
import { middleNumbers } from '../../src/table/first-morning.ts';
import { lastOf } from '../../src/table/replay.ts';
import { named, played } from '../fixtures/river.ts';
import { SCENARIO_IDS, scenario } from '../library.ts';

/** What people read of a scenario, and of a campaign in it, in one line each. */
function textsOf(described: Scenario): string[] {
  const campaign = played(described, '2', [named('conceder'), named('conceder')]);
  const { record, replay } = campaign;
  const papers = PARTIES.flatMap(party => {
    const view = viewOf(beginCampaign(settle(described, {})), 'initiation.standoff', party);
    return [
      delegationPaper(described, view, { given: described.id }),
      newsSheet(described, middleNumbers(described), party),
    ];
  });
  return [
    ...papers.map(paper => formatPaperText(paper)),
    formatBrief(described),
    storyOpening(
      described,
      record.header,
      replay.parameters.groups.map(({ held }) => held),
    ),
    formatStory(described, storyOf(described, record, replay)),
    formatDebrief(described, debrief(replay)),
    outcomeLine(described, lastOf(replay).campaign),
  ].map(text => text.replace(/\s+/g, ' '));
}

const PLURAL = /(^|[^\d.,])1 (more )?(people|days|groups|exchanges|campaigns|offers|names)\b/;

test.each(SCENARIO_IDS)('%s: a name that takes an article has it, and one is told in the singular', id => {
  const described = scenario(id);
  const texts = textsOf(described);
  const names = [...described.parties, ...described.mediators]
    .map(({ name }) => name)
    .filter(name => the(name) !== name && !name.startsWith('The '));
  for (const text of texts) {
    for (const name of names) {
      const bare = new RegExp(`\\b(of|to|by|for|from|and|with) ${name}\\b|[.,] ${name} (holds|is|does)\\b`);
      expect(bare.exec(text)?.[0] ?? null).toBe(null);
    }
    expect(text).not.toContain("States's");
    expect(PLURAL.exec(text)?.[0] ?? null).toBe(null);
  }
});
