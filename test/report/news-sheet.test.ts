import { describe, expect, test } from 'vitest';
import { newsSheet } from '../../src/report/news-sheet.ts';
import { formatPaperText } from '../../src/report/paper-text.ts';
import { toldAlone } from '../../src/scenario/audience.ts';
import type { PartyIndex } from '../../src/scenario/scenario.ts';
import { middleNumbers } from '../../src/table/first-morning.ts';
import { SCENARIO_IDS, scenario } from '../library.ts';

function sheet(id: string, party: PartyIndex): string {
  const described = scenario(id);
  return formatPaperText(newsSheet(described, middleNumbers(described), party)).replace(/\s+/g, ' ');
}

describe.each(SCENARIO_IDS)('the news of %s', id => {
  const { captures, injects, parties } = scenario(id);

  test.each([0, 1] as const)('for party %i holds all that comes after the first morning', party => {
    const text = sheet(id, party);
    for (const { day, title } of captures) expect(text.includes(title), title).toBe(day > 0);
    for (const { title, effects } of injects)
      expect(text.includes(title), title).toBe(toldAlone(effects) !== 1 - party);
  });

  test.each([0, 1] as const)('for party %i keeps new instructions of the other', party => {
    const text = sheet(id, party);
    for (const effect of injects.flatMap(({ effects }) => effects)) {
      if (effect.kind !== 'instruct') continue;
      const told = effect.instructions.map(instruction => instruction.text.replace(/\s+/g, ' '));
      const others = parties[1 - party]?.instructions.map(({ text: own }) => own) ?? [];
      for (const line of told) {
        if (!others.includes(line))
          expect(text.includes(line), line).toBe(effect.party === party || isShared(id, line));
      }
    }
  });
});

/** Whether both delegations are told the same. */
function isShared(id: string, line: string): boolean {
  const told = scenario(id).injects.flatMap(({ effects }) =>
    effects.flatMap(effect => (effect.kind === 'instruct' ? [effect] : [])),
  );
  return ([0, 1] as const).every(party =>
    told.some(
      effect => effect.party === party && effect.instructions.some(({ text }) => text.trim() === line),
    ),
  );
}

test('the holder knows how many it took, the other side between which bounds', () => {
  expect(sheet('kursk-2024', 0)).toMatch(/14 August 2024 \(day 8\).*You hold \d+ more/i);
  const moscow = sheet('kursk-2024', 1);
  expect(moscow).toMatch(/\d+ to \d+ more of yours are held/);
  expect(moscow).not.toMatch(/You hold \d+ more: conscripts/i);
});
