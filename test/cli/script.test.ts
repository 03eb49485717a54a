import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { formatScriptFields } from '../../src/report/script-fields.ts';
import { RIVER_PATH } from '../fixtures/river.ts';
import { emptyFolder, parley, within } from './command.ts';

const SCENARIOS = fileURLToPath(new URL('../../scenarios/', import.meta.url));
const SCRIPT = `script: 1
title: the north asks
scenario: ${RIVER_PATH}
seeds: [3, 4]
moves: { north: [{ day: 1, do: proposeTalks }] }
expect:
  - { day: 1, overture.north: yes }
`;

function scripts(...texts: string[]): string[] {
  const folder = emptyFolder();
  return texts.map((text, index) => {
    const path = join(folder, `${index}.yaml`);
    writeFileSync(path, text);
    return path;
  });
}

/** Columns of the longest line. */
function longest(text: string): number {
  return Math.max(...text.split('\n').map(line => line.length));
}

describe('parley run SCRIPT', () => {
  test('says of every script and seed what was not so, with the command that shows it', async () => {
    const [good = '', bad = ''] = scripts(SCRIPT, `${SCRIPT}  - { day: 5, home: ">= 50", phase: rounds }\n`);
    expect(await within(['run', good])).toEqual({
      code: 0,
      err: '',
      out: [3, 4].map(seed => `as expected  ${good}, seed ${seed}: the north asks\n`).join(''),
    });
    const { code, out, err } = await within(['run', good, bad]);
    expect([code, err]).toEqual([1, 'parley: 2 of 4 not as expected\n']);
    expect(out).toContain(`  ${bad}:8:21: seed 3, day 5: expected home >= 50, was 0\n`);
    const [, command = ''] = /^ {2}parley (run .* --seed 4)$/m.exec(out) ?? [];
    const again = await within(command.split(' '));
    expect(again.code).toBe(1);
    expect(out).toContain(again.out);
  });

  test('says on which day it was decided, where that was before the day of the expectation', async () => {
    const [bad = ''] = scripts(SCRIPT.replace('day: 1, overture.north: yes', 'day: 9, overture: no'));
    const { out } = await within(['run', bad, '--seed', '3']);
    expect(out).toMatch(/seed 3, day 9: expected overture no, was\s+yes, decided on day 1\n/);
    expect(longest(out)).toBeLessThanOrEqual(80);
  });

  test('plays many on several threads, and tells them in the order in which they are given', async () => {
    const paths = scripts(
      ...Array.from({ length: 10 }, (_, index) =>
        SCRIPT.replace('seeds: [3, 4]', `seed: ${index}`).replace('yes', index % 4 === 3 ? 'no' : 'yes'),
      ),
    ).toReversed();
    const one = await within(['run', ...paths, '--workers', '1']);
    expect(one).toMatchObject({ code: 1, err: 'parley: 2 of 10 not as expected\n' });
    const told = [...one.out.matchAll(/^(?:as expected|NOT SO) +(\S+),/gm)].map(([, path]) => path);
    expect(told).toEqual([...paths]);
    // So few are not worth a thread; twenty are.
    const twice = [...paths, ...paths];
    const [single, several] = [
      await within(['run', ...twice, '--workers', '1']),
      await within(['run', ...twice, '--workers', '2']),
    ];
    expect(several).toEqual(single);
  });

  test('tells it to machines too, each finding at its place in the file', async () => {
    const [bad = ''] = scripts(SCRIPT.replace('overture.north: yes', 'home: 9'));
    const { out } = await within(['run', bad, '--seed', '3', '--reporter', 'github', '--reporter', 'junit']);
    expect(out).toContain(
      `::error file=${bad},line=7,col=21,title=home == 9 on day 1::expected home == 9 on day 1, was 0 (`,
    );
    expect(out).toContain(`%0Aparley run ${bad} --seed 3\n`);
    expect(out).toContain('<testsuites name="parley" tests="1" failures="1">');
    expect(out).toContain('<failure message="expected home == 9 on day 1, was 0">');
  });

  test('the fields of the JSON are those that help run tells', async () => {
    const expected = 'expect:\n  - { day: 1, home: 9';
    const moves = '{ when: { offered: 500 }, do: accept }, { day: 1, do: proposeTalks }';
    const [bad = ''] = scripts(
      SCRIPT.replace('expect:\n  - { day: 1, overture.north: yes', expected).replace(
        '{ day: 1, do: proposeTalks }',
        moves,
      ),
    );
    const { out } = await within(['run', bad, '--seed', '3', '--reporter', 'json']);
    const json = JSON.parse(out);
    expect(json).toMatchObject({ parley: 'scripts', format: 1 });
    const help = formatScriptFields();
    const [script] = json.scripts;
    const [verdict] = script.verdicts;
    expect(verdict).toMatchObject({ day: 1, expected: 'home == 9', met: false, was: '0' });
    const [never] = script.neverMade;
    expect(never).toMatchObject({ move: 'accept', notPossibleOn: null });
    const fields = [json, script, verdict, verdict.place, never].flatMap(Object.keys);
    expect([...help.matchAll(/^ {2}(\w+) {2,}\w/gm)].map(([, field]) => field)).toEqual(fields);
  });

  test('keeps a record, which replays', async () => {
    const [good = ''] = scripts(SCRIPT);
    const record = join(emptyFolder(), 'r.jsonl');
    expect((await within(['run', good, '--seed', '3', '--record', record])).code).toBe(0);
    expect(await within(['check', record, '--scenario', RIVER_PATH])).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(record, 'utf8')).toContain('"type":"proposeTalks"');
  });

  test.each([
    [['--days', '3'], '--days is for a scenario; SCRIPT is a script, which says that itself'],
    [['--json'], '--json is for a scenario; SCRIPT is a script, of which --reporter json tells'],
    [['kursk-2024'], 'kursk-2024: not a script; one scenario, or scripts alone, can be run at once'],
    [['no/such.script.yaml'], 'no/such.script.yaml: no such file or folder'],
    [['--record', 'x'], '--record x: there are 2 campaigns; give one script, and one --seed'],
  ])('%j', async (more, message) => {
    const [good = ''] = scripts(SCRIPT);
    expect(await within(['run', good, ...more])).toEqual({
      code: 2,
      out: '',
      err: `parley: ${message.replace('SCRIPT', good)}\n`,
    });
  });

  test('a script that is not sound is told with its place, and none is played', async () => {
    const [good = '', bad = ''] = scripts(SCRIPT, SCRIPT.replace('proposeTalks', 'proposeTalk'));
    expect(await within(['run', good, bad])).toEqual({
      code: 2,
      out: '',
      err: `parley: ${bad}:5:32: moves.north.0.do: unknown move "proposeTalk"; did you mean "proposeTalks"?\n`,
    });
  });
});

