import { expect, test } from 'vitest';
import { calibration, overturesFromMoscowWithoutCaptures } from './kursk.ts';

test('kursk-2024 lies within what the record to the end of 2024 allows', () => {
  expect(calibration(200).filter(row => !row.within)).toEqual([]);
}, 120_000);

test('without the captures Moscow stays silent', () => {
  expect(overturesFromMoscowWithoutCaptures(200)).toBeLessThan(0.15);
}, 120_000);
