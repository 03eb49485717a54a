import type { Offer } from '../../campaign/campaign.ts';
import type { Range } from '../../scenario/figure.ts';
import { dateOf, type PartyIndex } from '../../scenario/scenario.ts';
import type { App } from '../app.ts';
import { captivityOf } from '../captivity.ts';
import { earOf, isMediated, isWatched, mayInject, spokenTo } from '../course.ts';
import { dealInWords, offerInWords, subject } from '../ear.ts';
import { guideFor, guideTitle } from '../guide.ts';
import { plain } from '../line.ts';
import { mayChooseEyes, type Scene } from '../scene.ts';
import { menuOf } from '../screens/board.ts';
import { seatsInWords } from '../screens/board-rows.ts';
import { dealRows } from '../screens/deal-rows.ts';
import { lawAheadInWords } from '../screens/law-ahead.ts';
import { mediatorWaitsFor } from '../screens/mediating.ts';
import { phaseInWords } from '../screens/phase.ts';
import { groupsHeldBy, titleOfPool } from '../screens/pools.ts';
import { factsOf, worthOf } from '../screens/talks-pane.ts';
import { bySide, exactly } from '../sight.ts';
import {
  board,
  coach,
  count,
  happened,
  captivity as held,
  longDate,
  pages,
  settings,
  share,
  shortDate,
  linear as words,
} from '../words.ts';
import { item, type MenuItem, type Spoken, standing } from './menu.ts';

/** Wide enough that nothing is broken into rows: the terminal or whoever reads aloud does that. */
export const UNBROKEN = 100_000;

/** Where the campaign stands: all of it, or what is new since the last time. */
export function boardSpoken({ scene, guided, hints }: App, since: number | null): Spoken {
  if (!scene) return { text: [], menu: [] };
  const whole = since === null;
  return {
    text: [
      ...(whole ? [headOf(scene)] : []),
      ...newsOf(scene, since ?? 0),
      whenAndWhat(scene),
      ...(whole ? [...balanceOf(scene), ...poolsOf(scene)] : []),
      ...talksOf(scene),
      ...textOrNone(lawAheadInWords(scene)),
      ...(guided ? [`${guideTitle(scene)}.`, guideFor(scene, 'spoken')] : []),
      ...askedOf(scene),
    ],
    menu: [
      ...movesOf(scene, hints),
      ...(whole ? [] : [standing(STANDING.whole, { label: words.wholeBoard, does: 'wholeBoard' })]),
    ],
  };
}

function textOrNone(text: string | null): string[] {
  return text === null ? [] : [text];
}

function headOf({ course, sight }: Scene): string {
  return `${course.scenario.title}. ${seatsInWords(course, sight.viewer)}. ${board.seed(course.header.seed)}.`;
}

/** What happened from an entry on; of a whole campaign no more than its latest days. */
function newsOf({ course, accounts }: Scene, since: number): string[] {
  const news = accounts.filter(({ entry }) => entry >= since).slice(-MOST_NEWS);
  const date = (day: number) => shortDate(dateOf(course.scenario, day));
  return news.map(({ day, text }) => `${date(day)}: ${text}.`);
}

/** More is read on the page of days. */
const MOST_NEWS = 12;

export function whenAndWhat(scene: Scene): string {
  const { course, sight } = scene;
  const day = Math.max(0, sight.day);
  const date = longDate(dateOf(course.scenario, day));
  return `${date}, ${board.day(day, course.parameters.days)}. ${phaseInWords(scene)}.`;
}

export function balanceOf({ course, sight }: Scene): string[] {
  const [side, them] = bySide(sight.side);
  const ear = earOf(course, sight.viewer);
  const gauge = (label: string, range: Range) => `${label}: ${rangeInWords(range, share)}.`;
  return [
    gauge(board.pressureOf(subject(ear, side)), sight.pressure[side]),
    gauge(board.pressureOf(subject(ear, them)), sight.pressure[them]),
    gauge(board.trust, exactly(sight.trust)),
    `${board.leverage(subject(ear, side))}: ${share(sight.leverage)}, ${words.scale}.`,
  ];
}

export function poolsOf(scene: Scene): string[] {
  return bySide(scene.sight.side).flatMap(holder => [
    `${titleOfPool(scene, holder)}:`,
    ...groupsHeldBy(scene, holder).map(({ index }) => `  ${groupOf(scene, index)}`),
  ]);
}

