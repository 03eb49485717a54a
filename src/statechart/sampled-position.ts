import type { News } from '../campaign/expected-news.ts';
import { BAND_ENTERED } from '../campaign/leverage.ts';
import type { Random } from '../campaign/parameters.ts';
import { sampleWorld } from '../campaign/sampled-world.ts';
import type { View } from '../campaign/view.ts';
import { compiledCampaign } from './compiled.ts';
import type { StateValue } from './config.ts';
import type { Position } from './position.ts';

/**
 * A position that the party of `view` may be in, with it to move: the phase as it sees it, the rest drawn. With
 * `heard` it brings such news as may be expected; see `sampleWorld`.
 */
export function samplePosition(view: View, random: Random, heard: readonly News[] | null = null): Position {
  const campaign = sampleWorld(view, random, heard);
  const talks = view.phase.split('.').reduceRight<StateValue>((inner, name) => ({ [name]: inner }), {});
  const { value, done } = compiledCampaign.at({
    talks,
    leverage: { [bandOfLeverage(campaign.leverage)]: {} },
  });
  return { value, campaign, done };
}

function bandOfLeverage(leverage: number): string {
  if (leverage > BAND_ENTERED) return 'ahead';
  return 1 - leverage > BAND_ENTERED ? 'behind' : 'even';
}
