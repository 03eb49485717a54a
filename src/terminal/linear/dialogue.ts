import { type App, topOf } from '../app.ts';
import type { DebriefScreen } from '../screen.ts';
import type { Session } from '../session.ts';
import { coach, linear as words } from '../words.ts';
import { coachingText, doneText } from './coach.ts';
import { debriefSpoken, WHOLE_DEBRIEF } from './debrief.ts';
import { type MenuItem, numbered, type Question, type Spoken, standing } from './menu.ts';
import { spoken } from './spoken.ts';

/*
 * A session in lines: what it says, and what a line that is typed does. Pure but for the session,
 * so that a test can hold a whole conversation.
 */
export interface Dialogue {
  /** What is said first. */
  opening(): string;
  /** What is said to a line that was typed. */
  answer(line: string): string;
  /** What is said of itself, once something came of what the coach was thinking about; null where nothing did. */
  unasked(): string | null;
}

/** Why the app speaks in lines: somebody wants it to, or the terminal can do nothing else. */
export type Reason = 'wanted' | 'terminal';

export function openDialogue(session: Session, reason: Reason): Dialogue {
  let now: Spoken = { text: [], menu: [] };
  let question: Question | null = null;
  /** Entries of the record that have been told; null until the whole board has been. */
  let told: number | null = null;
  let game = '';
  /** The debrief that has been told in full. */
  let heard: DebriefScreen['debrief'] | null = null;
  let awaited: Awaited = null;

  const say = (whole = false): string => {
    const { app } = session;
    const record = app.scene?.course.where ?? app.scene?.course.header.seed ?? '';
    if (record !== game) told = null;
    game = record;
    now = whole ? spoken(app, null) : shortened(app, spoken(app, told), heard);
    heard = debriefIn(app)?.debrief ?? null;
    awaited = awaits(app);
    if (topOf(app).name === 'board') told = app.scene?.course.entries.length ?? null;
    const notice = app.notice === null ? [] : [`${app.notice}.`.replace(/([.?!])\.$/, '$1')];
    const menu = numbered(now.menu).map(({ number, item }) => `${number}. ${item.label}`);
    return ['', ...notice, ...now.text, '', ...menu, asked(now)].join('\n');
  };
  const press = (keys: readonly string[]): string => {
    for (const key of keys) if (!session.farewell) session.press(key);
    return session.farewell ? '' : say();
  };
  const choose = ({ does }: MenuItem): string => {
    if (does === 'wholeBoard') return say(true);
    if ('asks' in does) {
      question = does;
      return does.asks;
    }
    return press(does);
  };
  return {
    opening: () => `${words.announced[reason]}\n${say()}`,
    unasked() {
      const was = awaited;
      const is = awaits(session.app);
      if (session.farewell || question || was === null || is === was) return null;
      awaited = is;
      if (is !== null) return null;
      const debrief = topOf(session.app);
      if (was !== 'coach' || debrief.name !== 'debrief') return say();
      // Somebody may be typing a number of the menu that was told: it is left as it is, but for what is new in it.
      now = shortened(session.app, debriefSpoken(debrief), heard);
      return ['', ...doneText(debrief), asked(now)].join('\n');
    },
    answer(line) {
      if (question) {
        const { keys } = question;
        question = null;
        return press(keys(line));
      }
      const text = line.trim();
      if (text === '') return say();
      if (text === '?') return `${words.how}\n${say(true)}`;
      const chosen = /^\d+$/.test(text)
        ? numbered(now.menu).find(({ number }) => number === Number(text))
        : undefined;
      return chosen ? choose(chosen.item) : words.notThere(text, asked(now));
    },
  };
}

/** What closes everything that is said: the numbers that can be typed. */
function asked({ menu }: Spoken): string {
  return menu.some(({ number }) => number !== undefined) ? words.chooseAny : words.choose(menu.length);
}

/** What somebody waits for who listens: an answer of the coach's, or the end of its judging. */
type Awaited = 'answer' | 'coach' | null;

function awaits({ stack }: App): Awaited {
  const top = stack.at(-1);
  if (top?.name === 'hint' && top.compared === null && top.moves.length > 1) return 'answer';
  if (top?.name === 'turning' && top.tried?.verdict === 'thinking') return 'answer';
  return top?.name === 'debrief' && top.coaching?.state === 'thinking' ? 'coach' : null;
}

function debriefIn({ stack }: App): DebriefScreen | null {
  return stack.find((screen): screen is DebriefScreen => screen.name === 'debrief') ?? null;
}

/** A debrief that was told before: only the coach's part, which alone can have changed; all of it on demand. */
function shortened(app: App, whole: Spoken, heard: DebriefScreen['debrief'] | null): Spoken {
  const top = topOf(app);
  if (top.name !== 'debrief' || top.debrief !== heard) return whole;
  return {
    text: coachingText(top),
    menu: [...whole.menu, standing(WHOLE_DEBRIEF, { label: coach.spokenWhole, does: 'wholeBoard' })],
  };
}
