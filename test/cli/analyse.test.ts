import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatAnalysisFields } from '../../src/report/analysis-fields.ts';
import { formatRecord } from '../../src/table/record-text.ts';
import { agreeing, played, RIVER_PATH, river, scripted } from '../fixtures/river.ts';
import { type Ended, within } from './command.ts';

// A record names negotiators that exist.
const seat = { ...scripted(agreeing([10, 0, 10, 0])), name: 'boulware' };
const river1 = played(river, '1', [seat, seat]);

/** A record of the river in which ten go home either way. */
const folder = mkdtempSync(join(tmpdir(), 'parley-analyse-'));
const record = join(folder, 'campaign.jsonl');
writeFileSync(record, formatRecord(river, river1.record));
afterAll(() => rmSync(folder, { recursive: true }));

const analysed = (...args: string[]) => within(['analyse', ...args]);
const ofRecord = (...args: string[]) => analysed(record, '--scenario', RIVER_PATH, ...args);

describe('parley analyse', () => {
  let whole: Ended;
  beforeAll(async () => {
    whole = await ofRecord();
  });

  test('tells the zone, the frontier, the named points and the deal agreed, each defined', () => {
    expect(whole).toMatchObject({ code: 0, err: '' });
    for (const part of [
      /^The river: a campaign of seed 1, at its last agreement$/m,
      /^There is a zone of possible agreement: /m,
      /The frontier is exact\./,
      /^N Nash +[\d.-]+ : [\d.-]+ +[\d.-]+ : [\d.-]+$/m,
      /^ {2}N[ A-Z12]*: Northport gives \d+ southern soldiers; /im,
      /^x day \d+, Northport +10 : 10 /m,
      /^AGREED on day \d+$/m,
      /^ {2}Nash: the greatest product of both gains\.$/m,
      /^ {2}Left: how much more a party could have had/m,
    ]) {
      expect(whole.out).toMatch(part);
    }
    expect(whole.out.split('\n').filter(line => line.length > 80)).toEqual([]);
  });

  test('draws the agreed deal, the frontier and the reservations', () => {
    const plane = whole.out.slice(whole.out.indexOf('value to Southgate'), whole.out.indexOf('NAMED POINTS'));
    for (const sign of ['@', '.', '+', 'N']) expect(plane).toContain(sign);
  });

  test('is the same every time, and the day of the agreement is the day without one given', async () => {
    const [, day] = /^Day (\d+)/m.exec(whole.out) ?? [];
    expect((await ofRecord()).out).toBe(whole.out);
    expect((await ofRecord('--day', String(day))).out).toContain('at the agreement of the day');
  });

  test('as a party may know it is another picture', async () => {
    const { code, out } = await ofRecord('--as', 'south');
    expect(code).toBe(0);
    expect(out).toContain('As Southgate may know it');
    expect(out).not.toContain('By the true values');
  });

  test('refuses a day after the end, and a seed beside a record', async () => {
    expect(await ofRecord('--day', '99')).toMatchObject({ code: 2, out: '' });
    expect((await ofRecord('--day', '99')).err).toMatch(/^parley: --day 99: the record .* ends on day 40\n$/);
    expect((await ofRecord('--seed', '3')).err).toMatch(
      /^parley: --seed 3: the record .* has its own seed\n$/,
    );
  });

  test('refuses a record that ends before the first morning', async () => {
    const header = join(folder, 'header.jsonl');
    writeFileSync(header, `${formatRecord(river, river1.record).split('\n')[0]}\n`);
    const { code, out, err } = await analysed(header, '--scenario', RIVER_PATH);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`parley: ${header}: ends before the morning of day 0`);
  });

  test('of a scenario takes the likeliest values or those of a seed', async () => {
    const likeliest = (await analysed(RIVER_PATH, '--day', '5')).out;
    expect(likeliest).toContain('at the likeliest values');
    const seeded = (await analysed(RIVER_PATH, '--day', '5', '--seed', '2')).out;
    expect(seeded).toContain('at the values of seed 2');
    expect(seeded).not.toBe(likeliest.replace('the likeliest values', 'the values of seed 2'));
  });
});

describe('the JSON of it', () => {
  const told = formatAnalysisFields();
  const keys = (part: string) => [...part.matchAll(/^ {2}(?!Each |The )(\w+) +/gm)].map(([, key]) => key);
  const [top = '', deal = '', offer = '', agreement = ''] = told.split(/\n\n(?= {2}(?:Each|The) )/);

  test('has the fields that the help tells, and no others', async () => {
    const json = JSON.parse((await ofRecord('--json')).out);
    expect(Object.keys(json)).toEqual(keys(top));
    expect(Object.keys(json.solutions.nash[0]).toSorted()).toEqual(keys(deal).toSorted());
    const ofOffer = [...keys(deal), ...keys(offer)].toSorted();
    expect(Object.keys(json.offers[0]).toSorted()).toEqual(ofOffer);
    expect(Object.keys(json.agreement).toSorted()).toEqual([...ofOffer, ...keys(agreement)].toSorted());
    expect((await within(['help', 'analyse'])).out).toContain(told);
  });

  test('holds the frontier from the second party to the first, and gains over the reservations', async () => {
    const json = JSON.parse((await ofRecord('--json')).out);
    const norths = json.frontier.deals.map(({ values }: { values: { north: number } }) => values.north);
    expect(norths.toSorted((a: number, b: number) => a - b)).toEqual(norths);
    const { values, gains } = json.agreement;
    for (const party of ['north', 'south'])
      expect(gains[party]).toBeCloseTo(values[party] - json.reservations[party], 5);
  });
});
