import { z } from 'zod';

/*
 * What the parts of a scenario file are written with: names, texts, days, and figures. Every number is a
 * figure: either reported, with whose claim it is and where it can be read, or an assumption with its reason.
 */

export const identifier = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'expected lower-case letters, digits and hyphens')
  .describe('A short name: lower-case letters, digits and hyphens.');

/** Words for people: something besides blanks, and nothing that would steer a terminal. */
export const text = z
  .string()
  .regex(/\S/, 'expected some text')
  .refine(words => ![...words].some(isControl), { error: 'expected text without control characters' });

function isControl(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (code < 32 && character !== '\n' && character !== '\t') || (code >= 127 && code < 160);
}

/** A name stands in the middle of a line. */
export const name = text.refine(words => !words.includes('\n'), { error: 'expected a name on one line' });

export const sourceList = z.union([identifier.transform(id => [id]), z.array(identifier).min(1)], {
  error: 'expected the identifier of a source, or a list of them',
});

const claim = z.strictObject({
  by: text.describe('Whose claim it is: "Ukraine (Syrskyi)".'),
  says: text.optional().describe('What was said, where it differs from the figure.'),
  source: sourceList.describe('One or more identifiers under `sources`.'),
});

interface Bounds {
  readonly minimum: number;
  readonly maximum?: number;
  /** Whether the bound itself is allowed. */
  readonly open?: boolean;
  readonly whole?: boolean;
  readonly unit: string;
}

export function figure(bounds: Bounds) {
  const asked = bounds.unit.startsWith('share') ? `a ${bounds.unit}` : `a number of ${bounds.unit}`;
  let number = z.number({ error: `expected ${asked}` });
  number = bounds.open
    ? number.gt(bounds.minimum, `expected ${asked} above ${bounds.minimum}`)
    : number.min(bounds.minimum, `expected ${asked}, at least ${bounds.minimum}`);
  if (bounds.maximum !== undefined) {
    number = number.max(bounds.maximum, `expected ${asked}, at most ${bounds.maximum}`);
  }
  if (bounds.whole) number = number.int(`expected a whole number of ${bounds.unit}`);
  number = number.describe(`A number of ${bounds.unit}.`);
  return z
    .strictObject(
      {
        value: number.optional(),
        low: number.optional(),
        best: number.optional(),
        high: number.optional(),
        by: text.optional().describe('Whose claim it is; goes with `source`.'),
        source: sourceList.optional().describe('One or more identifiers under `sources`.'),
        claims: z
          .array(claim)
          .min(1, 'expected at least one claim')
          .optional()
          .describe('Who says what, where sources differ.'),
        reason: text.optional().describe('Why this value, where it is an assumption.'),
      },
      { error: 'expected a figure: `value`, or `low`, `best` and `high`, with a source or a reason' },
    )
    .superRefine((given, context) => {
      for (const message of figureFaults(given)) context.addIssue({ code: 'custom', message });
    });
}

/** What `figure` accepts, before it becomes a `Figure`. */
export interface GivenFigure {
  readonly value?: number | undefined;
  readonly low?: number | undefined;
  readonly best?: number | undefined;
  readonly high?: number | undefined;
  readonly by?: string | undefined;
  readonly source?: readonly string[] | undefined;
  readonly claims?:
    | readonly { by: string; says?: string | undefined; source: readonly string[] }[]
    | undefined;
  readonly reason?: string | undefined;
}

function figureFaults(given: GivenFigure): string[] {
  const faults: string[] = [];
  const { value, low, best, high } = given;
  const ranged = [low, best, high].filter(bound => bound !== undefined).length;
  if (value !== undefined ? ranged > 0 : ranged < 3) {
    faults.push('expected either `value`, or all of `low`, `best` and `high`');
  }
  if (low !== undefined && best !== undefined && high !== undefined && !(low <= best && best <= high)) {
    faults.push(`expected low <= best <= high, got ${low}, ${best}, ${high}`);
  }
  const sourced = given.claims !== undefined || (given.by !== undefined && given.source !== undefined);
  if (!sourced && given.reason === undefined) {
    faults.push(
      'expected a source (`source` and `by`, or `claims`) or a `reason`: a number with neither is not accepted',
    );
  }
  return [...faults, ...claimFaults(given)];
}

export function claimFaults({ by, source }: Pick<GivenFigure, 'by' | 'source'>): string[] {
  return (by === undefined) === (source === undefined)
    ? []
    : ['expected `by` and `source` together: a claim needs both who and where'];
}

export const share = figure({ minimum: 0, maximum: 1, unit: 'share (0 to 1)' });
export const positive = (unit: string) => figure({ minimum: 0, unit });
export const people = figure({ minimum: 0, whole: true, unit: 'people' });
export const date = z.iso.date('expected a date such as 2024-08-06');
export const perParty = <T extends z.ZodType>(value: T) => z.record(identifier, value);
