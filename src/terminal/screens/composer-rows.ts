import { sum } from '../../campaign/counts.ts';
import { captivityOf } from '../captivity.ts';
import { footer } from '../footer.ts';
import { cells, EMPTY, type Line, line, type Size, toned, wrapped } from '../line.ts';
import { beside, rule, ruleTo, withinRows } from '../pane.ts';
import type { ComposerScreen } from '../screen.ts';
import { gainPlane, captivity as held, composer as words } from '../words.ts';
import { balanceInBrief } from './balance.ts';
import { headRows } from './board-rows.ts';
import { groupNow, offeredIn } from './composer-counts.ts';
import { groupRows } from './composer-groups.ts';
import { fullHeight, leastHeight, meaningParts, partsWithin } from './composer-meaning.ts';
import { talksPane } from './talks-pane.ts';
import { talksPlane } from './talks-plane.ts';
import { trackRow } from './track.ts';

export function composerRows(screen: ComposerScreen, { columns, rows }: Size): Line[] {
  const above = aboveRows(screen, columns, rows);
  const below = meaningParts(screen, columns);
  const foot = footRows(screen, columns);
  const free = rows - above.length - 1 - foot.length;
  // Without some groups in sight nothing can be put together; what is no warning gives way to them.
  const least = Math.max(FEWEST_GROUPS, Math.min(LEAST_GROUPS, free - leastHeight(below)));
  const height = Math.max(Math.min(least, free), free - fullHeight(below));
  const { lines: groups, tellsMost } = groupRows(screen, columns, height);
  const title = titleRow(screen, tellsMost, columns);
  const room = free - groups.length;
  const used = [...above, title, ...groups, ...withinRows(partsWithin(below, room), room), ...foot];
  return [...used, ...offersSoFar(screen, { columns, rows: rows - used.length })];
}

/** Where the campaign stands, above what is decided, as far as there is room for it. */
function aboveRows({ scene }: ComposerScreen, columns: number, rows: number): Line[] {
  if (rows < ROOM_FOR_BRIEF) return [];
  const brief = balanceInBrief(scene, columns - 2);
  return rows < ROOM_FOR_HEAD
    ? [line(` ${brief}`)]
    : [...headRows(scene, columns), trackRow(scene.sight.phase, columns), line(` ${brief}`), EMPTY];
}

/** Rows from which on there is room for the balance above, and for the head of the board. */
const ROOM_FOR_BRIEF = 22;
const ROOM_FOR_HEAD = 34;

/** Rows for the groups, their heading among them, however much there is to say of the offer. */
const LEAST_GROUPS = 5;
/** The same where there is no room for a warning otherwise. */
const FEWEST_GROUPS = 3;

/** Whether people of both sides are named in it. */
function isDeal({ purpose }: ComposerScreen): boolean {
  return purpose === 'offer' || purpose === 'text';
}

/** With room to spare, what was offered before, which one answers to, and this offer among the others. */
function offersSoFar(screen: ComposerScreen, { columns, rows }: Size): Line[] {
  const { scene, counts } = screen;
  const none = scene.sight.talks.offers.length === 0;
  if (!isDeal(screen) || rows < SMALLEST_LIST) return [];
  const at = columns < ROOM_FOR_PLANE || rows < SMALLEST_PLANE ? columns : columns - PLANE;
  if (at === columns && none) return [];
  const { title, end, lines } = talksPane(scene, rows - 2, at);
  const head = ruleTo(title, end, at);
  if (at === columns) return [EMPTY, head, ...lines];
  const draft = sum(counts) > 0 ? offeredIn(screen) : null;
  const height = Math.min(rows - 2, HIGHEST_PLANE);
  const plane = talksPlane(scene, { columns: PLANE - 1, rows: height }, draft);
  return [
    EMPTY,
    [...head, toned('┬', 'dim'), ...rule(PLANE - 1, gainPlane.title)],
    ...beside(lines, plane, at, columns, height),
  ];
}

/** From this size on the offers are drawn on their plane, so many columns wide and at most so high. */
const ROOM_FOR_PLANE = 110;
const SMALLEST_PLANE = 12;
const PLANE = 60;
const HIGHEST_PLANE = 16;

/** Rows from which on the offers so far are worth a heading. */
const SMALLEST_LIST = 6;

/** The title of the composer, and as much as finds room beside it of what there is to say of the chosen group. */
function titleRow(screen: ComposerScreen, tellsMost: boolean, columns: number): Line {
  const room = columns - AROUND_TITLE - cells(words.titles[screen.purpose]);
  const since = aboutChosen(screen, tellsMost).find(text => cells(text) <= room) ?? '';
  return ruleTo(titleOf(screen, columns - cells(since)), since, columns);
}

function titleOf({ purpose, capacity, scene }: ComposerScreen, room: number): string {
  const title = words.titles[purpose];
  if (capacity === null) return title;
  const whole = `${title}: ${words.carries(capacity, scene.sight.talks.capacity)}`;
  const ways = [whole, `${title}: ${words.carriesInBrief(capacity)}`];
  return ways.find(text => cells(text) + AROUND_TITLE <= room) ?? title;
}

/** Cells of a rule around its title. */
const AROUND_TITLE = 4;

/** How long the chosen group has been held; and how many of it there are at most, where no row says so. The longest first. */
function aboutChosen(screen: ComposerScreen, tellsMost: boolean): string[] {
  const captivity = captivityOf(screen.scene)[groupNow(screen)];
  const most = tellsMost ? [] : [words.mostOfGroup(screen.most[groupNow(screen)] ?? 0)];
  const told = [...most, ...(captivity ? [held.brief(captivity)] : [])];
  return [told, most].filter(each => each.length > 0).map(each => ` ${each.join('; ')} `);
}

function footRows(screen: ComposerScreen, columns: number): Line[] {
  if (screen.purpose === 'text') return [templates(words.textTemplates, columns)];
  if (screen.purpose !== 'offer') return [templates(words.countTemplates, columns)];
  const intern = screen.field === 'neutral' ? words.interning : words.mayIntern;
  const terms = [
    ...(screen.mayIntern ? [intern] : []),
    ...(screen.mayParole ? [words.mayParole(screen.parole)] : []),
  ];
  return [
    ...messageRows(screen, columns),
    ...terms.map(text => line(toned(` ${text}`, screen.parole && text !== intern ? 'strong' : 'dim'))),
    templates(words.templates, columns),
  ];
}

function templates(keys: string, columns: number): Line {
  return line(toned(` ${footer(keys, columns - 2)}`, 'dim'));
}

function messageRows({ draft, message }: ComposerScreen, columns: number): Line[] {
  if (draft === null) {
    const text = message === '' ? words.noMessage : words.message(message);
    return [line(toned(` ${text}`, message === '' ? 'dim' : 'plain'))];
  }
  return wrapped(words.message(`${draft}_`), columns - 2, 'chosen').map(row => line(' ', ...row));
}
