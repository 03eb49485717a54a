import type { CampaignEvent, WorldEventOf } from '../campaign/event.ts';
import type { News } from '../campaign/expected-news.ts';
import { lifted } from '../campaign/pressure.ts';
import type { View } from '../campaign/view.ts';

/** An entry of a record, as far as it tells what happened and when. */
interface Entry {
  readonly day: number;
  readonly event: CampaignEvent;
}

/** The news among some entries, as the party of `view` heard it: nothing is in it that the party could not see. */
export function newsHeard(entries: readonly Entry[], { party }: Pick<View, 'party'>): News[] {
  return entries.flatMap(({ day, event }) =>
    event.type === 'inject' ? [{ day, ...heardOf(event, party) }] : [],
  );
}

function heardOf({ effects }: WorldEventOf<'inject'>, party: View['party']): Omit<News, 'day'> {
  const lifts = effects.filter(effect => effect.kind === 'pressure');
  const own = lifts.filter(({ about }) => about === party);
  return {
    strength: own.reduce((pressure, { strength }) => lifted(pressure, strength), 0),
    aboutThem: lifts.length > own.length,
    trust: effects.reduce((sum, effect) => sum + (effect.kind === 'trust' ? effect.share : 0), 0),
  };
}
