import { describe, expect, test } from 'vitest';
import { drawCampaign, settle } from '../../src/campaign/settle.ts';
import { streamsOf } from '../../src/campaign/streams.ts';
import { SCENARIO_IDS, scenario } from '../library.ts';

describe('the numbers of a campaign', () => {
  test.each(SCENARIO_IDS)('%s: as drawn and as put together again from what a record keeps', id => {
    const described = scenario(id);
    for (let seed = 0; seed < 20; seed++) {
      const { hidden, parameters } = drawCampaign(described, streamsOf(`${seed}`).of('hidden').next);
      expect(parameters).toEqual(settle(described, hidden));
    }
  });
});
