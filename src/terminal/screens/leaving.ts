import { type App, push, type Reply } from '../app.ts';
import { type Course, isWatched } from '../course.ts';
import type { Scene } from '../scene.ts';
import type { ChoiceScreen } from '../screen.ts';
import { choice } from '../words.ts';
import { answer, ask, CANCEL } from './choice.ts';

/* The ways out of a campaign: to the start, where another is begun, and out of the app. */

/** Of a campaign that is over there is nothing to go on with, and nothing left to save. */
export function leaving({ course, position }: Scene): ChoiceScreen {
  const saved = isSaved(course);
  const so = position.done ? 'over' : 'going';
  const stay = choice.stay[position.done ? 'over' : isWatched(course) ? 'watching' : 'playing'];
  return ask(choice.leave, [
    { ...CANCEL, label: stay },
    answer(saved ? choice.toStart[so] : choice.toStartUnsaved, '', { do: 'toStart' }),
    answer(saved ? choice.quit[so] : choice.quitUnsaved, course.where ?? '', { do: 'leave', how: 'left' }),
  ]);
}

/** From a campaign that is over straight to the start; one that is not saved would be lost, so that is asked first. */
export function toTheStart(app: App, scene: Scene): Reply {
  return isSaved(scene.course) ? { app, order: { do: 'toStart' } } : { app: push(app, leaving(scene)) };
}

function isSaved({ where, trouble }: Course): boolean {
  return where !== null && trouble === null;
}
