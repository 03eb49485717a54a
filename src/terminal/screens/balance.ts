import { BAND_ENTERED } from '../../campaign/leverage.ts';
import type { Range } from '../../scenario/figure.ts';
import { dateOf, type PartyIndex } from '../../scenario/scenario.ts';
import { earOf } from '../course.ts';
import { subject } from '../ear.ts';
import { footer } from '../footer.ts';
import { bar, sparkline } from '../gauge.ts';
import { cells, type Line, line, padEnd, type Tone, toned } from '../line.ts';
import { restsOnList } from '../lists-seen.ts';
import type { Scene } from '../scene.ts';
import { bySide, exactly, homeSoFar } from '../sight.ts';
import { count, peoplePage, type Subject, share, shortDate, board as words } from '../words.ts';
import { heldBy } from './pools.ts';

/* Pressure, trust and leverage, each as a picture, a number and a word. */

const LONGEST_LABEL = 24;
const VALUE = 13;
const LONGEST_PICTURE = 40;
/** From this width on there is room for a word beside a range. */
const WORDY = 56;
const WORD = 10;

/** The gauges: bars that all mean the same, from nothing to 1. */
export function balanceRows(scene: Scene, width: number, height: number): Line[] {
  const { sight } = scene;
  const [side, them] = bySide(sight.side);
  const labels = labelsOf(scene);
  const draw = drawerFor(labels, width);
  return [
    draw.gauge(labels[0], sight.pressure[side], 'own'),
    draw.gauge(labels[1], sight.pressure[them], 'theirs'),
    draw.gauge(labels[2], exactly(sight.trust), 'plain'),
    draw.row(labels[3], bar(exactly(sight.leverage), draw.room), draw.standing(sight.leverage), 'own'),
    homeRow(scene, width),
    ...heldRows(scene, draw),
  ].slice(0, Math.max(0, height));
}

/** How many have come home to each party; in fewer words where it has to be, and by capitals as a last resort. */
function homeRow({ course, position, sight }: Scene, width: number): Line {
  const home = homeSoFar(position.campaign);
  const { parties } = course.scenario;
  const came = (name: (party: PartyIndex) => string) =>
    bySide(sight.side)
      .map(party => `${name(party)} ${count(home[party])}`)
      .join(', ');
  const [title, brief] = [` ${peoplePage.homeCome}: `, ` ${peoplePage.homeInBrief}: `];
  const [inFull, byCapitals] = [came(party => parties[party].name), came(party => parties[party].capital)];
  const ways = [
    [title, inFull],
    [brief, inFull],
    [title, byCapitals],
  ] as const;
  const [head, text] = ways.find(each => cells(each.join('')) < width) ?? [brief, byCapitals];
  return line(head, toned(text, 'strong'));
}

/** How many people each side holds, each as a share of all that are held. */
function heldRows(scene: Scene, draw: ReturnType<typeof drawerFor>): Line[] {
  const [side, them] = bySide(scene.sight.side);
  const held = [heldBy(scene, side), heldBy(scene, them)] as const;
  const all = Math.max(1, held[0].best + held[1].best);
  return ([side, them] as const).map((holder, row) => {
    const { low, high } = held[row === 0 ? 0 : 1];
    const name = holderInWords(scene, holder);
    const picture = bar({ low: low / all, high: high / all }, draw.room);
    const value = low === high ? count(low) : `${count(low)}-${count(high)}`;
    return draw.row(name, picture, value, row === 0 ? 'own' : 'theirs');
  });
}

/** By whom people are held, or listed: by the party, as above the list of them, where the column has room for the names of both. */
function holderInWords(scene: Scene, holder: PartyIndex): string {
  const { course, sight } = scene;
  const ear = earOf(course, sight.viewer);
  const counted = (each: PartyIndex) => (restsOnList(scene, each) ? words.listedBySide : words.heldBySide);
  const byParty = (each: PartyIndex) =>
    counted(each)({ ...subject(ear, each), name: course.scenario.parties[each].name });
  const room = labelWidth(labelsOf(scene)) - 2;
  const fits = bySide(sight.side).every(each => cells(byParty(each)) <= room);
  return fits ? byParty(holder) : counted(holder)(subject(ear, holder));
}

