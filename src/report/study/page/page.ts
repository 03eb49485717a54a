import type { StudyHead } from '../../../analysis/study/head.ts';
import type { Metric, MetricFamily } from '../../../analysis/study/metric.ts';
import { metricOf } from '../../../analysis/study/metrics.ts';
import type { Summary } from '../../../analysis/study/summary.ts';
import { escaped } from '../../escaped.ts';
import { methodsOf } from '../methods.ts';
import { studyTitle } from '../verdicts.ts';
import { alikeWords } from '../words.ts';
import { arrival } from './arrival.ts';
import { bySetting } from './by-setting.ts';
import { changesTable, tailsTable } from './closing.ts';
import { distribution } from './distribution.ts';
import { goesWith, spreadTable } from './drawn.ts';
import type { Shown } from './figure.ts';
import { figure, paragraph, section, table } from './markup.ts';
import { facts, outcome, thresholds } from './opening.ts';
import { STYLE } from './style.ts';
import { tornados } from './tornado.ts';

/**
 * What a study came to, as one HTML file: its style and its plots are in it, it loads nothing and holds no
 * script, and the same study gives the same bytes.
 */
export async function formatStudyHtml(head: StudyHead, summary: Summary): Promise<string> {
  const title = studyTitle(head);
  const parts = await sections(head, summary);
  return `${[
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    // Said to the browser as well: nothing is to be fetched, and nothing to be run.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escaped(title)}</title>`,
    `<style>\n${STYLE}\n</style>`,
    '</head>',
    '<body>',
    '<main>',
    '<header>',
    `<h1>${escaped(title)}</h1>`,
    paragraph(outcome(summary), 'outcome'),
    contents(parts),
    '</header>',
    ...parts.map(({ html }) => html),
    '</main>',
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

interface Part {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

function contents(parts: readonly Part[]): string {
  const items = parts.map(({ id, title }) => `<li><a href="#${id}">${escaped(title)}</a></li>`);
  return `<nav aria-label="contents"><ul>\n${items.join('\n')}\n</ul></nav>`;
}

async function sections(head: StudyHead, summary: Summary): Promise<Part[]> {
  const part = (id: string, title: string, pieces: readonly (string | null)[]): Part[] =>
    pieces.some(piece => piece === null)
      ? []
      : [{ id, title, html: section(id, title, pieces as readonly string[]) }];
  const spreads =
    summary.spreads.length === 0 ? null : table(spreadTable(head, summary), 'spread of the draws');
  return [
    ...part('played', 'What was played', [facts(head, summary)]),
    ...part('thresholds', 'Thresholds', [thresholds(head, summary)]),
    ...part('changes', 'What moves what', [paragraph(changesWords(head)), changesTable(head, summary)]),
    ...(await metricParts(head, summary)),
    ...part('draws', 'Inputs that are not known', [paragraph(SPREADS), spreads]),
    ...part('ends', 'Campaigns at the ends', [paragraph(ENDS), tailsTable(head, summary)]),
    ...part('methods', 'How the numbers are made', [paragraph(methodsOf(head, summary))]),
  ];
}

function changesWords(head: StudyHead): string {
  return (
    `What one change does: ${alikeWords(head)}. A star: the 95 % interval leaves out 0. The plots under each ` +
    'metric have the intervals.'
  );
}

const SPREADS =
  'Figures of the scenario that are not known were drawn; every draw is played with the same seeds. What is ' +
  'owed to the draws is a standard deviation, without the luck of the seeds; p10 to p90 are of the means of the draws ' +
  'as they came out, with it.';
const ENDS =
  'The campaigns in which a metric was least and greatest, over all settings, and the command that plays each of ' +
  'them again. Of equal ones the earliest.';

/** One after the other, so that what a plot is called in the page does not hang on which was ready first. */
async function metricParts(head: StudyHead, summary: Summary): Promise<Part[]> {
  const parts: Part[] = [];
  for (const [index, name] of head.metrics.entries()) {
    const id = `metric-${index + 1}`;
    const shown = figuresOf(head, summary, name);
    const figures: string[] = [];
    for (const [place, one] of shown.entries()) figures.push(await figure(one, `${id}-${place + 1}`));
    const pieces = [paragraph(meaningOf(metricOf(name)), 'meaning'), ...figures];
    parts.push({ id, title: name, html: section(id, name, pieces) });
  }
  return parts;
}

function figuresOf(head: StudyHead, summary: Summary, metric: string): Shown[] {
  return [bySetting, arrival, distribution, tornados, goesWith].flatMap(
    make => make(head, summary, metric) ?? [],
  );
}

function meaningOf(metric: Metric | null): string {
  if (!metric) return '';
  const { family, party } = metric;
  const unit =
    family.kind === 'yes' ? '' : family.kind === 'day' ? ' Days count from 0.' : ` In ${family.unit}.`;
  return `${capital(family)}${party === null ? '' : `; here of ${party}`}.${unit}`;
}

function capital({ meaning }: MetricFamily): string {
  return meaning.charAt(0).toUpperCase() + meaning.slice(1);
}
