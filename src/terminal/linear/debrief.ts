import { everybodyHome } from '../../campaign/worth.ts';
import { type DealAsShown, debriefAsShown } from '../../report/worth.ts';
import { dateOf } from '../../scenario/scenario.ts';
import { plain } from '../line.ts';
import type { Scene } from '../scene.ts';
import type { DebriefScreen } from '../screen.ts';
import { gainedTexts } from '../screens/debrief-deals.ts';
import {
  againLines,
  fates,
  findingLines,
  instructed,
  timeLines,
  titlesOf,
  withoutDeal,
} from '../screens/debrief-lines.ts';
import { homeOf, ofHome, summaryOf } from '../screens/debrief-summary.ts';
import { noteLines } from '../screens/notebook.ts';
import { nameOfWay, sameInWords } from '../screens/way-words.ts';
import { bySide, givenFirst } from '../sight.ts';
import { withWay } from '../way.ts';
import { sumOf } from '../ways-compared.ts';
import { coach, count, debriefPage, inShort, shortDate, ways, linear as words, worth } from '../words.ts';
import { UNBROKEN } from './board.ts';
import { coachingMenu, coachingText } from './coach.ts';
import { item, type Spoken, sentences, standing } from './menu.ts';

/* The debrief as sentences: what a screen shows in columns, told one by one. */

/** The numbers of the debrief are its own for good: the coach goes on while somebody types one. */
export const WHOLE_DEBRIEF = 11;
const COMPARE_WAYS = 12;
const TO_START = 13;

export function debriefSpoken(screen: DebriefScreen): Spoken {
  const { scene, debrief, accounts, notes } = screen;
  const text = (lines: ReturnType<typeof timeLines>) =>
    lines.map(row => plain(row).trim().replace(/ {2,}/g, ': '));
  return {
    text: [
      `${titlesOf(screen)[0]}.`,
      `${inShort.title}:`,
      ...summaryOf(scene, debrief).map(({ label, text }) => `${label}: ${text}.`),
      `${debriefPage.home}:`,
      ...homeText(screen),
      ...waysText(screen),
      `${coach.title}:`,
      ...coachingText(screen),
      `${debriefPage.deals}:`,
      ...(debrief.deals.length === 0
        ? [debriefPage.noDeals]
        : [
            ...debriefAsShown(debrief).deals.flatMap(deal => dealText(scene, deal)),
            ...gainedTexts(scene, debrief).map(text => `${text}.`),
          ]),
      ...underTitle(text(withoutDeal(scene, debrief, UNBROKEN))),
      ...underTitle(text(instructed(scene, debrief, UNBROKEN))),
      `${debriefPage.findings}:`,
      ...text(findingLines(scene, debrief, UNBROKEN)),
      `${debriefPage.timeline}:`,
      ...text(timeLines(scene, accounts, UNBROKEN)),
      ...(notes.length > 0
        ? [`${debriefPage.notes}:`, ...text(noteLines(scene.course, notes, UNBROKEN))]
        : []),
      `${debriefPage.again}:`,
      ...text(againLines(scene, UNBROKEN)),
      debriefPage.note,
    ].filter(row => row !== ''),
    menu: [
      ...coachingMenu(screen),
      standing(5, item(words.toBoard, 'escape')),
      standing(6, item(words.back, 'b')),
      standing(7, item(words.exportText, 'w')),
      standing(8, item(words.exportHtml, 'x')),
      standing(9, item(words.exportCast, 'A')),
      standing(10, item(words.leaveNow, 'q')),
      ...(screen.hints === null ? [] : [standing(TO_START, item(words.toStart, 's'))]),
      ...(screen.others.length > 0 ? [standing(COMPARE_WAYS, item(ways.spokenOpen, 'o'))] : []),
    ],
  };
}

/** A section of a screen, whose first row is its title. */
function underTitle([title, ...rows]: readonly string[]): string[] {
  return title === undefined ? [] : [`${title}:`, ...rows];
}

/** The ways that were played, a sentence each. */
function waysText({ scene, way, others }: DebriefScreen): string[] {
  if (others.length === 0) return [];
  const { parties } = scene.course.scenario;
  const told = withWay(others, { ...way, course: scene.course }).map(each => {
    const { home, captivityEnded } = sumOf(each.course);
    const sums = bySide(scene.sight.side).flatMap(party => [
      debriefPage.homeTo(parties[party].name, home[party]),
      debriefPage.captivity(parties[party].name, captivityEnded[party]),
    ]);
    return sentences(nameOfWay(each, each.number === way.number), ...sums);
  });
  return [`${debriefPage.others}:`, ...told, ...sameInWords(others, { ...way, course: scene.course })];
}

function homeText({ scene, debrief }: DebriefScreen): string[] {
  const { parties, groups } = scene.course.scenario;
  return bySide(scene.sight.side).flatMap(party => {
    const total = ofHome(scene, party).reduce((people, index) => people + homeOf(debrief, index), 0);
    const groupText = ofHome(scene, party).flatMap(index => {
      const told = fates(debrief).flatMap(({ title, counts }) =>
        (counts[index] ?? 0) > 0 ? [`${count(counts[index] ?? 0)} ${title}`] : [],
      );
      return told.length > 0 ? [`${groups[index]?.name ?? ''}: ${told.join(', ')}.`] : [];
    });
    return [
      `${debriefPage.homeTo(parties[party].name, total)}.`,
      ...groupText,
      `${debriefPage.captivity(parties[party].name, debrief.captivityEnded[party])}.`,
    ];
  });
}

function dealText({ course, sight }: Scene, deal: DealAsShown): string[] {
  const [one, two] = givenFirst(sight);
  const home = everybodyHome(course.parameters, deal.people);
  const { parties } = course.scenario;
  const head = words.dealOf(
    shortDate(dateOf(course.scenario, deal.agreedOn)),
    debriefPage.outcomes[deal.outcome],
    `${count(home[one])} ${words.to(parties[one].name)}, ${count(home[two])} ${words.to(parties[two].name)}`,
  );
  const sides = bySide(sight.side).map(party => {
    const { value, least, gain } = deal.shown[party];
    return words.dealWorth(parties[party].capital, {
      value: worth(value, true),
      least: worth(least),
      gain: worth(gain, true),
      left: worth(deal.leftOnTable[party]),
    });
  });
  return [head, ...sides];
}
