import { knowledgeOf } from '../../campaign/view.ts';
import type { Range } from '../../scenario/figure.ts';
import { other, PARTIES } from '../../scenario/scenario.ts';
import { captivityOf } from '../captivity.ts';
import {
  cells,
  EMPTY,
  type Line,
  line,
  padEnd,
  padStart,
  type Segment,
  toned,
  wrap,
  wrapped,
} from '../line.ts';
import { restsOnList } from '../lists-seen.ts';
import type { Scene } from '../scene.ts';
import { bySide, exactly, homeSoFar } from '../sight.ts';
import { board, count, captivity as held, peoplePage as words } from '../words.ts';
import { groupsHeldBy, peopleOf } from './pools.ts';

/* Every group in full: how many are held, what they mean at home, what giving one up costs. */

const COLUMNS = [12, 11, 11, 11] as const;
const NUMBERS = COLUMNS.reduce((total, width) => total + width, 0);

export function peopleLines(scene: Scene, columns: number): Line[] {
  const sides = bySide(scene.sight.side);
  return [
    ...sides.flatMap(holder => [...poolLines(scene, holder, columns), EMPTY]),
    ...homeLines(scene),
    EMPTY,
    ...[...listNotes(scene), words.note, held.rule].flatMap(text =>
      wrapped(text, columns - 2, 'dim').map(row => line(' ', ...row)),
    ),
  ];
}

/** Of numbers that are no more than listed, what that means. */
export function listNotes(scene: Scene): string[] {
  const { parties } = scene.course.scenario;
  return PARTIES.filter(holder => restsOnList(scene, holder)).map(holder =>
    words.listNote(parties[holder].capital),
  );
}

function poolLines(scene: Scene, holder: 0 | 1, columns: number): Line[] {
  const { parties, groups } = scene.course.scenario;
  const name = columns - NUMBERS - 2;
  const title = peopleOf(scene, holder)(parties[other(holder)].name, parties[holder].name);
  const captivity = captivityOf(scene);
  const head = words.head.map((text, index) => padStart(text, COLUMNS[index] ?? 0)).join('');
  const rows = groupsHeldBy(scene, holder).flatMap(({ index }) => {
    const group = groups[index];
    if (!group) return [];
    const told = captivity[index];
    const about = [
      ...(told ? wrapped(sentence(held.held(told)), columns - 6) : []),
      ...wrapped(group.about, columns - 6, 'dim'),
    ].map(text => line('     ', ...text));
    return [...nameRows(scene, index, name), ...about];
  });
  const fits = cells(title) < name;
  return [
    ...(fits ? [] : [line(toned(` ${title}`, 'strong'))]),
    line(toned(padEnd(fits ? ` ${title}` : '', name + 2), 'strong'), toned(head, 'dim')),
    ...rows,
  ];
}

/** "held for 3 days" as a sentence of its own. */
function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Cells of a name below which it stands above its figures, and not beside them. */
const NARROWEST_NAME = 20;

/** A group's name, over as many rows as it needs, its figures beside the first, or below where it is narrow. */
function nameRows(scene: Scene, index: number, width: number): Line[] {
  const group = scene.course.scenario.groups[index];
  const tag = group?.standing === 'tradeable' ? '' : `${board.owed} `;
  const name = tag + (group?.name ?? '');
  if (width < NARROWEST_NAME) {
    const above = wrap(name, width + NUMBERS - 2).map(text => line(`   ${text}`));
    return [...above, line(' '.repeat(width + 2), ...figures(scene, index))];
  }
  const [first = '', ...rest] = wrap(name, width - 2);
  return [
    line(padEnd(`   ${first}`, width + 2), ...figures(scene, index)),
    ...rest.map(text => line(`     ${text}`)),
  ];
}

function figures(scene: Scene, index: number): Segment[] {
  const { held } = scene.sight;
  const range = { low: held.low[index] ?? 0, best: held.best[index] ?? 0, high: held.high[index] ?? 0 };
  const { worth, salience, grip } = figuresOf(scene, index);
  return [
    toned(padStart(inWords(range, count), COLUMNS[0]), 'strong'),
    ...[worth, salience, grip].map((figure, at) =>
      toned(padStart(inWords(figure, share), COLUMNS[at + 1] ?? 0), 'plain'),
    ),
  ];
}

/** What the one who looks may know of a group's values. */
export function figuresOf(
  { course, sight }: Scene,
  index: number,
): Readonly<Record<'worth' | 'salience' | 'grip', Range>> {
  const group = course.parameters.groups[index];
  if (sight.viewer === 'mediator' && group) return group.prior;
  if (sight.viewer === 0 || sight.viewer === 1) {
    const known = knowledgeOf(course.parameters, sight.viewer).groups[index];
    if (known) return known;
  }
  return {
    worth: exactly(group?.worth ?? 0),
    salience: exactly(group?.salience ?? 0),
    grip: exactly(group?.grip ?? 0),
  };
}

function inWords({ low, high }: Range, format: (value: number) => string): string {
  const [from, to] = [format(low), format(high)];
  return from === to ? from : `${from}-${to}`;
}

/** In three digits, so that a range has room in its column. */
function share(value: number): string {
  const digits = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
  return value.toFixed(digits);
}

function homeLines({ course, position, sight }: Scene): Line[] {
  const home = homeSoFar(position.campaign);
  const texts = bySide(sight.side).map(
    party => `${course.scenario.parties[party].name} ${count(home[party])}`,
  );
  return [line(` ${words.homeCome}: `, toned(texts.join(', '), 'strong'))];
}
