import { z } from 'zod';

/*
 * The study file as it is written: which campaigns are to be played, what is varied, what is measured,
 * and what must come out. Names of scenarios, figures, negotiators and metrics are looked up later.
 */

/** Most runs at one setting, and most settings: more than anybody waits for. */
export const MOST_RUNS = 1_000_000_000;
export const MOST_POINTS = 2_000;

const words = z.string().regex(/\S/, 'expected some text');
const negotiator = z
  .string({ error: 'expected the name of one negotiator, such as boulware (`parley list` has them all)' })
  .regex(/\S/, 'expected the name of one negotiator');
const number = z.number({ error: 'expected a number' });
const whole = (what: string, most: number) =>
  z
    .number({ error: `expected ${what}` })
    .int({ error: `expected a whole number: ${what}`, abort: true })
    .min(1, `expected at least 1: ${what}`)
    .max(most, `expected at most ${most}: ${what}`);

const SEED_NUMBER = `expected a whole number from 0 to ${MOST_RUNS}`;
const seedNumber = z
  .number(SEED_NUMBER)
  .int({ error: SEED_NUMBER, abort: true })
  .min(0, SEED_NUMBER)
  .max(MOST_RUNS, SEED_NUMBER);

const seed = z.union([z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u), z.number().int().min(0)], {
  error: 'expected a seed: a whole number, or up to 40 letters and digits',
});

const range = z
  .strictObject(
    {
      from: number,
      to: number,
      step: number.gt(0, 'expected a step above 0').optional(),
      points: whole('how many values', MOST_POINTS).min(2, 'expected at least 2').optional(),
    },
    { error: 'expected a list of values, or a range with `from`, `to` and `step` or `points`' },
  )
  .refine(({ from, to }) => from < to, { error: 'expected `from` below `to`' })
  .refine(({ step, points }) => (step === undefined) !== (points === undefined), {
    error: 'expected either `step` or `points`',
  })
  .refine(({ from, to, step = 0 }) => step <= 0 || (to - from) / step < MOST_POINTS, {
    error: `expected a longer step: at most ${MOST_POINTS} values`,
  });

const levels = z.union(
  [
    z
      .array(z.union([number, words], { error: 'expected a number, or the name of a negotiator' }))
      .min(1, 'expected at least one value')
      .max(MOST_POINTS, `expected at most ${MOST_POINTS} values`),
    range,
  ],
  { error: 'expected a list of values, or a range with `from`, `to` and `step` or `points`' },
);

const spread = z
  .strictObject(
    { low: number, best: number.optional(), high: number },
    { error: 'expected `low` and `high`, and `best` where one value is the likeliest' },
  )
  .refine(({ low, high }) => low < high, { error: 'expected `low` below `high`', abort: true })
  .refine(({ low, best = low, high }) => low <= best && best <= high, {
    error: 'expected `best` from `low` to `high`',
  });

const threshold = z.union(
  [
    words,
    z.strictObject({
      that: words.describe('The threshold.'),
      where: z.record(z.string(), z.union([number, words])).describe('At which of the varied values.'),
    }),
  ],
  { error: 'expected a threshold such as "agreement.rate >= 0.6", or `that` and `where`' },
);

/** The study file, version 1. */
export const studySchema = z
  .strictObject({
    study: z.literal(1, 'expected 1, the version of the study format').optional().describe('Format version.'),
    title: words.optional().describe('What it is to find out, in a line.'),
    scenario: z
      .union([words, z.array(words).min(1, 'expected at least one scenario')], {
        error: 'expected the name or path of a scenario, or a list of them',
      })
      .describe('One scenario or several, by name or by path from this file.'),
    runs: whole('a number of runs', MOST_RUNS)
      .optional()
      .describe('How many seeds, from 1 on, are played at every setting; 1000 if left out.'),
    seeds: z
      .union(
        [
          z.array(seed).min(1, 'expected at least one seed'),
          z
            .strictObject({ from: seedNumber, to: seedNumber })
            .refine(({ from, to }) => from <= to, { error: 'expected `from` not above `to`' }),
        ],
        { error: 'expected a list of seeds, or `from` and `to`' },
      )
      .optional()
      .describe('Which seeds, instead of `runs`.'),
    seats: z
      .record(z.string(), negotiator)
      .default({})
      .describe('Who sits for a party, where not the usual one.'),
    set: z.record(z.string(), number).default({}).describe('Figures that are changed for all runs.'),
    vary: z
      .record(z.string(), levels)
      .default({})
      .describe('Figures by dotted path, or seats.PARTY; every combination of their values is played.'),
    draw: z
      .record(z.string(), spread)
      .default({})
      .describe('Figures that are not known, drawn together `draws` times: second-order Monte Carlo.'),
    draws: whole('how often they are drawn', MOST_POINTS).optional(),
    metrics: z.array(words).min(1, 'expected at least one metric').optional(),
    thresholds: z.array(threshold).default([]).describe('What must come out.'),
  })
  .refine(({ runs, seeds }) => runs === undefined || seeds === undefined, {
    error: 'expected either `runs` or `seeds`',
    path: ['seeds'],
  })
  .refine(({ draw, draws }) => Object.keys(draw).length === 0 || draws !== undefined, {
    error: 'expected how often the figures under `draw` are drawn',
    path: ['draws'],
  })
  .refine(({ draw, draws }) => Object.keys(draw).length > 0 || draws === undefined, {
    error: 'expected `draw` with it: figures that are drawn',
    path: ['draws'],
  });

export type StudyFile = z.infer<typeof studySchema>;
