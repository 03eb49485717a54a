import { dateOf } from '../../scenario/scenario.ts';
import type { App } from '../app.ts';
import { lastPosition } from '../course.ts';
import { type Line, plain } from '../line.ts';
import { mayChooseEyes, type Scene } from '../scene.ts';
import type { ChoiceScreen, CoverScreen, PageScreen, ReaderScreen, StartScreen } from '../screen.ts';
import { briefLines } from '../screens/briefs.ts';
import { dayLines } from '../screens/days.ts';
import { figuresOf, listNotes } from '../screens/people.ts';
import { groupsHeldBy, titleOfPool } from '../screens/pools.ts';
import { whatCameNext } from '../screens/reader.ts';
import { SETTINGS, settingInWords } from '../screens/settings.ts';
import { choices, explained } from '../screens/start-choices.ts';
import { setupInWords, titleOf } from '../screens/start-rows.ts';
import { talksHistory } from '../screens/talks.ts';
import { bySide } from '../sight.ts';
import {
  back as backWords,
  board,
  choice as choiceWords,
  count,
  cover as coverWords,
  general,
  help,
  longDate,
  pages,
  peoplePage,
  settings as settingWords,
  share,
  start,
  linear as words,
} from '../words.ts';
import { balanceOf, offerOf, poolsOf, rangeInWords, talksOf, UNBROKEN, whenAndWhat } from './board.ts';
import { asking, item, rewritten, rowInSentence, type Spoken, sentences, toRow } from './menu.ts';

/* Each screen but the board and the composer, as text and a numbered menu. */

/** Lines as running text: what stands in columns on a screen is told elsewhere. */
export function asText(lines: readonly Line[]): string[] {
  return lines.map(row => plain(row).trim());
}

export function startSpoken(app: App, screen: StartScreen): Spoken {
  if (screen.step === 'ready') return readySpoken(screen);
  const first = screen.step === 'campaign';
  const { scenarios } = app.lobby;
  const menu = choices(app.lobby, screen).map(({ label, brief, about }, row) => {
    const resumed = first && row >= scenarios.length ? `${start.resume}: ` : '';
    return item(
      sentences(`${resumed}${label}`, brief, first && row >= scenarios.length ? '' : about),
      ...toRow(row),
      'enter',
    );
  });
  const back =
    app.stack.length > 1
      ? [item(words.goBack, 'escape')]
      : [
          ...(first ? [] : [item(words.toCampaigns, 'escape')]),
          item(words.firstSteps, 'f'),
          item(settingWords.title, 'S'),
          item(words.leaveNow, 'q'),
        ];
  const about = first ? [`${general.name}. ${start.about.join(' ')}`] : [];
  return { text: [...about, titleOf(screen), explained(screen)].filter(Boolean), menu: [...menu, ...back] };
}

function readySpoken({ draft }: StartScreen): Spoken {
  return {
    text: [`${start.ready}.`, ...setupInWords(draft), start.seedAbout],
    menu: [
      item(words.begin, 'enter'),
      asking(words.otherSeed(draft.seed), words.whichSeed, text => rewritten(draft.seed, text.trim())),
      item(words.goBack, 'escape'),
    ],
  };
}

export function choiceSpoken(screen: ChoiceScreen): Spoken {
  const menu = screen.options.map(({ label, about, findings }, row) => {
    const law = findings.length > 0 ? [...findings, choiceWords.lawNote] : [];
    return item(sentences(label, about, ...law), ...toRow(row), 'enter');
  });
  const body = screen.body(UNBROKEN, UNBROKEN).map(rowInSentence).filter(Boolean);
  return { text: [screen.title, ...body], menu };
}

export function coverSpoken({ scenario, to }: CoverScreen): Spoken {
  const [next, last] = [scenario.parties[to].capital, scenario.parties[to === 0 ? 1 : 0].capital];
  return { text: [`${coverWords.turn(next)}.`, words.turnAway(last)], menu: [item(words.goOn, 'enter')] };
}

