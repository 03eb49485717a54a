import { drawPlane, marksByPlace, type Plane, type PlaneSigns } from '../../report/plane.ts';
import type { PartyIndex, PerParty } from '../../scenario/scenario.ts';
import type { Appraisal } from '../appraisal.ts';
import { type Line, line, type Segment, type Size, type Tone, toned, wrapped } from '../line.ts';
import { bySide } from '../sight.ts';
import { gainPlane as words } from '../words.ts';

/*
 * Offers on the plane of what both sides would gain by them: the lines are the least that each would
 * accept, so that right of and above them both gain. What falls on one place is told by name.
 */

/** An offer on the plane. */
export interface Gains {
  readonly sign: string;
  readonly tone: Tone;
  /** Whether no other offer has the sign. */
  readonly unique: boolean;
  /** Of whom it is to the right, then of the other. */
  readonly gains: PerParty<number>;
  /** What its people who would come home are worth to each side, whatever is given for them. */
  readonly home: PerParty<number>;
  /** What it is called where it cannot be seen. */
  readonly name: string;
}

/** Where an offer stands: what each side would gain over its least, most likely; `right`: whose gain goes to the right. */
export function placeOf(
  { values, reservations, worthOfHome }: Appraisal,
  right: PartyIndex = 0,
): Pick<Gains, 'gains' | 'home'> {
  const [first, second] = bySide(right);
  const gain = (party: PartyIndex) => values[party].best - reservations[party].best;
  return { gains: [gain(first), gain(second)], home: [worthOfHome[first], worthOfHome[second]] };
}

const BOXES: PlaneSigns = {
  trail: '·',
  across: '─',
  up: '│',
  least: '┼',
  side: '│',
  base: '─',
  corner: '└',
};

/** The plane, `size.rows` high, its signs in their tones. */
export function gainRows(points: readonly Gains[], names: PerParty<string>, size: Size): Line[] {
  const plane = planeOf(points, names);
  const signs = points.map(({ sign }) => sign);
  for (const stack of stacksOf(plane, size)) for (const index of stack) signs[index] = signOf(points, stack);
  const marks = plane.marks.map((mark, index) => ({ ...mark, sign: signs[index] ?? mark.sign }));
  const tones = new Map<string, Tone>(points.map(({ sign, tone }) => [sign, tone]));
  tones.set(words.several, 'strong');
  const drawn = drawPlane({ ...plane, marks }, { width: size.columns, height: size.rows }, BOXES);
  return drawn.map(text => inTones(text, tones));
}

/** What is on one place, place by place: "* 13 Aug Moscow; 13 Aug Kyiv". */
export function stackLines(points: readonly Gains[], names: PerParty<string>, size: Size): Line[] {
  return stacksOf(planeOf(points, names), size).flatMap(stack => {
    const called = stack.map(index => points[index]?.name ?? '');
    return wrapped(words.stack(signOf(points, stack), called), size.columns, 'dim', 2);
  });
}

function stacksOf(plane: Plane, { columns, rows }: Size): readonly (readonly number[])[] {
  return marksByPlace(plane, { width: columns, height: rows }).filter(stack => stack.length > 1);
}

/** What stands for several: the one among them that is told from all others by its sign, or the sign for several. */
function signOf(points: readonly Gains[], stack: readonly number[]): string {
  const single = stack.flatMap(index => {
    const { sign, unique } = points[index] ?? {};
    return sign !== undefined && unique ? [sign] : [];
  });
  const [only] = single;
  return only !== undefined && single.length === 1 ? only : words.several;
}

function planeOf(points: readonly Gains[], names: PerParty<string>): Plane {
  const marks = points.map(({ sign, gains }) => ({ sign, values: gains }));
  // An axis reaches at least as far as what is brought home is worth: a gain is looked at beside that.
  const most = (party: PartyIndex) => Math.max(0, ...points.map(({ home }) => home[party]));
  return { marks, trail: [], least: [0, 0], names, span: [most(0), most(1)] };
}

/** Left of and below the axes there are only numbers and names; signs are looked for within. */
function inTones(text: string, tones: ReadonlyMap<string, Tone>): Line {
  const axis = text.indexOf(BOXES.side);
  if (axis < 0) return line(toned(text, 'dim'));
  const cells = [...text.slice(axis + 1)].map((cell): Segment => toned(cell, tones.get(cell) ?? 'dim'));
  return line(toned(text.slice(0, axis + 1), 'dim'), ...joined(cells));
}

/** Neighbours in one tone as one piece. */
function joined(cells: readonly Segment[]): Segment[] {
  const pieces: Segment[] = [];
  for (const cell of cells) {
    const last = pieces.at(-1);
    if (last && last.tone === cell.tone) pieces[pieces.length - 1] = { ...last, text: last.text + cell.text };
    else pieces.push(cell);
  }
  return pieces;
}
