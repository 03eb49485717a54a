import { MOVE_TYPES, type Move } from '../../campaign/event.ts';
import { nearest } from '../../scenario/problem.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { ScriptFile } from '../../scenario/script-schema.ts';
import { eventFromJson } from '../../table/record-text.ts';
import type { Rule } from './plan.ts';

/** What a move is that is named without its details: the plainest of its kind. */
const DEFAULTS: Readonly<Record<string, object>> = {
  proposeTalks: { mediator: null, openly: false },
  submitList: { coverage: 'full' },
  publicise: { what: 'appeal' },
};

/** A move of a party as a script has it, or what is wrong with it. */
export function moveFrom(
  scenario: Scenario,
  party: string,
  given: ScriptFile['moves'][string][number]['do'],
): Pick<Rule, 'move' | 'words'> | string {
  const json = typeof given === 'string' ? { type: given } : given;
  if (!(MOVE_TYPES as readonly string[]).includes(json.type)) return unknownMove(json.type);
  const event = eventFromJson(scenario, { ...DEFAULTS[json.type], ...json, party });
  if (typeof event === 'string') return event;
  if (!('party' in event)) throw new Error(`${json.type} is no move`);
  const { party: _, ...move } = event;
  return { move: move as Move, words: inYaml(given) };
}

/** As somebody would write it: { type: offer, deal: { conscripts: 50 } }. */
function inYaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inYaml).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, inner]) => `${key}: ${inYaml(inner)}`);
    return `{ ${entries.join(', ')} }`;
  }
  return typeof value === 'string' && /^[\w.-]+$/.test(value) ? value : JSON.stringify(value);
}

function unknownMove(type: string): string {
  const meant = nearest(type, MOVE_TYPES);
  return `unknown move "${type}"; ${meant ? `did you mean "${meant}"?` : `expected one of ${MOVE_TYPES.join(', ')}`}`;
}
