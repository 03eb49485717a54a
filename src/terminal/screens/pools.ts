import type { PartyIndex } from '../../scenario/scenario.ts';
import { other } from '../../scenario/scenario.ts';
import { partyPlayed } from '../course.ts';
import { type Line, line, padEnd, padStart, toned } from '../line.ts';
import { beside, rule } from '../pane.ts';
import type { Scene } from '../scene.ts';
import type { Viewer } from '../viewer.ts';
import { count, board as words } from '../words.ts';

/* Who is held: what one side holds, and its own people in the other's hands. */

const NUMBER = 6;

/** A rule with both titles and `height` rows of groups below it. */
export function poolRows(scene: Scene, columns: number, height: number): Line[] {
  const { side, viewer } = scene.sight;
  // A range needs three numbers, so the half with ranges is the wider one.
  const ranges = hasRanges(viewer);
  const at = !ranges ? Math.floor(columns / 2) : Math.floor(columns * 0.43);
  const [left, right] = titles(scene);
  const end = !ranges ? '' : `${words.range.map(name => padStart(name, NUMBER)).join('')} `;
  return [
    rule(columns, left, { at, title: right, end }),
    ...beside(
      pool(scene, side, at, height),
      pool(scene, other(side), columns - at - 1, height),
      at,
      columns,
      height,
    ),
  ];
}

/** A party knows of its own people in a range; a mediator goes by lists, who only watches by the truth. */
function hasRanges(viewer: Viewer): boolean {
  return viewer === 0 || viewer === 1;
}

function titles({ course, sight }: Scene): readonly [string, string] {
  const { parties } = course.scenario;
  const [own, them] = [parties[sight.side].name, parties[other(sight.side)].name];
  if (partyPlayed(course) === sight.viewer && sight.viewer !== null)
    return [words.youHold, words.yoursHeldBy(them)];
  if (sight.viewer === 'mediator') return [words.listedBy(own), words.listedBy(them)];
  return [words.holds(own), words.heldBy(own, them)];
}

/** Groups in the order they are shown: those who may be traded, then those who are owed. */
export function groupsHeldBy({ course }: Scene, holder: PartyIndex) {
  const held = course.parameters.groups.filter(g => g.holder === holder);
  return [...held.filter(g => !g.owed), ...held.filter(g => g.owed)];
}

function pool(scene: Scene, holder: PartyIndex, width: number, height: number): Line[] {
  const groups = groupsHeldBy(scene, holder);
  const rows = groups.map(group => groupRow(scene, group.index, width));
  if (rows.length <= height) return rows;
  return [...rows.slice(0, height - 1), line(toned(` ${words.moreGroups(rows.length - height + 1)}`, 'dim'))];
}

function groupRow({ course, sight }: Scene, index: number, width: number): Line {
  const group = course.scenario.groups[index];
  const numbers = heldInWords(
    sight.held.low[index] ?? 0,
    sight.held.best[index] ?? 0,
    sight.held.high[index] ?? 0,
  );
  const wide = hasRanges(sight.viewer) && group?.holder !== sight.viewer;
  const text = wide ? numbers.map(number => padStart(number, NUMBER)).join('') : padStart(numbers[1], NUMBER);
  const tag = group?.standing === 'tradeable' ? '' : `${words.owed} `;
  const name = padEnd(` ${tag}${group?.name ?? ''}`, width - text.length - 2);
  return line(toned(`${name} `, tag === '' ? 'plain' : 'dim'), toned(text, 'strong'), ' ');
}

/** Low, likely and high; only the likely one where it is known exactly. */
function heldInWords(low: number, best: number, high: number): readonly [string, string, string] {
  return low === high ? ['', count(best), ''] : [count(low), count(best), count(high)];
}
