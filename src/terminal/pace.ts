import type { MoveType } from '../campaign/event.ts';
import { PARTIES } from '../scenario/scenario.ts';
import { choicesIn } from '../statechart/legal.ts';
import { accountsOf } from './account.ts';
import { type Course, earOf, isMediated, negotiatorsOnly, viewerOf } from './course.ts';
import type { Game } from './game.ts';
import { lawAhead, TOLD_AHEAD } from './law-ahead.ts';

/*
 * How time goes on: by days, or until something concerns the person who plays. Passing days is
 * waiting: on its turn the person's party makes the move "wait", no other, and a mediator puts no
 * text on the table.
 */

/** Why time stopped. */
export const STOPS = ['asked', 'concerned', 'speak', 'duty', 'due', 'law', 'over', 'quiet'] as const;
export type Stop = (typeof STOPS)[number];

/** Lets negotiators move until a person is awaited or the campaign is over; two negotiators play by days. */
export function untilAwaited(game: Game): void {
  if (game.awaited() === null) return;
  if (negotiatorsOnly(game.course())) return;
  while (game.step());
  game.awaited();
}

/** Waits out a day, or, with two negotiators, lets them play it; a mediator stops when it may speak. */
export function passDay(game: Game): Stop {
  const before = game.course();
  if (isDutyDay(before, game)) return 'duty';
  if (game.awaited() === null) return 'over';
  if (negotiatorsOnly(before)) playOutDay(game);
  else game.move({ type: 'wait' });
  untilAwaited(game);
  if (game.awaited() === null) return 'over';
  if (game.maySpeak()) return 'speak';
  if (concernsYou(before, game.course())) return 'concerned';
  return isToldOfLaw(before, game.course()) ? 'law' : 'asked';
}

/** Whether the day that has come is the first on which somebody who plays is told what the law will find. */
function isToldOfLaw(before: Course, { positions, scenario, parameters, persons }: Course): boolean {
  const position = positions.at(-1);
  if (!position || !parameters.lawOfWar) return false;
  const told = Math.max(0, before.positions.at(-1)?.campaign.day ?? 0) + TOLD_AHEAD;
  return PARTIES.some(party => {
    const ahead = persons[party] ? lawAhead(position, party, scenario) : null;
    return ahead !== null && ahead.day > told;
  });
}

/** So many days without news are enough: a campaign should not run out while nobody looks. */
export const MOST_QUIET_DAYS = 14;

/**
 * Passes days until something concerns the one who plays, or watches; for a mediator, who has nothing to do before,
 * until it may speak.
 */
export function passToEvent(game: Game): Stop {
  const mediated = isMediated(game.course());
  const last = dayOf(game) + MOST_QUIET_DAYS;
  for (;;) {
    if (isAwaited(game)) return 'due';
    const stop = passDay(game);
    const goesOn = stop === 'asked' || (stop === 'concerned' && mediated);
    if (!goesOn) return stop;
    if (dayOf(game) >= last) return 'quiet';
  }
}

/** Lets two negotiators play a day to its end; the next one dawns. */
export function playOutDay(game: Game): void {
  const day = dayOf(game);
  if (game.maySpeak()) game.mediate(null);
  while (game.awaited() !== null && dayOf(game) === day) game.step();
}

/** The day that a game stands on; the first from before it dawns. */
export function dayOf(game: Game): number {
  return Math.max(0, game.course().positions.at(-1)?.campaign.day ?? 0);
}

/** What the other side, or the talks, wait for: left undone for some days, they come to nothing. */
const AWAITED: readonly MoveType[] = ['agree', 'submitList', 'accept'];

/** Whether a list or an answer of the person who plays is awaited: days that pass by themselves would let it lapse. */
export function isAwaited(game: Game): boolean {
  const party = game.awaited();
  const { positions, persons } = game.course();
  const position = positions.at(-1);
  if (party === null || !position || !persons[party]) return false;
  return choicesIn(position).some(({ type }) => AWAITED.includes(type));
}

/** Whether people promised are due now: waiting on would break the agreement unawares. */
function isDutyDay(course: Course, game: Game): boolean {
  const party = game.awaited();
  const position = course.positions.at(-1);
  if (party === null || !position || !course.persons[party]) return false;
  const { agreement, handed, until, arranged } = position.campaign.talks;
  return agreement !== null && arranged && position.campaign.day >= until && !handed[party];
}

/** Whether something happened since an earlier point that the one who plays would stop for. */
function concernsYou(before: Course, now: Course): boolean {
  const ear = earOf(now, viewerOf(now));
  for (let index = before.entries.length; index < now.entries.length; index++) {
    const [entry, from, to] = [now.entries[index], now.positions[index], now.positions[index + 1]];
    if (!entry || !from || !to) continue;
    if (accountsOf(ear, entry.event, from, to).some(account => account.concerns)) return true;
  }
  return false;
}
