import { z } from 'zod';
import {
  claimFaults,
  date,
  figure,
  identifier,
  name,
  people,
  perParty,
  positive,
  share,
  sourceList,
  text,
} from './figure-schema.ts';
import { CUSTODIES, STANDINGS, TRAITS } from './scenario.ts';

/* The scenario file as it is written. The descriptions become the JSON Schema that editors show. */

const instruction = z
  .strictObject({
    text: text.describe('The instruction as the capital words it.'),
    must: z.record(identifier, people).optional().describe('Who must come home, at least, per group.'),
    never: z.array(identifier).min(1).optional().describe('Groups of which nobody may be given.'),
  })
  .refine(({ must, never }) => (must === undefined) !== (never === undefined), {
    error: 'expected either `must` or `never`',
  });

const party = z.strictObject({
  name: text.describe('The party by its name: "Ukraine".'),
  capital: name.describe('How the party is referred to in running text: "Kyiv".'),
  pressure: share.describe('Base level of public pressure to bring people home.'),
  reluctance: positive('worth units').describe('Political cost of being seen to deal.'),
  imbalance: positive('worth units').describe('Price of each person given beyond those received.'),
  precedent: positive('worth units').describe('Price of conceding more than last time.'),
  patience: figure({ minimum: 0, open: true, maximum: 1, unit: 'share (above 0, to 1)' }).describe(
    'Share of a value that is left if it comes a day later.',
  ),
  parole: z
    .boolean()
    .default(false)
    .describe('Whether the law of this party lets its people give parole (GC III art. 21).'),
  brief: text.describe('Name of the Markdown file with the confidential brief.'),
  seat: text.describe('The negotiator that sits here unless another is named.'),
  instructions: z
    .array(instruction)
    .default([])
    .describe('Priorities and red lines: private, and looked at in the debrief.'),
});

/** When those were taken who are held when the campaign begins. */
const heldSince = z
  .strictObject({
    from: date.describe('The first day on which some of them may have been taken.'),
    to: date.optional().describe('The last such day; the same day if left out.'),
    by: text.optional().describe('Whose claim it is; goes with `source`.'),
    source: sourceList.optional().describe('One or more identifiers under `sources`.'),
    reason: text.optional().describe('Why these days, where they are an assumption.'),
  })
  .superRefine((given, context) => {
    for (const message of heldSinceFaults(given)) context.addIssue({ code: 'custom', message });
  });

function heldSinceFaults(given: z.infer<typeof heldSince>): string[] {
  const { from, to = from, by, source, reason } = given;
  return [
    ...(to < from ? [`expected from <= to, got ${from}, ${to}`] : []),
    ...(by === undefined && source === undefined && reason === undefined
      ? ['expected a source (`source` and `by`) or a `reason`: days with neither are not accepted']
      : claimFaults({ by, source })),
  ];
}

/** Longest short name, in characters: with it a row of the board fits 80 columns. */
const LONGEST_SHORT = 20;

const group = z.strictObject({
  name: text.describe('The people by what they are, in the plural: "Conscripts".'),
  short: name
    .max(LONGEST_SHORT, `expected at most ${LONGEST_SHORT} characters`)
    .optional()
    .describe(
      `The name where a column is narrow, at most ${LONGEST_SHORT} characters; the name if left out.`,
    ),
  home: identifier.describe('Whose people they are.'),
  holder: identifier.describe('Who holds them.'),
  standing: z
    .enum(STANDINGS)
    .default('tradeable')
    .describe('Whether they may be the object of an agreement, or are owed: seriously wounded, civilians.'),
  about: text.describe('Who they are, in a sentence or two that both sides may read.'),
  held: people.describe('People held when the campaign begins.'),
  'held-since': heldSince
    .optional()
    .describe('When those were taken who are held when the campaign begins; not known if left out.'),
  worth: positive('worth units').describe('What having one of them home means to the home party.'),
  salience: positive('worth per pressure').describe('How much public pressure lifts that worth.'),
  grip: positive('worth units').describe('What giving one up costs the holder.'),
  consent: share
    .optional()
    .describe('Share who wish to be sent home while fighting goes on (GC III art. 109(3)); all if left out.'),
  prosecuted: share
    .optional()
    .describe('Share under criminal prosecution or sentence (art. 115, 119); none if left out.'),
  custody: z
    .enum(CUSTODIES)
    .default('state')
    .describe('Whether the State holds them, or in fact the unit that captured them (art. 12).'),
  'set-apart-by': z
    .enum(TRAITS)
    .optional()
    .describe('What sets the group apart, where that may not be a ground to keep people back (art. 16).'),
  'when-ill': identifier.optional().describe('The group a member passes to on falling seriously ill.'),
});

const capture = z.strictObject({
  date,
  title: text.describe('What happened, in a line.'),
  groups: z.record(identifier, people).describe('People captured, per group.'),
  total: people
    .optional()
    .describe('All who were captured, where that is known better than how they divide.'),
  rest: identifier.optional().describe('The group of those of `total` who are in none of `groups`.'),
});

const captureRate = z.strictObject({
  name: text.describe('Where or by whom: "Along the front".'),
  'per-week': positive('people a week').describe('People captured in a week, on average.'),
  batch: figure({ minimum: 1, unit: 'people at once' }).describe('People taken at once, on average.'),
  from: date.optional().describe('The first day; the first of the scenario if left out.'),
  to: date.optional().describe('The last day; the last of the scenario if left out.'),
  mix: z.record(identifier, positive('weight')).describe('Of which groups they are: weights.'),
});