export function pageSpoken({ page, scene }: PageScreen): Spoken {
  const menu = [
    item(words.toBoard, 'escape'),
    ...pages.slice(1).map((name, index) => item(words.page(name), String(index + 2))),
  ];
  return { text: pageText(page, scene).filter(text => text !== ''), menu };
}

function pageText(page: PageScreen['page'], scene: Scene): string[] {
  switch (page) {
    case 'people':
      return peopleText(scene);
    case 'talks':
      return [
        whenAndWhat(scene),
        ...talksOf(scene),
        ...scene.sight.talks.offers.map(offer => offerOf(scene, offer)),
        ...asText(talksHistory(scene, UNBROKEN)),
      ];
    case 'days':
      return asText(dayLines(scene, UNBROKEN)).map(text => text.replace(/ {2,}/, ': '));
    case 'briefs':
      return asText(briefLines(scene, UNBROKEN));
  }
}

function peopleText(scene: Scene): string[] {
  const { scenario } = scene.course;
  const { held } = scene.sight;
  return [
    ...bySide(scene.sight.side).flatMap(holder => [
      `${titleOfPool(scene, holder)}:`,
      ...groupsHeldBy(scene, holder).map(({ index }) => {
        const group = scenario.groups[index];
        const { worth, salience, grip } = figuresOf(scene, index);
        const range = { low: held.low[index] ?? 0, best: held.best[index] ?? 0, high: held.high[index] ?? 0 };
        const standing = group ? peoplePage.standing[group.standing] : '';
        const figures = words.figures(
          rangeInWords(worth, share),
          rangeInWords(salience, share),
          rangeInWords(grip, share),
        );
        return `${group?.name ?? ''}: ${rangeInWords(range, count)}. ${standing}. ${figures} ${group?.about ?? ''}`;
      }),
    ]),
    ...listNotes(scene),
    peoplePage.note,
  ];
}

export function readerSpoken(screen: ReaderScreen): Spoken {
  const { scene, mode } = screen;
  const { course, at } = scene;
  const day = Math.max(0, scene.position.campaign.day);
  const last = Math.max(0, lastPosition(course).campaign.day);
  const where =
    mode === 'back' ? board.lookingBack(day, last) : board.reading(at, course.positions.length - 1);
  const today = scene.accounts.filter(account => account.day === scene.sight.day);
  const done = lastPosition(course).done && mode === 'replay';
  return {
    text: [
      `${where}.`,
      whenAndWhat(scene),
      ...today.map(({ text }) => `${text}.`),
      ...balanceOf(scene),
      ...poolsOf(scene),
      ...talksOf(scene),
      ...(mode === 'back' ? [`${whatCameNext(screen)}.`] : []),
    ],
    menu: [
      item(words.nextDay, 'right'),
      item(words.dayBefore, 'left'),
      ...(mode === 'replay' ? [item(words.nextEvent, 'e')] : []),
      ...(mode === 'back' ? [item(backWords.about(longDate(dateOf(course.scenario, day))), 'enter')] : []),
      ...(mayChooseEyes(course) ? [item(words.eyes, 'v')] : []),
      ...(done ? [item(words.debrief, 'd')] : []),
      mode === 'back' ? item(words.toBoard, 'escape') : item(words.leaveNow, 'q'),
    ],
  };
}

export function helpSpoken(): Spoken {
  return { text: [words.how, help.owed], menu: [item(words.goBack, 'escape')] };
}

export function settingsSpoken({ settings }: App): Spoken {
  const menu = SETTINGS.map((name, row) =>
    item(
      `${settingWords.names[name]}: ${settingInWords(settings, name)}. ${settingWords.about[name]}`,
      ...toRow(row),
      'enter',
    ),
  );
  return { text: [settingWords.title], menu: [...menu, item(words.goBack, 'escape')] };
}
