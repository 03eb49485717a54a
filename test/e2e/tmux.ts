import { execFileSync, spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/* A real terminal to play on: tmux, on a socket of its own, which no other tmux of this machine sees. */

/** Why the tests on a real terminal cannot run here; null where they can. */
export const NO_TMUX = spawnSync('tmux', ['-V']).status === 0 ? null : 'tmux is not installed';

// Where every program must be at hand, a missing one is a failure and not a reason to skip.
if (NO_TMUX !== null && process.env['PARLEY_E2E'] === 'required') throw new Error(NO_TMUX);

const ROOT = new URL('../../', import.meta.url).pathname;
const PATIENCE = 60_000;
const LOOK_EVERY = 40;

export interface Pane {
  /** The screen as text; with `escapes`, how it looks too. */
  screen(escapes?: boolean): string;
  /** Sends keys by tmux's names for them: "Enter", "Escape", "e". */
  keys(...names: string[]): void;
  resize(columns: number, rows: number): void;
  /** Waits until the screen says something. */
  until(text: string | RegExp): Promise<string>;
  /** Sends keys and waits until the screen is another one and stands still. */
  press(...names: string[]): Promise<string>;
  /** Process id of what runs in the pane. */
  pid(): number;
  /** The device of the pane: what is written to it comes out on the screen. */
  tty(): string;
  close(): void;
}

/** A terminal in which `command` runs, and a shell after it, which says how it ended. */
export function openPane(
  command: string,
  { columns = 80, rows = 24, env = {} as Record<string, string> } = {},
): Pane {
  const socket = `parley-test-${process.pid}-${Math.random().toString(36).slice(2)}`;
  const tmux = (...args: string[]) =>
    execFileSync('tmux', ['-L', socket, '-f', '/dev/null', ...args], { encoding: 'utf8' });
  const settings = Object.entries({ TERM: 'xterm-256color', ...env }).map(
    ([name, value]) => `${name}='${value}'`,
  );
  // A person's terminal is not marked as continuous integration, where colour is left out.
  const line = `cd '${ROOT}' && unset NO_COLOR FORCE_COLOR CI; export ${settings.join(' ')}; ${command}; echo "[ended $?]"; exec sh`;
  tmux('new-session', '-d', '-s', 'parley', '-x', `${columns}`, '-y', `${rows}`, `sh -c ${quoted(line)}`);
  const screen = (escapes = false) => tmux('capture-pane', '-t', 'parley', '-p', ...(escapes ? ['-e'] : []));
  const keys = (...names: string[]) => void tmux('send-keys', '-t', 'parley', ...names);
  const wait = async (enough: (shown: string) => boolean, what: string) => {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const shown = screen();
      if (enough(shown)) return shown;
      if (Date.now() > deadline) throw new Error(`${what} did not come:\n${shown}`);
      await pause(LOOK_EVERY);
    }
  };
  return {
    screen,
    keys,
    resize: (width, height) =>
      void tmux('resize-window', '-t', 'parley', '-x', `${width}`, '-y', `${height}`),
    until: text =>
      wait(shown => (typeof text === 'string' ? shown.includes(text) : text.test(shown)), `"${text}"`),
    async press(...names) {
      const before = screen();
      keys(...names);
      let last = '';
      return wait(
        shown => {
          const still = shown === last;
          last = shown;
          return still && shown !== before;
        },
        `another screen after ${names.join(' ')}`,
      );
    },
    pid: () => Number(tmux('list-panes', '-t', 'parley', '-F', '#{pane_pid}').trim()),
    tty: () => tmux('list-panes', '-t', 'parley', '-F', '#{pane_tty}').trim(),
    close: () => void spawnSync('tmux', ['-L', socket, 'kill-server']),
  };
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
