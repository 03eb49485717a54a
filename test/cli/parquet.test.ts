import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { runsInParquet } from '../../src/cli/studies/parquet-file.ts';
import { RIVER_PATH } from '../fixtures/river.ts';
import { emptyFolder, within } from './command.ts';

const STUDY = `
scenario: ${RIVER_PATH}
runs: 9
vary: { trust: [0.2, 0.5], seats.south: [parity, "boulware:e=0.3"] }
metrics: [agreement, first_exchange.day, home.north, trust]
`;

function withStudy(): { folder: string; file: string } {
  const folder = emptyFolder();
  const file = join(folder, 'study.yaml');
  writeFileSync(file, STUDY);
  return { folder, file };
}

/** Every file of a folder, by name, as the bytes are. */
function bytesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map(name => [name, readFileSync(join(folder, name), 'base64')]),
  );
}

/** Starts the study of a folder, the runs as Parquet unless something else is said. */
async function played(file: string, out: string, ...more: string[]): Promise<Record<string, string>> {
  const args = ['study', file, '--workers', '1', '--out', out, '--format', 'parquet', ...more];
  expect(await within(args)).toMatchObject({ code: 0, err: '' });
  return bytesIn(out);
}

describe('--format parquet', () => {
  test('holds what the CSV holds, in columns with types', async () => {
    const { folder, file } = withStudy();
    const out = join(folder, 'out');
    await played(file, out);
    await within(['study', file, '--workers', '1', '--out', join(folder, 'csv')]);
    const buffer = await asyncBufferFromFile(join(out, 'runs.parquet'));
    const metadata = await parquetMetadataAsync(buffer);
    expect(metadata.created_by).toMatch(/^parley version \d/);
    const types = parquetSchema(metadata).children.map(({ element: { name, type, repetition_type } }) => [
      name,
      type,
      repetition_type,
    ]);
    expect(types).toEqual([
      ['run', 'INT64', 'REQUIRED'],
      ['seed', 'BYTE_ARRAY', 'REQUIRED'],
      // Trust as it was set, and trust as it was at the end.
      ['set.trust', 'DOUBLE', 'OPTIONAL'],
      ['seats.south', 'BYTE_ARRAY', 'OPTIONAL'],
      ['agreement', 'INT32', 'OPTIONAL'],
      ['first_exchange.day', 'INT32', 'OPTIONAL'],
      ['home.north', 'INT64', 'OPTIONAL'],
      ['trust', 'DOUBLE', 'OPTIONAL'],
    ]);
    const [head = '', ...lines] = readFileSync(join(folder, 'csv/runs.csv'), 'utf8').trim().split('\n');
    const rows = await parquetReadObjects({ file: buffer });
    const names = head.split(',');
    expect(rows.map(row => names.map(name => String(row[name] ?? '')).join(','))).toEqual(lines);
  });

  test('is the same bytes with several workers, in merged shards, and gone on with', async () => {
    const { folder, file } = withStudy();
    const whole = await played(file, join(folder, 'whole'));
    expect(Object.keys(whole)).toEqual([
      'report.html',
      'runs.parquet',
      'study.json',
      'summary.json',
      'summary.txt',
    ]);
    const workers = join(folder, 'workers');
    await within(['study', file, '--workers', '3', '--out', workers, '--format', 'parquet']);
    expect(bytesIn(workers)).toEqual(whole);

    const shards = join(folder, 'shards');
    for (const part of [2, 1])
      await within(['study', file, '--workers', '1', '--out', shards, '--shard', `${part}/2`]);
    const merged = join(folder, 'merged');
    const paths = readdirSync(shards).map(name => join(shards, name));
    expect((await within(['merge', ...paths, '--out', merged, '--format', 'parquet'])).code).toBe(0);
    expect(bytesIn(merged)).toEqual(whole);

    const lines = join(folder, 'lines');
    await within(['study', file, '--workers', '1', '--out', lines, '--format', 'ndjson']);
    const half = join(folder, 'half');
    mkdirSync(half);
    writeFileSync(join(half, 'study.json'), readFileSync(join(folder, 'whole/study.json')));
    const text = readFileSync(join(lines, 'runs.ndjson'), 'utf8');
    writeFileSync(join(half, 'runs.unfinished.ndjson'), text.slice(0, 900));
    // One that a broken-off attempt left is not taken for whole.
    writeFileSync(join(half, 'runs.parquet'), 'PAR1');
    expect(await within(['study', file, '--out', half, '--resume'])).toMatchObject({
      code: 2,
      err: `parley: ${half} holds runs as parquet; --format parquet goes on with them\n`,
    });
    expect(await played(file, half, '--resume')).toEqual(whole);
  });

  test('can be compared with a result in another format, and a file that is not whole is told of', async () => {
    const { folder, file } = withStudy();
    const [parquet, csv] = [join(folder, 'parquet'), join(folder, 'csv')];
    await played(file, parquet);
    await within(['study', file, '--workers', '1', '--out', csv]);
    const same = await within(['compare', csv, parquet]);
    expect(same).toMatchObject({ code: 0, err: '' });
    expect(same.out).toContain('36 CAMPAIGNS');
    expect((await within(['compare', parquet, csv])).code).toBe(0);
    const head = JSON.parse(readFileSync(join(parquet, 'study.json'), 'utf8'));
    const other = { ...head, seeds: { from: 2, count: 9 } };
    const path = join(parquet, 'runs.parquet');
    await expect(runsInParquet(path, head, 'look').next()).resolves.toMatchObject({ value: { run: 1 } });
    await expect(runsInParquet(path, other, 'look').next()).rejects.toThrow(
      `${path}: row 1 was changed after it was written; look`,
    );
    truncateSync(join(parquet, 'runs.parquet'), 100);
    expect(await within(['compare', csv, parquet])).toMatchObject({
      code: 2,
      err: `parley: ${parquet}/runs.parquet: cannot be read: it is not whole, or no Parquet\n`,
    });
    expect(existsSync(join(parquet, 'runs.unfinished.ndjson'))).toBe(false);
  });
});
