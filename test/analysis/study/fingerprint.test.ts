import { expect, test, vi } from 'vitest';
import { between, mismatch } from '../../../src/analysis/study/compare.ts';
import { fingerprintOf } from '../../../src/analysis/study/fingerprint.ts';
import { headOf } from '../../../src/analysis/study/head.ts';
import type { Negotiator } from '../../../src/negotiators/negotiator.ts';
import { legalOf } from '../../../src/negotiators/negotiator.ts';
import { plan } from './studied.ts';

const build = vi.hoisted(() => ({ another: false }));

vi.mock('../../../src/negotiators/index.ts', async original => {
  const index = await original<typeof import('../../../src/negotiators/index.ts')>();
  const otherwise = (negotiator: Negotiator): Negotiator => ({
    ...negotiator,
    decide: (view, legal, random) =>
      legalOf(legal, 'refuse') ? { type: 'refuse' } : negotiator.decide(view, legal, random),
  });
  const parseNegotiator: typeof index.parseNegotiator = name => {
    const found = index.parseNegotiator(name);
    return found.ok && build.another ? { ok: true, negotiator: otherwise(found.negotiator) } : found;
  };
  return { ...index, parseNegotiator };
});

const STUDY = 'scenario: river\nruns: 9\nvary: { trust: [0.3, 0.6], seats.south: [parity, conceder] }\n';

test('is the same for the same plan, and another for other seats, figures or luck', () => {
  const whole = fingerprintOf(plan(STUDY));
  expect(fingerprintOf(plan(STUDY))).toBe(whole);
  expect(fingerprintOf(plan(STUDY.replace('runs: 9', 'runs: 90')))).toBe(whole);
  const others = [
    STUDY.replace('conceder', 'hardliner'),
    STUDY.replace('0.3', '0.9'),
    STUDY.replace('runs: 9', 'seeds: { from: 2, to: 9 }'),
  ].map(yaml => fingerprintOf(plan(yaml)));
  expect(new Set([whole, ...others]).size).toBe(4);
});

test('tells a build that decides otherwise, though everything is called the same', () => {
  const before = headOf(plan(STUDY));
  build.another = true;
  const after = headOf(plan(STUDY));
  build.another = false;
  expect({ ...after, fingerprint: before.fingerprint }).toEqual(before);
  expect(after.fingerprint).not.toBe(before.fingerprint);
  expect(mismatch(before, after)).toBeNull();
  expect(between(before, after)).toEqual([
    'this build of parley plays otherwise, though it is called by the same version',
  ]);
});
