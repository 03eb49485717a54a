import { type App, topOf } from '../app.ts';
import { boardSpoken } from './board.ts';
import { answerSpoken, hintSpoken, otherCourseSpoken, retrySpoken, turningSpoken } from './coach.ts';
import { composerSpoken } from './composer.ts';
import { debriefSpoken } from './debrief.ts';
import type { Spoken } from './menu.ts';
import { notebookSpoken } from './notebook.ts';
import {
  choiceSpoken,
  coverSpoken,
  helpSpoken,
  pageSpoken,
  readerSpoken,
  settingsSpoken,
  startSpoken,
} from './screens.ts';
import { waysSpoken } from './ways.ts';

/** What is said now. `since`: the entries of the record that have been told before; null tells the whole board. */
export function spoken(app: App, since: number | null): Spoken {
  const top = topOf(app);
  switch (top.name) {
    case 'start':
      return startSpoken(app, top);
    case 'board':
      return boardSpoken(app, since);
    case 'page':
      return pageSpoken(top);
    case 'choice':
      return choiceSpoken(top);
    case 'composer':
      return composerSpoken(top, app.guided);
    case 'reader':
      return readerSpoken(top);
    case 'debrief':
      return debriefSpoken(top);
    case 'cover':
      return coverSpoken(top);
    case 'notebook':
      return notebookSpoken(app);
    case 'settings':
      return settingsSpoken(app);
    case 'turning':
      return turningSpoken(app, top);
    case 'retry':
      return retrySpoken(top);
    case 'answer':
      return answerSpoken(app, top);
    case 'otherCourse':
      return otherCourseSpoken(top);
    case 'ways':
      return waysSpoken(top);
    case 'hint':
      return hintSpoken(top);
    case 'palette':
    case 'help':
      return helpSpoken();
  }
}
