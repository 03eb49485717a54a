import { afterEach, expect, test, vi } from 'vitest';
import type { Shell } from '../../src/cli/shell.ts';
import { Progress } from '../../src/cli/studies/progress.ts';

afterEach(() => void vi.useRealTimers());

function begun(total: number, columns: number): { progress: Progress; shown: () => string } {
  vi.useFakeTimers();
  let shown = '';
  const shell: Shell = {
    print: async () => {},
    note: () => {},
    status: line => {
      shown = line;
    },
    statusWidth: () => columns,
    onInterrupt: () => () => {},
    interactive: false,
    width: 80,
    env: {},
  };
  return { progress: new Progress(shell, total), shown: () => shown };
}

/** What is shown after 10 s, at 500 campaigns a second, 45 s before the end. */
function shownAt(columns: number): string {
  const { progress, shown } = begun(27_500, columns);
  vi.advanceTimersByTime(10_000);
  progress.add(5000);
  return shown();
}

test.each([
  [99, '[####....................] 5,000 of 27,500 campaigns (18 %), 500 a second, about 45 s left'],
  [79, '[##...........] 5,000 of 27,500 campaigns (18 %), 500 a second, about 45 s left'],
  [67, '5,000 of 27,500 campaigns (18 %), 500 a second, about 45 s left'],
  [59, '[####.................] 18 %, 500 a second, about 45 s left'],
  [39, '18 %, 500 a second, about 45 s left'],
])('in %d columns the bar gives way to the rate and the time left', (columns, expected) => {
  expect(shownAt(columns).length).toBeLessThanOrEqual(columns);
  expect(shownAt(columns)).toBe(expected);
});

test('the time in which nobody plays is not in the rate', () => {
  const { progress, shown } = begun(4000, 99);
  const after = (seconds: number, step: () => void) => {
    vi.advanceTimersByTime(seconds * 1000);
    step();
    return shown().replace(/^.*%\)/, '');
  };
  progress.attended(false);
  after(700, () => progress.attended(false));
  // They come before it is known that somebody is there.
  expect(after(1, () => progress.add(4))).toBe('');
  after(1, () => progress.attended(true));
  expect(after(1, () => progress.add(96))).toBe(', 48 a second, about 82 s left');
  after(1, () => progress.attended(false));
  after(300, () => progress.attended(true));
  expect(after(1, () => progress.add(96))).toBe(', 48 a second, about 80 s left');
});
