import { formatScreenSvg } from '../report/screen-svg.ts';
import type { TextScreen } from '../report/text-screen.ts';
import { cells, type Line } from './line.ts';
import { GROUNDS, LOOKS } from './looks.ts';
import type { Theme } from './settings.ts';

/* Lines as a picture: every piece with its look, on the ground that goes with a theme. */

export function screenOf(lines: readonly Line[], theme: Theme): TextScreen {
  const rows = lines.map(line =>
    line.map(({ text, tone }) => ({ text, cells: cells(text), look: LOOKS[theme][tone] })),
  );
  return { columns: Math.max(1, ...rows.map(row => row.reduce((sum, piece) => sum + piece.cells, 0))), rows };
}

/** `title` is read out where the picture is not seen. */
export function linesSvg(lines: readonly Line[], theme: Theme, title: string): string {
  return formatScreenSvg(screenOf(lines, theme), GROUNDS[theme], title);
}
