import { type Deal, sum } from '../../campaign/counts.ts';
import type { PartyEvent } from '../../campaign/event.ts';
import { countedGroup } from '../../report/people.ts';
import { other, type PerParty } from '../../scenario/scenario.ts';
import { appraise, findingsOf } from '../appraisal.ts';
import { peopleNamed } from '../ear.ts';
import { between, type Line, line, type Tone, toned, widthOf, wrapped } from '../line.ts';
import { rule } from '../pane.ts';
import type { ComposerScreen } from '../screen.ts';
import { choice, composer as words } from '../words.ts';
import { appraisalRows } from './appraisal-rows.ts';
import { moveOf, offeredIn } from './composer-counts.ts';
import { brokenOrders, instructionRows, orderWays } from './instruction-rows.ts';
import { findingTextsOf, rulesFoundIn } from './law-found.ts';
import { stagesRows } from './stages.ts';

/* What is said below the counts of a composer: what they would mean, before anything is sent. */

/** Something that is said, in as many words as may be and in ever fewer; a warning is never left out. */
export interface Part {
  readonly ways: readonly (readonly Line[])[];
  readonly warns?: boolean;
}

/** Of release, strike and hand-over it is told how many people are named; of a deal what it would mean. */
export function meaningParts(screen: ComposerScreen, columns: number): Part[] {
  return screen.purpose === 'offer' || screen.purpose === 'text'
    ? dealParts(screen, columns)
    : [{ ways: [namedRows(screen, columns)], warns: true }];
}

/** Rows of all parts in full. */
export function fullHeight(parts: readonly Part[]): number {
  return rowsOf(parts, 0);
}

/** Rows of all that may not be left out, in the fewest words. */
export function leastHeight(parts: readonly Part[]): number {
  return rowsOf(
    parts.filter(({ warns }) => warns),
    Number.POSITIVE_INFINITY,
  );
}

/** Nothing in part: warnings whole, in the fewer words the less room there is, then of the rest what finds room. */
export function partsWithin(parts: readonly Part[], room: number): Line[] {
  if (fullHeight(parts) <= room) return parts.flatMap(part => inWords(part, 0));
  const warnings = parts.filter(({ warns }) => warns);
  const brevities = Math.max(1, ...warnings.map(({ ways }) => ways.length));
  const fitting = Array.from({ length: brevities }, (_, at) => at).find(at => rowsOf(warnings, at) <= room);
  const brevity = fitting ?? brevities - 1;
  let left = room - rowsOf(warnings, brevity);
  return parts.flatMap(part => {
    if (part.warns) return inWords(part, brevity);
    const found = part.ways.find(way => way.length <= left) ?? [];
    left -= found.length;
    return found;
  });
}

function inWords({ ways }: Part, brevity: number): readonly Line[] {
  return ways[Math.min(brevity, ways.length - 1)] ?? [];
}

function rowsOf(parts: readonly Part[], brevity: number): number {
  return parts.reduce((total, part) => total + inWords(part, brevity).length, 0);
}

function namedRows({ counts, purpose }: ComposerScreen, columns: number): Line[] {
  const about = purpose === 'offer' || purpose === 'text' ? '' : words.countAbout[purpose];
  return [rule(columns), line(` ${words.named(sum(counts))}`), ...said(about, columns, 'dim', 0)];
}

function said(text: string, columns: number, tone: Tone, inset = 2): Line[] {
  return wrapped(text, columns - 2, tone, inset).map(row => line(' ', ...row));
}

function dealParts(screen: ComposerScreen, columns: number): Part[] {
  const { scene, counts, party, purpose } = screen;
  const offered = offeredIn(screen);
  const { home, owed } = appraise(scene.position, scene.sight.viewer, offered);
  const totals = totalRows(totalsOf(screen, home, owed), tradedOf(screen, home, owed), columns);
  const named = sum(counts) > 0;
  const worth = named
    ? appraisalRows(scene, offered, party, columns)
    : [line(toned(` ${words.empty}`, 'dim'))];
  return [
    { ways: [[rule(columns), ...totals, ...worth]], warns: true },
    ...(purpose === 'offer' && named ? orderParts(screen, columns) : []),
    ...lawParts(screen, columns),
    { ways: [stagesRows(scene, offered.deal, columns)] },
    { ways: [differenceRows(screen, columns)] },
    { ways: [struckRows(screen, columns)] },
  ];
}

function orderParts(screen: ComposerScreen, columns: number): Part[] {
  const { scene, party } = screen;
  const offered = offeredIn(screen);
  const full = instructionRows(scene, offered, party, columns);
  if (full.length === 0) return [];
  const broken = brokenOrders(scene, offered, party);
  if (broken.length === 0)
    return [{ ways: [full, ...orderWays(scene, offered, party).map(text => said(text, columns, 'dim'))] }];
  const ways = [words.againstInBrief(broken), words.againstInShort].map(text => said(text, columns, 'warn'));
  return [{ ways: [full, ...ways], warns: true }];
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
  return groups.length === 0 ? [] : said(words.struck(groups), columns, 'dim');
}

/** Where the offer departs from the other side's last one. */
function differenceRows(screen: ComposerScreen, columns: number): Line[] {
  const { scene, party, purpose, counts } = screen;
  const theirs = scene.sight.talks.offers.findLast(({ by }) => by === other(party));
  if (purpose !== 'offer' || !theirs || sum(counts) === 0) return [];
  return said(words.difference(departuresFrom(screen, theirs.deal)), columns, 'dim');
}

/** Group by group where the counts depart from a deal, and why where they have to. */
export function departuresFrom({ scene, party, counts, most }: ComposerScreen, deal: Deal): string[] {
  return counts.flatMap((people, group) => {
    const named = deal[group] ?? 0;
    if (people === named) return [];
    const change = words.change(
      people - named,
      countedGroup(scene.course.scenario, group, Math.abs(people - named)),
    );
    const asked = scene.course.parameters.groups[group]?.home === party;
    return [people === most[group] && people < named ? words.changeForced(change, asked) : change];
  });
}

function lawParts(screen: ComposerScreen, columns: number): Part[] {
  if (sum(screen.counts) === 0) return [];
  const texts = findingTextsOf(screen);
  if (texts.length === 0) return [{ ways: [[line(toned(` ${words.lawClear}`, 'dim'))]] }];
  const note = isFoundFor(screen) ? `${choice.lawNote} ${words.releaseHint}` : choice.lawNote;
  const each = (found: readonly string[]) => found.flatMap(text => said(text, columns, 'warn'));
  const rules = rulesFoundIn(screen);
  return [
    { ways: [each(texts), each(rules), each([words.lawInShort(rules.length)])], warns: true },
    { ways: [said(note, columns, 'dim', 0), said(choice.lawNote, columns, 'dim', 0)] },
  ];
}

/** Whether something is found against the one who puts it together. */
function isFoundFor(screen: ComposerScreen): boolean {
  const move = moveOf(screen);
  const event = { ...move, party: screen.party } as PartyEvent;
  return move !== null && findingsOf(screen.scene.position, event).length > 0;
}
