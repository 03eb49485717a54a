import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frame } from '../../src/terminal/draw.ts';
import type { PlayOptions } from '../../src/terminal/host.ts';
import { widthOf } from '../../src/terminal/line.ts';
import { scenario as library, SCENARIO_IDS } from '../library.ts';
import { memoryHost, river, stage } from './stage.ts';

const KEYS = [
  ...'abcdefghijklmnopqrstuvwxyz0123456789?N[]+-,. ',
  ...[
    'Enter',
    'Enter',
    'Enter',
    'Esc',
    'Tab',
    'Up',
    'Down',
    'Left',
    'Right',
    'PgUp',
    'PgDn',
    'Home',
    'End',
    'Back',
  ],
].map(key => (key === ' ' ? 'Space' : key));

const SIZES = [
  { columns: 60, rows: 20 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 70 },
  { columns: 30, rows: 8 },
  { columns: 1, rows: 1 },
];

const scenario = river();
const twoRivers = library('two-rivers');
const STARTS: readonly PlayOptions[] = [
  {},
  { scenario, seed: '1', side: 0, against: 'conceder' },
  { scenario, seed: '2', side: 1, against: 'random' },
  { scenario, seed: '3', side: 'both' },
  { scenario, seed: '4', side: 'none', against: 'random' },
  { scenario: twoRivers, seed: '2', side: 'none', against: 'conceder' },
  { scenario: twoRivers, seed: '2', side: 'both' },
  { scenario: twoRivers, seed: '2', side: 'mediator', against: 'boulware' },
  { scenario, seed: '5', side: 'mediator', against: 'random' },
];

/** Whatever is pressed and however large the terminal: no crash, and no row or column too many. */
test('mashed keys neither crash the app nor burst the screen', () => {
  const key = fc.constantFrom(...KEYS);
  const step = fc.oneof(
    { weight: 30, arbitrary: key },
    { weight: 2, arbitrary: fc.constantFrom(...SIZES) },
    { weight: 2, arbitrary: fc.constant('tick' as const) },
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...STARTS),
      fc.array(step, { minLength: 20, maxLength: 160 }),
      (options, steps) => {
        const host = memoryHost([options.scenario ?? scenario]);
        const at = stage(options, host);
        for (const each of steps) {
          if (typeof each !== 'string') at.session.resize(each);
          else if (each === 'tick') {
            at.session.tick();
            host.think(3);
          } else if (each !== 'q') at.press(each);
          const { columns, rows } = at.session.app.size;
          const lines = frame(at.session.app);
          expect(lines.length).toBeLessThan(rows);
          for (const row of lines) expect(widthOf(row)).toBeLessThanOrEqual(columns);
        }
        for (const kept of host.records) expect(kept.entries.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 150 },
  );
}, 120_000);

/** Every scenario of the library, watched to its end: nothing in it is too long for the smallest screen. */
test.each(SCENARIO_IDS)(
  '%s fits every screen to its debrief',
  id => {
    const host = memoryHost([library(id)]);
    const at = stage(
      { scenario: host.scenarios[0] as never, seed: '7', side: 'none', against: 'conceder' },
      host,
    );
    const fits = () => {
      for (const size of SIZES.slice(0, 3)) {
        at.session.resize(size);
        const lines = frame(at.session.app);
        expect(lines).toHaveLength(size.rows - 1);
        for (const row of lines) expect(widthOf(row)).toBe(size.columns);
      }
    };
    at.press('Esc');
    for (let times = 0; times < 200; times++) {
      at.press('e');
      fits();
      if (at.top() === 'debrief') break;
      at.press(`${2 + (times % 4)}`);
      fits();
      at.press('Esc v');
      fits();
    }
    expect(at.top()).toBe('debrief');
  },
  60_000,
);