function groupOf(scene: Scene, index: number): string {
  const { course, sight } = scene;
  const captivity = captivityOf(scene)[index];
  const { low, best, high } = sight.held;
  const group = course.scenario.groups[index];
  const owed = group?.standing === 'tradeable' ? '' : `${board.owed}, `;
  const range = { low: low[index] ?? 0, best: best[index] ?? 0, high: high[index] ?? 0 };
  const days = captivity ? `, ${held.held(captivity)}` : '';
  return `${group?.name ?? ''}: ${owed}${rangeInWords(range, count)}${days}`;
}

export function rangeInWords({ low, high }: Range, format: (value: number) => string): string {
  return low === high ? format(low) : words.range(format(low), format(high));
}

export function talksOf(scene: Scene): string[] {
  const { sight } = scene;
  const { agreement, offers } = sight.talks;
  const agreed = agreement ? dealRows(scene, agreement, UNBROKEN).map(row => plain(row).trim()) : [];
  return [
    ...factsOf(scene, { inFull: true }).map(text => (/[.!?]$/.test(text) ? text : `${text}.`)),
    ...agreed,
    ...(agreement ? [] : offers.slice(-MOST_OFFERS).map(offer => offerOf(scene, offer))),
  ];
}

const MOST_OFFERS = 2;

/** An offer as a sentence: when, whose, how many home, and what it was worth. */
export function offerOf(scene: Scene, offer: Offer): string {
  const { course, sight, position } = scene;
  const ear = earOf(course, sight.viewer);
  const date = shortDate(dateOf(course.scenario, offer.day));
  const who =
    offer.by === null
      ? words.mediatorOffers(dealInWords(ear, position.campaign, offer))
      : happened.offer(subject(ear, offer.by), offerInWords(ear, offer.by, position.campaign, offer));
  return `${date}: ${who}; ${words.overLeast(worthOf(scene, offer))}.`;
}

function askedOf(scene: Scene): string[] {
  const { course, mover, sight } = scene;
  if (scene.position.done) return [`${board.over}.`];
  if (isMediated(course)) return [mediatorWaitsFor(scene)];
  if (isWatched(course) || mover === null) return [];
  const you = spokenTo(course, sight.viewer) === mover;
  return [`${board.moves({ name: course.scenario.parties[mover as PartyIndex].capital, you })}.`];
}

/** Numbers of what can be done on any day. Moves are counted from 1 and change; these do not, and lie far from them. */
export const STANDING = {
  hint: 51,
  day: 52,
  event: 53,
  pages: 54,
  back: 58,
  notebook: 59,
  injects: 60,
  eyes: 61,
  settings: 62,
  whole: 63,
  leave: 64,
  debrief: 65,
  start: 66,
} as const;

function movesOf(scene: Scene, hints: boolean): MenuItem[] {
  const { course, position } = scene;
  const moves = position.done ? [] : menuOf(scene).map(({ name, key }) => item(name, key));
  const time = position.done
    ? [
        standing(STANDING.debrief, item(words.debrief, 'd')),
        standing(STANDING.start, item(words.toStart, 's')),
      ]
    : [
        ...(isWatched(course) || isMediated(course) ? [standing(STANDING.day, item(words.day, ' '))] : []),
        standing(STANDING.event, item(isMediated(course) ? words.untilSpeak : words.untilEvent, 'e')),
      ];
  return [
    ...moves,
    ...(hints && scene.yours && !position.done ? [standing(STANDING.hint, item(coach.spokenHint, 'a'))] : []),
    ...time,
    ...pages
      .slice(1)
      .map((name, index) => standing(STANDING.pages + index, item(words.page(name), String(index + 2)))),
    standing(STANDING.back, item(words.back, 'b')),
    standing(STANDING.notebook, item(words.notebook, 'N')),
    ...(mayInject(course) && !position.done ? [standing(STANDING.injects, item(words.injects, 'i'))] : []),
    ...(mayChooseEyes(course) ? [standing(STANDING.eyes, item(words.eyes, 'v'))] : []),
    standing(STANDING.settings, item(settings.title, 'S')),
    standing(STANDING.leave, item(words.leave, 'escape')),
  ];
}
