import { expect, test } from 'vitest';
import { playerOf } from '../../../src/analysis/study/play.ts';
import { LAW } from '../../../src/campaign/law.ts';
import { plan } from './studied.ts';

test('findings of every rule come to all findings, those of breaches to all violations, by party too', () => {
  const rules = LAW.map(({ id }) => `findings.${id}`);
  const breaches = LAW.filter(({ severity }) => severity === 'breach').map(({ id }) => `findings.${id}`);
  for (const of of ['', '.russia']) {
    const metrics = ['findings', 'violations', ...rules].map(name => name + of);
    const study = plan(`scenario: kursk-2024\nruns: 2\nmetrics: [${metrics}]`);
    const player = playerOf(study);
    for (const run of [1, 2]) {
      const values = new Map(player(run).map((value, index) => [metrics[index], value ?? 0]));
      const sum = (names: readonly string[]) =>
        names.reduce((all, name) => all + (values.get(name + of) ?? 0), 0);
      expect(sum(rules)).toBe(values.get(`findings${of}`));
      expect(sum(breaches)).toBe(values.get(`violations${of}`));
      expect(sum(breaches)).toBeGreaterThan(0);
    }
  }
});
