import { logger, Error as OnlyErrors, parse, resetSVGDefIds, textMetrics, View } from 'vega';
import { type Config, compile } from 'vega-lite';
import { escaped } from '../../escaped.ts';
import type { Plot } from './figure.ts';

/*
 * Vega-Lite specifications as SVG, without a browser. Colours are names that the page's style gives a
 * value, so that the same picture is read in light, in dark and on paper.
 */

declare module 'vega' {
  /** How wide a text is taken to be; the package exports it, its types leave it out. */
  export const textMetrics: { width: (item: { readonly fontSize?: number }, text: unknown) => number };
}

const CONFIG: Config = {
  background: 'transparent',
  // The picture has a title, a description and a table; every mark named once more would only be noise.
  aria: false,
  font: 'sans-serif',
  padding: 4,
  view: { stroke: null },
  axis: {
    labelColor: 'var(--quiet)',
    titleColor: 'var(--ink)',
    domainColor: 'var(--quiet)',
    tickColor: 'var(--line)',
    gridColor: 'var(--line)',
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    labelLimit: 170,
    labelOverlap: true,
    tickSize: 4,
  },
  header: { labelColor: 'var(--ink)', labelFontSize: 12, labelFontWeight: 'bold' },
  legend: { labelColor: 'var(--ink)', titleColor: 'var(--ink)', labelFontSize: 12, labelLimit: 250 },
  range: {
    category: [1, 2, 3, 4, 5, 6].map(index => `var(--hue-${index})`),
  },
};

const SILENT = logger(OnlyErrors);

/** Makes pictures, one after the other; what one looks like does not depend on those before it. */
export async function renderPlot(plot: Plot, { title, says, id }: Named): Promise<string> {
  textMetrics.width = widthOf;
  resetSVGDefIds();
  const { spec } = compile({ ...plot, config: CONFIG }, { logger: SILENT });
  const view = new View(parse(spec), { renderer: 'none', logger: SILENT, loader: NO_LOADER });
  try {
    return named(plainer(await view.toSVG()), { title, says, id });
  } finally {
    view.finalize();
  }
}

/**
 * About how wide a text is, in pixels: a letter of a plain font is some 0.57 of its height wide. Measured
 * with a font of the machine at hand, the same study would be drawn otherwise on another machine.
 */
function widthOf({ fontSize = 11 }: { readonly fontSize?: number }, text: unknown): number {
  return Math.ceil(0.57 * fontSize * String(text ?? '').length);
}

/** A specification holds its data; nothing is ever fetched for it. */
const NO_LOADER = {
  load: () => refused(),
  sanitize: () => refused(),
  http: () => refused(),
  file: () => refused(),
};

function refused(): Promise<never> {
  return Promise.reject(new Error('a plot loads nothing'));
}

/** What a picture is called, and what is to be seen in it. */
export interface Named {
  readonly title: string;
  readonly says: string;
  /** Of its tag; the page has no other of that name. */
  readonly id: string;
}

/** Without what draws nothing, names for the marks of a picture that is named as a whole, and digits nobody sees. */
function plainer(svg: string): string {
  return svg
    .replace(/<path class="(?:fore|back)ground"[^>]* d="(?:M0,0h0v0h0Z)?"[^>]*\/>/g, '')
    .replace(/ (?:role="graphics-[^"]*"|aria-[a-z]+="[^"]*"|pointer-events="none"|opacity="1")/g, '')
    .replace(/ (?:d|transform|x2|y2)="[^"]*"/g, place =>
      place.replace(/\d+\.\d{3,}/g, digits => String(Number(Number(digits).toFixed(2)))),
    );
}

/** The picture under a name of its own, in place of the tag that Vega opens it with. */
function named(svg: string, { title, says, id }: Named): string {
  const [, width = '0', height = '0', viewBox = ''] =
    /^<svg[^>]* width="([\d.]+)" height="([\d.]+)" viewBox="([^"]+)">/.exec(svg) ?? [];
  if (viewBox === '') throw new Error('a plot was drawn without a size');
  return [
    `<svg role="img" aria-labelledby="${id}-title ${id}-desc" width="${width}" height="${height}" viewBox="${viewBox}">`,
    `<title id="${id}-title">${escaped(title)}</title>`,
    `<desc id="${id}-desc">${escaped(says)}</desc>`,
    svg.slice(svg.indexOf('>') + 1),
  ].join('');
}
