import type { Debrief, DebriefedDeal } from '../../analysis/debrief.ts';
import { sum } from '../../campaign/counts.ts';
import type { Finding } from '../../campaign/finding.ts';
import { lawRule } from '../../campaign/law.ts';
import { everybodyHome } from '../../campaign/worth.ts';
import { dateOf, PARTIES, type PartyIndex } from '../../scenario/scenario.ts';
import { type App, type DebriefScreen, pop, type Reply, replaceTop } from '../app.ts';
import { type Key, rowAfter } from '../key.ts';
import { EMPTY, type Line, line, padEnd, padStart, type Size, toned, wrapped } from '../line.ts';
import { lastTop, rule, scrolled } from '../pane.ts';
import { accountsUpTo, type Scene } from '../scene.ts';
import { bySide } from '../sight.ts';
import { count, general, longDate, shortDate, debriefPage as words, worth } from '../words.ts';
import { accountLines } from './board-rows.ts';
import { commandOf } from './command.ts';
import { lookBack } from './reader.ts';

/* The debrief: what came of the campaign, by the true numbers, which the parties did not all know. */

/** Rows outside the list: the title, the hint, and the free last row. */
const OUTSIDE = 3;

export function pressDebrief(app: App, screen: DebriefScreen, key: Key): Reply {
  if (key === 'escape' || key === 'enter' || key === 'd') return { app: pop(app) };
  if (key === 'b' && app.scene) return lookBack(pop(app), app.scene);
  const room = app.size.rows - OUTSIDE - 1;
  const last = lastTop(debriefLines(screen, app.size.columns).length, room);
  return {
    app: replaceTop(app, { ...screen, top: rowAfter(key, Math.min(screen.top, last), last + 1, room) }),
  };
}

export function debriefRows(screen: DebriefScreen, { columns, rows }: Size): Line[] {
  const { course } = screen.scene;
  const title = `${words.title}: ${course.scenario.title}, ${longDate(dateOf(course.scenario, screen.debrief.day))}`;
  return [
    rule(columns, title),
    ...scrolled(debriefLines(screen, columns), screen.top, rows - 1, general.more),
  ];
}

export function debriefLines({ scene, debrief }: DebriefScreen, columns: number): Line[] {
  return [
    ...section(words.home, homeLines(scene, debrief, columns)),
    ...section(words.deals, dealLines(scene, debrief, columns)),
    ...withoutDeal(scene, debrief, columns),
    ...section(words.findings, findingLines(scene, debrief, columns)),
    ...section(words.timeline, timeLines(scene, columns)),
    ...section(words.again, againLines(scene, columns)),
    ...note(words.note, columns),
  ];
}

function section(title: string, lines: readonly Line[]): Line[] {
  return [line(toned(` ${title}`, 'strong')), ...lines, EMPTY];
}

function note(text: string, columns: number): Line[] {
  return wrapped(text, columns - 4, 'dim').map(row => line('   ', ...row));
}

const NUMBER = 11;

function homeLines(scene: Scene, debrief: Debrief, columns: number): Line[] {
  const { parties, groups } = scene.course.scenario;
  const wide = columns - 3 * NUMBER - 4;
  const head = [words.exchanged, words.released, words.died].map(text => padStart(text, NUMBER)).join('');
  const perParty = bySide(scene.sight.side).flatMap(party => {
    const rows = groups.flatMap((group, index) => {
      const numbers = [debrief.exchanged, debrief.released, debrief.died].map(counts => counts[index] ?? 0);
      return group.home !== party || sum(numbers) === 0
        ? []
        : [
            line(
              padEnd(`     ${group.name}`, wide),
              ...numbers.map(number => padStart(number === 0 ? '-' : count(number), NUMBER)),
            ),
          ];
    });
    const total = sum(groups.map((group, index) => (group.home === party ? homeOf(debrief, index) : 0)));
    return [line(toned(`   ${words.homeTo(parties[party].name, total)}`, 'strong')), ...rows];
  });
  const captivity = bySide(scene.sight.side).map(party =>
    line(`   ${words.captivity(parties[party].name, debrief.captivityEnded[party])}`),
  );
  return [
    line(toned(' '.repeat(wide) + head, 'dim')),
    ...perParty,
    ...captivity,
    ...note(words.captivityNote, columns),
  ];
}

function homeOf({ exchanged, released }: Debrief, group: number): number {
  return (exchanged[group] ?? 0) + (released[group] ?? 0);
}

