import type { Debrief, DebriefedDeal } from '../../analysis/debrief.ts';
import { sum } from '../../campaign/counts.ts';
import { everybodyHome } from '../../campaign/worth.ts';
import { countedGroup } from '../../report/people.ts';
import { type DealAsShown, debriefAsShown } from '../../report/worth.ts';
import { dateOf, type PartyIndex } from '../../scenario/scenario.ts';
import { type Line, line, padEnd, padStart, toned, wrapped } from '../line.ts';
import type { Scene } from '../scene.ts';
import { bySide, givenFirst } from '../sight.ts';
import { count, gainPlane, shortDate, debriefPage as words, worth } from '../words.ts';
import { homesTold, note } from './debrief-lines.ts';

/* The agreements of a debrief: who went, and what that was worth to either side. */

/** Widths of the columns of the table of agreements. */
const DEAL = [8, 12, 10, 8, 10, 8] as const;
/** Cells that the name of a capital needs beside them; with fewer each number stands behind the title of its column. */
const LEAST_NAME = 12;

export function dealLines(scene: Scene, debrief: Debrief, columns: number): Line[] {
  if (debrief.deals.length === 0) return [line(`   ${words.noDeals}`)];
  const name = columns - DEAL.reduce((total, width) => total + width, 0) - 5;
  const told = name < LEAST_NAME;
  const titles = words.dealHead(homesTold(scene) === null);
  const head = titles.map((text, index) => padStart(text, DEAL[index] ?? 0)).join('');
  return [
    ...(told ? [] : [line(toned(`${' '.repeat(name + 3)}${head}`, 'dim'))]),
    ...debriefAsShown(debrief).deals.flatMap((deal, index) => [
      ...bySide(scene.sight.side).flatMap((party, row) => {
        const number = row === 0 ? gainPlane.number(index + 1) : null;
        return told
          ? dealTold(scene, deal, party, number, columns)
          : [dealRow(scene, deal, party, number, name)];
      }),
      ...missingLines(scene, deal, columns),
    ]),
    ...gainedTexts(scene, debrief).flatMap(text =>
      wrapped(text, columns - 4, 'plain', 2).map(row => line('   ', ...row)),
    ),
    ...note(words.dealOrder(homesTold(scene)), columns),
    ...note(words.dealNote, columns),
  ];
}

/** What each side gained in all, of the numbers in the table, and by releases where there were any. */
export function gainedTexts({ course, sight }: Scene, debrief: Debrief): string[] {
  const sides = bySide(sight.side);
  const name = (party: PartyIndex) => course.scenario.parties[party].capital;
  const [first, second] = sides;
  const { agreements, releases } = debriefAsShown(debrief);
  return [
    ...sides.map(party => words.gained(name(party), agreements[party])),
    ...(releases ? [words.byReleases(name(first), releases[first], name(second), releases[second])] : []),
  ];
}

/** Who was promised, held and not brought, by those who promised them. */
export function missingLines({ course, sight }: Scene, { missing }: DebriefedDeal, columns: number): Line[] {
  const { scenario } = course;
  const { parties, groups } = scenario;
  return bySide(sight.side).flatMap(party => {
    const left = groups.flatMap((group, index) =>
      group.holder === party && (missing[index] ?? 0) > 0
        ? [countedGroup(scenario, index, missing[index] ?? 0)]
        : [],
    );
    if (left.length === 0) return [];
    return wrapped(words.missing(parties[party].capital, left), columns - 8, 'warn', 2).map(row =>
      line('     ', ...row),
    );
  });
}

/** `number`: of the agreement, as on the plane; only its first row bears it, and what both rows share. */
function dealRow(
  scene: Scene,
  deal: DealAsShown,
  party: PartyIndex,
  number: string | null,
  wide: number,
): Line {
  const cells = dealCells(scene, deal, party, number !== null);
  return line(
    padEnd(` ${number ?? ' '} ${scene.course.scenario.parties[party].capital}`, wide + 3),
    ...cells.map((text, index) => padStart(text, DEAL[index] ?? 0)),
  );
}

/** The same with no columns. */
function dealTold(
  scene: Scene,
  deal: DealAsShown,
  party: PartyIndex,
  number: string | null,
  columns: number,
): Line[] {
  const titles = words.dealHead(homesTold(scene) === null);
  const cells = dealCells(scene, deal, party, number !== null).flatMap((text, index) => {
    if (text === '') return [];
    // Below the people who go stands what became of the agreement, which says so itself.
    return [number === null && index === 1 ? text : `${titles[index]} ${text}`];
  });
  const told = `${scene.course.scenario.parties[party].capital}: ${cells.join(', ')}`;
  return wrapped(told, columns - 4, 'plain', 2).map((row, at) =>
    line(` ${at === 0 ? (number ?? ' ') : ' '} `, ...row),
  );
}

/** What an agreement was to one side, below the titles of its columns; the first of two rows says what both share. */
export function dealCells(
  { course, sight }: Scene,
  deal: DealAsShown,
  party: PartyIndex,
  first: boolean,
): string[] {
  const [one, two] = givenFirst(sight);
  const home = everybodyHome(course.parameters, deal.people);
  const { value, least, gain } = deal.shown[party];
  return [
    first ? shortDate(dateOf(course.scenario, deal.agreedOn)) : '',
    first ? `${count(home[one])} : ${count(home[two])}` : outcomeOf(deal),
    worth(value, true),
    worth(least),
    worth(gain, true),
    worth(deal.leftOnTable[party]),
  ];
}

/** What became of an agreement, where not everybody went who was promised. */
function outcomeOf({ outcome, short }: DebriefedDeal): string {
  if (outcome !== 'completed') return words.outcomes[outcome];
  return sum(short) > 0 ? words.short(sum(short)) : '';
}
