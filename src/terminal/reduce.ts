import { type App, notice, pop, push, type Reply, topOf } from './app.ts';
import type { Key } from './key.ts';
import { isTooSmall } from './line.ts';
import { openPalette, pressPalette } from './palette.ts';
import type { ComposerScreen, Screen } from './screen.ts';
import { pressAnswer } from './screens/answer.ts';
import { pressBoard } from './screens/board.ts';
import { pressChoice } from './screens/choice.ts';
import { pressComposer } from './screens/composer.ts';
import { pressCover } from './screens/cover.ts';
import { pressDebrief } from './screens/debrief.ts';
import { pressHelp } from './screens/help.ts';
import { pressHint } from './screens/hint.ts';
import { hasNotebook, openNotebook, pressNotebook } from './screens/notebook.ts';
import { pressOtherCourse } from './screens/other-course.ts';
import { pressPage } from './screens/page.ts';
import { pressReader } from './screens/reader.ts';
import { pressRetry } from './screens/retry.ts';
import { pressSettings } from './screens/settings.ts';
import { pressStart } from './screens/start.ts';
import { pressTurning } from './screens/turning.ts';
import { pressWays } from './screens/ways.ts';
import { spokenFor } from './silent-key.ts';

/** What a key does: pure, so that a test can play by keys alone. */
export function reduce(app: App, key: Key): Reply {
  const top = topOf(app);
  const fresh = notice(app, null);
  if (key === 'ctrl-c') return { app: fresh, order: { do: 'leave', how: 'interrupted' } };
  // What cannot be seen is not played: a screen that is too small takes only the keys that leave.
  if (isTooSmall(app.size))
    return key === 'q' ? { app: fresh, order: { do: 'leave', how: 'left' } } : { app };
  if (app.auto === null && !takesText(top)) {
    if (key === '?' && top.name !== 'help' && top.name !== 'cover')
      return { app: push(fresh, { name: 'help', of: top.name, top: 0 }) };
    if ((key === ':' || key === 'ctrl-p') && top.name !== 'cover') return { app: openPalette(fresh) };
    if (key === 'P') return { app: fresh, order: { do: 'picture' } };
    if (key === 'N' && hasNotebook(fresh, top)) return { app: openNotebook(fresh) };
    if (key === 'S' && top.name !== 'settings') return { app: push(fresh, { name: 'settings', row: 0 }) };
    if (key === 'q' && leavesOnQ(top)) return { app: fresh, order: { do: 'leave', how: 'left' } };
  }
  const reply = press(fresh, top, key);
  return takesText(top) ? reply : spokenFor(fresh, reply, key);
}

/** Screens on which letters are text. */
function takesText(screen: Screen): boolean {
  if (screen.name === 'palette') return true;
  if (screen.name === 'notebook') return screen.draft !== null;
  if (screen.name === 'start') return screen.step === 'ready';
  return screen.name === 'composer' && isWriting(screen);
}

function isWriting({ draft }: ComposerScreen): boolean {
  return draft !== null;
}

/** On screens that ask something, `q` goes back, so that nobody leaves by it unawares. */
function leavesOnQ({ name }: Screen): boolean {
  return name === 'board' || name === 'reader' || name === 'start' || name === 'debrief' || name === 'page';
}

function press(app: App, top: Screen, key: Key): Reply {
  switch (top.name) {
    case 'start':
      return pressStart(app, top, key);
    case 'board':
      return pressBoard(app, top, key);
    case 'page':
      return pressPage(app, top, key);
    case 'choice':
      return pressChoice(app, top, key);
    case 'composer':
      return pressComposer(app, top, key);
    case 'reader':
      return pressReader(app, top, key);
    case 'debrief':
      return pressDebrief(app, top, key);
    case 'help':
      return pressHelp(app, top, key);
    case 'cover':
      return pressCover(app, key);
    case 'palette':
      return pressPalette(app, top, key);
    case 'notebook':
      return pressNotebook(app, top, key);
    case 'settings':
      return pressSettings(app, top, key);
    case 'turning':
      return pressTurning(app, top, key);
    case 'retry':
      return pressRetry(app, top, key);
    case 'answer':
      return pressAnswer(app, top, key);
    case 'otherCourse':
      return pressOtherCourse(app, top, key);
    case 'ways':
      return pressWays(app, top, key);
    case 'hint':
      return pressHint(app, top, key);
  }
}

/** The app without the screens that were opened over the board: a move was made. */
export function backToBoard(app: App): App {
  return app.stack.length > 1 && topOf(app).name !== 'board' ? backToBoard(pop(app)) : app;
}
