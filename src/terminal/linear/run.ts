import { createInterface } from 'node:readline';
import type { Farewell, Host, PlayOptions } from '../host.ts';
import { wrap } from '../line.ts';
import { openSession } from '../session.ts';
import { openDialogue, type Reason } from './dialogue.ts';

/** Lines broken between words: a terminal would break them anywhere. */
function inRows(text: string, columns: number): string {
  return text
    .split('\n')
    .flatMap(row =>
      row.startsWith('  ') ? wrap(row, columns - 3).map(part => `  ${part}`) : wrap(row, columns - 1),
    )
    .join('\n');
}

/** A screen that nobody sees: large enough that nothing is left out for want of room. */
const ROOM = { columns: 100, rows: 40 };

/**
 * Runs the app in lines: nothing is drawn twice, nothing moves, and the terminal itself edits what
 * is typed. Ends when the person leaves, or when there is nothing more to read.
 */
export async function runLinear(host: Host, options: PlayOptions, reason: Reason): Promise<Farewell> {
  const { stdin = process.stdin, stdout = process.stdout, job } = options;
  const session = openSession(host, { ...options, lines: true }, ROOM);
  const dialogue = openDialogue(session, reason);
  const lines = createInterface({ input: stdin, terminal: false });
  let cutOff = false;
  const hangUp = () => {
    cutOff = true;
    lines.close();
  };
  let gone = false;
  const unhook = job?.onEnd(hangUp);
  stdin.once('error', () => {
    gone = true;
    hangUp();
  });
  const say = (text: string) => {
    stdout.write(`${inRows(text, stdout.columns ?? 80)} `);
  };
  // While a line is being answered the answer says it all.
  let answering = true;
  const unlisten = session.subscribe(() => {
    const news = answering ? null : dialogue.unasked();
    if (news !== null) say(news);
  });
  try {
    say(dialogue.opening());
    answering = false;
    for await (const line of lines) {
      answering = true;
      say(dialogue.answer(line));
      answering = false;
      if (session.farewell) break;
    }
  } finally {
    unlisten();
    lines.close();
    session.close(cutOff ? 'interrupted' : 'left');
    unhook?.(gone);
  }
  // The answer that was not given leaves the cursor behind the question.
  stdout.write('\n');
  return session.farewell ?? { how: 'interrupted', lines: [] };
}
