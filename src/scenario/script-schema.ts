import { z } from 'zod';

/*
 * The script file as it is written: one campaign in which a party's moves are said in advance, and what
 * must come of it. Names are looked up later.
 */

const words = z.string().regex(/\S/, 'expected some text');
const seed = z.union([z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u), z.number().int().min(0)], {
  error: 'expected a seed: a whole number, or up to 40 letters and digits',
});
const day = z
  .number({ error: 'expected a day' })
  .int('expected a whole day')
  .min(0, 'expected a day from 0 on');
const count = z.number({ error: 'expected a number of people' }).int('expected a whole number').min(0);
const people = z.union([count, z.record(z.string(), count)], {
  error: 'expected a number of people, or a map of groups with one each',
});

const condition = z
  .strictObject(
    {
      phase: words
        .optional()
        .describe('State of the talks, or the region it is in: rounds, rounds.answering.'),
      from: day.optional().describe('Not before this day.'),
      to: day.optional().describe('Not after this day.'),
      offered: people
        .optional()
        .describe('The offer on the table brings home at least so many: of each group, or in all.'),
      asked: people.optional().describe('The offer on the table asks for at most so many of each group.'),
    },
    { error: 'expected conditions: phase, from, to, offered, asked' },
  )
  .describe('All of these must hold.');

const move = z.union([words, z.looseObject({ type: words })], {
  error: 'expected a move: its name, or a map with its type as in a record',
});

const rule = z
  .strictObject({
    day: day.optional().describe('On this day, once.'),
    when: condition.optional().describe('Whenever this holds and the move is possible.'),
    once: z.boolean().optional().describe('With `when`: the first time only.'),
    do: move.describe('A move as a record has it: accept, or { type: offer, deal: { conscripts: 50 } }.'),
  })
  .refine(given => (given.day === undefined) !== (given.when === undefined), {
    error: 'expected either `day` or `when`',
  })
  .refine(({ when, once }) => when !== undefined || once === undefined, {
    error: 'goes with `when`; a move of a day is made once',
    path: ['once'],
  });

const expectation = z.union([words, z.number()], {
  error: 'expected a number, a comparison such as ">= 50", or a word',
});

/** The script file, version 1. Its first key tells it from a scenario. */
export const scriptSchema = z
  .strictObject({
    script: z.literal(1, 'expected 1, the version of the script format').describe('Format version.'),
    title: words.optional().describe('What it shows, in a line.'),
    scenario: words.describe('By name, or by path from this file.'),
    seed: seed.optional(),
    seeds: z.array(seed).min(1, 'expected at least one seed').optional(),
    set: z.record(z.string(), z.number({ error: 'expected a number' })).default({}),
    seats: z
      .record(z.string(), words)
      .default({})
      .describe('Who sits for a party where nothing is said; a party with moves otherwise waits.'),
    moves: z.record(z.string(), z.array(rule).min(1, 'expected at least one move')).default({}),
    injects: z.array(z.strictObject({ day, inject: words })).default([]),
    days: day.optional().describe('The last day played; all days if left out.'),
    expect: z
      .array(
        z
          .looseObject({ day: day.optional() }, { error: 'expected a map of metrics, phase or record' })
          .catchall(expectation),
      )
      .min(1, 'expected at least one expectation')
      .describe('What must be so at the end of a day, or of the campaign: phase, record, or any metric.'),
  })
  .refine(({ seed: one, seeds }) => one === undefined || seeds === undefined, {
    error: 'expected either `seed` or `seeds`',
    path: ['seeds'],
  });

export type ScriptFile = z.infer<typeof scriptSchema>;
