import { afterEach, expect, test, vi } from 'vitest';
import type { Shell } from '../../src/cli/shell.ts';
import { Progress } from '../../src/cli/studies/progress.ts';

afterEach(() => void vi.useRealTimers());

/** What is shown after 10 s, at 500 campaigns a second, 45 s before the end. */
function shownAt(columns: number): string {
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
  const progress = new Progress(shell, 27_500);
  vi.advanceTimersByTime(10_000);
  progress.add(5000);
  return shown;
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
