import { type App, notice, pop, push, type Reply, replaceTop } from '../app.ts';
import { asArrow, type Key, rowAfter } from '../key.ts';
import { EMPTY, type Line, line, padEnd, padStart, type Size, toned, wrapped } from '../line.ts';
import { abreast, halfWidth, lastTop, rule, scrolled } from '../pane.ts';
import type { DebriefScreen, WaysScreen } from '../screen.ts';
import { leverageByDay } from '../sight.ts';
import { type Way, withWay } from '../way.ts';
import { compareWays, onBoth, type Pair, type WaysCompared } from '../ways-compared.ts';
import { general, ways as words } from '../words.ts';
import { accountLines } from './account-lines.ts';
import { columnOf, curveRows, type DayScale, dateRow, markRow, signRows } from './course-rows.ts';
import { DEBRIEF_LABEL, debriefScale } from './game-graph.ts';
import { decidedInWords, firstRows, nameOfWay, partingInWords, sumRows, untilInWords } from './way-words.ts';

/* Two of the ways that were played from one beginning: where they part, and what came of each. */

/** Rows outside the list: the title, the hint, and the free last row. */
const OUTSIDE = 3;

/** The way of the debrief beside the one that it was branched off from, or that was branched off from it. */
export function openWays(app: App, { scene, way, others }: DebriefScreen): Reply {
  const here = { ...way, course: scene.course };
  const beside = others.find(({ number }) => number === way.from?.number) ?? others.at(-1);
  if (!beside) return { app: notice(app, words.only) };
  const pair: Pair<Way> = beside.number < here.number ? [beside, here] : [here, beside];
  const { side } = scene.sight;
  const compared = compareWays(pair, side);
  const all = withWay(others, here);
  return { app: push(app, { name: 'ways', ways: all, compared, side, here: here.number, top: 0 }) };
}

export function pressWays(app: App, screen: WaysScreen, key: Key): Reply {
  if (['escape', 'enter', 'o', 'q'].includes(key)) return { app: pop(app) };
  const arrow = asArrow(key);
  if (arrow === 'left' || arrow === 'right') return another(app, screen, arrow === 'left' ? 0 : 1);
  const room = app.size.rows - OUTSIDE - 1;
  const last = lastTop(waysLines(screen, app.size.columns).length, room);
  const top = rowAfter(key, Math.min(screen.top, last), last + 1, room);
  return { app: replaceTop(app, { ...screen, top }) };
}

/** The next way on one side that is not on the other. */
function another(app: App, screen: WaysScreen, at: 0 | 1): Reply {
  const { ways, compared, side } = screen;
  const [kept, changed] = [compared.ways[at === 0 ? 1 : 0], compared.ways[at]];
  const choice = ways.filter(({ number }) => number !== kept.number);
  const now = choice.findIndex(({ number }) => number === changed.number);
  const next = choice[(now + 1) % choice.length];
  const whole = ways.find(({ number }) => number === kept.number);
  if (!next || !whole || choice.length < 2) return { app: notice(app, words.noOther) };
  const pair: Pair<Way> = at === 0 ? [next, whole] : [whole, next];
  return { app: replaceTop(app, { ...screen, compared: compareWays(pair, side) }) };
}

export function waysRows(screen: WaysScreen, { columns, rows }: Size): Line[] {
  return [
    rule(columns, words.title),
    ...scrolled(waysLines(screen, columns), screen.top, rows - 1, general.more),
  ];
}

function waysLines(screen: WaysScreen, columns: number): Line[] {
  const { compared } = screen;
  return [
    ...namesLines(screen, columns),
    EMPTY,
    ...partingLines(compared, columns),
    EMPTY,
    ...sumLines(screen, columns),
    EMPTY,
    ...firstLines(screen, columns),
    EMPTY,
    ...courseLines(screen, columns),
    EMPTY,
    ...otherwiseLines(compared, columns),
    EMPTY,
    ...says(words.note, columns),
  ];
}

function heading(text: string): Line {
  return line(toned(` ${text}`, 'strong'));
}

function says(text: string, columns: number): Line[] {
  return wrapped(text, columns - 4, 'dim').map(row => line('   ', ...row));
}

