import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  formatJsonSchema,
  formatScriptJsonSchema,
  formatStudyJsonSchema,
  type JsonSchema,
  scenarioJsonSchema,
  scriptJsonSchema,
  studyJsonSchema,
} from '../../src/scenario/json-schema.ts';
import { scaffold } from '../../src/scenario/scaffold.ts';
import { SCENARIO_IDS, scenarioTexts } from '../library.ts';

const schema = scenarioJsonSchema();

/** What of a value a schema of draft 7 objects to: the keywords that ours use, and an error for any other. */
function faults(value: unknown, part: JsonSchema, at = ''): string[] {
  return Object.entries(part).flatMap(([keyword, wanted]) => {
    const check = KEYWORDS[keyword];
    if (!check) throw new Error(`the test does not know the keyword ${keyword}`);
    return check(value, wanted as never, { part, at });
  });
}

type Check = (value: unknown, wanted: never, place: { part: JsonSchema; at: string }) => string[];

const said = (fine: boolean, at: string, what: string) => (fine ? [] : [`${at}: ${what}`]);
const asMap = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
const matching = (value: unknown, options: readonly JsonSchema[], at: string) =>
  options.filter(option => faults(value, option, at).length === 0).length;
const nothing: Check = () => [];

const KEYWORDS: Readonly<Record<string, Check>> = {
  $schema: nothing,
  title: nothing,
  description: nothing,
  default: nothing,
  format: nothing,
  definitions: nothing,
  $ref: (value, wanted: string, { at }) => {
    const name = wanted.replace('#/definitions/', '');
    const definitions = schema['definitions'] as Record<string, JsonSchema>;
    const definition = definitions[name];
    if (!definition) throw new Error(`no definition ${name}`);
    return faults(value, definition, at);
  },
  type: (value, wanted: string, { at }) => {
    const kinds = [
      Array.isArray(value) ? 'array' : asMap(value) ? 'object' : typeof value,
      Number.isInteger(value) ? 'integer' : '',
    ];
    return said(kinds.includes(wanted), at, `expected ${wanted}`);
  },
  properties: (value, wanted: Record<string, JsonSchema>, { at }) =>
    Object.entries(asMap(value) ?? {}).flatMap(([key, inner]) =>
      wanted[key] ? faults(inner, wanted[key], `${at}.${key}`) : [],
    ),
  additionalProperties: (value, wanted: JsonSchema | false, { part, at }) => {
    const known = Object.keys((part['properties'] as object | undefined) ?? {});
    const others = Object.entries(asMap(value) ?? {}).filter(([key]) => !known.includes(key));
    return others.flatMap(([key, inner]) =>
      wanted === false ? [`${at}.${key}: unknown`] : faults(inner, wanted, `${at}.${key}`),
    );
  },
  propertyNames: (value, wanted: JsonSchema, { at }) =>
    Object.keys(asMap(value) ?? {}).flatMap(key => faults(key, wanted, `${at}.${key}`)),
  required: (value, wanted: string[], { at }) =>
    wanted.flatMap(key =>
      said(!asMap(value) || Object.hasOwn(asMap(value) ?? {}, key), at, `missing ${key}`),
    ),
  dependencies: (value, wanted: Record<string, string[]>, { at }) =>
    Object.entries(wanted).flatMap(([key, others]) =>
      said(
        !Object.hasOwn(asMap(value) ?? {}, key) ||
          others.every(name => Object.hasOwn(asMap(value) ?? {}, name)),
        at,
        `${key} needs ${others}`,
      ),
    ),
  items: (value, wanted: JsonSchema, { at }) =>
    Array.isArray(value) ? value.flatMap((inner, index) => faults(inner, wanted, `${at}.${index}`)) : [],
  minItems: (value, wanted: number, { at }) =>
    said(!Array.isArray(value) || value.length >= wanted, at, 'too few'),
  maxItems: (value, wanted: number, { at }) =>
    said(!Array.isArray(value) || value.length <= wanted, at, 'too many'),
  not: (value, wanted: JsonSchema, { at }) => said(faults(value, wanted, at).length > 0, at, 'not so'),
  minLength: (value, wanted: number, { at }) => said(String(value).length >= wanted, at, 'too short'),
  maxLength: (value, wanted: number, { at }) => said(String(value).length <= wanted, at, 'too long'),
  pattern: (value, wanted: string, { at }) =>
    said(new RegExp(wanted, 'u').test(String(value)), at, 'no match'),
  enum: (value, wanted: unknown[], { at }) => said(wanted.includes(value), at, `expected ${wanted}`),
  const: (value, wanted: unknown, { at }) => said(value === wanted, at, `expected ${wanted}`),
  minimum: (value, wanted: number, { at }) => said(Number(value) >= wanted, at, 'too small'),
  exclusiveMinimum: (value, wanted: number, { at }) => said(Number(value) > wanted, at, 'too small'),
  maximum: (value, wanted: number, { at }) => said(Number(value) <= wanted, at, 'too large'),
  anyOf: (value, wanted: JsonSchema[], { at }) => said(matching(value, wanted, at) > 0, at, 'none of anyOf'),
  oneOf: (value, wanted: JsonSchema[], { at }) =>
    said(matching(value, wanted, at) === 1, at, 'not one of oneOf'),
  allOf: (value, wanted: JsonSchema[], { at }) => wanted.flatMap(each => faults(value, each, at)),
};

