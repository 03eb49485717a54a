import type { Shell } from '../shell.ts';

/** Between two lines where there is no terminal, and between two looks of the bar, in milliseconds. */
const LINE_EVERY = 30_000;
const BAR_EVERY = 100;
const BAR_WIDTH = 24;

/** How far a study has come: a bar on a terminal, now and then a line elsewhere. */
export class Progress {
  readonly #shell: Shell;
  readonly #total: number;
  readonly #began = performance.now();
  readonly #done0: number;
  #told = performance.now();
  #done: number;

  constructor(shell: Shell, total: number, done = 0) {
    this.#shell = shell;
    this.#total = total;
    this.#done0 = done;
    this.#done = done;
  }

  get done(): number {
    return this.#done;
  }

  add(runs: number): void {
    this.#done += runs;
    const now = performance.now();
    const { status } = this.#shell;
    if (now - this.#told < (status ? BAR_EVERY : LINE_EVERY)) return;
    this.#told = now;
    if (status) status(`${bar(this.#done / this.#total)} ${this.#line(now)}`);
    else this.#shell.note(this.#line(now));
  }

  /** Takes the bar away. */
  end(): void {
    this.#shell.status?.('');
  }

  #line(now: number): string {
    const rate = (this.#done - this.#done0) / ((now - this.#began) / 1000);
    const left = rate > 0 ? `, about ${duration((this.#total - this.#done) / rate)} left` : '';
    const share = Math.floor((100 * this.#done) / this.#total);
    return `${whole(this.#done)} of ${whole(this.#total)} campaigns (${share} %), ${whole(rate)} a second${left}`;
  }
}

function bar(share: number): string {
  const full = Math.round(share * BAR_WIDTH);
  return `[${'#'.repeat(full)}${'.'.repeat(BAR_WIDTH - full)}]`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** "40 s", "3 min", "2 h 5 min". */
function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
