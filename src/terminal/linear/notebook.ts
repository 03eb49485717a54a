import { dateOf } from '../../scenario/scenario.ts';
import type { App } from '../app.ts';
import { notebookOwner, notesOf, writerOf } from '../notebook.ts';
import { shortDate, notebook as words } from '../words.ts';
import { asking, item, rewritten, type Spoken, sentences, toRow } from './menu.ts';

/** The notebook in lines: each note with its day, to be written anew or taken out. */
export function notebookSpoken({ scene, notes }: App): Spoken {
  if (!scene) return { text: [], menu: [] };
  const owner = notebookOwner(scene);
  const here = notesOf(notes, owner).map(({ note }) => note);
  const told = here.map(note => {
    const date = shortDate(dateOf(scene.course.scenario, note.day));
    const writer = writerOf(scene.course, note);
    return sentences(`${date}: ${writer === '' ? note.text : words.by(writer, note.text)}`);
  });
  return {
    text: [`${words.title}.`, ...(told.length > 0 ? told : [words.empty])],
    menu: [
      ...(owner === null ? [] : [asking(words.add, words.which, text => ['a', ...text, 'enter'])]),
      ...here.flatMap(({ text }, row) => [
        asking(words.change(text), words.which, said => [
          ...toRow(row),
          'enter',
          ...rewritten(text, said),
          'enter',
        ]),
        item(words.remove(text), ...toRow(row), 'x'),
      ]),
      item(words.undo, 'u'),
      item(words.back, 'escape'),
    ],
  };
}
