import { expect, test } from 'vitest';
import { emptyFolder, shell } from './command.ts';

test('from a campaign that was named every other can be reached, and first steps are taken in the small one', () => {
  const play = '$PARLEY play kursk-2024 --screen-reader';
  const { out } = shell(`export XDG_STATE_HOME=${emptyFolder()}; printf '6\\n8\\n' | ${play}`);
  expect(out).toMatch(
    /\n1\. Kursk 2024\..*\n2\. Azovstal 2022\..*\n6\. The Toll Bridge\..*\n8\. First steps/s,
  );
  expect(out).toMatch(/Saved to day 0: .*toll-bridge-first-steps/);
});
