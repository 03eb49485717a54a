import type { Debrief } from '../../analysis/debrief.ts';
import { type Counts, sum } from '../../campaign/counts.ts';
import { lawRule } from '../../campaign/law.ts';
import { withGroupNames } from '../../report/people.ts';
import { dateOf, type PartyIndex, type PerParty } from '../../scenario/scenario.ts';
import { type Account, toldOnce } from '../account.ts';
import { addressedIn } from '../course.ts';
import { EMPTY, type Line, line, padEnd, padStart, toned, wrap, wrapped } from '../line.ts';
import type { Scene } from '../scene.ts';
import type { DebriefScreen } from '../screen.ts';
import { bySide, givenFirst } from '../sight.ts';
import { count, longDate, shortDate, debriefPage as words, worth } from '../words.ts';
import { accountLines } from './account-lines.ts';
import { commandOf, replayCommand } from './command.ts';
import { homeOf, ofHome } from './debrief-summary.ts';

/** To whose homes the people counted first and second go; null where the side that the debrief is for is "you". */
export function homesTold({ course, sight }: Scene): PerParty<string> | null {
  if (addressedIn(course, sight.side) !== null) return null;
  const [first, second] = givenFirst(sight);
  return [course.scenario.parties[first].name, course.scenario.parties[second].name];
}

/** The side that a debrief is for; null where it is for neither. */
export function sideOf({ sight: { viewer } }: Scene): PartyIndex | null {
  return viewer === 0 || viewer === 1 ? viewer : null;
}

/** What a debrief is headed by, the longest first: of what campaign, until when, and for which side. */
export function titlesOf({ scene, debrief }: DebriefScreen): readonly [string, string, string] {
  const { course } = scene;
  const of = sideOf(scene);
  const side = of === null ? '' : `, ${words.forSide(course.scenario.parties[of].capital)}`;
  const name = `${words.title}: ${course.scenario.title}`;
  const day = longDate(dateOf(course.scenario, debrief.day));
  return [`${name}, ${day}${side}`, `${name}${side}`, `${words.title}${side}`];
}

export function section(title: string, lines: readonly Line[]): Line[] {
  return [line(toned(` ${title}`, 'strong')), ...lines, EMPTY];
}

export function note(text: string, columns: number): Line[] {
  return wrapped(text, columns - 4, 'dim').map(row => line('   ', ...row));
}

const NUMBER = 11;

/** What became of people, as columns; a neutral country only where one took anybody in. Who is still held comes last. */
export function fates(debrief: Debrief): { readonly title: string; readonly counts: Counts }[] {
  return [
    { title: words.exchanged, counts: debrief.exchanged },
    { title: words.released, counts: debrief.released },
    ...(sum(debrief.interned) > 0 ? [{ title: words.interned, counts: debrief.interned }] : []),
    { title: words.died, counts: debrief.died },
    { title: words.held, counts: debrief.held },
  ];
}

/** From this width on there is room for what became of a group in columns; below it, it is told. */
const ROOM_FOR_FATES = 76;

export function homeLines(scene: Scene, debrief: Debrief, columns: number): Line[] {
  const { parties } = scene.course.scenario;
  const columnsOf = fates(debrief);
  const told = columns < ROOM_FOR_FATES;
  const wide = Math.max(0, columns - columnsOf.length * NUMBER - 4);
  const head = line(
    toned(' '.repeat(wide) + columnsOf.map(({ title }) => padStart(title, NUMBER)).join(''), 'dim'),
  );
  const rowOf = (index: number) =>
    told ? fateTold(scene, index, columnsOf, columns) : fateRow(scene, index, columnsOf, wide);
  const perParty = bySide(scene.sight.side).flatMap(party => {
    const total = sum(ofHome(scene, party).map(index => homeOf(debrief, index)));
    const title = line(toned(`   ${words.homeTo(parties[party].name, total)}`, 'strong'));
    return [title, ...ofHome(scene, party).flatMap(rowOf)];
  });
  const captivity = bySide(scene.sight.side).flatMap(party => {
    const ended = words.captivity(parties[party].name, debrief.captivityEnded[party]);
    return wrapped(ended, columns - 4, 'plain', 2).map(row => line('   ', ...row));
  });
  return [...(told ? [] : [head]), ...perParty, ...captivity, ...note(words.captivityNote, columns)];
}