describe('what comes with a scenario', () => {
  const named = (end: string) =>
    readdirSync(SCENARIOS, { recursive: true })
      .map(String)
      .filter(name => name.endsWith(end));

  test.each(named('.script.yaml'))('%s comes out as it expects', name => {
    expect(parley(['run', join(SCENARIOS, name)])).toMatchObject({ code: 0, err: '' });
  });

  test.each(named('.study.yaml'))('%s can be played', async name => {
    const { code, out } = await within(['study', join(SCENARIOS, name), '--runs', '2', '--reporter', 'json']);
    expect(code).toBeLessThan(2);
    expect(JSON.parse(out).thresholds.length).toBeGreaterThan(0);
  });
});

test('a file of another kind is told as what it is', async () => {
  const folder = emptyFolder();
  const told = async (command: string, yaml: string) => {
    const file = join(folder, 'file.yaml');
    writeFileSync(file, yaml);
    const { code, err } = await within([command, file]);
    expect([code, err.startsWith(`parley: ${file}:`), err.split('\n').length]).toEqual([2, true, 2]);
    return err;
  };
  expect(await told('run', 'scenario: river\nmoves: {}\n')).toContain('`parley run` plays it once it has');
  expect(await told('run', 'scenario: river\nruns: 3\n')).toContain('`parley study` plays it');
  expect(await told('study', 'script: 1\nscenario: river\n')).toContain('`parley run` plays it');
  expect(await told('study', 'parley: 1\ntitle: river\n')).toContain('a scenario and no study');
});