const occasion = z.strictObject({
  date,
  name,
  weight: share.describe('How much of its reservation a side is ready to forgo on the day.'),
});

const mediator = z.strictObject({
  name,
  about: text.describe('What both sides know of it.'),
  role: z
    .enum(['mediator', 'intermediary'])
    .describe('A mediator proposes terms; an intermediary carries messages and witnesses.'),
  cover: share.describe("Share of a party's reluctance that this name covers."),
  hosts: z
    .boolean()
    .default(false)
    .describe('Whether it takes people in until the end, as a neutral country (GC III art. 109(2), 111).'),
  guarantees: z
    .boolean()
    .default(false)
    .describe('Whether it vouches for the hand-over: nobody crosses unless both sides have come.'),
  acceptance: perParty(share).describe('Chance that each party accepts this mediator.'),
});

/** What an inject does; one key each. */
const effect = z.union(
  [
    z.strictObject({ captured: z.record(identifier, people) }),
    z.strictObject({ pressure: z.record(identifier, share) }),
    z.strictObject({ trust: figure({ minimum: -1, maximum: 1, unit: 'share (-1 to 1)' }) }),
    z.strictObject({ halt: figure({ minimum: 1, whole: true, unit: 'days' }) }),
    z.strictObject({ mediator: identifier }),
    z.strictObject({ 'internment-ends': z.record(identifier, share) }),
    z.strictObject({
      instruct: z.record(identifier, z.array(instruction).min(1, 'expected at least one instruction')),
    }),
  ],
  {
    error: 'expected one of captured, pressure, trust, halt, mediator, internment-ends, instruct, alone',
  },
);

const inject = z.strictObject({
  title: text.describe('The news in a line.'),
  text: text.describe(
    'The news as both delegations read it; as one of them alone reads it where it does nothing but instruct that one.',
  ),
  date: date.optional().describe('The day it happens; without date and chance, a teacher brings it by hand.'),
  chance: share.optional().describe('Chance a day that it happens; it happens once.'),
  from: date.optional().describe('The first day on which chance may bring it.'),
  to: date.optional().describe('The last day on which chance may bring it.'),
  effects: z.array(effect).default([]).describe('What it does; nothing if left out.'),
});

const teaching = z.strictObject({
  aims: z.array(text).min(1).describe('What a class can learn from it.'),
  minutes: figure({ minimum: 1, unit: 'minutes' }).describe('How long a table takes.'),
  typical: text.describe('What tables usually do.'),
  questions: z.array(text).default([]).describe('Questions for the debrief.'),
  hints: z
    .enum(['on', 'off'])
    .optional()
    .describe(
      "Whether whoever plays may ask the coach for hints; they may if left out. With 'off' nobody can switch them on in the app.",
    ),
  afterwards: text
    .optional()
    .describe('What happened after the first day, as reported; Markdown. Only the teacher reads it.'),
});

const source = z.strictObject({
  title: text.describe('The headline, or what the page is.'),
  publisher: text,
  url: z
    .url({ protocol: /^https?$/, error: 'expected an http or https address' })
    .describe('Where it can be read.'),
  copy: z.boolean().default(false).describe('Set where the address is not the original publisher.'),
});

/** The scenario file, version 1. */
export const scenarioSchema = z.strictObject({
  parley: z.literal(1, 'expected 1, the version of the scenario format').describe('Format version.'),
  title: name,
  summary: text.describe('What it is about, in two or three sentences.'),
  background: text.describe('Name of the Markdown file with the background.'),
  begins: date.describe('The first day played, day 0.'),
  ends: date.describe('The last day played.'),
  parties: perParty(party).describe('The two sides; the order is kept everywhere.'),
  groups: z
    .record(identifier, group)
    .describe('The prisoners, by category: each of one home party and held by the other.'),
  'law-of-war': z
    .boolean()
    .default(true)
    .describe('Whether the law of war binds: false where those held are no prisoners of an armed conflict.'),
  'law-note': text
    .optional()
    .describe('How far that law bound at the time, where it needs saying; the papers put it before the law.'),
  'hostilities-end': date
    .optional()
    .describe('When active hostilities end; from then on everybody must go home (art. 118).'),
  trust: share.describe('Trust between the parties at the start.'),
  capacity: figure({ minimum: 1, whole: true, unit: 'people a side' }).describe(
    'People a side that one hand-over can carry.',
  ),
  stages: figure({ minimum: 1, whole: true, unit: 'hand-overs' })
    .optional()
    .describe('Hand-overs that one deal may be spread over; one if left out.'),
  place: name.optional().describe('Where hand-overs take place, as it stands in a sentence: "the bridge".'),
  arranging: figure({ minimum: 0, whole: true, unit: 'days' }).describe(
    'Days from an agreement to its first hand-over.',
  ),
  captures: z.array(capture).default([]).describe('People captured on a known day.'),
  'capture-rates': z
    .array(captureRate)
    .default([])
    .describe('People captured by chance while fighting goes on.'),
  occasions: z.array(occasion).default([]).describe("Dates that lift both sides' will to close."),
  mediators: z.record(identifier, mediator).default({}).describe('Who may stand between the two sides.'),
  injects: z
    .record(identifier, inject)
    .default({})
    .describe("News from outside: by date, by chance, or by a teacher's hand."),
  teaching: teaching.optional().describe('What a teacher needs to know before a lesson.'),
  sources: z.record(identifier, source).describe('Where the reported figures can be read.'),
});

export type ScenarioFile = z.infer<typeof scenarioSchema>;
