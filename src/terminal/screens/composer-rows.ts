import { sum } from '../../campaign/counts.ts';
import { countedGroup } from '../../report/people.ts';
import { other, type PerParty } from '../../scenario/scenario.ts';
import type { ComposerScreen } from '../app.ts';
import { appraise } from '../appraisal.ts';
import { captivityOf } from '../captivity.ts';
import { peopleNamed } from '../ear.ts';
import {
  between,
  cells,
  EMPTY,
  type Line,
  line,
  padEnd,
  padStart,
  type Size,
  type Tone,
  toned,
  wrap,
  wrapped,
} from '../line.ts';
import { beside, rule, ruleTo, scrolledTo, tall } from '../pane.ts';
import { board as boardWords, choice, count, captivity as held, composer as words } from '../words.ts';
import { appraisalRows } from './appraisal-rows.ts';
import { findingTexts } from './composer.ts';
import { groupNow, moveOf, offeredIn } from './composer-counts.ts';
import { instructionRows } from './instruction-rows.ts';
import { shortNameOf } from './pools.ts';
import { stagesRows } from './stages.ts';
import { talksRows } from './talks-pane.ts';

/** Cells of a count and what stands beside it. */
const NUMBERS = 16;

export function composerRows(screen: ComposerScreen, { columns, rows }: Size): Line[] {
  const title = ruleTo(titleOf(screen), heldInTitle(screen), columns);
  const below = isDeal(screen) ? meaningRows(screen, columns) : namedRows(screen, columns);
  const foot = footRows(screen, columns);
  const height = Math.max(2, rows - 1 - below.length - foot.length);
  const groups = groupRows(screen, columns, height);
  const used = [title, ...groups, ...tall(below, rows - 1 - height - foot.length), ...foot];
  return [...used, ...offersSoFar(screen, { columns, rows: rows - used.length })];
}

/** Whether people of both sides are named in it. */
function isDeal({ purpose }: ComposerScreen): boolean {
  return purpose === 'offer' || purpose === 'text';
}

/** With room to spare, what was offered before: it is what one answers to. */
function offersSoFar(screen: ComposerScreen, { columns, rows }: Size): Line[] {
  const { scene } = screen;
  const none = scene.sight.talks.offers.length === 0;
  if (!isDeal(screen) || none || rows < SMALLEST_LIST) return [];
  return [EMPTY, rule(columns, boardWords.talks), ...talksRows(scene, rows - 2, columns)];
}

/** Rows from which on the offers so far are worth a heading. */
const SMALLEST_LIST = 6;

function titleOf({ purpose, capacity, scene }: ComposerScreen): string {
  const title = words.titles[purpose];
  return capacity === null ? title : `${title}: ${words.carries(capacity, scene.sight.talks.capacity)}`;
}

/** How long the chosen group has been held. */
function heldInTitle(screen: ComposerScreen): string {
  const captivity = captivityOf(screen.scene)[groupNow(screen)];
  return captivity ? ` ${held.brief(captivity)} ` : '';
}

/** The groups, those given on the left and those asked for on the right; one column where only one is. */
function groupRows(screen: ComposerScreen, columns: number, height: number): Line[] {
  const { scene, party, order } = screen;
  const groups = scene.course.parameters.groups;
  const given = order.filter(index => groups[index]?.home !== party);
  const asked = order.filter(index => groups[index]?.home === party);
  const { give, ask } = sideTitles(screen);
  if (asked.length === 0)
    return column(screen, given, give, columns, Math.min(height, columnHeight(screen, given, columns)));
  const half = Math.floor(columns / 2);
  const needed = Math.min(
    height,
    Math.max(columnHeight(screen, given, half), columnHeight(screen, asked, columns - half - 1)),
  );
  return beside(
    column(screen, given, give, half, needed),
    column(screen, asked, ask, columns - half - 1, needed),
    half,
    columns,
    needed,
  );
}

function sideTitles({ scene, party, purpose }: ComposerScreen): {
  readonly give: string;
  readonly ask: string;
} {
  const { parties } = scene.course.scenario;
  const them = parties[other(party)].name;
  if (purpose === 'text') return { give: words.homeTo(them), ask: words.homeTo(parties[party].name) };
  return { give: purpose === 'strikeNames' ? words.strike : words.give(them), ask: words.ask(them) };
}

function column(
  screen: ComposerScreen,
  indices: readonly number[],
  title: string,
  width: number,
  height: number,
): Line[] {
  const blocks = indices.map(index => groupBlock(screen, index, width));
  const chosen = Math.max(0, indices.indexOf(screen.order[screen.row] ?? -1));
  return [line(toned(` ${title}`, 'strong')), ...aroundChosen(blocks, chosen, height - 1)];
}

/** Rows of a column with the title, if nothing in it is cut. */
function columnHeight(screen: ComposerScreen, indices: readonly number[], width: number): number {
  return indices.reduce((total, index) => total + groupBlock(screen, index, width).length, 1);
}

