import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const THINKING = fileURLToPath(new URL('../../dist/cli/coach/thinking.js', import.meta.url));
const DECISIONS = fileURLToPath(new URL('../../dist/analysis/coach-decision.js', import.meta.url));
const SCENARIOS = fileURLToPath(new URL('../../dist/cli/scenarios.js', import.meta.url));
const RUN = fileURLToPath(new URL('../../dist/table/run.js', import.meta.url));
const REPLAY = fileURLToPath(new URL('../../dist/table/replay.js', import.meta.url));
const NEGOTIATORS = fileURLToPath(new URL('../../dist/negotiators/index.js', import.meta.url));

/** Asks more than can be answered for minutes, and lets the threads go at once. */
const LEAVES = `
  import { thinkingOnThreads } from '${THINKING}';
  import { decisionsOf } from '${DECISIONS}';
  import { loadScenario } from '${SCENARIOS}';
  import { runCampaign } from '${RUN}';
  import { replay } from '${REPLAY}';
  import { parseNegotiator } from '${NEGOTIATORS}';
  const seat = name => parseNegotiator(name).negotiator;
  const scenario = loadScenario('kursk-2024');
  const { record } = runCampaign(scenario, '7', [seat('boulware'), seat('conceder')]);
  const decisions = decisionsOf(record, replay(scenario, record), 0);
  const thinking = thinkingOnThreads(2);
  let told = 0;
  for (const decision of decisions)
    thinking.ask({ ask: 'judge', decision, seats: ['boulware', 'conceder'], rollouts: 5000 }, () => told++);
  setTimeout(() => {
    thinking.close();
    console.log(decisions.length > 3 && told === 0 ? 'left' : 'answered');
  }, 300);
`;

test('threads that think are let go with the app, and nobody thinks in their place', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', LEAVES], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'left\n', stderr: '' });
});
