import seedrandom from 'seedrandom';
import { expect, test } from 'vitest';
import { topOf } from '../../src/terminal/app.ts';
import { frame } from '../../src/terminal/draw.ts';
import type { PlayOptions } from '../../src/terminal/host.ts';
import { widthOf } from '../../src/terminal/line.ts';
import type { Session } from '../../src/terminal/session.ts';
import { scenario as library } from '../library.ts';
import { memoryHost, river, stage } from './stage.ts';

/* Ten thousand events by twenty seeds, without regard for what the screen says. */

const SEEDS = Array.from({ length: 20 }, (_, seed) => String(seed + 1));
const EVENTS = 500;

/** Keys, those that lead somewhere more often than those that type. */
const KEYS = [
  ...'abcdefghijklmnopqrstuvwxyz0123456789?SN[]+-,.:/ ',
  ...['enter', 'escape', 'up', 'down', 'left', 'right', 'tab', 'backtab', 'backspace', 'pageup'],
  ...['pagedown', 'home', 'end', 'ctrl-p', 'ctrl-x', 'delete', 'é', '捕', 'enter', 'enter', 'enter', 'enter'],
  ...['o', 'p', 'y', 's', 't', 'e', 'e', 'enter', 'a', 'r'],
];

const twoRivers = library('two-rivers');
const STARTS: readonly PlayOptions[] = [
  {},
  { scenario: river(), seed: '1', side: 0, against: 'conceder' },
  { scenario: twoRivers, seed: '3', side: 'both' },
  { scenario: twoRivers, seed: '2', side: 'mediator', against: 'boulware' },
  { scenario: library('kursk-2024'), seed: '7', side: 1, against: 'random' },
];

/** What has to hold of the app's state whatever was pressed. */
function expectLegal({ app }: Session): void {
  expect(app.stack.length).toBeGreaterThan(0);
  const top = topOf(app);
  if ('row' in top) expect(top.row).toBeGreaterThanOrEqual(0);
  if (top.name === 'choice') expect(top.row).toBeLessThan(top.options.length);
  if (top.name === 'composer') {
    expect(top.row).toBeLessThan(Math.max(1, top.order.length));
    top.counts.forEach((people, group) => {
      expect(people).toBeGreaterThanOrEqual(0);
      expect(people).toBeLessThanOrEqual(
        Math.max(top.most[group] ?? 0, top.scene.position.campaign.held[group] ?? 0),
      );
      expect(top.interned[group] ?? 0).toBeLessThanOrEqual(people);
    });
  }
  const held = app.scene?.position.campaign.held ?? [];
  for (const people of held) expect(people).toBeGreaterThanOrEqual(0);
}

test.each(SEEDS)(
  '500 events with seed %s: no crash, no illegal state, no frame too large',
  seed => {
    const luck = seedrandom(`mash ${seed}`);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(luck() * list.length)] as T;
    const options = STARTS[Number(seed) % STARTS.length] ?? {};
    const host = memoryHost([options.scenario ?? river()]);
    const open = () => stage(options, host).session;
    let session = open();
    for (let event = 0; event < EVENTS; event++) {
      const roll = luck();
      if (roll < 0.03) session.resize({ columns: Math.ceil(luck() * 180), rows: Math.ceil(luck() * 60) });
      else if (roll < 0.06) session.tick();
      else if (roll < 0.12) host.think(5);
      else {
        const key = pick(KEYS);
        // Leaving ends it; everything else goes on.
        if (key !== 'q' || luck() < 0.02) session.press(key);
      }
      // Whoever has left comes back.
      if (session.farewell) session = open();
      expectLegal(session);
      const { columns, rows } = session.app.size;
      const lines = frame(session.app);
      expect(lines.length).toBeLessThan(Math.max(2, rows));
      for (const row of lines) expect(widthOf(row)).toBeLessThanOrEqual(columns);
    }
  },
  120_000,
);
