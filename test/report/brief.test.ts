import { describe, expect, test } from 'vitest';
import { formatBrief, formatPartyBrief } from '../../src/report/brief.ts';
import { lengthOf } from '../../src/report/wrap.ts';
import type { Figure } from '../../src/scenario/figure.ts';
import { river } from '../fixtures/river.ts';
import { SCENARIO_IDS, scenario } from '../library.ts';

/** Every figure inside a value, but for those of instructions, which are confidential. */
function figuresIn(value: unknown): Figure[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('best' in value && 'claims' in value) return [value as Figure];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'instructions' ? [] : figuresIn(inner)));
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ');

describe.each(SCENARIO_IDS)('the brief of %s', id => {
  const shown = scenario(id);
  const text = formatBrief(shown);
  const flat = inOneLine(text);

  test('tells who says so, or why, for every figure', () => {
    const days = shown.groups.flatMap(({ heldSince }) => (heldSince ? [heldSince] : []));
    const figures = [...figuresIn(shown), ...days];
    expect(figures.length).toBeGreaterThan(20);
    for (const { reason, claims } of figures) {
      if (reason !== undefined) expect(flat).toContain(inOneLine(`Why: ${reason}`).trim());
      for (const { by, says, sources } of claims) {
        const claim = `${by}${says === undefined ? '' : `: ${says}`} ${sources.map(source => `[${source}]`).join(' ')}`;
        expect(flat).toContain(inOneLine(claim).trim());
      }
    }
    const lines = text.match(/, (?:reported|assumed)$/gm) ?? [];
    expect(lines).toHaveLength(figures.length);
  });

  test('lists every source with its address', () => {
    for (const source of shown.sources) {
      expect(text).toContain(`[${source.id}]`);
      expect(text).toContain(`\n    ${source.url}`);
    }
  });

  test('keeps what the delegations are told in confidence', () => {
    for (const party of shown.parties) {
      const longest = party.brief.split('\n').reduce((a, b) => (b.length > a.length ? b : a));
      const told = inOneLine(longest.replace(/^[-#*\s]+/, '')).trim();
      expect(told.length).toBeGreaterThan(20);
      expect(flat).not.toContain(told);
      expect(inOneLine(formatPartyBrief(shown, party === shown.parties[0] ? 0 : 1))).toContain(told);
    }
  });

  test('fits its width, but for addresses', () => {
    const long = text.split('\n').filter(line => lengthOf(line) > 80 && !line.startsWith('    http'));
    expect(long).toEqual([]);
  });
});

test('a figure that is no range is told as one number', () => {
  expect(formatBrief(river)).toMatch(/^ {2}reluctance +2, assumed$/m);
  expect(formatBrief(river)).toMatch(/^ {2}held +40 to 80 \(most likely 60\), reported$/m);
});
