import { test } from 'vitest';
import { startCampaign } from '../../src/statechart/chart.ts';
import { startCompiled } from '../../src/statechart/compiled.ts';
import { openTable } from '../../src/table/table.ts';
import { negotiator, scenario } from '../library.ts';

const kursk = scenario('kursk-2024');
const seats = [negotiator('boulware'), negotiator('boulware')] as const;
const { header, entries } = (() => {
  const table = openTable({ scenario: kursk, seed: '7', seats });
  while (table.step());
  return table;
})();

test(`one campaign of kursk-2024 (seed ${header.seed}, ${entries.length} events) with two boulware seats`, async ({
  bench,
}) => {
  const play = (start: typeof startCampaign) => () => {
    const table = openTable({ scenario: kursk, seed: '7', seats }, () => {}, start);
    while (table.step());
  };
  await bench.compare(
    bench('as an XState actor', play(startCampaign)),
    bench('compiled', play(startCompiled)),
  );
});

test('the same events sent again, without anybody deciding', async ({ bench }) => {
  const { parameters } = openTable({ scenario: kursk, seed: '7', seats });
  const send = (start: typeof startCampaign) => () => {
    const runner = start(parameters);
    for (const { event } of entries) runner.send(event);
  };
  await bench.compare(
    bench('as an XState actor', send(startCampaign)),
    bench('compiled', send(startCompiled)),
  );
});
