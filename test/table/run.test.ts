import { expect, test } from 'vitest';
import { runCampaign } from '../../src/table/run.ts';
import { openTable } from '../../src/table/table.ts';
import { negotiator, SCENARIO_IDS, scenario } from '../library.ts';

test.each(SCENARIO_IDS)(
  'a run of %s gives the record and the end that a table gives on the XState actor',
  id => {
    const seats = [negotiator('boulware'), negotiator('parity')] as const;
    const table = openTable({ scenario: scenario(id), seed: 'run', seats });
    while (table.step());
    const { record, campaign } = runCampaign(scenario(id), 'run', seats);
    expect(JSON.stringify(record)).toBe(
      JSON.stringify({ header: table.header, entries: table.entries, ended: true }),
    );
    expect(campaign).toEqual(table.position.campaign);
  },
);
