import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { modeFor } from '../../src/cli/app.ts';
import { fileHost } from '../../src/cli/host.ts';
import { mannerFile, mannerPath } from '../../src/cli/manner-file.ts';
import type { Host, PlayOptions, TakenUp } from '../../src/terminal/host.ts';
import { spoken } from '../../src/terminal/linear/spoken.ts';
import { formatManner, type Manner, parseManner } from '../../src/terminal/manner.ts';
import { debriefOf } from '../../src/terminal/mentor.ts';
import { boardHint } from '../../src/terminal/screens/board.ts';
import { hintsInWords } from '../../src/terminal/screens/coaching-lines.ts';
import { openSession, type Session } from '../../src/terminal/session.ts';
import { river, riverWith } from '../fixtures/river.ts';
import { emptyFolder, shell } from './command.ts';

const SIZE = { columns: 80, rows: 24 };
const north: PlayOptions = { scenario: river, seed: '3', side: 0, against: 'conceder' };

function leftWith(folder: string, options: PlayOptions, keys: readonly string[] = []): Host {
  const host = fileHost({ scenarios: [river], folder });
  const session = openSession(host, options, SIZE);
  for (const key of ['escape', 'e', ...keys]) session.press(key);
  session.close();
  return host;
}

function takenUp(host: Host): TakenUp {
  const [unfinished] = host.unfinished();
  const taken = unfinished?.takeUp();
  if (!taken || typeof taken === 'string') throw new Error(taken ?? 'nothing to take up');
  return taken;
}

function resumed(host: Host, options: PlayOptions = {}): Session {
  return openSession(host, { ...options, resume: takenUp(host) }, SIZE);
}

describe('how a campaign is played', () => {
  test('is kept where it is not what anybody would take for granted, and only there', () => {
    const folder = emptyFolder();
    leftWith(folder, north);
    expect(readdirSync(folder)).toEqual(['river-3.jsonl']);
    leftWith(folder, { ...north, lines: true });
    expect(readdirSync(folder)).toContain('river-3-2.manner.json');
  });

  test('in lines: so it is taken up', () => {
    expect(takenUp(leftWith(emptyFolder(), { ...north, lines: true })).manner).toMatchObject({ lines: true });
  });

  test('without hints: nor are there any once it is taken up, and nobody can switch them on', () => {
    const again = resumed(leftWith(emptyFolder(), { ...north, hints: false }));
    expect(again.app.hints).toBe(false);
    expect(boardHint(again.app)).not.toContain('a hint');
    expect(spoken(again.app, null).menu.map(({ label }) => label)).not.toContain('Ask the coach for a hint');
    again.press('a');
    expect(again.app.notice).toBe('Hints are switched off for this campaign');
    again.close();
    const usual = resumed(leftWith(emptyFolder(), north));
    expect(boardHint(usual.app)).toContain('a hint');
    expect(spoken(usual.app, null).menu.map(({ label }) => label)).toContain('Ask the coach for a hint');
    usual.close();
  });

  test.each([
    ['nothing is kept', null, /^No hints were taken\.$/],
    ['what is kept cannot be read', '{', /^Nothing is known of hints/],
  ])('with no hint taken: where %s, the debrief says what is known of that', (_, kept, says) => {
    const folder = emptyFolder();
    const host = leftWith(folder, north);
    if (kept !== null) writeFileSync(mannerPath(join(folder, 'river-3.jsonl')), kept);
    const again = resumed(host);
    for (let key = 0; key < 400 && !debriefOf(again.app); key++) again.press(' ');
    const debrief = debriefOf(again.app);
    expect(debrief && hintsInWords(debrief).join(' ')).toMatch(says);
    again.close();
  });

  test('with first steps: they go on', () => {
    const host = fileHost({ scenarios: [river], folder: emptyFolder() });
    const session = openSession(host, {}, SIZE);
    for (const key of ['f', 'escape', 't', 'enter', 'enter', 'e']) session.press(key);
    session.close();
    const again = resumed(host);
    expect(again.app.guided).toBe(true);
    again.close();
  });

  test('a scenario can switch hints off, whatever the command line says', () => {
    const strict = riverWith(
      yaml =>
        `${yaml}\nteaching:\n  aims: [a]\n  minutes: { value: 5, reason: r }\n  typical: t\n  hints: off\n`,
    );
    const host = fileHost({ scenarios: [strict], folder: emptyFolder() });
    const session = openSession(host, { ...north, scenario: strict, hints: true }, SIZE);
    for (const key of ['escape', 'a']) session.press(key);
    expect(session.app.notice).toBe('Hints are switched off for this campaign');
    session.close();
  });

  test('a file that is not ours is put aside, and that of another campaign', () => {
    const folder = emptyFolder();
    const record = join(folder, 'game.jsonl');
    const manner: Manner = { lines: true, hints: false, guided: false, taken: [{ party: 1, day: 3 }] };
    for (const text of ['{', '[]', '{"lines":1}', '{"taken":[{"party":2,"day":0}]}']) {
      writeFileSync(mannerPath(record), text);
      const file = mannerFile(record);
      expect(file.kept).toBeNull();
      expect(file.fault).toContain(mannerPath(record));
      expect(file.keep(manner)).toBeNull();
      expect(mannerFile(record).kept).toEqual(manner);
    }
    expect(mannerFile(record, true).kept).toBeNull();
    expect(existsSync(mannerPath(record))).toBe(false);
    const aside = readdirSync(folder).filter(name => name.includes('aside'));
    expect(aside).toHaveLength(5);
    expect(aside.map(name => readFileSync(join(folder, name), 'utf8'))).toContain('{"lines":1}');
  });

  test('comes back from its text', () => {
    const taken = fc.array(fc.record({ party: fc.constantFrom(0 as const, 1 as const), day: fc.nat(200) }));
    const manner = fc.record({ lines: fc.boolean(), hints: fc.boolean(), guided: fc.boolean(), taken });
    fc.assert(
      fc.property(manner, given => {
        expect(parseManner(formatManner(given))).toEqual(given);
      }),
    );
  });
});

describe('lines without a terminal', () => {
  test('are typed and read where somebody asks for them; the end of input leaves, with code 0', () => {
    const state = emptyFolder();
    const play = 'play toll-bridge --seed 3 --as oster --against conceder --screen-reader';
    const first = shell(`export XDG_STATE_HOME=${state}; printf '1\\n1\\n1\\n1\\n' | $PARLEY ${play}`);
    expect(first.code).toBe(0);
    expect(first.out).toContain('Directly. Quietly, or in public?');
    const saved = /Saved to day (\d+): /.exec(first.out)?.[1];
    expect(saved).toBeDefined();
    const again = shell(`export XDG_STATE_HOME=${state}; $PARLEY play --resume --screen-reader </dev/null`);
    expect(again.out).toContain(`day ${saved} of 21. `);
    expect(again.code).toBe(0);
  });
});

describe('whether it is played in lines', () => {
  const none = {};
  const env = { PARLEY_SCREEN_READER: '1' };
  test.each([
    ['the flag before all else', none, true, false, 'wanted'],
    ['the flag before the environment', env, false, true, null],
    ['the environment before how it was played', env, undefined, false, 'wanted'],
    ['an environment that says no', { PARLEY_SCREEN_READER: '0' }, undefined, true, null],
    ['how it was played, or the settings', none, undefined, true, 'wanted'],
    ['a terminal that draws nothing', { TERM: 'dumb' }, undefined, false, 'terminal'],
  ] as const)('%s', (_, given, said, usual, mode) => {
    expect(modeFor(given, said, usual)).toBe(mode);
  });
});
