import { type App, notice, type Reply } from './app.ts';
import type { Key } from './key.ts';
import type { Screen } from './screen.ts';
import { general } from './words.ts';

/*
 * A key that does nothing says so: somebody who pressed it by mistake, or took it from another screen,
 * should not wait for something. Keys that move are left out, since at the end of a list they stop there.
 */

const MOVING: ReadonlySet<Key> = new Set('hjkl1');
/** Screens that any key leaves, or that list the keys themselves. */
const EXCEPTED: readonly Screen['name'][] = ['cover', 'help', 'palette'];

/** The reply, or that nothing came of the key. */
export function spokenFor(before: App, reply: Reply, key: Key): Reply {
  const top = before.stack.at(-1);
  const named = general.keyNames[key] ?? ([...key].length === 1 && !MOVING.has(key) ? key : null);
  if (named === null || !top || EXCEPTED.includes(top.name)) return reply;
  const silent = reply.order === undefined && isSame(before, reply.app);
  return silent ? { app: notice(before, general.nothing(named)) } : reply;
}

/** Whether nothing has changed that is seen; a screen may have been made anew with the same in it. */
function isSame(before: App, after: App): boolean {
  const [below, rest] = [before.stack.slice(0, -1), after.stack.slice(0, -1)];
  const [top, now] = [before.stack.at(-1), after.stack.at(-1)];
  return (
    areEqual({ ...before, stack: null }, { ...after, stack: null }) &&
    areEqual(below, rest) &&
    (top === now || (top !== undefined && now !== undefined && areEqual(top, now)))
  );
}

function areEqual(one: object, two: object): boolean {
  const [left, right] = [Object.entries(one), new Map(Object.entries(two))];
  return left.length === right.size && left.every(([field, value]) => right.get(field) === value);
}