/** A group to which something happened. */
function fateRow({ course }: Scene, index: number, fate: ReturnType<typeof fates>, wide: number): Line[] {
  const numbers = fate.map(({ counts }) => counts[index] ?? 0);
  if (sum(numbers) === 0) return [];
  const cells = numbers.map(number => padStart(number === 0 ? '-' : count(number), NUMBER));
  const [first = '', ...rest] = wrap(course.scenario.groups[index]?.name ?? '', wide - 8);
  return [
    line(padEnd(`     ${first}`, wide), ...cells),
    ...rest.map(text => line(padEnd(`       ${text}`, wide))),
  ];
}

/** What became of a group, one thing after the other. */
function fateTold({ course }: Scene, index: number, fate: ReturnType<typeof fates>, columns: number): Line[] {
  const told = fate.flatMap(({ title, counts }) =>
    (counts[index] ?? 0) > 0 ? [`${count(counts[index] ?? 0)} ${title}`] : [],
  );
  if (told.length === 0) return [];
  const text = `${course.scenario.groups[index]?.name ?? ''}: ${told.join(', ')}`;
  return wrapped(text, columns - 6, 'plain', 2).map(row => line('     ', ...row));
}

export function withoutDeal(scene: Scene, { talksWithoutDeal }: Debrief, columns: number): Line[] {
  if (talksWithoutDeal.length === 0) return [];
  const date = (day: number) => shortDate(dateOf(scene.course.scenario, day));
  const { parties } = scene.course.scenario;
  const [first, second] = bySide(scene.sight.side);
  return section(
    words.withoutDeal,
    talksWithoutDeal.flatMap(({ began, ended, ending, possible, reservations }) => {
      const gains = possible
        ? words.possible(
            parties[first].capital,
            worth(possible.values[first] - reservations[first], true),
            parties[second].capital,
            worth(possible.values[second] - reservations[second], true),
          )
        : words.notPossible;
      const text = `${date(began)} to ${date(ended)}: ${words.endings[ending]}. ${gains}`;
      return wrapped(text, columns - 4, 'plain', 2).map(row => line('   ', ...row));
    }),
  );
}

/** What the capitals asked of their delegations, which both may know now. */
export function instructed({ course, sight }: Scene, { instructions }: Debrief, columns: number): Line[] {
  const lines = bySide(sight.side).flatMap(party =>
    instructions[party].flatMap(({ text, followed }) => {
      const told = words.instruction(course.scenario.parties[party].capital, text, followed);
      return wrapped(told, columns - 4, 'plain', 2).map(row => line('   ', ...row));
    }),
  );
  return lines.length === 0 ? [] : section(words.instructions, lines);
}

export function findingLines({ course, sight }: Scene, { findings }: Debrief, columns: number): Line[] {
  if (findings.length === 0) return [line(`   ${words.noFindings}`)];
  const rules = [...new Set(findings.map(finding => finding.rule))];
  return rules.flatMap(id => {
    const rule = lawRule(id);
    if (!rule) return [];
    const found = findings.filter(finding => finding.rule === id);
    const who = bySide(sight.side)
      .map(party => ({
        name: course.scenario.parties[party].capital,
        times: found.filter(each => each.by === party).length,
      }))
      .filter(({ times }) => times > 0)
      .map(({ name, times }) => `${name} ${words.times(times)}`)
      .join(', ');
    return [
      ...wrapped(
        `${rule.title} (${rule.article}; ${words.severity[rule.severity]}): ${who}`,
        columns - 4,
        'plain',
        2,
      ),
      ...wrapped(rule.explanation, columns - 6, 'dim').map(row => line('  ', ...row)),
      ...wrapped(
        words.first(
          withGroupNames(course.scenario, found[0]?.saw ?? ''),
          shortDate(dateOf(course.scenario, found[0]?.day ?? 0)),
        ),
        columns - 6,
        'dim',
      ).map(row => line('  ', ...row)),
    ].map(row => line('   ', ...row));
  });
}

export function timeLines(scene: Scene, accounts: readonly Account[], columns: number): Line[] {
  return toldOnce(
    accounts.filter(account => account.concerns),
    day => shortDate(dateOf(scene.course.scenario, day)),
  )
    .flatMap(account => accountLines(scene, account, columns - 2, 'plain'))
    .map(row => line('  ', ...row));
}

export function againLines({ course }: Scene, columns: number): Line[] {
  const texts = [
    words.seed(course.header.seed),
    commandOf(course),
    ...(course.where === null ? [] : [words.saved(course.where), replayCommand(course, course.where)]),
  ];
  return texts.flatMap(text => wrapped(text, columns - 4, 'plain', 2).map(row => line('   ', ...row)));
}