/** Names over as many rows as they need, the chosen one first, as long as there is room; a row each in any case. */
function aroundChosen(blocks: readonly (readonly Line[])[], chosen: number, room: number): Line[] {
  let spare = Math.max(0, room - blocks.length);
  const heights = blocks.map(() => 1);
  for (const at of [chosen, ...blocks.keys()]) {
    const more = Math.min(spare, (blocks[at]?.length ?? 1) - (heights[at] ?? 1));
    heights[at] = (heights[at] ?? 1) + more;
    spare -= more;
  }
  const shown = blocks.map((block, at) => block.slice(0, heights[at]));
  const end = shown.slice(0, chosen + 1).flat().length;
  const top = scrolledTo(0, end - 1, room);
  return shown.flat().slice(top, top + room);
}

function groupBlock(screen: ComposerScreen, index: number, width: number): Line[] {
  const group = screen.scene.course.scenario.groups[index];
  const owed = group?.standing === 'tradeable' ? '' : `${words.owedTag} `;
  const room = width - NUMBERS - 4;
  const name = owed + (group?.name ?? '');
  const called = group && cells(name) > room ? owed + shortNameOf(group) : name;
  const [first = '', ...rest] = wrap(called, room);
  const more = rest.map(text => line(`     ${padEnd(text, room)}`));
  return [groupRow(screen, index, padEnd(first, room)), ...more];
}

function groupRow(screen: ComposerScreen, index: number, name: string): Line {
  const chosen = screen.order[screen.row] === index;
  const people = screen.counts[index] ?? 0;
  const neutral = chosen && screen.field === 'neutral';
  const tone: Tone = chosen && !neutral ? 'chosen' : people > 0 ? 'strong' : 'plain';
  const beside = besideCount(screen, index);
  return line(
    toned(chosen ? ' > ' : '   ', 'key'),
    name,
    toned(padStart(count(people), 6), tone),
    ' '.repeat(Math.max(0, 10 - beside.length)),
    toned(beside, neutral ? 'chosen' : 'dim'),
  );
}

/** How many there are at most, or of those named how many go to a neutral country. */
function besideCount(screen: ComposerScreen, index: number): string {
  const neutral = screen.interned[index] ?? 0;
  const changing = screen.field === 'neutral' && groupNow(screen) === index;
  return neutral > 0 || changing ? words.neutral(neutral) : words.of(screen.most[index] ?? 0);
}

function namedRows({ counts }: ComposerScreen, columns: number): Line[] {
  return [rule(columns), line(` ${words.named(sum(counts))}`)];
}

/** What the offer would mean, before it is sent. */
function meaningRows(screen: ComposerScreen, columns: number): Line[] {
  const { scene, counts, party } = screen;
  const { home, owed } = appraise(scene.position, scene.sight.viewer, offeredIn(screen));
  return [
    rule(columns),
    between(
      line(toned(` ${totalsOf(screen, home, owed)}`, 'strong')),
      line(`${tradedOf(screen, home, owed)} `),
      columns,
    ),
    ...(sum(counts) === 0
      ? [line(toned(` ${words.empty}`, 'dim'))]
      : appraisalRows(scene, offeredIn(screen), party)),
    ...(screen.purpose === 'offer' && sum(counts) > 0
      ? instructionRows(scene, offeredIn(screen), party, columns)
      : []),
    ...lawRows(screen, columns),
    ...stagesRows(scene, offeredIn(screen).deal, columns),
    ...differenceRows(screen, columns),
    ...struckRows(screen, columns),
  ];
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
  const move = moveOf(screen);
  // The law looks at what the sides offer; a mediator's text is no demand of either.
  if (move === null) return [];
  const texts = findingTexts(screen.scene, move, screen.party);
  if (texts.length === 0) return [line(toned(` ${words.lawClear}`, 'dim'))];
  return [
    ...texts.flatMap(text => wrapped(text, columns - 2, 'warn', 2).map(row => line(' ', ...row))),
    ...wrapped(`${choice.lawNote} ${words.releaseHint}`, columns - 2, 'dim').map(row => line(' ', ...row)),
  ];
}

function footRows(screen: ComposerScreen, columns: number): Line[] {
  if (screen.purpose === 'text') return [line(toned(` ${words.textTemplates}`, 'dim'))];
  if (screen.purpose !== 'offer') return [line(toned(` ${words.countTemplates}`, 'dim'))];
  const intern = screen.field === 'neutral' ? words.interning : words.mayIntern;
  const terms = [
    ...(screen.mayIntern ? [intern] : []),
    ...(screen.mayParole ? [words.mayParole(screen.parole)] : []),
  ];
  return [
    ...messageRows(screen, columns),
    ...terms.map(text => line(toned(` ${text}`, screen.parole && text !== intern ? 'strong' : 'dim'))),
    line(toned(` ${words.templates}`, 'dim')),
  ];
}

function messageRows({ draft, message }: ComposerScreen, columns: number): Line[] {
  if (draft === null) {
    const text = message === '' ? words.noMessage : words.message(message);
    return [line(toned(` ${text}`, message === '' ? 'dim' : 'plain'))];
  }
  return wrapped(words.message(`${draft}_`), columns - 2, 'chosen').map(row => line(' ', ...row));
}
