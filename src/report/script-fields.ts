import type { NeverMade } from '../analysis/script/follow.ts';
import type { ScriptVerdict } from '../analysis/script/verdict.ts';
import { SCRIPTS_FORMAT, type ScriptReport } from './script.ts';

/* What the fields of scripts told as JSON mean. The types see to it that none is missing. */

type Meanings<K extends string> = Readonly<Record<K, string>>;

const SCRIPTS: Meanings<'parley' | 'format' | 'scripts'> = {
  parley: 'always "scripts"',
  format: 'version of this format',
  scripts: 'every script with each of its seeds, as given; see below',
};

const SCRIPT: Meanings<'script' | Exclude<keyof ScriptReport, 'path'>> = {
  script: 'its file, as given',
  title: 'its title, or null',
  seed: 'the luck of the campaign',
  verdicts: 'what was expected, and what came; see below',
  neverMade: 'moves with a condition that were never made; see below',
};

const VERDICT: Meanings<keyof ScriptVerdict> = {
  place: 'where it stands; see below',
  day: 'on which day',
  expected: 'what was expected',
  met: 'whether it came so',
  was: 'what came',
};

const NEVER_MADE: Meanings<keyof NeverMade> = {
  place: 'where it stands; as above',
  move: 'the move, as it is written',
  notPossibleOn: 'first day when its condition held and it was not possible',
};

const PLACE: Meanings<keyof ScriptVerdict['place']> = {
  file: 'the file',
  line: 'from 1',
  column: 'from 1',
};

/** For the help: the fields of `--reporter json`. */
export function formatScriptFields(): string {
  return [
    listed(`Fields of --reporter json, of scripts (format ${SCRIPTS_FORMAT}):\n`, SCRIPTS),
    listed('  Each of scripts:', SCRIPT),
    listed('  Each of scripts[].verdicts:', VERDICT),
    listed('  scripts[].verdicts[].place:', PLACE),
    listed('  Each of scripts[].neverMade:', NEVER_MADE),
  ].join('\n\n');
}

function listed(head: string, fields: Readonly<Record<string, string>>): string {
  return [head, ...Object.entries(fields).map(([field, meaning]) => `  ${field.padEnd(17)} ${meaning}`)].join(
    '\n',
  );
}