const rawOf = (yaml: string) => parse(yaml, { stringKeys: true }) as Record<string, unknown>;
const NEW = scaffold('new').get('scenario.yaml') ?? '';

describe('the JSON Schema of a scenario', () => {
  test('is the file that the scenarios name; `parley schema > scenarios/scenario.schema.json` renews it', () => {
    const file = new URL('../../scenarios/scenario.schema.json', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(formatJsonSchema());
  });

  test.each(SCENARIO_IDS)('%s names it in its first line, and keeps to it', id => {
    const { yaml } = scenarioTexts(id);
    expect(yaml.split('\n')[0]).toBe('# yaml-language-server: $schema=../scenario.schema.json');
    expect(faults(rawOf(yaml), schema)).toEqual([]);
  });

  test('a new scenario has it beside it', () => {
    const files = scaffold('new');
    expect(files.get('scenario.yaml')?.split('\n')[0]).toBe(
      '# yaml-language-server: $schema=scenario.schema.json',
    );
    expect(files.get('scenario.schema.json')).toBe(formatJsonSchema());
    expect(faults(rawOf(NEW), schema)).toEqual([]);
  });

  test.each<[string, object, RegExp]>([
    ['a number without source or reason', { trust: { value: 0.4 } }, /trust: none of anyOf/],
    ['whose claim without where', { trust: { value: 0.4, by: 'X', reason: 'r' } }, /trust: by needs source/],
    ['a value and a bound', { trust: { value: 0.4, low: 0.2, reason: 'r' } }, /trust: not one of oneOf/],
    [
      'a range without its middle',
      { trust: { low: 0.2, high: 0.4, reason: 'r' } },
      /trust: not one of oneOf/,
    ],
    ['a share above 1', { trust: { value: 1.4, reason: 'r' } }, /trust.value: too large/],
    ['half a person', { capacity: { value: 1.5, reason: 'r' } }, /capacity.value: expected integer/],
    ['an unknown key', { tilte: 'x' }, /tilte: unknown/],
    ['a name with capitals', { mediators: { UAE: {} } }, /mediators.UAE: no match/],
    ['another version', { parley: 2 }, /parley: expected 1/],
    [
      'an instruction that says neither',
      { injects: { x: { title: 't', text: 't', effects: [{ instruct: { east: [{ text: 't' }] } }] } } },
      /none of anyOf/,
    ],
  ])('objects to %s', (_, change, fault) => {
    expect(faults({ ...rawOf(NEW), ...change }, schema).join('\n')).toMatch(fault);
  });

  test('explains nearly every key', () => {
    const text = JSON.stringify(schema['properties']);
    const keys = Object.entries(schema['properties'] as Record<string, JsonSchema>);
    expect(keys.filter(([key, part]) => !part['description'] && key !== 'title').map(([key]) => key)).toEqual(
      [],
    );
    expect(text.match(/"description"/g)?.length).toBeGreaterThan(80);
  });
});

describe.each([
  ['study', formatStudyJsonSchema(), studyJsonSchema(), 'reluctance.study.yaml'],
  ['script', formatScriptJsonSchema(), scriptJsonSchema(), 'conscripts.script.yaml'],
])('the JSON Schema of a %s', (kind, text, part, name) => {
  const folder = new URL('../../scenarios/', import.meta.url);
  const yaml = readFileSync(new URL(`kursk-2024/${name}`, folder), 'utf8');

  test(`is the file beside the scenarios; \`parley schema --${kind}\` prints it`, () => {
    expect(readFileSync(new URL(`${kind}.schema.json`, folder), 'utf8')).toBe(text);
  });

  test('is named in the first line of the one that there is, which keeps to it', () => {
    expect(yaml.split('\n')[0]).toBe(`# yaml-language-server: $schema=../${kind}.schema.json`);
    expect(faults(rawOf(yaml), part)).toEqual([]);
  });

  test('objects to another version, a key that is none and seeds said twice', () => {
    const raw = rawOf(yaml);
    expect(faults({ ...raw, [kind]: 2 }, part).join()).toMatch(/expected 1/);
    expect(faults({ ...raw, seads: {} }, part).join()).toMatch(/seads: unknown/);
    expect(faults({ ...raw, runs: 3, seed: 1, seeds: [1] }, part).join()).toMatch(/not so/);
  });
});
