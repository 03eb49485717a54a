import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { parseScenario } from '../../src/scenario/parse.ts';
import { scaffold } from '../../src/scenario/scaffold.ts';
import { MAIN } from './command.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const guide = readFileSync(join(ROOT, 'scenarios/README.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'parley-guide-'));
afterAll(() => rmSync(folder, { recursive: true }));

const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, block]) => block ?? '',
  );
const commands = blocks('sh').flatMap(block => block.trim().split('\n'));

describe('the guide to writing a scenario', () => {
  test('has commands, and only ours', () => {
    expect(commands.length).toBeGreaterThan(10);
    expect(commands.filter(line => !line.startsWith('parley '))).toEqual([]);
  });

  // In the order of the guide, outside the project, as a newcomer types them.
  test.each(commands)('%s', command => {
    const line = command
      .replace(/^parley/, '"$NODE" "$MAIN"')
      .replaceAll('/tmp/', `${folder}/`)
      .replaceAll('scenarios/kursk-2024', join(ROOT, 'scenarios/kursk-2024'));
    const { status, stdout, stderr } = spawnSync('sh', ['-c', line], {
      cwd: folder,
      encoding: 'utf8',
      input: '',
      env: { ...process.env, NODE: process.execPath, MAIN, XDG_STATE_HOME: folder },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const file = /> (\S+)$/.exec(line)?.[1];
    expect((file ? readFileSync(file, 'utf8') : stdout).length).toBeGreaterThan(40);
  });

  test('its pieces of YAML fit into the new scenario', () => {
    const files = scaffold('guide');
    const pieces = blocks('yaml');
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) {
      const whole = parse(files.get('scenario.yaml') ?? '', { stringKeys: true });
      const part = parse(piece, { stringKeys: true });
      const groups = { ...whole.groups, ...part.groups };
      const yaml = stringify({ ...whole, ...part, groups });
      const parsed = parseScenario({ id: 'guide', file: 'guide', yaml, attachments: files });
      expect(parsed.ok ? [] : parsed.problems).toEqual([]);
    }
  });

  test('lists what a new folder holds', () => {
    for (const name of scaffold('guide').keys()) expect(guide).toContain(name);
  });
});
