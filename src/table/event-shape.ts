import { areCounts } from '../campaign/counts.ts';
import {
  COVERAGES,
  MOVE_TYPES,
  type MoveType,
  PUBLICITY,
  STRIKE_GROUNDS,
  type WorldEvent,
} from '../campaign/event.ts';
import type { Scenario } from '../scenario/scenario.ts';

/*
 * The shape of every event as it is read from a record. A record may come from anywhere: what is
 * not of this shape never reaches the rules.
 */

type Json = Readonly<Record<string, unknown>>;
interface Check {
  (value: unknown, scenario: Scenario): boolean;
  /** What is expected, where that can be said in a few words. */
  readonly expected?: string;
}

function told(expected: string, check: Check): Check {
  return Object.assign((value: unknown, scenario: Scenario) => check(value, scenario), { expected });
}

const isCounts: Check = (value, { groups }) =>
  Array.isArray(value) && areCounts(value as number[], groups.length);
const isNumber: Check = value => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isShare: Check = value => typeof value === 'number' && Math.abs(value) <= 1;
const isText = told('a text', value => typeof value === 'string');
const isYesOrNo = told('true or false', value => typeof value === 'boolean');
const isParty: Check = value => value === 0 || value === 1;
const isMediator: Check = (value, { mediators }) =>
  Number.isSafeInteger(value) && Number(value) < mediators.length;
const oneOf = (words: readonly string[]): Check =>
  told(`one of ${words.join(', ')}`, value => words.includes(value as string));
const orNone =
  (check: Check): Check =>
  (value, scenario) =>
    value === null || check(value, scenario);
const listOf =
  (check: Check): Check =>
  (value, scenario) =>
    Array.isArray(value) && value.every(item => check(item, scenario));
/** An object with these fields, those with a question mark if they are there, and no others. */
const shaped =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value, scenario) =>
    typeof value === 'object' && value !== null && faultIn(value as Json, fields, scenario) === null;

const pairOf =
  (check: Check): Check =>
  (value, scenario) =>
    listOf(check)(value, scenario) && (value as unknown[]).length === 2;

const isInstruction = shaped({
  text: isText,
  must: orNone(isCounts),
  never: orNone(listOf((group, { groups }) => Number.isSafeInteger(group) && Number(group) < groups.length)),
});

const EFFECTS: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  captured: { people: isCounts },
  pressure: { about: isParty, strength: isShare },
  trust: { share: isShare },
  halt: { days: isNumber },
  mediator: { mediator: isMediator },
  internmentEnds: { about: isParty, trustLost: isShare },
  instruct: { party: isParty, instructions: listOf(isInstruction) },
};

const isEffect: Check = (value, scenario) => {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, ...fields } = value as Json;
  const known = typeof kind === 'string' && Object.hasOwn(EFFECTS, kind) ? EFFECTS[kind] : undefined;
  return known !== undefined && faultIn(fields, known, scenario) === null;
};

/** What each type of event holds beside its type and, for a move, its party. */
const FIELDS: Readonly<Record<MoveType | WorldEvent['type'], Readonly<Record<string, Check>>>> = {
  wait: {},
  publicise: { what: oneOf(PUBLICITY) },
  release: { people: isCounts },
  proposeTalks: { mediator: orNone(isMediator), openly: isYesOrNo },
  agree: {},
  decline: {},
  submitList: { coverage: oneOf(COVERAGES) },
  strikeNames: { people: isCounts, 'grounds?': oneOf(STRIKE_GROUNDS) },
  askVisits: {},
  offer: { deal: isCounts, 'message?': isText, 'interned?': isCounts, 'parole?': isYesOrNo },
  accept: {},
  refuse: {},
  callMediator: { mediator: isMediator },
  walkOut: {},
  handOver: { 'people?': isCounts },
  withhold: {},
  resume: {},
  dayBegins: {},
  captured: {
    people: isCounts,
    heard: shaped({ low: isCounts, best: isCounts, high: isCounts }),
    strength: pairOf(isShare),
    'title?': isText,
  },
  pressReport: { about: isParty, strength: isShare },
  captivityWears: { ill: isCounts, died: isCounts },
  verificationBegins: {
    days: isNumber,
    capacity: isNumber,
    found: pairOf(isYesOrNo),
  },
  handOverSet: { days: isNumber },
  accident: { days: isNumber },
  mediatorProposes: { deal: isCounts },
  inject: { inject: isText, title: isText, effects: listOf(isEffect) },
  horizonReached: {},
};

function faultIn(value: Json, fields: Readonly<Record<string, Check>>, scenario: Scenario): string | null {
  const known = new Map(Object.entries(fields).map(([name, check]) => [name.replace('?', ''), check]));
  const stranger = Object.keys(value).find(key => !known.has(key));
  if (stranger !== undefined) return `unexpected "${stranger}"`;
  for (const [name, check] of known) {
    const optional = Object.hasOwn(fields, `${name}?`);
    if (value[name] === undefined && optional) continue;
    if (!check(value[name], scenario)) return faultOfField(name, value[name], check);
  }
  return null;
}

function faultOfField(name: string, value: unknown, { expected }: Check): string {
  if (value === undefined) return `expected "${name}"${expected ? `, ${expected}` : ''}`;
  if (expected === undefined) return `"${name}" is not what it should be`;
  const found = JSON.stringify(value);
  return `"${name}": expected ${expected}${found.length > 40 ? '' : `, got ${found}`}`;
}

/** What is wrong with something that should be a move, as another program may send it; null where it has the shape of one. */
export function moveFault(move: unknown, scenario: Scenario): string | null {
  if (typeof move !== 'object' || move === null || Array.isArray(move)) return 'a move is an object';
  const { type, ...rest } = move as Json;
  if (!(MOVE_TYPES as readonly unknown[]).includes(type))
    return `type: expected one of ${MOVE_TYPES.join(', ')}`;
  const fault = faultIn(rest, FIELDS[type as MoveType], scenario);
  if (fault !== null) return `${type}: ${fault}`;
  // It is shown on terminals, where such characters do more than be read.
  const { message } = rest;
  const unprintable = typeof message === 'string' && /\p{Cc}/u.test(message);
  return unprintable ? `${type}: "message" has a line break or another control character` : null;
}

/** What is wrong with an event that was read, or null. */
export function faultOf(event: Json, scenario: Scenario): string | null {
  const { type, ...rest } = event;
  const isMove = (MOVE_TYPES as readonly string[]).includes(type as string);
  const fields = FIELDS[type as MoveType];
  const fault = faultIn(rest, isMove ? { ...fields, party: isParty } : fields, scenario);
  return fault === null ? null : `${type}: ${fault}`;
}
