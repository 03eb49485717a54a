import { topOf } from '../app.ts';
import type { Session } from '../session.ts';
import { linear as words } from '../words.ts';
import type { MenuItem, Question, Spoken } from './menu.ts';
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
}

/** Why the app speaks in lines: somebody wants it to, or the terminal can do nothing else. */
export type Reason = 'wanted' | 'terminal';

export function openDialogue(session: Session, reason: Reason): Dialogue {
  let now: Spoken = { text: [], menu: [] };
  let question: Question | null = null;
  /** Entries of the record that have been told; null until the whole board has been. */
  let told: number | null = null;
  let game = '';

  const say = (whole = false): string => {
    const { app } = session;
    const record = app.scene?.course.where ?? app.scene?.course.header.seed ?? '';
    if (record !== game) told = null;
    game = record;
    now = spoken(app, whole ? null : told);
    if (topOf(app).name === 'board') told = app.scene?.course.entries.length ?? null;
    const notice = app.notice === null ? [] : [`${app.notice}.`.replace(/([.?!])\.$/, '$1')];
    const menu = now.menu.map(({ label }, index) => `${index + 1}. ${label}`);
    return ['', ...notice, ...now.text, '', ...menu, words.choose(now.menu.length)].join('\n');
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
    answer(line) {
      if (question) {
        const { keys } = question;
        question = null;
        return press(keys(line));
      }
      const text = line.trim();
      if (text === '') return say();
      if (text === '?') return `${words.how}\n${say(true)}`;
      const chosen = /^\d+$/.test(text) ? now.menu[Number(text) - 1] : undefined;
      return chosen ? choose(chosen) : words.notThere(text, now.menu.length);
    },
  };
}