/** Which two are shown. */
function namesLines({ compared, ways, here }: WaysScreen, columns: number): Line[] {
  return [
    ...compared.ways.flatMap(({ number }) => {
      // By its whole course: that it was left, and when, is told though both are reckoned to one day.
      const way = ways.find(each => each.number === number);
      if (!way) return [];
      return wrapped(nameOfWay(way, number === here), columns - 4, 'plain', 2).map(row =>
        line('   ', ...row),
      );
    }),
    ...untilInWords(compared).flatMap(text => says(text, columns)),
  ];
}

function partingLines(compared: WaysCompared, columns: number): Line[] {
  const decided = decidedInWords(compared);
  if (decided === null) return says(words.same, columns);
  const width = halfWidth(columns);
  const [left, right] = onBoth(decided, text => wrapped(text, width - 3).map(row => line('   ', ...row)));
  const heads = onBoth(compared.ways, ({ number }) => line(toned(`   ${words.way(number)}`, 'dim')));
  return [heading(partingInWords(compared)), ...abreast([heads[0], ...left], [heads[1], ...right], columns)];
}

const NUMBER = 11;

/** Three columns of numbers at the right edge, under their heads. */
function columnsAtEnd(name: Line, cells: readonly string[], columns: number): Line {
  const wide = columns - cells.length * NUMBER - 1;
  const text = name.map(segment => segment.text).join('');
  return line(
    toned(padEnd(text, wide), name[0]?.tone ?? 'plain'),
    ...cells.map(cell => padStart(cell, NUMBER)),
  );
}

function headOf({ ways }: WaysCompared, title: string, columns: number, last: readonly string[]): Line {
  const cells = [...ways.map(({ number }) => words.way(number)), ...last];
  const [name, ...rest] = columnsAtEnd(heading(title), cells, columns);
  return [...(name ? [name] : []), ...rest.map(({ text }) => toned(text, 'dim'))];
}

function sumLines({ compared, side }: WaysScreen, columns: number): Line[] {
  const rows = sumRows(compared, side).map(({ label, of, values, difference }) => {
    const name = line(`   ${of === null ? label : `  ${of}`}`);
    return values === null ? name : columnsAtEnd(name, [...values, difference], columns);
  });
  return [headOf(compared, words.sums, columns, [words.difference]), ...rows];
}

/** A date stands before what it is of, so that the days can be read down. */
const DATE = 8;

function firstLines({ compared, side }: WaysScreen, columns: number): Line[] {
  const rows = firstRows(compared, side).map(({ what, date, values }) =>
    columnsAtEnd(line(`   ${padEnd(date ?? words.never, DATE)}${what}`), values, columns),
  );
  return [headOf(compared, words.firsts, columns, []), ...rows];
}

/** Both courses over the same days, one below the other, and between them where they part. */
function courseLines({ compared, side }: WaysScreen, columns: number): Line[] {
  const [{ course }] = compared.ways;
  const scale = debriefScale(course, columns);
  const rows = compared.ways.flatMap(way => [
    line(toned(`   ${words.way(way.number)}`, 'dim')),
    ...courseOf(way, side, scale),
  ]);
  const foot = [...partingMark(compared, scale), dateRow(course, scale, DEBRIEF_LABEL)];
  const { capital } = course.scenario.parties[side];
  return [heading(words.courses(capital)), ...rows, ...foot.map(row => line('   ', ...row))];
}

function courseOf({ course }: Way, side: WaysScreen['side'], scale: DayScale): Line[] {
  const upTo = course.positions.length - 1;
  return [
    ...curveRows(leverageByDay(course.positions, side), scale, words.axis, DEBRIEF_LABEL),
    ...signRows({ course, upTo, viewer: null }, scale, DEBRIEF_LABEL),
  ].map(row => line('   ', ...row));
}

function partingMark({ parting }: WaysCompared, scale: DayScale): Line[] {
  if (parting === null) return [];
  const at = columnOf(scale, parting.day);
  return [markRow(words.parting, `${' '.repeat(at)}${words.partingSign}`, DEBRIEF_LABEL, 'strong')];
}

function otherwiseLines({ ways, otherwise }: WaysCompared, columns: number): Line[] {
  const width = halfWidth(columns);
  const [left, right] = ([0, 1] as const).map(at => {
    const told = otherwise[at].flatMap(account =>
      accountLines({ course: ways[at].course }, account, width, 'plain'),
    );
    const head = line(toned(`   ${words.way(ways[at].number)}`, 'dim'));
    return [head, ...(told.length > 0 ? told : [line(`   ${words.nothingOtherwise}`)])];
  });
  return [heading(words.otherwise), ...abreast(left ?? [], right ?? [], columns)];
}