/** Widths of the columns of the table of agreements. */
const DEAL = [8, 12, 10, 8, 10, 8] as const;

function dealLines(scene: Scene, debrief: Debrief, columns: number): Line[] {
  if (debrief.deals.length === 0) return [line(`   ${words.noDeals}`)];
  const { parties } = scene.course.scenario;
  const name = Math.max(8, columns - DEAL.reduce((total, width) => total + width, 0) - 5);
  const head = words.dealHead.map((text, index) => padStart(text, DEAL[index] ?? 0)).join('');
  const gained = PARTIES.map(party =>
    line(`   ${words.gained(parties[party].name, worth(debrief.gained[party], true))}`),
  );
  return [
    line(toned(`${' '.repeat(name + 3)}${head}`, 'dim')),
    ...debrief.deals.flatMap(deal =>
      bySide(scene.sight.side).map((party, row) => dealRow(scene, deal, party, row === 0, name)),
    ),
    ...gained,
    ...note(words.dealNote, columns),
  ];
}

function dealRow(scene: Scene, deal: DebriefedDeal, party: PartyIndex, first: boolean, wide: number): Line {
  const { course, sight } = scene;
  const [one, two] = bySide(sight.side);
  const home = everybodyHome(course.parameters, deal.people);
  const cells = [
    first ? shortDate(dateOf(course.scenario, deal.agreedOn)) : '',
    first
      ? `${count(home[one])} : ${count(home[two])}`
      : deal.outcome === 'completed'
        ? ''
        : words.outcomes[deal.outcome],
    worth(deal.values[party], true),
    worth(deal.reservations[party]),
    worth(deal.gains[party], true),
    worth(deal.leftOnTable[party]),
  ];
  return line(
    padEnd(`   ${course.scenario.parties[party].name}`, wide + 3),
    ...cells.map((text, index) => padStart(text, DEAL[index] ?? 0)),
  );
}

function withoutDeal(scene: Scene, { talksWithoutDeal }: Debrief, columns: number): Line[] {
  if (talksWithoutDeal.length === 0) return [];
  const date = (day: number) => shortDate(dateOf(scene.course.scenario, day));
  const { parties } = scene.course.scenario;
  return section(
    words.withoutDeal,
    talksWithoutDeal.flatMap(({ began, ended, ending, possible, reservations }) => {
      const gains = possible
        ? words.possible(
            parties[0].name,
            worth(possible.values[0] - reservations[0], true),
            parties[1].name,
            worth(possible.values[1] - reservations[1], true),
          )
        : words.notPossible;
      const text = `${date(began)} to ${date(ended)}: ${words.endings[ending]}. ${gains}`;
      return wrapped(text, columns - 4, 'plain', 2).map(row => line('   ', ...row));
    }),
  );
}

function findingLines({ course, sight }: Scene, { findings }: Debrief, columns: number): Line[] {
  if (findings.length === 0) return [line(`   ${words.noFindings}`)];
  const rules = [...new Set(findings.map(finding => finding.rule))];
  return rules.flatMap(id => {
    const rule = lawRule(id);
    if (!rule) return [];
    const found = findings.filter(finding => finding.rule === id);
    const who = bySide(sight.side)
      .map(party => ({
        name: course.scenario.parties[party].name,
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
          sawInWords(course.scenario, found[0]),
          shortDate(dateOf(course.scenario, found[0]?.day ?? 0)),
        ),
        columns - 6,
        'dim',
      ).map(row => line('  ', ...row)),
    ].map(row => line('   ', ...row));
  });
}

/** What was seen, with the names of groups in place of their ids. */
function sawInWords(scenario: Scene['course']['scenario'], finding: Finding | undefined): string {
  return (finding?.saw ?? '').replace(
    /[\w-]+/g,
    word => scenario.groups.find(group => group.id === word)?.name ?? word,
  );
}

function timeLines(scene: Scene, columns: number): Line[] {
  const { course } = scene;
  const accounts = accountsUpTo(course, course.entries.length, null).filter(account => account.concerns);
  const lines = accounts.flatMap(account => accountLines(scene, account, columns - 2, 'plain'));
  return lines.map(row => line('  ', ...row));
}

function againLines({ course }: Scene, columns: number): Line[] {
  const texts = [
    words.seed(course.header.seed),
    commandOf(course),
    ...(course.where === null ? [] : [words.saved(course.where), words.replay(course.where)]),
  ];
  return texts.flatMap(text => wrapped(text, columns - 4, 'plain', 2).map(row => line('   ', ...row)));
}
