import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { devNull } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { RIVER_PATH } from '../fixtures/river.ts';
import { type Ended, emptyFolder, parley, shell, started, within } from './command.ts';

const STUDY = `
title: Does trust matter?
scenario: ${RIVER_PATH}
runs: 10
vary: { trust: [0.2, 0.5], seats.south: [parity, "boulware:e=0.3"] }
metrics: [agreement, first_exchange.day, home, gained.north]
thresholds:
  - held.mean >= 1
  - { that: p50(first_exchange.day) <= 1, where: { trust: 0.2, seats.south: parity } }
`;

/** A folder with a study in it. */
function withStudy(yaml = STUDY): { folder: string; file: string } {
  const folder = emptyFolder();
  const file = join(folder, 'study.yaml');
  writeFileSync(file, yaml);
  return { folder, file };
}

/** Every file of a folder, by name. */
function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map(name => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

describe('parley study', () => {
  test('gives the same bytes with one, two and three workers, and in five merged shards', async () => {
    const { folder, file } = withStudy();
    const reporters = ['text', 'json', 'junit', 'github'].flatMap(name => ['--reporter', name]);
    const outputs: (Ended & { files: Record<string, string> })[] = [];
    for (const workers of ['1', '2', '3']) {
      const out = join(folder, workers);
      const ended = await within(['study', file, '--workers', workers, '--out', out, ...reporters]);
      outputs.push({ ...ended, files: contents(out) });
    }
    expect(outputs[0]).toMatchObject({ code: 1, err: 'parley: 1 of 5 thresholds not met\n' });
    expect(outputs[1]).toEqual(outputs[0]);
    expect(outputs[2]).toEqual(outputs[0]);

    const shards = join(folder, 'shards');
    for (const part of [3, 1, 5, 2, 4]) {
      const { code, err } = await within([
        'study',
        file,
        '--workers',
        '1',
        '--out',
        shards,
        '--shard',
        `${part}/5`,
      ]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
    }
    const out = join(folder, 'merged');
    const paths = readdirSync(shards).map(name => join(shards, name));
    const merged = await within(['merge', ...paths, '--out', out, ...reporters]);
    expect({ ...merged, files: contents(out) }).toEqual(outputs[0]);

    const rows = (outputs[0]?.files['runs.csv'] ?? '').trim().split('\n');
    expect(rows[0]).toBe('run,seed,trust,seats.south,agreement,first_exchange.day,home,gained.north,held');
    expect(rows.slice(1).map(row => Number(row.split(',')[0]))).toEqual(
      Array.from({ length: 40 }, (_, n) => n + 1),
    );
    expect(rows[2]).toMatch(/^2,1,0\.2,boulware:e=0\.3,/);
  });

  test('ends early at the same run with any number of workers and of shards, and when it is gone on with', async () => {
    const { folder, file } = withStudy(
      `scenario: ${RIVER_PATH}\nruns: 150\nvary: { trust: [0.2, 0.5] }\nmetrics: [agreement, home]\n`,
    );
    const [one, three] = [join(folder, 'one'), join(folder, 'three')];
    const study = ['study', file, '--until-halfwidth', '0.1'];
    const ended = await within([...study, '--workers', '1', '--out', one]);
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toContain('Of 300 campaigns, 200 were');
    expect(rowsIn(one)).toBe(200);
    await within([...study, '--workers', '3', '--out', three]);
    expect(contents(three)).toEqual(contents(one));
    const shards = join(folder, 'shards');
    for (const part of [2, 1]) {
      const { out } = await within([...study, '--out', shards, '--shard', `${part}/2`]);
      expect(out).toContain(
        '150 campaigns; `parley merge` puts the shards together and ends the study where',
      );
    }
    const merged = join(folder, 'merged');
    await within(['merge', ...readdirSync(shards).map(name => join(shards, name)), '--out', merged]);
    expect(contents(merged)).toEqual(contents(one));
    expect(await within(['compare', one, three])).toMatchObject({ code: 0, err: '' });

    const rows = readFileSync(join(three, 'runs.csv'), 'utf8').split('\n');
    for (const kept of [40, rows.length]) {
      for (const name of ['summary.json', 'summary.txt']) rmSync(join(three, name));
      writeFileSync(join(three, 'runs.csv'), rows.slice(0, kept).join('\n'));
      await within([...study, '--out', three, '--resume']);
      expect(contents(three)).toEqual(contents(one));
    }
  });

  test('ends where the verdict is certain, and says why', async () => {
    const { file } = withStudy(`scenario: ${RIVER_PATH}\nruns: 300\nthresholds: [findings.count == 0]\n`);
    const { code, out } = await within(['study', file, '--until-certain', '--reporter', 'json']);
    const { stopped, runs, thresholds } = JSON.parse(out);
    expect(code).toBe(1);
    expect(stopped).toMatchObject({ run: runs, why: 'unmet', threshold: 'findings.count == 0' });
    expect(thresholds[0].against.run).toBe(runs);
  });

  test('prints the command that plays a run that stands against a threshold', async () => {
    const { file } = withStudy();
    const { out } = await within(['study', file, '--runs', '5']);
    const [, command = ''] = /^ +parley (run .*)$/m.exec(out) ?? [];
    expect(command).toContain('--seat south=parity --set trust=0.2');
    const again = await within([...command.split(' '), '--json']);
    expect(again).toMatchObject({ code: 0, err: '' });
    const { exchanges } = JSON.parse(again.out) as { exchanges: { day: number }[] };
    expect(exchanges[0]?.day ?? Number.POSITIVE_INFINITY).toBeGreaterThan(1);
    const trusting = await within([...command.replace('trust=0.2', 'trust=0.5').split(' '), '--json']);
    expect(trusting.out).not.toBe(again.out);
  });

  test('cuts a failing run down to the day that decides it, merged or not', async () => {
    const { folder, file } = withStudy(`scenario: ${RIVER_PATH}\nruns: 9\nthresholds: [home.max <= 0]\n`);
    const { out, code } = await within(['study', file, '--workers', '1', '--reporter', 'json']);
    const { run, seed, value, decided, command } = JSON.parse(out).thresholds[0].against;
    expect(code).toBe(1);
    const homeBy = async (days: number) => {
      const args = ['run', RIVER_PATH, '--seed', seed, '--days', String(days), '--json'];
      const home = Object.values(
        JSON.parse((await within(args)).out).home as Record<string, { total: number }>,
      );
      return home.reduce((all, { total }) => all + total, 0);
    };
    expect(command).toBe(`parley run ${RIVER_PATH} --seed ${seed} --days ${decided.day}`);
    expect(await homeBy(decided.day)).toBe(decided.value);
    expect(decided.value).toBeGreaterThan(0);
    expect(await homeBy(decided.day - 1)).toBe(0);

    const shards = join(folder, 'shards');
    for (const part of [1, 2])
      await within(['study', file, '--workers', '1', '--out', shards, '--shard', `${part}/2`]);
    const paths = [1, 2].map(part => join(shards, `shard-${part}-of-2.ndjson`));
    expect((await within(['merge', ...paths, '--reporter', 'json'])).out).toBe(out);
    const text = await within(['merge', ...paths]);
    expect(text.out.replace(/\s+/g, ' ')).toContain(
      `run ${run} (seed ${seed}), day ${decided.day}: expected home <= 0, was ${decided.value}; ${value} in the whole campaign`,
    );
    expect(text.out).toContain(`           ${command}\n`);
  });

  test('what a run measured is what the run by itself shows, seat and figures as set', async () => {
    const { folder, file } = withStudy();
    await within(['study', file, '--runs', '3', '--out', join(folder, 'out'), '--format', 'ndjson']);
    const rows = readFileSync(join(folder, 'out/runs.ndjson'), 'utf8').trim().split('\n');
    for (const text of [rows[1], rows[6], rows[11]]) {
      const row = JSON.parse(text ?? '');
      const args = [
        '--seed',
        row.seed,
        '--set',
        `trust=${row.trust}`,
        '--seat',
        `south=${row['seats.south']}`,
      ];
      const result = JSON.parse((await within(['run', RIVER_PATH, ...args, '--json'])).out);
      const home = Object.values(result.home as Record<string, { total: number }>);
      expect(row.home).toBe(home.reduce((all, { total }) => all + total, 0));
      expect(row['gained.north']).toBeCloseTo(result.gained.north, 2);
      expect(row['first_exchange.day']).toBe(
        result.exchanges.find(({ outcome }: { outcome: string }) => outcome === 'completed')?.day ?? null,
      );
    }
  });

  test('writes nothing over what exists, and mixes no two studies', async () => {
    const { folder, file } = withStudy();
    const out = join(folder, 'out');
    await within(['study', file, '--runs', '2', '--out', out]);
    const before = contents(out);
    expect(await within(['study', file, '--runs', '2', '--out', out])).toMatchObject({
      code: 2,
      err: `parley: ${out}/study.json exists already and is not overwritten; give another --out, or go on with it by --resume\n`,
    });
    expect(await within(['study', file, '--runs', '3', '--out', out, '--resume'])).toMatchObject({
      code: 2,
      err: `parley: ${out}/study.json is of another study, or the study, its scenarios or parley changed since; give another --out\n`,
    });
    expect(contents(out)).toEqual(before);
  });

  test('of a study played to its end, --resume gives the reports and the verdict from what is kept', async () => {
    const { folder, file } = withStudy();
    for (const format of ['csv', 'ndjson', 'parquet']) {
      const out = join(folder, format);
      const study = ['study', file, '--runs', '2', '--out', out, '--format', format];
      const first = await within(study);
      const [before, junit] = [contents(out), join(folder, `${format}.xml`)];
      const again = ['--resume', '--reporter', 'text', '--reporter', `junit=${junit}`];
      // It only reads: whoever else holds the folder, or whether it can be written, does not matter.
      writeFileSync(join(out, 'study.json.lock'), String(process.ppid));
      const told = `parley: ${out} holds this study played to its end: nothing is left to play\n`;
      expect(await within([...study, ...again])).toEqual({ ...first, err: told + first.err });
      rmSync(join(out, 'study.json.lock'));
      expect(readFileSync(junit, 'utf8')).toMatch(/tests="5" failures="[1-5]"/);
      expect(contents(out)).toEqual(before);
    }
    const csv = join(folder, 'csv');
    const study = ['study', file, '--runs', '2', '--out', csv, '--resume'];
    expect(await within([...study, '--format', 'parquet'])).toMatchObject({
      code: 2,
      err: `parley: ${csv} holds runs as csv; --format csv goes on with them\n`,
    });
    const rows = readFileSync(join(csv, 'runs.csv'), 'utf8').split('\n');
    writeFileSync(join(csv, 'runs.csv'), `${rows.slice(0, 4).join('\n')}\n`);
    expect(await within(study)).toMatchObject({
      code: 2,
      err: `parley: ${csv} holds this study played to its end, and only 3 of its 8 runs: some were lost; give another --out\n`,
    });
  });

  test('goes on where it was broken off, a torn line and all, to the same bytes', async () => {
    const { folder, file } = withStudy();
    const [whole, half] = [join(folder, 'whole'), join(folder, 'half')];
    const study = ['study', file, '--workers', '1', '--runs', '60'];
    await within([...study, '--out', whole]);
    const child = started([...study, '--out', half]);
    const told: string[] = [];
    child.stderr?.on('data', data => told.push(String(data)));
    const ended = new Promise(resolve => child.on('close', resolve));
    while (child.exitCode === null && rowsIn(half) < 20) await setTimeout(5);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    const [, done] = /stopped after (\d+) campaigns; they are kept in .*runs\.csv/.exec(told.join('')) ?? [];
    expect(rowsIn(half)).toBe(Number(done));
    expect(Number(done)).toBeLessThan(240);
    expect(readFileSync(join(half, 'runs.unfinished.check'), 'utf8')).toMatch(
      new RegExp(`^([0-9a-f]{8}\\n){${done}}$`),
    );
    appendFileSync(join(half, 'runs.csv'), '9999,torn');
    expect(await within([...study, '--out', half, '--resume'])).toMatchObject({ code: 1 });
    expect(contents(half)).toEqual(contents(whole));
  });

  test('a shard can be gone on with, and merge says which are missing, doubled or broken off', async () => {
    const { folder, file } = withStudy();
    const shards = join(folder, 'shards');
    const shard = (part: number, ...more: string[]) =>
      within(['study', file, '--runs', '4', '--out', shards, '--shard', `${part}/2`, ...more]);
    const [first, second] = [1, 2].map(part => join(shards, `shard-${part}-of-2.ndjson`)) as [string, string];
    await shard(1);
    expect(await within(['merge', first])).toMatchObject({
      code: 2,
      err: 'parley: 1 of 2 shards are missing: 2\n',
    });
    expect((await within(['merge', first, first])).err).toBe(`parley: ${first}: shard 1 is given twice\n`);
    await shard(2);
    const whole = readFileSync(second, 'utf8');
    writeFileSync(second, whole.split('\n').slice(0, 4).join('\n'));
    expect(await within(['merge', first, second])).toMatchObject({
      code: 2,
      err: `parley: ${second}: holds 2 of 8 runs; the study with --shard 2/2 and --resume plays the rest\n`,
    });
    expect((await shard(2, '--resume')).code).toBe(0);
    expect(readFileSync(second, 'utf8')).toBe(whole);
    writeFileSync(join(shards, 'other'), '{"parley":"record"}\n');
    expect((await within(['merge', first, join(shards, 'other')])).err).toBe(
      `parley: ${shards}/other: not a shard of a study\n`,
    );
    writeFileSync(join(shards, 'nothing'), '');
    expect((await within(['merge', join(shards, 'nothing')])).err).toBe(
      `parley: ${shards}/nothing: empty, and no shard of a study\n`,
    );
    expect((await within(['merge', devNull])).err).toBe(
      `parley: ${devNull}: a device or a pipe, and no shard of a study, which is a file\n`,
    );
  });

  test('a shard whose first line or whose numbers were changed by hand is told in a line', async () => {
    const { folder, file } = withStudy();
    for (const part of ['1/2', '2/2'])
      await within(['study', file, '--runs', '2', '--out', folder, '--shard', part]);
    const [first, second] = [1, 2].map(part => join(folder, `shard-${part}-of-2.ndjson`)) as [string, string];
    const sound = readFileSync(first, 'utf8');
    const told = async (text: string) => {
      writeFileSync(first, text);
      return (await within(['merge', first, second])).err;
    };
    expect(await told(sound.replace('"points":[', '"points":["",'))).toBe(
      `parley: ${first}: its first line is damaged; the study with --shard writes it again\n`,
    );
    expect(await told(sound.replace(/"fingerprint":"\w+"/, '"fingerprint":"0123456789abcdef"'))).toContain(
      'was played by another build of parley than',
    );
    expect(await told('{"parley":"study-shard"}\n')).toContain('written by version unknown of parley');
    const [head, run, ...rest] = sound.split('\n');
    const endless = run?.replace(/,[^,]*]$/, ',1e999]') ?? '';
    const again = `was changed after it was written; the study with --shard 1/2 and --resume plays it and what follows again\n`;
    expect(await told([head, endless, ...rest].join('\n'))).toBe(
      `parley: ${first}:2: this line, or the first one, ${again}`,
    );
    expect(await told(sound.replace('"format":2', '"format":1'))).toContain('a shard of format 1; ');
    // Another value that could well have come about: of the run's last metric, one more.
    const other = sound.split('\n');
    other[3] = (other[3] ?? '').replace(
      /(\d+|null),("[^"]*"])$/,
      (_, value, check) => `${Number(value) + 1},${check}`,
    );
    expect(await told(other.join('\n'))).toBe(`parley: ${first}:4: this line, or the first one, ${again}`);
    const resumed = ['study', file, '--runs', '2', '--out', folder, '--shard', '1/2', '--resume'];
    expect((await within(resumed)).code).toBe(0);
    expect(readFileSync(first, 'utf8')).toBe(sound);
    expect(await told(`${sound}{}\n`)).toContain(`${first}:6: `);
  });

  test('a shard whose first line alone was changed is no longer of its runs', async () => {
    const { folder, file } = withStudy();
    await within(['study', file, '--runs', '2', '--out', folder, '--shard', '1/1']);
    const path = join(folder, 'shard-1-of-1.ndjson');
    const sound = readFileSync(path, 'utf8');
    writeFileSync(path, sound.replace('"from":1', '"from":2'));
    expect(readFileSync(path, 'utf8')).not.toBe(sound);
    expect(await within(['merge', path])).toMatchObject({ code: 2, out: '' });
  });

  test.skipIf(process.platform !== 'linux')(
    'a full disk is told in a line, and what was done is gone on with',
    async () => {
      const { folder, file } = withStudy();
      const [whole, out] = [join(folder, 'whole'), join(folder, 'out')];
      await within(['study', file, '--workers', '1', '--runs', '60', '--out', whole]);
      const full = shell(
        `trap '' XFSZ; ulimit -f 4; $PARLEY study ${file} --workers 1 --runs 60 --out ${out}`,
      );
      expect(full.code).toBe(2);
      expect(full.err).toMatch(
        /^parley: cannot write .*runs\.csv: the file would be larger than is allowed here; what was played is kept, and the same command with --resume goes on from there\n$/,
      );
      expect((await within(['study', file, '--runs', '60', '--out', out, '--resume'])).code).toBe(1);
      expect(contents(out)).toEqual(contents(whole));
      const device = shell(`$PARLEY study ${file} --runs 2 > /dev/full`);
      expect(device).toMatchObject({
        code: 2,
        err: 'parley: cannot write to standard output: no space left on the device\n',
      });
    },
  );

  test.skipIf(process.platform !== 'linux')('shards that cannot be put together whole are not', async () => {
    const { folder, file } = withStudy();
    const [shards, out] = [join(folder, 'shards'), join(folder, 'out')];
    await within(['study', file, '--runs', '60', '--out', shards, '--shard', '1/1']);
    const shard = join(shards, 'shard-1-of-1.ndjson');
    const full = shell(`trap '' XFSZ; ulimit -f 8; $PARLEY merge ${shard} --out ${out}`);
    expect(full.code).toBe(2);
    expect(full.err).toMatch(
      /^parley: cannot write .*: the file would be larger than is allowed here; what was written of the result is taken away again\n$/,
    );
    expect(readdirSync(out)).toEqual([]);
    const merge = ['merge', shard, '--out', out];
    expect((await within(merge)).code).toBe(1);
    const before = contents(out);
    expect(await within(merge)).toMatchObject({
      code: 2,
      err: `parley: ${out}/study.json exists already and is not overwritten; give another --out\n`,
    });
    expect(contents(out)).toEqual(before);
  });

  test('is written by one process at a time; what a killed one left is no hindrance', async () => {
    const { folder, file } = withStudy();
    const out = join(folder, 'out');
    const study = ['study', file, '--workers', '1', '--runs', '2', '--out', out];
    const [lock, shardLock] = ['study.json.lock', 'shard-1-of-2.ndjson.lock'].map(name =>
      join(out, name),
    ) as [string, string];
    mkdirSync(out);
    for (const path of [lock, shardLock]) writeFileSync(path, String(process.ppid));
    for (const more of [[], ['--resume'], ['--shard', '1/2']]) {
      const { code, err } = await within([...study, ...more]);
      expect(code).toBe(2);
      expect(err).toContain(`${out} is being written by another parley (process ${process.ppid})`);
    }
    expect(readdirSync(out).sort()).toEqual([shardLock, lock].map(path => basename(path)));
    // Of a process that is gone, or that had the number this one has now.
    const { pid: gone } = spawnSync('true');
    for (const left of [gone, process.pid]) {
      writeFileSync(lock, String(left));
      expect(await within(study)).toMatchObject({ code: 1, err: 'parley: 1 of 5 thresholds not met\n' });
      expect(readdirSync(out)).not.toContain(basename(lock));
      for (const name of readdirSync(out)) rmSync(join(out, name));
    }
  });

  test('into head ends quietly, with the verdict all the same', async () => {
    const { file } = withStudy();
    const { code, err } = shell(
      `$PARLEY study ${file} --runs 3 --reporter json --reporter text --reporter junit | head -n 1; exit "\${PIPESTATUS[0]}"`,
    );
    expect([code, err]).toEqual([1, '']);
  });

  test('the job summary goes where the runner says, in addition to what is there', async () => {
    const { folder, file } = withStudy();
    const summary = join(folder, 'summary.md');
    writeFileSync(summary, 'before\n');
    const junit = join(folder, 'junit.xml');
    const { out } = parley(
      ['study', file, '--runs', '3', '--reporter', 'github', '--reporter', `junit=${junit}`],
      { env: { GITHUB_STEP_SUMMARY: summary } },
    );
    expect(out).toMatch(
      /^::error file=\S+\/study\.yaml,line=9,col=5,title=p50\(first_exchange\.day\) <= 1::[^\n]*%0Aparley run [^\n]*\n$/,
    );
    expect(readFileSync(summary, 'utf8')).toMatch(/^before\n## Does trust matter\?\n\n4 of 5 met\n/);
    expect(readFileSync(junit, 'utf8')).toContain('<testsuites name="parley" tests="5" failures="1">');
    expect(readFileSync(junit, 'utf8')).toContain(`name="held.mean &gt;= 1" file="${file}" line="8"/>`);
  });

  test.each([
    [['study', 'nothing.yaml'], 'nothing.yaml: cannot be read: no such file or folder'],
    [['study', '.'], '.: it is a folder; expected a file'],
    [
      ['study', 'STUDY', '--shard', '6/5', '--out', 'x'],
      '--shard 6/5: expected PART/OF, such as 2/5, OF at most 10000',
    ],
    [['study', 'STUDY', '--shard', '1/5'], '--shard needs --out: the folder that the part is written to'],
    [
      ['study', 'STUDY', '--shard', '1/5', '--out', 'x', '--format', 'parquet'],
      '--format parquet is for whole results: a shard is written as it is read again; give it to `parley merge`',
    ],
    [['study', 'STUDY', '--resume'], '--resume needs --out: the folder that was written to'],
    [
      ['study', 'STUDY', '--until-halfwidth', '0'],
      '--until-halfwidth 0: expected a number above 0, perhaps with % and an aggregate before it, such as 0.01, mean(home)=5 or home.mean=2%',
    ],
    [
      ['study', 'STUDY', '--reporter', 'xml'],
      '--reporter xml: expected one of text, json, junit, github, each perhaps with =FILE',
    ],
    [
      ['study', 'STUDY', '--reporter', 'junit=no/junit.xml'],
      '--reporter junit=no/junit.xml: the folder of the file does not exist',
    ],
    [['study', 'study.yaml', '--out', 'study.yaml'], '--out study.yaml: it is a file; expected a folder'],
    [['run', RIVER_PATH, '--set', 'trust=2'], '--set trust: expected a share (0 to 1), at most 1, got 2'],
    [
      ['run', RIVER_PATH, '--set', 'trst=0.2'],
      '--set trst: no figure of the scenario; did you mean "trust"?',
    ],
    [['run', RIVER_PATH, '--set', 'trust'], '--set trust: expected PATH=NUMBER, such as trust=0.5'],
  ])('%j', (args, message) => {
    const { folder, file } = withStudy();
    const ended = parley(
      args.map(arg => (arg === 'STUDY' ? file : arg)),
      { cwd: folder },
    );
    expect(ended).toEqual({ code: 2, out: '', err: `parley: ${message}\n` });
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  test('finds a scenario beside the study, and prints its path as it can be used from here', async () => {
    const { folder } = withStudy();
    mkdirSync(join(folder, 'studies'));
    writeFileSync(
      join(folder, 'studies/one.yaml'),
      'scenario: ../mine\nruns: 2\nthresholds: [first_exchange.day.p50 < 1]\n',
    );
    shell(`cp -r ${RIVER_PATH} mine`, folder);
    const { out, code } = parley(['study', 'studies/one.yaml'], { cwd: folder });
    expect([code, out]).toEqual([1, expect.stringContaining('parley run mine --seed 1')]);
    rmSync(join(folder, 'mine/background.md'));
    expect(parley(['study', 'studies/one.yaml'], { cwd: folder })).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^parley: studies\/one\.yaml:1:11: scenario: not sound: background: /),
    });
  });
});

function rowsIn(folder: string): number {
  const file = join(folder, 'runs.csv');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 2 : 0;
}
