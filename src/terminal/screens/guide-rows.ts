import type { App } from '../app.ts';
import { guideForOffer } from '../guide.ts';
import { type Line, line, type Size, wrapped } from '../line.ts';
import { rule } from '../pane.ts';
import type { ComposerScreen } from '../screen.ts';
import { guide as words } from '../words.ts';

/* First steps on the screens: what somebody who has never played should read now. */

/** With fewer rows than these the screens need them all. */
const GUIDED_FROM = 22;
const MOST_GUIDE = 3;

export function guideRows({ guided }: App, title: string, text: string, { columns, rows }: Size): Line[] {
  if (!guided || rows < GUIDED_FROM) return [];
  const told = wrapped(text, columns - 2, 'strong').slice(0, MOST_GUIDE);
  return [rule(columns, title), ...told.map(row => line(' ', ...row))];
}

/** The same below an offer that is put together. */
export function offerGuideRows(app: App, screen: ComposerScreen, size: Size): Line[] {
  const text = guideForOffer(screen);
  return text === null ? [] : guideRows(app, words.titles.offers, text, size);
}
