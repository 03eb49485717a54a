import { describe, expect, test } from 'vitest';
import { formatBrief } from '../../src/report/brief.ts';
import { standingOfFigures } from '../../src/report/figure-text.ts';
import { formatLesson } from '../../src/report/lesson.ts';
import { lengthOf } from '../../src/report/wrap.ts';
import { SCENARIO_IDS, scenario } from '../library.ts';

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

describe.each(SCENARIO_IDS)('the lesson of %s', id => {
  const described = scenario(id);
  const text = formatLesson(described);
  const flat = inOneLine(text);

  test('tells aims, time, the usual course, questions and what followed', () => {
    const { teaching } = described;
    if (!teaching) throw new Error(`${id} has no teaching`);
    const parts = [...teaching.aims, ...teaching.questions, teaching.typical, teaching.minutes.reason ?? ''];
    expect(parts.filter(part => !flat.includes(inOneLine(part)))).toEqual([]);
    for (const paragraph of (teaching.afterwards ?? '').split('\n\n'))
      expect(flat).toContain(inOneLine(paragraph));
    expect(flat).toMatch(/minutes a table \d+ to \d+ \(most likely \d+\)/);
  });

  test('tells the instructions of both delegations with their figures, and names its sources', () => {
    for (const { instructions } of described.parties) {
      for (const instruction of instructions) {
        expect(flat).toContain(inOneLine(instruction.text));
        for (const { group, people } of 'must' in instruction ? instruction.must : []) {
          expect(flat).toContain(`home: ${group} ${people.best.toLocaleString('en-US')}, `);
          if (people.reason !== undefined) expect(flat).toContain(inOneLine(`Why: ${people.reason}`));
        }
      }
    }
    const named = new Set([...text.matchAll(/\[([a-z0-9-]+)\]/g)].map(([, source]) => source));
    for (const { id: source, url } of described.sources)
      expect(text.includes(url), source).toBe(named.has(source));
  });

  test('is no part of what everybody may read', () => {
    const shown = inOneLine(formatBrief(described));
    for (const { instructions } of described.parties) {
      for (const { text: told } of instructions) expect(shown).not.toContain(inOneLine(told));
    }
    expect(shown).not.toContain('WHAT FOLLOWED');
    for (const aim of described.teaching?.aims ?? []) expect(shown).toContain(inOneLine(aim));
  });

  test('fits its width, but for addresses', () => {
    expect(text.split('\n').filter(line => lengthOf(line) > 80 && !line.startsWith('    http'))).toEqual([]);
  });
});

test('figures are counted by what they rest on', () => {
  expect(standingOfFigures(scenario('two-rivers'))).toMatch(
    /^(\d+) figures: 0 reported, \1 assumed, 0 of these derived from what somebody says; 0 sources$/,
  );
  const [, all, reported, assumed] =
    /^(\d+) figures: (\d+) reported, (\d+) assumed/.exec(standingOfFigures(scenario('kursk-2024'))) ?? [];
  expect(Number(reported)).toBeGreaterThan(3);
  expect(Number(reported) + Number(assumed)).toBe(Number(all));
});
