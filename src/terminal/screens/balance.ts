import { BAND_ENTERED } from '../../campaign/leverage.ts';
import type { Range } from '../../scenario/figure.ts';
import { dateOf } from '../../scenario/scenario.ts';
import { earOf } from '../course.ts';
import { subject } from '../ear.ts';
import { bar, chart, sparkline } from '../gauge.ts';
import { cells, type Line, line, padEnd, padStart, type Tone, toned } from '../line.ts';
import type { Scene } from '../scene.ts';
import { bySide, exactly } from '../sight.ts';
import { share, shortDate, board as words } from '../words.ts';

/* Pressure, trust and leverage, each as a picture, a number and a word. */

const LONGEST_LABEL = 24;
const VALUE = 13;
const LONGEST_PICTURE = 40;
/** From this width on there is room for a word beside a range. */
const WORDY = 56;
const WORD = 10;
/** A chart needs its title and at least this many rows to say more than the sparkline. */
const SMALLEST_CHART = 3;

export function balanceRows(scene: Scene, width: number, height: number): Line[] {
  const { sight, leverage } = scene;
  const [side, them] = bySide(sight.side);
  const own = subject(earOf(scene.course, sight.viewer), side);
  const theirs = subject(earOf(scene.course, sight.viewer), them);
  const labels = [words.pressureOf(own), words.pressureOf(theirs), words.trust, words.leverage(own)] as const;
  const draw = drawerFor(labels, width);
  const rows = [
    draw.gauge(labels[0], sight.pressure[side], 'own'),
    draw.gauge(labels[1], sight.pressure[them], 'theirs'),
    draw.gauge(labels[2], exactly(sight.trust), 'plain'),
    draw.row(
      labels[3],
      sparkline(leverage, draw.room),
      `${share(sight.leverage)} ${standing(sight.leverage)}`,
      'own',
    ),
  ];
  const left = height - rows.length - 1;
  if (left < SMALLEST_CHART) return rows;
  return [
    ...rows,
    line(toned(` ${words.chart(own, standing(sight.leverage), sinceWhen(scene))}`, 'dim')),
    ...chartRows(scene, width, left),
  ];
}

/** Rows whose pictures stand below one another, whatever the names of the parties. */
function drawerFor(labels: readonly string[], width: number) {
  const label = Math.min(LONGEST_LABEL, Math.max(...labels.map(cells)) + 2);
  const wordy = width >= WORDY;
  const room = Math.max(4, Math.min(LONGEST_PICTURE, width - label - VALUE - (wordy ? WORD : 0)));
  const row = (name: string, picture: string, value: string, tone: Tone) =>
    line(padEnd(` ${name}`, label), toned(padEnd(picture, room), tone), ` ${value}`);
  const gauge = (name: string, range: Range, tone: Tone) =>
    row(name, bar(range, room), rangeInWords(range, wordy), tone);
  return { room, row, gauge };
}

function rangeInWords({ low, best, high }: Range, wordy: boolean): string {
  if (low === high) return share(best);
  const value = `${share(low)}-${share(high)}`;
  return wordy ? `${value} ${quarterOf(low)}` : value;
}

/** In words, the quarter of the scale that an outsider can read. */
function quarterOf(low: number): string {
  return words.quarters[Math.min(words.quarters.length - 1, Math.floor(low * words.quarters.length))] ?? '';
}

function standing(leverage: number): string {
  if (leverage >= BAND_ENTERED) return words.ahead;
  return leverage <= 1 - BAND_ENTERED ? words.behind : words.even;
}

/** Whom the balance favours, and since when. */
export function balanceTitle(scene: Scene): string {
  const { course, sight } = scene;
  const own = subject(earOf(course, sight.viewer), sight.side);
  return words.balance(own, standing(sight.leverage), sinceWhen(scene));
}

/** The day from which on the balance has stood as it stands. */
function sinceWhen({ course, leverage }: Scene): string {
  const now = standing(leverage.at(-1) ?? 0.5);
  const other = leverage.findLastIndex(value => standing(value) !== now);
  return shortDate(dateOf(course.scenario, other + 1));
}

const AXIS = 6;

/** Leverage over the whole campaign, with what its height means. */
function chartRows({ course, leverage }: Scene, width: number, height: number): Line[] {
  const lines = chart(leverage, course.parameters.days + 1, width - AXIS - 1, height);
  const middle = Math.floor((height - 1) / 2);
  return lines.map((text, row) => {
    const value = row === 0 ? '1.0' : row === height - 1 ? '0.0' : row === middle ? '0.5' : '';
    return line(toned(`${padStart(value, AXIS - 1)}│`, 'dim'), toned(text, 'own'));
  });
}
