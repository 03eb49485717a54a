import type { Scenario } from '../../src/scenario/scenario.ts';
import type { Entry, RecordHeader } from '../../src/table/record.ts';
import { topOf } from '../../src/terminal/app.ts';
import { frame } from '../../src/terminal/draw.ts';
import type { Host, Pen, PlayOptions, TakenUp, Unfinished } from '../../src/terminal/host.ts';
import { plain, type Size } from '../../src/terminal/line.ts';
import { openSession, type Session } from '../../src/terminal/session.ts';
import { river as shared } from '../fixtures/river.ts';
import { type Pondering, pondering } from './pondering.ts';

/** Two invented neighbours, forty days, four groups: small enough to be played to the end in a test. */
export function river(): Scenario {
  return shared;
}

/** A record as a host in memory keeps it. */
export interface Kept {
  readonly where: string;
  readonly scenario: Scenario;
  readonly header: RecordHeader;
  readonly entries: Entry[];
  ended: boolean;
  closed: boolean;
}

export interface MemoryHost extends Host, Pick<Pondering, 'think'> {
  readonly records: Kept[];
  /** Set to make the next write, or the next beginning, fail with this line. */
  trouble: string | null;
}

/** `swift`: the coach tells at once what it came to before, in another test of the same file. */
export function memoryHost(scenarios: readonly Scenario[] = [river()], swift = false): MemoryHost {
  const records: Kept[] = [];
  const { thinking, think } = pondering(swift);
  const host: MemoryHost = {
    scenarios,
    thinking,
    think,
    records,
    trouble: null,
    newSeed: () => '42',
    unfinished: () =>
      records.filter(kept => !kept.ended).map(kept => unfinished(kept, () => penOf(host, kept))),
    beginRecord(scenario, header, entries) {
      if (host.trouble !== null) return host.trouble;
      const where = `record-${records.length + 1}.jsonl`;
      const kept: Kept = { where, scenario, header, entries: [...entries], ended: false, closed: false };
      records.push(kept);
      return penOf(host, kept);
    },
  };
  return host;
}

function penOf(host: MemoryHost, kept: Kept): Pen {
  kept.closed = false;
  return {
    where: kept.where,
    write(entry) {
      if (kept.closed) throw new Error('written after it was closed');
      if (host.trouble !== null) return host.trouble;
      kept.entries.push(entry);
      return null;
    },
    end() {
      kept.ended = true;
      return null;
    },
    close() {
      if (kept.closed) throw new Error('closed twice');
      kept.closed = true;
    },
  };
}

function unfinished(kept: Kept, pen: () => Pen): Unfinished {
  const { where, scenario, header, entries } = kept;
  return {
    where,
    title: scenario.title,
    header,
    day: entries.at(-1)?.day ?? 0,
    takeUp: (): TakenUp => ({
      scenario,
      record: { header, entries: [...entries], ended: false },
      pen: pen(),
    }),
  };
}

export const SMALL: Size = { columns: 80, rows: 24 };

/** A person at a terminal: presses keys, reads the screen. */
export interface Stage {
  readonly session: Session;
  readonly host: MemoryHost;
  /** Presses keys, separated by blanks: "e y Enter". */
  press(keys: string): Stage;
  /** The screen as text, rows without their trailing blanks. */
  screen(): string;
  /** Name of the screen on top. */
  top(): string;
}

const NAMES: Readonly<Record<string, string>> = {
  Enter: 'enter',
  Esc: 'escape',
  Space: ' ',
  Tab: 'tab',
  Up: 'up',
  Down: 'down',
  Left: 'left',
  Right: 'right',
  PgDn: 'pagedown',
  PgUp: 'pageup',
  Home: 'home',
  End: 'end',
  Back: 'backspace',
  'Ctrl-C': 'ctrl-c',
};

export function stage(options: PlayOptions = {}, host = memoryHost(), size = SMALL): Stage {
  const session = openSession(host, options, size);
  const self: Stage = {
    session,
    host,
    press(keys) {
      for (const key of keys.split(' ').filter(Boolean)) session.press(NAMES[key] ?? key);
      return self;
    },
    screen: () =>
      frame(session.app)
        .map(row => plain(row).trimEnd())
        .join('\n'),
    top: () => topOf(session.app).name,
  };
  return self;
}

/** The north against a negotiator, with everything said beforehand. */
export function atTheRiver(more: Partial<PlayOptions> = {}, host = memoryHost(), size = SMALL): Stage {
  const scenario = host.scenarios[0] as Scenario;
  return stage({ scenario, seed: '3', side: 0, against: 'conceder', ...more }, host, size).press('Esc');
}

/** What a willing player does in each phase, by what the menu offers: the first that is there. */
const WILLING = [
  ['Hand over', 'y Enter'],
  ['Accept', 'y Enter'],
  ['Agree to talk', 'y'],
  ['Submit a list', 's Enter'],
  ['Propose talks', 't Enter Enter'],
  ['Make an offer', 'o p Enter Enter'],
] as const;

/** Plays willingly, by what is on the screen, until it says something. */
export function playUntil(at: Stage, text: string | RegExp, most = 120): Stage {
  for (let times = 0; times < most; times++) {
    const screen = at.screen();
    if (says(screen, text)) return at;
    at.press(WILLING.find(([move]) => screen.includes(move))?.[1] ?? 'e');
  }
  throw new Error(`"${text}" did not come:\n${at.screen()}`);
}

function says(screen: string, text: string | RegExp): boolean {
  return typeof text === 'string' ? screen.includes(text) : text.test(screen);
}

/** Presses a key until the screen says something, or gives up. */
export function pressUntil(at: Stage, keys: string, text: string | RegExp, most = 60): Stage {
  for (let times = 0; times < most; times++) {
    if (says(at.screen(), text)) return at;
    at.press(keys);
  }
  throw new Error(`"${text}" did not come:\n${at.screen()}`);
}
