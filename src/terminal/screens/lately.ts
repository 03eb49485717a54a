import type { Account } from '../account.ts';
import { partyPlayed } from '../course.ts';
import { type Line, line, toned } from '../line.ts';
import { rule, tail, tall, withinRows } from '../pane.ts';
import type { Scene } from '../scene.ts';
import { board as words } from '../words.ts';
import { accountLines } from './account-lines.ts';

/* What happened lately, as much of it as there is room for. */

/**
 * The latest of what happened, none of it in part, below a title that says how much news found no
 * room: what was said and done first, then the captures that have a title, the larger before the
 * smaller, then the rest.
 */
export function latelyRows(scene: Scene, columns: number, height: number): Line[] {
  const { news, fresh, ranked } = newsOf(scene);
  const told = (account: Account) =>
    accountLines(scene, account, columns, fresh.has(account) ? 'plain' : 'dim');
  const kept = fitting(ranked, height, told);
  const lines = news.flatMap(account => kept.get(account) ?? []);
  const left = [...fresh].filter(account => !kept.has(account)).length;
  return [
    rule(columns, left > 0 ? words.latelyMore(left) : words.lately),
    ...tall(
      lines.length === 0 ? [line(toned(` ${words.nothing}`, 'dim'))] : withinRows(lines, height),
      height,
    ),
  ];
}

/** Rows that the news which is told first needs to be told whole. */
export function leastLately(scene: Scene, columns: number): number {
  const [first] = newsOf(scene).ranked;
  return first ? accountLines(scene, first, columns, 'plain').length : 1;
}

/** The news, which of it is fresh, and all of it by what is told first. */
function newsOf(scene: Scene) {
  const news = tail(scene.accounts, MOST_NEWS);
  const fresh = new Set(news.filter(account => isFresh(scene, account)));
  const [weighty, rest] = [true, false].map(weight =>
    news
      .filter(account => fresh.has(account) && account.concerns === weight)
      .reverse()
      .sort((a, b) => rankOf(a) - rankOf(b)),
  );
  const older = news.filter(account => !fresh.has(account)).reverse();
  return { news, fresh, ranked: [...(weighty ?? []), ...(rest ?? []), ...older] };
}

/** Less comes first: whatever is no capture, then captures by how many people they took. */
function rankOf({ captured }: Account): number {
  return captured === undefined ? -Number.MAX_VALUE : -captured.high;
}

/** More than this never fits. */
const MOST_NEWS = 120;

/** As many as find room, the first in any case, with their lines. */
function fitting(
  ranked: readonly Account[],
  height: number,
  told: (account: Account) => readonly Line[],
): ReadonlyMap<Account, readonly Line[]> {
  const kept = new Map<Account, readonly Line[]>();
  let left = height;
  for (const account of ranked) {
    if (kept.size > 0 && left <= 0) break;
    const lines = told(account);
    if (kept.size > 0 && lines.length > left) continue;
    kept.set(account, lines);
    left -= lines.length;
  }
  return kept;
}

/** New since the person's last move; for those who watch or read, what is of the day. */
function isFresh({ course, at, sight }: Scene, { entry, day }: Account): boolean {
  const played = partyPlayed(course);
  if (played === null || at < course.positions.length - 1) return day === sight.day;
  const last = course.entries.findLastIndex(({ event }) => 'party' in event && event.party === played);
  return entry >= last;
}
