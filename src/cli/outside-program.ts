import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { reasonOf } from './errno.ts';
import { badInput } from './failure.ts';

/*
 * Another program, running beside this one: lines in, lines out, and an end that always comes. It is
 * started without a shell in a process group of its own, which is ended as a whole.
 */

/** What another program finds of our environment; everything else stays with us. */
export const HANDED_DOWN = ['PATH', 'HOME', 'LANG', 'TMPDIR'] as const;

/** Longest line taken from a program, in characters: a move has a few hundred. */
export const LONGEST_LINE = 65_536;
/** Lines that a program may print without being asked, answers to earlier turns too, before it counts as out of control. */
export const MOST_UNASKED = 1_000;
const TOO_MANY = `printed more than ${MOST_UNASKED} lines that nobody asked for`;
/** What is kept of the end of its standard error, in characters. */
const TAIL = 2_000;
/** Time to end by itself after it was told that all is over, in milliseconds. */
const GRACE = 1_000;

export type Heard =
  | { readonly kind: 'line'; readonly text: string }
  /** Nothing came in time. */
  | { readonly kind: 'late' }
  /** Nothing more will come; `how` is the end of a sentence about the program. */
  | { readonly kind: 'gone'; readonly how: string };

type Environment = Readonly<Record<string, string | undefined>>;

/** What a shell adds to the number of the signal that ended a process. */
const SIGNALLED = 128;

const running = new Set<OutsideProgram>();

function endAll(): void {
  for (const program of running) program.kill();
}

/** Whoever ends us ends them too; only SIGKILL leaves them to notice that their input is closed. */
const handlers = (['SIGTERM', 'SIGHUP'] as const).map(
  signal => [signal, () => process.exit(SIGNALLED + constants.signals[signal])] as const,
);

function watch(program: OutsideProgram): void {
  if (running.size === 0) {
    process.on('exit', endAll);
    for (const [signal, handler] of handlers) process.on(signal, handler);
  }
  running.add(program);
}

function unwatch(program: OutsideProgram): void {
  running.delete(program);
  if (running.size > 0) return;
  process.off('exit', endAll);
  for (const [signal, handler] of handlers) process.off(signal, handler);
}

export class OutsideProgram {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #closed: Promise<void>;
  #pending = '';
  #lines: string[] = [];
  #unasked = 0;
  #gone: string | null = null;
  #listener: ((heard: Heard) => void) | null = null;
  #stderr = '';

  private constructor(child: ChildProcessWithoutNullStreams) {
    this.#child = child;
    child.stdout.setEncoding('utf8').on('data', (text: string) => this.#take(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-TAIL);
    });
    // A program that is gone cannot be written to; that it is gone is told by its exit.
    child.stdin.on('error', () => {});
    child.on('exit', () => this.kill());
    this.#closed = new Promise(resolve => {
      child.on('close', (code, signal) => {
        this.#leave(signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`);
        resolve();
      });
    });
  }

  /** Starts a program, given by its words; fails where the system cannot. */
  static start(words: readonly string[], env: Environment): Promise<OutsideProgram> {
    const [program = '', ...args] = words;
    return new Promise((resolve, reject) => {
      const refused = (error: unknown) =>
        reject(badInput(`exec:${words.join(' ')}: cannot start ${program}: ${reasonOf(error)}`));
      try {
        const child = spawn(program, args, { env: handedDown(env), stdio: 'pipe', detached: true });
        child.once('error', refused);
        child.once('spawn', () => {
          const started = new OutsideProgram(child);
          watch(started);
          resolve(started);
        });
      } catch (error) {
        refused(error);
      }
    });
  }

  /** The last lines of its standard error. */
  get complaint(): readonly string[] {
    return this.#stderr
      .replace(/[^\P{Cc}\n]/gu, ' ')
      .split('\n')
      .map(line => line.trimEnd())
      .filter(line => line !== '')
      .slice(-5);
  }

  /** Asks something: what it printed before this is no answer to it and is not listened to. */
  send(message: object): void {
    this.#countUnasked(this.#lines.length);
    this.#lines = [];
    if (this.#gone === null && this.#child.stdin.writable)
      this.#child.stdin.write(`${JSON.stringify(message)}\n`);
  }

  /** The line that was heard last was no answer to what was asked: it counts as one that nobody asked for. */
  passOver(): void {
    this.#countUnasked(1);
  }

  /** The next line, within so many milliseconds. */
  hear(within: number): Promise<Heard> {
    const text = this.#lines.shift();
    if (text !== undefined) return Promise.resolve({ kind: 'line', text });
    if (this.#gone !== null) return Promise.resolve({ kind: 'gone', how: this.#gone });
    return new Promise(resolve => {
      const timer = setTimeout(() => this.#tell({ kind: 'late' }), within);
      this.#listener = heard => {
        clearTimeout(timer);
        resolve(heard);
      };
    });
  }

  /** Closes its input and waits a moment for it to end by itself; whatever is left of its group is ended. */
  async end(): Promise<void> {
    this.#child.stdin.end();
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise<void>(resolve => {
      timer = setTimeout(resolve, GRACE);
    });
    await Promise.race([this.#closed, grace]);
    clearTimeout(timer);
    this.kill();
    for (const stream of [this.#child.stdin, this.#child.stdout, this.#child.stderr]) stream.destroy();
    this.#child.unref();
    unwatch(this);
  }

  /** Ends its whole group at once. */
  kill(): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // Nobody is left in the group, or the system knows no groups.
      this.#child.kill('SIGKILL');
    }
  }

  #tell(heard: Heard): boolean {
    const listener = this.#listener;
    this.#listener = null;
    listener?.(heard);
    return listener !== null;
  }

  #leave(how: string): void {
    this.#gone ??= how;
    this.#tell({ kind: 'gone', how: this.#gone });
  }

  #take(text: string): void {
    if (this.#gone !== null) return;
    const lines = (this.#pending + text).split('\n');
    this.#pending = lines.pop() ?? '';
    for (const line of lines) if (!this.#tell({ kind: 'line', text: line })) this.#lines.push(line);
    const tooLong = [...lines, this.#pending].some(line => line.length > LONGEST_LINE);
    if (tooLong) this.#banish(`printed a line of more than ${LONGEST_LINE} characters`);
    else if (this.#lines.length > MOST_UNASKED) this.#banish(TOO_MANY);
  }

  #countUnasked(lines: number): void {
    this.#unasked += lines;
    if (this.#unasked > MOST_UNASKED) this.#banish(TOO_MANY);
  }

  /** It is out of control: ended, and no longer listened to. */
  #banish(how: string): void {
    this.#pending = '';
    this.#lines = [];
    this.#leave(how);
    this.kill();
  }
}

function handedDown(env: Environment): Record<string, string> {
  return Object.fromEntries(
    HANDED_DOWN.flatMap(name => {
      const value = env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
