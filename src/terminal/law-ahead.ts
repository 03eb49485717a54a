import { LAW } from '../campaign/law.ts';
import { withGroupNames } from '../report/people.ts';
import type { PartyIndex, Scenario } from '../scenario/scenario.ts';
import type { Position } from '../statechart/position.ts';

/*
 * What the law of war will find of itself, because people are still held on a day on which that is
 * looked at: told in time, so that it can be mended. By the rules' own checks, as if nothing changed.
 */

/** So many days ahead one is told. */
export const TOLD_AHEAD = 7;

export interface LawAhead {
  readonly day: number;
  readonly title: string;
  readonly article: string;
  /** What would be seen: "62 seriously wounded Russians still held on day 30". */
  readonly saw: readonly string[];
}

/** The next finding against a party that comes of itself within the days that are told ahead; null where none does. */
export function lawAhead({ campaign }: Position, party: PartyIndex, scenario: Scenario): LawAhead | null {
  if (!campaign.parameters.lawOfWar) return null;
  const last = Math.min(campaign.day + TOLD_AHEAD, campaign.parameters.days);
  for (let day = campaign.day + 1; day <= last; day++) {
    const eve = { ...campaign, day: day - 1 };
    for (const rule of LAW.filter(({ watches }) => watches.includes('dayBegins'))) {
      const saw = rule.check(eve, { type: 'dayBegins' }, null).filter(({ by }) => by === party);
      if (saw.length === 0) continue;
      const { title, article } = rule;
      return { day, title, article, saw: saw.map(each => withGroupNames(scenario, each.saw)) };
    }
  }
  return null;
}
