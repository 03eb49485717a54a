import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RIVER_PATH } from '../fixtures/river.ts';
import { emptyFolder, shell, within } from './command.ts';

/** A study and a script that are played in no time, and what each says when it was played. */
function files() {
  const folder = emptyFolder();
  const [study, script] = [join(folder, 'study.yaml'), join(folder, 'script.yaml')];
  writeFileSync(study, `scenario: ${RIVER_PATH}\nruns: 2\nthresholds: [home.mean >= 1000000]\n`);
  writeFileSync(script, `script: 1\nscenario: ${RIVER_PATH}\nexpect: [{ day: 1, home: 1000000 }]\n`);
  return { folder, study, script };
}

describe.skipIf(process.platform === 'win32')('--reporter NAME=FILE', () => {
  test('refuses what cannot be a new file before anything is played', async () => {
    const { folder, study, script } = files();
    const [there, link] = [join(folder, 'there.xml'), join(folder, 'link.xml')];
    writeFileSync(there, 'mine');
    symlinkSync(join(folder, 'nothing'), link);
    const notFile = (file: string) =>
      `${file} is not a file; give the name of a new one, or --reporter junit alone for standard output`;
    const faults = [
      ['/dev/zero', notFile('/dev/zero')],
      ['/dev/stdout', notFile('/dev/stdout')],
      [folder, notFile(folder)],
      [link, notFile(link)],
      [
        there,
        `${there} exists already and is not overwritten; give another name, such as ${join(folder, 'there-2.xml')}`,
      ],
      [join(folder, 'no/where.xml'), 'the folder of the file does not exist'],
    ];
    const out = join(folder, 'out');
    for (const command of [
      ['study', study, '--out', out],
      ['run', script],
      ['merge', study],
      ['compare', folder, folder],
    ]) {
      for (const [file, fault] of faults) {
        expect(await within([...command, '--reporter', `junit=${file}`])).toEqual({
          code: 2,
          out: '',
          err: `parley: --reporter junit=${file}: ${fault}\n`,
        });
      }
    }
    expect(existsSync(out)).toBe(false);
    expect(readFileSync(there, 'utf8')).toBe('mine');
  });

  test('refuses a pipe, which nobody may ever read', () => {
    const { study } = files();
    const piped = shell(`$PARLEY study ${study} --reporter junit=>(cat >&2)`);
    expect(piped.code).toBe(2);
    expect(piped.err).toMatch(
      /^parley: --reporter junit=(\S+): \1 is not a file; give the name of a new one, or --reporter junit alone/,
    );
  });

  test('refuses a reporter that is given twice for standard output', async () => {
    expect(await within(['study', files().study, '--reporter', 'json', '--reporter', 'json'])).toEqual({
      code: 2,
      out: '',
      err: 'parley: --reporter json is given twice for standard output; give it once, or a file\n',
    });
  });

  test('of one that cannot be written keeps no other from being told', () => {
    const { folder, study } = files();
    const json = join(folder, 'all.json');
    const { code, out, err } = shell(
      `trap '' XFSZ; ulimit -f 1; $PARLEY study ${study} --reporter json=${json} --reporter text --reporter github`,
    );
    expect(out).toContain('mean or rate');
    expect([code, err]).toEqual([
      2,
      `parley: cannot write ${json}: the file would be larger than is allowed here\n`,
    ]);
    expect(existsSync(json)).toBe(false);
  });

  test('refuses the same file for two reporters', async () => {
    const { folder, study } = files();
    const file = join(folder, 'both');
    const both = ['--reporter', `junit=${file}`, '--reporter', `json=${join(folder, '.', 'both')}`];
    expect(await within(['study', study, ...both])).toMatchObject({
      code: 2,
      err: `parley: --reporter: ${file} is given to two reporters; give each its own\n`,
    });
  });

  test('discards what goes to the null device; the verdict stands', async () => {
    const { study, script } = files();
    const discarded = ['--reporter', 'text=/dev/null', '--reporter', 'junit=/dev/null'];
    expect(await within(['study', study, ...discarded])).toEqual({
      code: 1,
      out: '',
      err: 'parley: 1 of 1 threshold not met\n',
    });
    expect(await within(['run', script, ...discarded])).toEqual({
      code: 1,
      out: '',
      err: 'parley: 1 of 1 not as expected\n',
    });
  });

  test('the record of a script is not written over anything, and to no device', async () => {
    const { script } = files();
    for (const [file, fault] of [
      ['/dev/zero', 'is not a file; give the name of a new one'],
      [script, 'exists already and is not overwritten; give another name, such as '],
    ]) {
      const { code, out, err } = await within(['run', script, '--record', file ?? '']);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(`parley: ${file} ${fault}`);
    }
  });
});
