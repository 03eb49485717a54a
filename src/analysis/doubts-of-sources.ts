import { figuresOf, type PlacedFigure } from '../scenario/figures.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { DoubtRule } from './doubt.ts';

/* Whether a reader can tell where the figures come from, and a class what to do with them. */

export const uncitedSource: DoubtRule = {
  id: 'uncited-source',
  asks: scenario => {
    const cited = citedBy(scenario);
    return scenario.sources
      .filter(({ id }) => !cited.has(id))
      .map(({ id }) => ({
        path: ['sources', id],
        part: 'key' as const,
        message:
          'no figure rests on it and no text names it; cite it ([identifier] in a text) or take it out',
      }));
  },
};

/** Sources that a claim rests on, or that a text of the scenario names in brackets. */
function citedBy(scenario: Scenario): Set<string> {
  const said = [
    ...figuresOf(scenario).map(({ figure }) => figure),
    ...scenario.groups.flatMap(({ heldSince }) => (heldSince ? [heldSince] : [])),
  ];
  const claimed = said.flatMap(({ claims }) => claims.flatMap(({ sources }) => sources));
  const named = [...textsOf(scenario).matchAll(/\[([a-z0-9-]+)\]/g)].map(([, id]) => id ?? '');
  return new Set([...claimed, ...named]);
}

/** Every text of a scenario, those for the teacher too. */
function textsOf({
  summary,
  background,
  lawNote,
  parties,
  groups,
  mediators,
  injects,
  teaching,
}: Scenario): string {
  return [
    summary,
    background,
    lawNote ?? '',
    ...parties.map(({ brief }) => brief),
    ...injects.map(({ text }) => text),
    ...(teaching
      ? [...teaching.aims, teaching.typical, ...teaching.questions, teaching.afterwards ?? '']
      : []),
    ...[...groups, ...mediators].map(({ about }) => about),
  ].join('\n');
}

/** What a text can hold that no paper and no screen sets. */
const UNSET: readonly { readonly mark: RegExp; readonly what: string }[] = [
  { mark: /^\s*\|.*\|\s*$/m, what: 'a table' },
  { mark: /^\s*>/m, what: 'a quotation' },
  { mark: /^\s*```/m, what: 'a block of code' },
  { mark: /!\[[^\]]*\]\(/, what: 'a picture' },
  { mark: /(?<!!)\[[^\]]*\]\(/, what: 'a link' },
];

export const unsetMarkdown: DoubtRule = {
  id: 'unset-markdown',
  asks: ({ background, parties, teaching }) => {
    const texts = [
      { path: ['background'], text: background },
      ...parties.map(({ id, brief }) => ({ path: ['parties', id, 'brief'], text: brief })),
      ...(teaching?.afterwards === undefined
        ? []
        : [{ path: ['teaching', 'afterwards'], text: teaching.afterwards }]),
    ];
    return texts.flatMap(({ path, text }) =>
      UNSET.filter(({ mark }) => mark.test(text)).map(({ what }) => ({
        path,
        message: `its text holds ${what}, which will be printed as it stands; headings, paragraphs, lists and emphasis are set, and sources are named in brackets`,
      })),
    );
  },
};

export const nothingReported: DoubtRule = {
  id: 'nothing-reported',
  asks: scenario => {
    const figures = figuresOf(scenario);
    if (isFictional(scenario) || figures.some(({ figure }) => figure.claims.length > 0)) return [];
    return [
      {
        path: ['sources'],
        part: 'key',
        message:
          `none of the ${figures.length} figures rests on a source; if it really happened, say who reports what; if it did not, ` +
          'say in the summary or the background that it is fictional',
      },
    ];
  },
};

function isFictional({ summary, background }: Scenario): boolean {
  return /\b(fictional|fictitious|invented|imaginary)\b/i.test(`${summary} ${background}`);
}

export const unsourcedPool: DoubtRule = {
  id: 'unsourced-pool',
  asks: scenario => {
    if (isFictional(scenario) || scenario.sources.length === 0) return [];
    return scenario.groups
      .filter(({ held }) => held.claims.length === 0 && held.high >= MANY)
      .map(({ id, held }) => ({
        path: ['groups', id, 'held'],
        message: `up to ${held.high} real people, and no source says how many; name the claim it was derived from`,
      }));
  },
};

/** People from which on somebody will have reported how many they are. */
const MANY = 50;

export const wideRange: DoubtRule = {
  id: 'wide-range',
  asks: scenario =>
    figuresOf(scenario)
      .filter(isWide)
      .map(({ path, figure: { low, best, high } }) => ({
        path,
        message: `from ${low} to ${high} the likeliest value, ${best}, says little: campaigns will hardly be alike`,
      })),
};

/** A range several times as wide as its likeliest value. Small counts are always so, and shares are bounded. */
function isWide({ figure: { low, best, high }, unit }: PlacedFigure): boolean {
  if (unit === 'share') return high - low > WIDE_SHARE;
  if (unit === 'count' && high < MANY) return false;
  return high - low > WIDE * best;
}

const WIDE = 2;
const WIDE_SHARE = 0.6;

export const noTeaching: DoubtRule = {
  id: 'no-teaching',
  asks: ({ teaching }) =>
    teaching
      ? []
      : [
          {
            path: ['teaching'],
            message:
              'no `teaching`: a teacher cannot see what a class may learn from it, or how long it takes',
          },
        ],
};

export const noInstructions: DoubtRule = {
  id: 'no-instructions',
  asks: ({ parties }) =>
    parties
      .filter(({ instructions }) => instructions.length === 0)
      .map(({ id }) => ({
        path: ['parties', id],
        part: 'key' as const,
        message: 'no `instructions`: its delegation is told nothing that it must bring home or may not give',
      })),
};

/** Words below which a text says too little to play from. */
const FEW_WORDS = 60;

export const shortText: DoubtRule = {
  id: 'short-text',
  asks: ({ background, parties }) => {
    const texts = [
      { path: ['background'], text: background },
      ...parties.map(({ id, brief }) => ({ path: ['parties', id, 'brief'], text: brief })),
    ];
    return texts
      .map(({ path, text }) => ({ path, words: text.split(/\s+/).filter(word => word !== '').length }))
      .filter(({ words }) => words < FEW_WORDS)
      .map(({ path, words }) => ({
        path,
        message: `its text has ${words} words; that is little to play from`,
      }));
  },
};
