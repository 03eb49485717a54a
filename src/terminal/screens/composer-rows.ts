import { sum } from '../../campaign/counts.ts';
import type { PartyEvent } from '../../campaign/event.ts';
import { countedGroup } from '../../report/people.ts';
import { other, type PerParty } from '../../scenario/scenario.ts';
import { appraise, findingsOf } from '../appraisal.ts';
import { captivityOf } from '../captivity.ts';
import { peopleNamed } from '../ear.ts';
import { footer } from '../footer.ts';
import { between, cells, EMPTY, type Line, line, type Size, toned, widthOf, wrapped } from '../line.ts';
import { beside, rule, ruleTo, tall, withinRows } from '../pane.ts';
import type { ComposerScreen } from '../screen.ts';
import { choice, gainPlane, captivity as held, composer as words } from '../words.ts';
import { appraisalRows } from './appraisal-rows.ts';
import { balanceInBrief } from './balance.ts';
import { headRows } from './board-rows.ts';
import { groupNow, moveOf, offeredIn } from './composer-counts.ts';
import { groupRows } from './composer-groups.ts';
import { instructionRows } from './instruction-rows.ts';
import { findingTextsOf } from './law-found.ts';
import { stagesRows } from './stages.ts';
import { talksPane } from './talks-pane.ts';
import { talksPlane } from './talks-plane.ts';
import { trackRow } from './track.ts';

