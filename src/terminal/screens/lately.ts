import type { Account } from '../account.ts';
import { partyPlayed } from '../course.ts';
import { type Line, line, toned } from '../line.ts';
import { rule, tail, tall, withinRows } from '../pane.ts';
import type { Scene } from '../scene.ts';
import { board as words } from '../words.ts';
import { accountLines } from './account-lines.ts';

/* What happened lately, as much of it as there is room for. */

interface Told {
  readonly account: Account;
  readonly lines: readonly Line[];
}

/**
 * The latest of what happened, none of it in part, below a title that says how much news found no
 * room: what was said and done first, then the captures that have a title, the larger before the
 * smaller, then the rest.
 */
export function latelyRows(scene: Scene, columns: number, height: number): Line[] {
  const news = tail(scene.accounts, MOST_NEWS).map((account): Told => {
    const fresh = isFresh(scene, account);
    return { account, lines: accountLines(scene, account, columns, fresh ? 'plain' : 'dim') };
  });
  const [weighty, rest] = [true, false].map(weight =>
    news
      .filter(({ account }) => isFresh(scene, account) && account.concerns === weight)
      .reverse()
      .sort((a, b) => rankOf(a) - rankOf(b)),
  );
  const older = news.filter(({ account }) => !isFresh(scene, account)).reverse();
  const kept = fitting([...(weighty ?? []), ...(rest ?? []), ...older], height);
  const lines = news.filter(told => kept.has(told)).flatMap(({ lines }) => lines);
  const left = news.filter(told => isFresh(scene, told.account) && !kept.has(told)).length;
  return [
    rule(columns, left > 0 ? words.latelyMore(left) : words.lately),
    ...tall(
      lines.length === 0 ? [line(toned(` ${words.nothing}`, 'dim'))] : withinRows(lines, height),
      height,
    ),
  ];
}

/** Less comes first: whatever is no capture, then captures by how many people they took. */
function rankOf({ account: { captured } }: Told): number {
  return captured === undefined ? -Number.MAX_VALUE : -captured.high;
}

/** More than this never fits. */
const MOST_NEWS = 120;

/** As many as find room, the first in any case. */
function fitting(ranked: readonly Told[], height: number): Set<Told> {
  const kept = new Set<Told>();
  let left = height;
  for (const told of ranked) {
    if (kept.size > 0 && told.lines.length > left) continue;
    kept.add(told);
    left -= told.lines.length;
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