/** The same in one row, where there is room for no more. */
export function balanceInBrief({ sight }: Scene, width: number): string {
  const [side, them] = bySide(sight.side);
  const pressure = (party: PartyIndex) => rangeInWords(sight.pressure[party], false);
  const leverage = standingInWords(sight.leverage);
  return footer(words.inBrief(pressure(side), pressure(them), share(sight.trust), leverage), width);
}

/** What the gauges are called, from the top. */
function labelsOf({ course, sight }: Scene) {
  const ear = earOf(course, sight.viewer);
  const [own, theirs] = bySide(sight.side).map(party => subject(ear, party)) as [Subject, Subject];
  return [words.pressureOf(own), words.pressureOf(theirs), words.trust, words.leverage(own)] as const;
}

function labelWidth(labels: readonly string[]): number {
  return Math.min(LONGEST_LABEL, Math.max(...labels.map(cells)) + 2);
}

/** Rows whose pictures stand below one another, whatever the names of the parties. */
function drawerFor(labels: readonly string[], width: number) {
  const label = labelWidth(labels);
  const wordy = width >= WORDY;
  const room = Math.max(
    SHORTEST_PICTURE,
    Math.min(LONGEST_PICTURE, width - label - VALUE - (wordy ? WORD : 0)),
  );
  const row = (name: string, picture: string, value: string, tone: Tone) =>
    line(padEnd(` ${name}`, label), toned(padEnd(picture, room), tone), ` ${value}`);
  const gauge = (name: string, range: Range, tone: Tone) =>
    row(name, bar(range, room), rangeInWords(range, wordy), tone);
  // The title above says it in a word too, so that a number alone is better than half a word.
  const standing = (leverage: number) => {
    const inWords = standingInWords(leverage);
    return cells(inWords) < width - label - room ? inWords : share(leverage);
  };
  return { room, row, gauge, standing };
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

function standingInWords(leverage: number): string {
  return `${share(leverage)} ${standing(leverage)}`;
}

/** Leverage by day in a few cells, beside the title of the balance, where it is drawn nowhere else. */
export function leverageInBrief(scene: Scene, width: number): string {
  const room = width - cells(balanceTitle(scene, width)) - BESIDE_TITLE;
  return room < LEAST_TREND ? '' : ` ${sparkline(scene.leverage, Math.min(room, LONGEST_TREND))} `;
}

/** Cells of a rule around its title and what stands at its end. */
const BESIDE_TITLE = 6;
const LEAST_TREND = 4;
const LONGEST_TREND = 20;

/** Cells that the gauges need at least to be read whole. */
export function gaugesWidth(scene: Scene): number {
  return labelWidth(labelsOf(scene)) + SHORTEST_PICTURE + WIDEST_RANGE + 2;
}

const SHORTEST_PICTURE = 4;
const WIDEST_RANGE = 9;

/** Whom the balance favours, and since when; with little room without saying that it is the balance. */
export function balanceTitle(scene: Scene, width: number): string {
  const { course, sight } = scene;
  const own = subject(earOf(course, sight.viewer), sight.side);
  const title = words.balance(own, standing(sight.leverage), sinceWhen(scene));
  return cells(title) + 3 <= width
    ? title
    : words.balanceInShort(own, standing(sight.leverage), sinceWhen(scene));
}

/** The day from which on the balance has stood as it stands. */
function sinceWhen({ course, leverage }: Scene): string {
  const now = standing(leverage.at(-1) ?? 0.5);
  const other = leverage.findLastIndex(value => standing(value) !== now);
  return shortDate(dateOf(course.scenario, other + 1));
}
