import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/bargaining-position.ts';
import { likeliestOn } from '../../src/analysis/silence.ts';
import { formatAnalysis } from '../../src/report/analysis-text.ts';
import { columns, columnsFolded } from '../../src/report/columns.ts';
import { agreeing, played, river, scripted } from '../fixtures/river.ts';
import { SCENARIO_IDS, scenario } from '../library.ts';

const wider = (text: string, width: number) => text.split('\n').filter(line => line.length > width);

describe('tables where there is little room', () => {
  const cell = fc.stringMatching(/^[a-z0-9]{1,12}$/);
  const name = fc.array(fc.stringMatching(/^[a-z]{1,15}$/), { minLength: 1, maxLength: 6 });
  const row = (cells: number) =>
    fc
      .tuple(name, fc.array(cell, { minLength: cells, maxLength: cells }))
      .map(([n, c]) => [n.join(' '), ...c]);
  const tables = fc
    .integer({ min: 1, max: 6 })
    .chain(cells => fc.array(row(cells), { minLength: 1, maxLength: 5 }));

  test('are never wider than it, tell every cell, and stay as they are where they fit', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 40, max: 100 }), (rows, width) => {
        const plain = columns(rows);
        const folded = columnsFolded(rows, width);
        expect(wider(folded, width)).toEqual([]);
        if (wider(plain, width).length === 0) expect(folded).toBe(plain);
        for (const cell of rows.flatMap(([, ...cells]) => cells)) expect(folded.split(/\s+/)).toContain(cell);
      }),
    );
  });
});

describe('an analysis in 40 columns', () => {
  test.each(SCENARIO_IDS)('fits for %s', id => {
    const told = scenario(id);
    const position = analyse(likeliestOn(told, 0));
    expect(wider(formatAnalysis({ scenario: told, position, occasion: 'silence' }, 40), 40)).toEqual([]);
  });

  test('fits with offers and a deal agreed', () => {
    const seat = scripted(agreeing([10, 2, 10, 0]));
    const { positions } = played(river, '1', [seat, seat]).replay;
    const found = positions.find(({ campaign }) => campaign.talks.agreement);
    const text =
      found && formatAnalysis({ scenario: river, position: analyse(found), occasion: 'a deal' }, 40);
    expect(text).toContain('AGREED');
    expect(wider(text ?? '', 40)).toEqual([]);
  });
});
