import { z } from 'zod';
import { scenarioSchema } from './schema.ts';
import { scriptSchema } from './script-schema.ts';
import { studySchema } from './study-schema.ts';

/*
 * The scenario file as a JSON Schema, for editors that complete and check YAML as it is typed. It
 * describes what is written, before anything is looked up; `parley check` says the rest.
 */

/** A JSON Schema, or a part of one. */
export type JsonSchema = { [key: string]: unknown };

/** The schema as text. */
export function formatJsonSchema(): string {
  return `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
}

/** The schemas of the files that go with a scenario, as text. */
export function formatStudyJsonSchema(): string {
  return `${JSON.stringify(studyJsonSchema(), null, 2)}\n`;
}

export function formatScriptJsonSchema(): string {
  return `${JSON.stringify(scriptJsonSchema(), null, 2)}\n`;
}

export function studyJsonSchema(): JsonSchema {
  const { $schema, ...whole } = z.toJSONSchema(studySchema, AMENDED);
  return {
    $schema,
    title: 'Parley study',
    description: 'A study file of Parley, format version 1.',
    ...whole,
    not: requiring('runs', 'seeds'),
    dependencies: { draw: ['draws'], draws: ['draw'] },
  };
}

export function scriptJsonSchema(): JsonSchema {
  const { $schema, ...whole } = z.toJSONSchema(scriptSchema, AMENDED);
  return {
    $schema,
    title: 'Parley script',
    description: 'A script file of Parley, format version 1.',
    ...whole,
    not: requiring('seed', 'seeds'),
  };
}

/** Draft 7 is what the common YAML language server knows best. */
const AMENDED = {
  target: 'draft-7',
  io: 'input',
  override: ({ jsonSchema }: { jsonSchema: object }) => amend(jsonSchema as JsonSchema),
} as const;

export function scenarioJsonSchema(): JsonSchema {
  const { $schema, ...whole } = z.toJSONSchema(scenarioSchema, AMENDED);
  const figures = new Figures();
  const shared = figures.takenOutOf(whole) as JsonSchema;
  return {
    $schema,
    title: 'Parley scenario',
    description: 'A scenario.yaml of Parley, format version 1.',
    ...shared,
    definitions: figures.definitions,
  };
}

/** Says what our refinements say, which do not come through by themselves, and no more than is needed of dates. */
function amend(schema: JsonSchema): void {
  if (schema['format'] === 'date') delete schema['pattern'];
  // Classes of letters are not known to every validator: of a seed, what all of them understand.
  if (String(schema['pattern']).includes('\\p{')) schema['pattern'] = '^[^\\s._-]\\S{0,39}$';
  if (isFigure(schema)) {
    schema['allOf'] = [
      // With `value` none of the others, without it all of them.
      ...['low', 'best', 'high'].map(bound => ({ oneOf: [requiring('value'), requiring(bound)] })),
      { anyOf: [requiring('reason'), requiring('by', 'source'), requiring('claims')] },
    ];
    schema['dependencies'] = { by: ['source'], source: ['by'] };
  }
  if (hasProperties(schema, 'from', 'to', 'reason')) {
    schema['anyOf'] = [requiring('reason'), requiring('by', 'source')];
    schema['dependencies'] = { by: ['source'], source: ['by'] };
  }
  if (hasProperties(schema, 'from', 'to', 'step')) schema['oneOf'] = [requiring('step'), requiring('points')];
  if (hasProperties(schema, 'day', 'when', 'do')) schema['oneOf'] = [requiring('day'), requiring('when')];
  if (hasProperties(schema, 'must', 'never')) schema['oneOf'] = [requiring('must'), requiring('never')];
}

function requiring(...keys: string[]): JsonSchema {
  return { required: keys };
}

function isFigure(schema: JsonSchema): boolean {
  return hasProperties(schema, 'value', 'low', 'best', 'high', 'reason');
}

function hasProperties({ properties }: JsonSchema, ...names: string[]): boolean {
  return typeof properties === 'object' && properties !== null && names.every(name => name in properties);
}

/** Figures and claims are everywhere and few kinds of them: each kind is told once and referred to. */
class Figures {
  readonly definitions: { [name: string]: JsonSchema } = {};

  takenOutOf(part: unknown): unknown {
    if (Array.isArray(part)) return part.map(item => this.takenOutOf(item));
    if (typeof part !== 'object' || part === null) return part;
    const schema: JsonSchema = Object.fromEntries(
      Object.entries(part).map(([key, value]) => [key, this.takenOutOf(value)]),
    );
    if (isFigure(schema)) return this.#reference(figureName(schema), schema);
    return hasProperties(schema, 'by', 'says', 'source') ? this.#reference('claim', schema) : schema;
  }

  /** Draft 7 ignores what stands beside a reference, so the description stands around it. */
  #reference(stem: string, { description, ...schema }: JsonSchema): JsonSchema {
    const $ref = `#/definitions/${this.#define(stem, schema)}`;
    return description === undefined ? { $ref } : { description, allOf: [{ $ref }] };
  }

  /** The name under which a schema is kept; a second kind of the same stem gets a number. */
  #define(stem: string, schema: JsonSchema): string {
    for (let number = 1; ; number++) {
      const name = number === 1 ? stem : `${stem}-${number}`;
      this.definitions[name] ??= schema;
      if (JSON.stringify(this.definitions[name]) === JSON.stringify(schema)) return name;
    }
  }
}

/** After its unit: "A number of people a week." makes figure-people-a-week. */
function figureName(figure: JsonSchema): string {
  const { value } = figure['properties'] as { value: JsonSchema };
  const unit = String(value['description']).replace(/^A number of /, '');
  return ['figure', ...(unit.toLowerCase().match(/[a-z]+/g) ?? [])].join('-');
}
