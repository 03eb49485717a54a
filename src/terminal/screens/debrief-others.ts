import type { PartyIndex, PerParty } from '../../scenario/scenario.ts';
import { cells, EMPTY, type Line, line, padEnd, padStart, toned, wrap } from '../line.ts';
import type { DebriefScreen } from '../screen.ts';
import { bySide } from '../sight.ts';
import { type Way, withWay } from '../way.ts';
import { sumOf } from '../ways-compared.ts';
import { count, debriefPage as words, worth } from '../words.ts';
import { note } from './debrief-lines.ts';
import { nameOfWay, sameInWords } from './way-words.ts';

/* The ways that were played from one beginning, a row each; two of them can be compared. */

const NUMBER = 16;
/** Cells that a name needs to stand in one row with its numbers. */
const NAME = 20;

export function otherWays({ scene, way, others }: DebriefScreen, columns: number): Line[] {
  if (others.length === 0) return [];
  const { parties } = scene.course.scenario;
  const sides = bySide(scene.sight.side);
  const here = { ...way, course: scene.course };
  const names = sides.map(party => parties[party].capital).join(' : ');
  const head = words.othersHead.map(text => padStart(text, NUMBER)).join('');
  return [
    line(toned(` ${words.others}`, 'strong'), toned(`  ${names}`, 'dim')),
    line(toned(padStart(head, columns - 3), 'dim')),
    ...withWay(others, here).flatMap(each => rowsOf(each, sides, each.number === way.number, columns)),
    ...sameInWords(others, here).flatMap(text => note(text, columns)),
    EMPTY,
  ];
}

/** The name and its numbers, in one row where there is room. */
function rowsOf(way: Way, sides: PerParty<PartyIndex>, isHere: boolean, columns: number): Line[] {
  const name = nameOfWay(way, isHere);
  const wide = columns - 3 * NUMBER - 6;
  const [first = '', ...rest] = wide < NAME ? [] : inPieces(name, wide);
  const above = wide < NAME ? inPieces(name, columns - 6).map(text => line(`   ${text}`)) : [];
  const numbers = line(padEnd(`   ${first}`, columns - 3 * NUMBER - 3), ...numbersOf(way, sides));
  return [...above, numbers, ...rest.map(text => line(`     ${text}`))];
}

/** Broken where a piece of it ends, so that a row does not begin with the number of another way. */
function inPieces(name: string, wide: number): string[] {
  if (cells(name) <= wide) return [name];
  return name.split(/(?<=,) /).flatMap(piece => wrap(piece, wide));
}

function numbersOf({ course }: Way, sides: PerParty<PartyIndex>): Line {
  const { home, captivityEnded, gained } = sumOf(course);
  const pair = (values: PerParty<number>, format: (value: number) => string) =>
    padStart(sides.map(party => format(values[party])).join(' : '), NUMBER);
  return line(
    toned(pair(home, count), 'strong'),
    pair(captivityEnded, count),
    pair(gained, value => worth(value, true)),
  );
}
