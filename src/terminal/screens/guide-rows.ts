import type { App } from '../app.ts';
import { guideForOffer } from '../guide.ts';
import { type Line, line, type Size, wrapped } from '../line.ts';
import { rule } from '../pane.ts';
import type { ComposerScreen } from '../screen.ts';
import { guide as words } from '../words.ts';

/* First steps on the screens: what somebody who has never played should read now. */

/** Rows of text that a board gives way to. */
const MOST_GUIDE = 5;
/** The same of an offer that is put together, and where there are fewer rows than `ROOMY`. */
const BESIDE_OFFER = 3;
const BESIDE_OFFER_AT_LEAST = 2;
const ROOMY = 22;

/** What to read now, in at most `room` rows with its title: as many whole sentences as fit, the first in any case. */
export function guideRows(
  { guided }: App,
  title: string,
  text: string,
  columns: number,
  room: number,
): Line[] {
  if (!guided) return [];
  const told = sentencesWithin(text, columns - 2, Math.min(MOST_GUIDE, room - 1));
  return [rule(columns, title), ...told.map(row => line(' ', ...row))];
}

function sentencesWithin(text: string, width: number, most: number): readonly Line[] {
  const sentences = text.split(/(?<=[.!?]) /);
  const rows = (number: number) => wrapped(sentences.slice(0, number).join(' '), width, 'strong');
  let number = sentences.length;
  while (number > 1 && rows(number).length > most) number -= 1;
  return rows(number);
}

/** The same below an offer that is put together. */
export function offerGuideRows(app: App, screen: ComposerScreen, { columns, rows }: Size): Line[] {
  const text = guideForOffer(screen);
  const most = rows < ROOMY ? BESIDE_OFFER_AT_LEAST : BESIDE_OFFER;
  return text === null ? [] : guideRows(app, words.titles.offers, text, columns, most + 1);
}
