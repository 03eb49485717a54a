import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RIVER_PATH } from '../fixtures/river.ts';
import { emptyFolder, within } from './command.ts';

/** The same study of the river, with another seat for the south in the second. */
async function twoResults(seat = 'random'): Promise<{ folder: string; before: string; after: string }> {
  const folder = emptyFolder();
  const [before, after] = [join(folder, 'before'), join(folder, 'after')];
  const study = join(folder, 'study.yaml');
  const metrics = 'metrics: [agreement, overture, first_overture.day, home, trust]';
  writeFileSync(study, `scenario: ${RIVER_PATH}\nruns: 12\nvary: { trust: [0.3, 0.6] }\n${metrics}\n`);
  await within(['study', study, '--workers', '1', '--out', before]);
  writeFileSync(study, `${readFileSync(study, 'utf8')}seats: { south: ${seat} }\n`);
  await within(['study', study, '--workers', '1', '--out', after, '--format', 'ndjson']);
  return { folder, before, after };
}

describe('parley compare', () => {
  test('finds nothing between a result and the same again, whatever the format', async () => {
    const { before, after } = await twoResults('conceder');
    const { code, out, err } = await within(['compare', before, after]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('24 CAMPAIGNS');
    expect(out).toContain('They are of one study.');
    expect(out).not.toContain('PAST');
  });

  test('tells what another seat moved, and fails past the tolerance', async () => {
    const { before, after } = await twoResults();
    const plain = await within(['compare', before, after, '--reporter', 'json']);
    expect(plain.code).toBe(1);
    const { changes } = JSON.parse(plain.out) as {
      changes: { metric: string; aggregate: string; difference: number; settings: { trust: number } }[];
    };
    expect(changes).toHaveLength(12);
    const rows = (folder: string, name: string) =>
      readFileSync(join(folder, name), 'utf8').trim().split('\n');
    const [header = '', ...first] = rows(before, 'runs.csv');
    const column = header.split(',').indexOf('home');
    const was = first.map(row => Number(row.split(',')[column]));
    const is = rows(after, 'runs.ndjson').map(row => Number(JSON.parse(row).home));
    const odd = was.flatMap((value, index) => (index % 2 === 0 ? [(is[index] ?? 0) - value] : []));
    const moved = changes.find(({ metric, settings }) => metric === 'home' && settings.trust === 0.3);
    expect(moved?.difference).toBeCloseTo(odd.reduce((all, one) => all + one, 0) / 12, 3);

    const { between } = JSON.parse(plain.out) as { between: string[] };
    expect(between).toEqual(['south of river: conceder, then random']);
    const largest = Math.max(...changes.map(({ difference }) => Math.abs(difference)));
    expect(largest).toBeGreaterThan(0);
    expect((await within(['compare', before, after, '--tolerance', String(Math.ceil(largest))])).code).toBe(
      0,
    );
    const only = await within([
      'compare',
      before,
      after,
      '--tolerance',
      '1000',
      '--tolerance',
      'overture=0',
      '--tolerance',
      'first_overture.day=0%',
    ]);
    // A name stands before its numbers, or on the line above them.
    const pasts = only.out.match(/^ +\w+\(\S+\)(\n)?.*PAST$/gm) ?? [];
    expect(pasts.length).toBe(only.out.match(/PAST/g)?.length);
    expect(pasts.every(line => /\((overture|first_overture\.day)\)/.test(line))).toBe(true);
    expect(only.code).toBe(pasts.length > 0 ? 1 : 0);
  });

  test('says why two results cannot be compared', async () => {
    const { folder, before, after } = await twoResults();
    const fault = async (...args: string[]) => (await within(['compare', ...args])).err;
    expect(await fault(before, folder)).toBe(
      `parley: ${folder}/study.json: cannot be read: no such file or folder\n`,
    );
    expect(await fault(before, after, '--tolerance', 'hme=1')).toContain('did you mean "home"?');
    expect(await fault(before, after, '--tolerance', 'much')).toContain('expected a number');
    const study = join(folder, 'study.yaml');
    await within(['study', study, '--runs', '3', '--out', join(folder, 'short')]);
    expect(await fault(before, join(folder, 'short'))).toContain(
      'they were played with other seeds: 1 to 12 in the first, 1 to 3 in the second',
    );
    const runs = join(before, 'runs.csv');
    writeFileSync(runs, readFileSync(runs, 'utf8').split('\n').slice(0, 9).join('\n'));
    expect(await fault(before, after)).toContain('holds only 7 of 24 runs');
  });

  test('names the most basic of several differences', async () => {
    const folder = emptyFolder();
    const study = join(folder, 'study.yaml');
    const result = async (name: string, yaml: string) => {
      writeFileSync(study, yaml);
      await within(['study', study, '--workers', '1', '--out', join(folder, name)]);
      return join(folder, name);
    };
    const river = await result('river', `scenario: ${RIVER_PATH}\nruns: 3\nmetrics: [home]\n`);
    const fault = async (other: string) => (await within(['compare', river, other])).err;
    const bridge = await result('bridge', 'scenario: toll-bridge\nruns: 2\nvary: { trust: [0.2] }\n');
    expect(await fault(bridge)).toContain(
      'they are of other scenarios: river in the first, toll-bridge in the second',
    );
    const varied = await result('varied', `scenario: ${RIVER_PATH}\nruns: 2\nvary: { trust: [0.2, 0.4] }\n`);
    expect(await fault(varied)).toContain(
      'they vary other things: nothing in the first, trust (0.2, 0.4) in the second',
    );
    const drawn = await result(
      'drawn',
      `scenario: ${RIVER_PATH}\nruns: 2\ndraw: { trust: { low: 0.2, high: 0.4 } }\ndraws: 1\n`,
    );
    expect(await fault(drawn)).toContain(
      'they draw other figures: nothing in the first, trust in the second',
    );
    const other = await result('other', `scenario: ${RIVER_PATH}\nruns: 3\nmetrics: [trust]\n`);
    expect(await fault(other)).toContain('no metric in common: home in the first, trust in the second');
    const listed = await result('listed', `scenario: ${RIVER_PATH}\nseeds: [a, b, c, d, e, f, g]\n`);
    expect(await fault(listed)).toContain('1 to 3 in the first, a, b, c, d, e and 2 more in the second');
    const changed = await result(
      'changed',
      `scenario: ${RIVER_PATH}\nruns: 3\nmetrics: [home, trust]\nset: { trust: 0.9 }\n`,
    );
    const told = async (one: string) => {
      const { out } = await within(['compare', one, changed, '--tolerance', '1000']);
      return out.replace(/\s+/g, ' ');
    };
    expect(await told(river)).toContain(
      'What differs: river: trust as in its file, then 0.9 (whether its file has changed too is not kept); ' +
        'measured in the second only: trust.',
    );
    const head = join(river, 'study.json');
    const another = readFileSync(head, 'utf8').replace(/("digest":\s*")../, '$1xx');
    writeFileSync(head, another.replace(/("changes":\s*)\[\]/, '$1[{"path":"trust","value":0.9}]'));
    expect(await told(river)).toContain('What differs: river is another version: its file has changed;');
  });
});
