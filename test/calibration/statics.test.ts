import { expect, test } from 'vitest';
import { allStatics, compare } from './statics.ts';

test('what must follow from a change follows, beyond chance', () => {
  const outcomes = allStatics().map(statics => compare(statics, 150));
  expect(outcomes.filter(outcome => !outcome.holds)).toEqual([]);
}, 300_000);
