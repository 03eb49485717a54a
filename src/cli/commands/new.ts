import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scaffold } from '../../scenario/scaffold.ts';
import { codeOf, reasonOf } from '../errno.ts';
import { badInput, type Failure } from '../failure.ts';
import { packagedIds } from '../scenarios.ts';
import type { Shell } from '../shell.ts';

export interface NewOptions {
  readonly dir: string;
}

/** Longest name of a scenario, in characters. */
const LONGEST_NAME = 40;

/** `parley new`: the folder of a new scenario, playable at once. What exists is never touched. */
export async function newScenario(shell: Shell, name: string, { dir }: NewOptions): Promise<void> {
  checkName(name);
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) {
    throw badInput(`--dir ${dir}: expected a folder that exists`);
  }
  const folder = join(dir, name);
  const files = scaffold(name);
  write(folder, files);
  const given = /\s/.test(folder) ? `'${folder}'` : folder;
  await shell.print(
    [
      `A new scenario in ${folder}:`,
      ...[...files.keys()].map(file => `  ${file}`),
      '',
      'It is fictional and can be played as it is. What to do with it:',
      `  parley play ${given}   play it`,
      `  parley check ${given}  after every change: is it sound?`,
      `  parley lint ${given}   is there anything doubtful in it?`,
      '',
    ].join('\n'),
  );
}

function checkName(name: string): void {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name) || name.length > LONGEST_NAME) {
    const meant = asName(name);
    throw badInput(
      `${JSON.stringify(name)}: expected a name of up to ${LONGEST_NAME} lower-case letters, digits and hyphens` +
        `${meant === '' || meant === name ? '' : `, such as ${meant}`}; --dir says in which folder it is made`,
    );
  }
  // It could be played by its path only, since the name means the one of the library.
  if (packagedIds().includes(name))
    throw badInput(`${name} is a scenario that comes with parley; choose another name`);
}

/** The name that may have been meant. */
function asName(text: string): string {
  return (text.split(/[/\\]/).at(-1) ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_NAME)
    .replace(/^-+|-+$/g, '');
}

/** Writes the files into a folder made for them; a folder that cannot be filled is taken away again. */
function write(folder: string, files: ReadonlyMap<string, string>): void {
  let made = false;
  try {
    mkdirSync(folder);
    made = true;
    for (const [file, text] of files) {
      const path = join(folder, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, { flag: 'wx' });
    }
  } catch (error) {
    if (made) rmSync(folder, { recursive: true, force: true });
    throw notMade(folder, error);
  }
}

function notMade(folder: string, error: unknown): Failure {
  return badInput(
    codeOf(error) === 'EEXIST'
      ? `${folder} exists already and is left as it is; choose another name or another --dir`
      : `cannot make ${folder}: ${reasonOf(error)}`,
  );
}
