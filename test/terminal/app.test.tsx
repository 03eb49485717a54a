import { EventEmitter } from 'node:events';
import { render as inkRender } from 'ink';
import { render } from 'ink-testing-library';
import { expect, test, vi } from 'vitest';
import { App } from '../../src/terminal/components/App.tsx';
import { runApp } from '../../src/terminal/run.tsx';
import { openSession } from '../../src/terminal/session.ts';
import { memoryHost, river } from './stage.ts';

const ENTER = '\r';
const ESC = '\u001b';
const DOWN = '\u001b[B';

const options = { scenario: river(), seed: '3', side: 0, against: 'conceder' } as const;

test('keys on the terminal reach the app, and its frame the screen', async () => {
  const session = openSession(memoryHost(), {}, { columns: 100, rows: 24 });
  const { lastFrame, stdin, unmount } = render(<App session={session} />);
  await vi.waitFor(() => expect(lastFrame()).toContain('> The river'));
  stdin.write(ENTER);
  await vi.waitFor(() => expect(lastFrame()).toContain('Whom do you speak for?'));
  stdin.write(DOWN);
  await vi.waitFor(() => expect(lastFrame()).toContain('> Southland'));
  stdin.write(ESC);
  await vi.waitFor(() => expect(lastFrame()).toContain('A new campaign'));
  unmount();
});

test('keys that are typed in one piece are all heard', async () => {
  const session = openSession(memoryHost(), options, { columns: 100, rows: 24 });
  const { lastFrame, stdin, unmount } = render(<App session={session} />);
  stdin.write('1e2');
  await vi.waitFor(() => expect(lastFrame()).toContain('[2 People]'));
  unmount();
});

test('the campaign goes on by itself on the terminal, and a key stops it', async () => {
  const session = openSession(memoryHost(), { ...options, side: 'none' }, { columns: 100, rows: 24 });
  const { lastFrame, stdin, unmount } = render(<App session={session} />);
  stdin.write('1g++++');
  await vi.waitFor(() => expect(lastFrame()).toMatch(/day [3-9] of 40/), { timeout: 5000 });
  stdin.write(' ');
  await vi.waitFor(() => expect(lastFrame()).not.toContain('Going on by itself'));
  expect(session.interval()).toBeNull();
  unmount();
});

/** A terminal in memory, as a server would make one for a connection. */
class Terminal extends EventEmitter {
  isTTY = true;
  columns = 80;
  rows = 24;
  written = '';
  raw: boolean[] = [];
  private waiting: string | null = null;

  write = (text: string, ...rest: unknown[]) => {
    this.written += text;
    const done = rest.at(-1);
    if (typeof done === 'function') queueMicrotask(() => done());
    return true;
  };
  type(text: string) {
    this.waiting = text;
    this.emit('readable');
  }
  read = () => {
    const text = this.waiting;
    this.waiting = null;
    return text;
  };
  setRawMode = (on: boolean) => void this.raw.push(on);
  setEncoding() {}
  ref() {}
  unref() {}
  resume() {}
  pause() {}
}

const streams = (terminal: Terminal) =>
  ({ stdin: terminal, stdout: terminal }) as unknown as {
    stdin: NodeJS.ReadStream;
    stdout: NodeJS.WriteStream;
  };

test('on a terminal of its own it uses the other screen and gives everything back', async () => {
  const terminal = new Terminal();
  const left = runApp(memoryHost(), { ...options, ...streams(terminal) });
  await vi.waitFor(() => expect(terminal.written).toContain('[5 Briefs]'));
  expect(terminal.written).toContain('\u001b[?1049h');
  terminal.type('1eq');
  await expect(left).resolves.toMatchObject({ how: 'left' });
  expect(terminal.written).toContain('\u001b[?1049l');
  expect(terminal.written.lastIndexOf('\u001b[?25h')).toBeGreaterThan(
    terminal.written.lastIndexOf('\u001b[?25l'),
  );
  expect(terminal.raw.at(-1)).toBe(false);
});

test('Ctrl-C leaves too, and says that it was an interruption', async () => {
  const terminal = new Terminal();
  const host = memoryHost();
  const left = runApp(host, { ...options, ...streams(terminal) });
  await vi.waitFor(() => expect(terminal.written).toContain('[5 Briefs]'));
  terminal.type('\u0003');
  await expect(left).resolves.toMatchObject({ how: 'interrupted' });
  expect(host.records[0]?.closed).toBe(true);
});

test('a connection that is cut off closes the record', async () => {
  const terminal = new Terminal();
  const host = memoryHost();
  const left = runApp(host, { ...options, ...streams(terminal) });
  await vi.waitFor(() => expect(terminal.written).toContain('[5 Briefs]'));
  terminal.emit('close');
  await expect(left).resolves.toMatchObject({ how: 'interrupted' });
  expect(host.records[0]?.closed).toBe(true);
});

test('a terminal that is too small says so, and the app goes on when it is larger', async () => {
  const terminal = new Terminal();
  Object.assign(terminal, { columns: 50, rows: 10 });
  const left = runApp(memoryHost(), { ...options, ...streams(terminal) });
  await vi.waitFor(() => expect(terminal.written).toContain('Parley needs 60 x 20, this is'));
  Object.assign(terminal, { columns: 100, rows: 30 });
  terminal.emit('resize');
  await vi.waitFor(() => expect(terminal.written).toContain('[5 Briefs]'));
  terminal.type('q');
  await left;
});

test('a fault of ours gives the terminal back before it is reported', async () => {
  const terminal = new Terminal();
  const host = memoryHost();
  const broken = {
    ...host,
    beginRecord: () => {
      throw new Error('a fault of the host');
    },
  };
  const left = runApp(broken, {
    scenario: options.scenario,
    side: 0,
    against: 'parity',
    ...streams(terminal),
  });
  await vi.waitFor(() => expect(terminal.written).toContain('Ready to begin'));
  terminal.type(ENTER);
  await expect(left).rejects.toThrow('a fault of the host');
  expect(terminal.written).toContain('\u001b[?1049l');
});

test('the frame is never as tall as the terminal', async () => {
  const terminal = new Terminal();
  const heights: number[] = [];
  const session = openSession(memoryHost(), options, { columns: 80, rows: 24 });
  const ink = inkRender(<App session={session} />, {
    ...streams(terminal),
    debug: true,
    interactive: true,
    patchConsole: false,
    exitOnCtrlC: false,
  });
  terminal.write = text => {
    heights.push(text.split('\n').length);
    return true;
  };
  for (const key of ['1', 'e', '2', '3', '4', '5', '1', 'p', ESC, 'u', ESC, '?']) {
    terminal.type(key);
    await new Promise(resolve => setTimeout(resolve, 30));
  }
  expect(heights.length).toBeGreaterThan(8);
  expect(Math.max(...heights)).toBeLessThan(24);
  ink.unmount();
});
