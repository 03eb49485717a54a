import { dateOf, other } from '../../scenario/scenario.ts';
import type { App } from '../app.ts';
import type { OtherCourse, Stretch } from '../other-course.ts';
import type {
  AnswerScreen,
  DebriefScreen,
  HintScreen,
  OtherCourseScreen,
  RetryScreen,
  TurningScreen,
} from '../screen.ts';
import { answerTexts } from '../screens/answer.ts';
import { hintsInWords, notBegun, pointTexts, stateInWords } from '../screens/coaching-lines.ts';
import { hintTexts } from '../screens/hint.ts';
import { movesOf } from '../screens/moves.ts';
import { aboutInWords, sumInWords } from '../screens/other-course.ts';
import { mayBeTold, shownIn, titleOf, turningTexts } from '../screens/turning.ts';
import { linear, shortDate, coach as words } from '../words.ts';
import { balanceOf, poolsOf, STANDING, talksOf, whenAndWhat } from './board.ts';
import { item, type MenuItem, type Spoken, standing } from './menu.ts';

/* What the coach has to say, as text and numbered menus. */

/** The coach's part of the debrief. */
export function coachingText(screen: DebriefScreen): string[] {
  const { coaching } = screen;
  if (!coaching) return notBegun(screen);
  const points = coaching.points.map(point => pointTexts(screen, coaching, point).join(' '));
  return [
    stateInWords(screen, coaching),
    ...(points.length > 0 ? points : [words.none[coaching.state === 'done' ? 'done' : 'yet']]),
    ...hintsInWords(screen),
  ];
}

export function coachingMenu({ scene, coaching }: DebriefScreen): MenuItem[] {
  const { parties } = scene.course.scenario;
  if (!coaching) return [standing(1, item(words.spokenStart.begin, 'c'))];
  const { points, state, open, party } = coaching;
  return [
    standing(1, item(words.spokenStart[state], 'c')),
    ...(points.length > 0
      ? [
          standing(2, item(words.spokenTurning, 't')),
          standing(3, item(open ? words.spokenOpen.hide : words.spokenOpen.show, 'a')),
        ]
      : []),
    standing(4, item(words.spokenSide(parties[other(party)].capital), 'v')),
  ];
}

/** That the coach has come to its end, and where to hear what it found. */
export function doneText(screen: DebriefScreen): string[] {
  const { coaching } = screen;
  if (!coaching) return [];
  return [stateInWords(screen, coaching), words.spokenFound(coaching.points.length)];
}

export function turningSpoken(app: App, screen: TurningScreen): Spoken {
  const shown = shownIn(app, screen);
  if (!shown) return { text: [], menu: [item(words.spokenToDebrief, 'escape')] };
  const { scene } = screen;
  const thinks = screen.tried?.verdict === 'thinking';
  const board = screen.tried
    ? []
    : [whenAndWhat(scene), ...balanceOf(scene), ...poolsOf(scene), ...talksOf(scene)];
  return {
    text: [
      `${titleOf(shown)}.`,
      ...board,
      ...turningTexts(shown, screen).map(([text]) => text),
      ...(thinks ? [words.spokenThinking] : []),
    ],
    menu: [
      item(words.spokenTry, 'r'),
      item(words.spokenAnswer, 'a'),
      ...(mayBeTold(shown) ? [item(words.spokenCourse, 'o')] : []),
      item(words.spokenToDebrief, 'escape'),
      // Last, since more points may be found meanwhile.
      ...(shown.coaching.points.length > 1
        ? [item(words.spokenNext, 'right'), item(words.spokenBefore, 'left')]
        : []),
    ],
  };
}

export function retrySpoken({ scene }: RetryScreen): Spoken {
  return {
    text: [words.retryTitle],
    menu: [
      ...movesOf(scene).map(({ name, key }) => item(name, key)),
      standing(STANDING.leave, item(words.spokenToTurning, 'escape')),
    ],
  };
}

export function answerSpoken(app: App, screen: AnswerScreen): Spoken {
  return {
    text: answerTexts(app, screen).filter(text => text !== ''),
    menu: [item(words.spokenCourse, 'o'), item(linear.goBack, 'escape')],
  };
}

export function otherCourseSpoken({ course }: OtherCourseScreen): Spoken {
  return {
    text: [
      `${words.courseTitle}. ${aboutInWords(course)}`,
      ...stretchText(course, 'happened'),
      ...stretchText(course, 'instead'),
    ],
    menu: [item(linear.goBack, 'escape')],
  };
}

function stretchText(course: OtherCourse, which: 'happened' | 'instead'): string[] {
  const stretch: Stretch = course[which];
  const date = (day: number) => shortDate(dateOf(course.course.scenario, day));
  const accounts = stretch.accounts.map(({ day, text }) => `${date(day)}: ${text}.`);
  return [
    `${words[which]}:`,
    ...sumInWords(course, stretch).map(text => `${text}.`),
    ...(accounts.length > 0 ? accounts : [words.nothingHappened]),
  ];
}

export function hintSpoken(screen: HintScreen): Spoken {
  const thinks = screen.compared === null && screen.moves.length > 1;
  return {
    text: [`${words.hint}.`, ...hintTexts(screen), ...(thinks ? [words.spokenThinking] : [])],
    menu: [item(linear.toBoard, 'escape')],
  };
}
