import { expect, test } from 'vitest';
import { pictureName, recordingOf, recordSvg, screenSvg } from '../../src/terminal/picture.ts';
import type { TurningScreen } from '../../src/terminal/screen.ts';
import { USUAL_SETTINGS } from '../../src/terminal/settings.ts';
import { named, played, river } from '../fixtures/river.ts';
import { atTheRiver, memoryHost, playUntil, type Stage } from './stage.ts';

/** A host that remembers what it was given to write. */
function writingHost() {
  const files = new Map<string, string>();
  const host = memoryHost();
  host.export = (name, text) => {
    files.set(name, text);
    return { where: name };
  };
  return { host, files };
}

/** The words of a picture, row by row as they stand. */
function wordsOf(svg: string): string {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join('');
}

test('P makes a picture of any screen, in the colours of the theme', () => {
  const { host, files } = writingHost();
  const at = atTheRiver({}, host).press('P');
  expect(at.screen()).toContain('Written: river-3-day0.svg');
  expect(wordsOf(files.get('river-3-day0.svg') ?? '')).toContain('You hold');
  at.press('? P Esc t P');
  expect(wordsOf(files.get('river-3-day0.svg') ?? '')).toContain('Propose talks: how?');
  at.press('Esc o p m P');
  const { app } = at.session;
  const light = screenSvg({ ...app, settings: { ...USUAL_SETTINGS, theme: 'light' } });
  expect(light).toContain('fill="#ffffff"');
  expect(screenSvg(app)).not.toBe(light);
});

test('where nothing can be written it says so', () => {
  expect(atTheRiver().press('P').screen()).toContain('Nothing can be written here');
});

const record = played(river, '5', [named('boulware'), named('conceder')]).record;
const WHOLE = { scenario: river, record, size: { columns: 80, rows: 24 }, pace: 4 };

test('a picture of a day in the past is called after that day', () => {
  const at = playUntil(atTheRiver(), 'Debrief:');
  at.host.think();
  const { sight } = (at.press('t').session.app.stack.at(-1) as TurningScreen).scene;
  expect(sight.day).toBeLessThan(40);
  for (const keys of ['', 'r', 'y']) {
    expect(pictureName(at.press(keys).session.app)).toBe(`river-3-day${sight.day}.svg`);
  }
});

test('a recording follows from the record alone: every day, what one would stop for, and the debrief', () => {
  const cast = recordingOf(WHOLE);
  expect(recordingOf(WHOLE)).toBe(cast);
  const [head = '', ...events] = cast.trimEnd().split('\n');
  expect(JSON.parse(head)).toMatchObject({ version: 2, width: 80, height: 23, title: 'The river' });
  expect(events.length).toBeGreaterThan(40);
  expect(cast).toContain('day 40 of 40');
  expect(cast).toContain('Debrief: The river');
  expect(recordingOf({ ...WHOLE, pace: 8 })).not.toBe(cast);
  const begun = { ...record, entries: record.entries.slice(0, 60), ended: false };
  expect(recordingOf({ ...WHOLE, record: begun })).not.toContain('Debrief:');
});

test('a recording is an asciicast, version 2, line for line', () => {
  const [head = '', ...lines] = recordingOf(WHOLE).trimEnd().split('\n');
  const { version, width, height } = JSON.parse(head);
  expect([version, width, height]).toEqual([2, 80, 23]);
  let before = 0;
  for (const line of lines) {
    const [time, kind, text, ...more] = JSON.parse(line);
    expect(more).toEqual([]);
    expect(kind).toBe('o');
    expect(typeof text).toBe('string');
    // A player waits from event to event: never backwards, and never so long that it seems to have stopped.
    expect(time - before).toBeGreaterThanOrEqual(0);
    expect(time - before).toBeLessThanOrEqual(3);
    before = time;
    const rows = [...text.matchAll(/\[(\d+);1H/g)].map(([, row]) => Number(row));
    expect(Math.max(1, ...rows)).toBeLessThanOrEqual(height);
  }
  expect(lines[0]).toContain('\\u001b[?25l');
  expect(lines.at(-1)).toContain('\\u001b[?25h');
});

test('a record is pictured at the end of a day, or at its end', () => {
  expect(wordsOf(recordSvg(WHOLE, 7))).toContain('day 7 of 40');
  expect(wordsOf(recordSvg(WHOLE, undefined))).toContain('day 40 of 40');
});

test('A in the debrief records what was played, as the one who played saw it', () => {
  const { host, files } = writingHost();
  const at: Stage = playUntil(atTheRiver({}, host), 'Debrief:').press('A');
  expect(at.screen()).toContain('Written: river-3.cast');
  const cast = files.get('river-3.cast') ?? '';
  expect(cast).toContain('You hold');
  expect(cast).not.toContain('true numbers');
});
