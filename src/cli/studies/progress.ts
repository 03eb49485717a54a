import { counted } from '../../report/people.ts';
import type { Shell } from '../shell.ts';

/** Between two lines where there is no terminal, and between two looks of the bar, in milliseconds. */
const LINE_EVERY = 30_000;
const BAR_EVERY = 100;
/** In characters between its brackets; a shorter one would show nothing. */
const WIDEST_BAR = 24;
const SHORTEST_BAR = 6;

/** How far a study has come: a bar on a terminal, now and then a line elsewhere. */
export class Progress {
  readonly #shell: Shell;
  readonly #total: number;
  /** Since when the rate is reckoned, and what was done by then. */
  #began = performance.now();
  #done0: number;
  /** Since when nobody plays; null while somebody does. */
  #stillSince: number | null = null;
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

  /** Whether there is somebody who plays: the time in which there is nobody is not in the rate. */
  attended(somebody: boolean): void {
    if (!somebody) this.#stillSince ??= performance.now();
    else if (this.#stillSince !== null) {
      this.#began += performance.now() - this.#stillSince;
      this.#stillSince = null;
    }
  }

  add(runs: number): void {
    this.#done += runs;
    // Somebody has come meanwhile, it is not known when: these are not in the rate, as their time is not.
    if (this.#stillSince !== null) {
      this.attended(true);
      this.#done0 += runs;
    }
    const now = performance.now();
    const { status, statusWidth } = this.#shell;
    if (now - this.#told < (status ? BAR_EVERY : LINE_EVERY)) return;
    this.#told = now;
    if (status) status(this.#fitting(now, statusWidth?.() ?? this.#shell.width));
    else this.#shell.note(this.#line(now));
  }

  /** Takes the bar away. */
  end(): void {
    this.#shell.status?.('');
  }

  /** Where there is little room the bar shrinks first, then it goes, then the counts: the share tells the same. */
  #fitting(now: number, width: number): string {
    const line = this.#line(now);
    const text = line.length <= width ? line : `${this.#share} %${this.#pace(now)}`;
    const room = Math.min(WIDEST_BAR, width - text.length - '[] '.length);
    return room < SHORTEST_BAR ? text : `${bar(this.#done / this.#total, room)} ${text}`;
  }

  #line(now: number): string {
    return `${whole(this.#done)} of ${counted(this.#total, 'campaign')} (${this.#share} %)${this.#pace(now)}`;
  }

  get #share(): number {
    return Math.floor((100 * this.#done) / this.#total);
  }

  #pace(now: number): string {
    const [runs, time] = [this.#done - this.#done0, (now - this.#began) / 1000];
    if (runs === 0 || time <= 0) return '';
    const rate = runs / time;
    return `, ${whole(rate)} a second, about ${duration((this.#total - this.#done) / rate)} left`;
  }
}

function bar(share: number, width: number): string {
  const full = Math.round(share * width);
  return `[${'#'.repeat(full)}${'.'.repeat(width - full)}]`;
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
