import { describe, expect, test } from 'vitest';
import { headOf, type StudyHead } from '../../../src/analysis/study/head.ts';
import { isStudyHead } from '../../../src/analysis/study/kept-head.ts';
import { plan } from './studied.ts';

const YAMLS = [
  'scenario: [river, two-rivers]\nseeds: [a, 7]\nvary: { trust: [0.2, 0.4] }\nthresholds: [agreement.rate >= 0.5]',
  'scenario: river\nruns: 3\ndraw: { trust: { low: 0.1, high: 0.9 } }\ndraws: 2\nmetrics: [home, home.north]',
];

const written = (yaml: string) => JSON.parse(JSON.stringify(headOf(plan(yaml)))) as StudyHead;

describe('the head of a study that was kept', () => {
  test.each(YAMLS)('is known again: %j', yaml => {
    expect(isStudyHead(written(yaml))).toBe(true);
  });

  test('is none without any of what is read of it, or with something else in its place', () => {
    const head = written(YAMLS[0] ?? '');
    const needed = Object.keys(head).filter(key => !['title', 'file', 'fingerprint'].includes(key));
    expect(needed).toHaveLength(11);
    for (const key of needed) {
      for (const other of [undefined, null, 3, {}, [{}], [3]])
        expect([key, isStudyHead({ ...head, [key]: other })]).toEqual([key, false]);
    }
    for (const data of [null, [], 'study', 3]) expect(isStudyHead(data)).toBe(false);
  });

  test('is none whose points are of no scenario, or whose thresholds are of no metric that is measured', () => {
    const head = written(YAMLS[0] ?? '');
    const [point] = head.points;
    expect(isStudyHead({ ...head, points: [{ ...point, scenario: 2 }] })).toBe(false);
    expect(isStudyHead({ ...head, points: [{ ...point, cell: -1 }] })).toBe(false);
    for (const text of ['nope >= 1', 'dead.rate >= 0'])
      expect(isStudyHead({ ...head, metrics: ['home'], thresholds: [{ text, cells: [0] }] })).toBe(false);
  });
});
