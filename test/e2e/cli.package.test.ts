import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { emptyFolder } from '../cli/command.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What a user of the package gets: the files it names, elsewhere, with its dependencies. */
function installed(): string {
  const folder = emptyFolder();
  const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { files: string[] };
  const home = join(folder, 'node_modules', 'parley-exchange');
  mkdirSync(home, { recursive: true });
  for (const file of [...files, 'package.json'])
    cpSync(join(ROOT, file), join(home, file), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(home, 'node_modules'));
  return folder;
}

describe('the package, where somebody installed it', () => {
  const folder = { path: '' };
  const run = (...args: string[]) =>
    spawnSync(process.execPath, args, { cwd: folder.path, encoding: 'utf8', input: '' });

  test('the command finds its scenarios from any folder', () => {
    folder.path = installed();
    const main = join('node_modules', 'parley-exchange', 'dist', 'cli', 'main.js');
    expect(run(main, 'run', 'kursk-2024', '--seed', '7', '--quiet')).toMatchObject({ status: 0, stderr: '' });
    expect(run(main, 'check', 'kursk-2024')).toMatchObject({ status: 0, stderr: '' });
  });

  test('the library can be imported, played with, and read', () => {
    folder.path = installed();
    const program = `
      import { readFileSync } from 'node:fs';
      import { debrief, formatDebrief, openTable, parseNegotiator, parseScenario, replay } from 'parley-exchange';
      const at = name => 'node_modules/parley-exchange/scenarios/kursk-2024/' + name;
      const parsed = parseScenario({
        id: 'kursk-2024',
        file: at('scenario.yaml'),
        yaml: readFileSync(at('scenario.yaml'), 'utf8'),
        attachments: { get: name => readFileSync(at(name), 'utf8') },
      });
      if (!parsed.ok) throw new Error('unsound');
      const scenario = parsed.value;
      const { negotiator } = parseNegotiator('boulware');
      const table = openTable({ scenario, seed: '7', seats: [negotiator, negotiator] });
      while (table.step());
      const record = { header: table.header, entries: table.entries, ended: true };
      console.log(formatDebrief(scenario, debrief(replay(scenario, record))).split('\\n')[0]);
    `;
    const { status, stdout, stderr } = run('--input-type=module', '--eval', program);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe('DEBRIEF at the end, 31 December 2024\n');
  });
});
