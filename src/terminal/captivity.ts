import { type Captivity, captivityIn } from '../analysis/captivity.ts';
import type { Position } from '../statechart/position.ts';
import { remembered } from './remembered.ts';
import type { Scene } from './scene.ts';

/** What was reckoned of a position never changes. */
const RECKONED = new WeakMap<Position, Map<string, readonly (Captivity | null)[]>>();

/** Per group, how long its people have been held, as far as the one who looks may know. */
export function captivityOf({ course, at, position, sight }: Scene): readonly (Captivity | null)[] {
  const { viewer } = sight;
  const { scenario, entries, positions } = course;
  return remembered(RECKONED, position, `${at} ${viewer}`, () => {
    const past = { scenario, entries: entries.slice(0, at), positions: positions.slice(0, at + 1) };
    const told = captivityIn(past, viewer === 'mediator' ? 'outsider' : viewer);
    // What was heard of captures may have been too much: of a group of nobody there is nothing to tell.
    return told.map((each, group) => (sight.held.high[group] === 0 ? null : each));
  });
}