export function composerRows(screen: ComposerScreen, { columns, rows }: Size): Line[] {
  const above = aboveRows(screen, columns, rows);
  const below = isDeal(screen) ? meaningRows(screen, columns) : namedRows(screen, columns);
  const foot = footRows(screen, columns);
  const free = rows - above.length - 1;
  // Without some groups in sight nothing can be put together; below, what is told last gives way to them.
  const least = Math.min(LEAST_GROUPS, free - foot.length);
  const height = Math.max(least, free - below.length - foot.length);
  const { lines: groups, tellsMost } = groupRows(screen, columns, height);
  const since = heldInTitle(screen, tellsMost);
  const title = ruleTo(titleOf(screen, columns - cells(since)), since, columns);
  const room = free - groups.length - foot.length;
  const used = [
    ...above,
    title,
    ...groups,
    ...tall(withinRows(below, room), Math.min(below.length, room)),
    ...foot,
  ];
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

function titleOf({ purpose, capacity, scene }: ComposerScreen, room: number): string {
  const title = words.titles[purpose];
  if (capacity === null) return title;
  const whole = `${title}: ${words.carries(capacity, scene.sight.talks.capacity)}`;
  const ways = [whole, `${title}: ${words.carriesInBrief(capacity)}`];
  return ways.find(text => cells(text) + AROUND_TITLE <= room) ?? title;
}

/** Cells of a rule around its title. */
const AROUND_TITLE = 3;

/** How long the chosen group has been held; and how many of it there are at most, where no row says so. */
function heldInTitle(screen: ComposerScreen, tellsMost: boolean): string {
  const captivity = captivityOf(screen.scene)[groupNow(screen)];
  const most = tellsMost ? [] : [words.of(screen.most[groupNow(screen)] ?? 0)];
  const told = [...most, ...(captivity ? [held.brief(captivity)] : [])];
  return told.length > 0 ? ` ${told.join('; ')} ` : '';
}

function namedRows({ counts, purpose }: ComposerScreen, columns: number): Line[] {
  const about = purpose === 'offer' || purpose === 'text' ? '' : words.countAbout[purpose];
  return [
    rule(columns),
    line(` ${words.named(sum(counts))}`),
    ...wrapped(about, columns - 2, 'dim').map(row => line(' ', ...row)),
  ];
}

/** What the offer would mean, before it is sent. */
function meaningRows(screen: ComposerScreen, columns: number): Line[] {
  const { scene, counts, party } = screen;
  const { home, owed } = appraise(scene.position, scene.sight.viewer, offeredIn(screen));
  return [
    rule(columns),
    ...totalRows(totalsOf(screen, home, owed), tradedOf(screen, home, owed), columns),
    ...(sum(counts) === 0
      ? [line(toned(` ${words.empty}`, 'dim'))]
      : appraisalRows(scene, offeredIn(screen), party, columns)),
    ...(screen.purpose === 'offer' && sum(counts) > 0
      ? instructionRows(scene, offeredIn(screen), party, columns)
      : []),
    ...lawRows(screen, columns),
    ...stagesRows(scene, offeredIn(screen).deal, columns),
    ...differenceRows(screen, columns),
    ...struckRows(screen, columns),
  ];
}

/** How many go each way, and beside it or below it what is given for each. */
function totalRows(totals: string, traded: string, columns: number): Line[] {
  const [left, right] = [line(toned(` ${totals}`, 'strong')), line(`${traded} `)];
  const fits = widthOf(left) + widthOf(right) + 1 <= columns;
  return fits ? [between(left, right, columns)] : [left, line(` ${traded}`)];
}

/** How many go each way, the owed among them. */
function totalsOf(
  { scene, party, purpose }: ComposerScreen,
  home: PerParty<number>,
  owed: PerParty<number>,
): string {
  const them = other(party);
  const { parties } = scene.course.scenario;
  const [given, got] = [home[them] + owed[them], home[party] + owed[party]];
  return purpose === 'text'
    ? words.textTotal(parties[them].name, given, parties[party].name, got)
    : words.total(given, got);
}

/** How many of them are owed, and how many of the rest are given for each. */
function tradedOf(
  { party, purpose }: ComposerScreen,
  home: PerParty<number>,
  owed: PerParty<number>,
): string {
  const them = other(party);
  if (purpose === 'text') return words.textOwed(owed[them], owed[party]);
  if (owed[them] + owed[party] === 0) return words.ratio(home[them], home[party]);
  return [words.totalOwed(owed[them], owed[party]), words.ratioOfRest(home[them], home[party])]
    .filter(Boolean)
    .join(', ');
}

/** Why fewer of a group can be named than are held: names that were struck off the lists. */
function struckRows({ scene }: ComposerScreen, columns: number): Line[] {
  const groups = peopleNamed(scene.course.scenario, scene.sight.talks.struck);
  return groups.length === 0
    ? []
    : wrapped(words.struck(groups), columns - 2, 'dim', 2).map(row => line(' ', ...row));
}

/** Where the offer departs from the other side's last one, group by group. */
function differenceRows({ scene, party, purpose, counts }: ComposerScreen, columns: number): Line[] {
  const theirs = scene.sight.talks.offers.findLast(({ by }) => by === other(party));
  if (purpose !== 'offer' || !theirs || sum(counts) === 0) return [];
  const { scenario } = scene.course;
  const changes = counts.flatMap((people, group) => {
    const by = people - (theirs.deal[group] ?? 0);
    return by === 0 ? [] : [words.change(by, countedGroup(scenario, group, Math.abs(by)))];
  });
  return wrapped(words.difference(changes), columns - 2, 'dim', 2).map(row => line(' ', ...row));
}

function lawRows(screen: ComposerScreen, columns: number): Line[] {
  if (sum(screen.counts) === 0) return [];
  const texts = findingTextsOf(screen);
  if (texts.length === 0) return [line(toned(` ${words.lawClear}`, 'dim'))];
  return [
    ...texts.flatMap(text => wrapped(text, columns - 2, 'warn', 2).map(row => line(' ', ...row))),
    ...wrapped(
      isFoundFor(screen) ? `${choice.lawNote} ${words.releaseHint}` : choice.lawNote,
      columns - 2,
      'dim',
    ).map(row => line(' ', ...row)),
  ];
}

/** Whether something is found against the one who puts it together. */
function isFoundFor(screen: ComposerScreen): boolean {
  const move = moveOf(screen);
  const event = { ...move, party: screen.party } as PartyEvent;
  return move !== null && findingsOf(screen.scene.position, event).length > 0;
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
