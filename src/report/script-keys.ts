import type { ScriptFile } from '../scenario/script-schema.ts';
import { keyList } from './key-list.ts';

/* What the keys of a script mean. The types see to it that none is missing. */

type Meanings<K extends string> = Readonly<Record<K, string>>;
type Rule = ScriptFile['moves'][string][number];

const SCRIPT: Meanings<keyof ScriptFile> = {
  script: '1, the version of the format',
  title: 'what it shows, in a line',
  scenario: 'by its name, or by its path from the script',
  seed: 'the luck of the campaign (1)',
  seeds: 'or several: a campaign with each',
  set: 'other values for figures: { trust: 0.5 }',
  seats: 'negotiators, for where no move is said: { russia: parity }; a party with moves waits otherwise',
  moves: 'by party, a list; see below',
  injects: 'news that is brought: [{ day: 3, inject: ID }]',
  days: 'last day played (all)',
  expect: 'a list of what must be so: [{ day: 40, home.russia: ">= 50", phase: rounds }]; see below',
};

const RULE: Meanings<keyof Rule> = {
  day: 'on this day, or',
  when: 'whenever all this holds and the move is possible; see below',
  once: 'true: of `when`, the first time only',
  do: 'accept, or { type: offer, deal: { conscripts: 50 } }; `parley protocol` lists the moves',
};

const WHEN: Meanings<keyof NonNullable<Rule['when']>> = {
  phase: 'a state of the talks, or the region it is in, as in graph: rounds, rounds.answering',
  from: 'not before this day',
  to: 'not after this day',
  offered: 'an offer to the party brings home at least so many: 50 in all, or { conscripts: 50 }',
  asked: 'such an offer asks for at most so many, in all or of each group',
};

const EXPECT = {
  day: 'at the end of this day (the last played)',
  phase: 'as under when',
  record: 'the record, byte for byte as in this file',
  METRIC:
    'any metric of a campaign that `parley help study` lists: a number, a comparison in quotes (">= 50"), yes, no or never',
};

/** For the help: what a script may say. */
export function formatScriptKeys(): string {
  return [
    keyList('Keys of a script (scenarios/kursk-2024/conscripts.script.yaml is one):\n', SCRIPT),
    keyList('  Each of moves.PARTY[]; the first whose moment it is is made:', RULE),
    keyList('  moves.PARTY[].when:', WHEN),
    keyList('  Each of expect[]:', EXPECT),
  ].join('\n\n');
}
