import { formatDebrief } from '../report/debrief-text.ts';
import { formatPaperHtml } from '../report/paper-html.ts';
import type { DebriefScreen } from './app.ts';
import { plain } from './line.ts';
import { debriefSpoken } from './linear/debrief.ts';
import { commandOf } from './screens/command.ts';
import { noteLines } from './screens/notebook.ts';
import { debriefPage as words } from './words.ts';

/* A debrief to be kept: as the text that the command line prints, or as one HTML file. */

export function keepsake(screen: DebriefScreen, format: 'text' | 'html'): string {
  return format === 'text' ? asText(screen) : asHtml(screen);
}

/** The name of its file, after the campaign it tells of. */
export function keepsakeName({ scene }: DebriefScreen, format: 'text' | 'html'): string {
  const { scenario, header } = scene.course;
  return `${scenario.id}-${header.seed}-debrief.${format === 'text' ? 'txt' : 'html'}`;
}

function asText({ scene, debrief, notes }: DebriefScreen): string {
  const { scenario } = scene.course;
  const noted =
    notes.length === 0
      ? ''
      : `${words.notes}:\n${noteLines(scene.course, notes, COLUMNS).map(plain).join('\n')}\n\n`;
  return `${scenario.title}\n\n${formatDebrief(scenario, debrief)}\n\n${noted}${words.again}: ${commandOf(scene.course)}\n`;
}

/** Width of what is written as text. */
const COLUMNS = 80;

function asHtml(screen: DebriefScreen): string {
  const [title = '', ...rows] = debriefSpoken(screen).text;
  const blocks = rows.map(text =>
    text.endsWith(':')
      ? ({ kind: 'heading', level: 2, text: text.slice(0, -1) } as const)
      : ({ kind: 'paragraph', text } as const),
  );
  return `${formatPaperHtml({ title: title.replace(/\.$/, ''), marking: words.note, blocks })}\n`;
}
