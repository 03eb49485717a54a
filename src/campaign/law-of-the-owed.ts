import type { Standing } from '../scenario/scenario.ts';
import { PARTIES } from '../scenario/scenario.ts';
import type { Campaign } from './campaign.ts';
import { peopleInWords } from './counts.ts';
import {
  type Bargain,
  broughtHome,
  dayOf,
  isLookedAt,
  type LawRule,
  LOOKED_AT_EVERY,
  NOTHING,
  namedBy,
  type Seen,
} from './law-rule.ts';

/* People who must go home whatever is given for them. */

export const owedMadeConditional: LawRule = {
  id: 'owed-made-conditional',
  article: 'GC III art. 109(1)',
  title: 'Seriously wounded and sick made part of a trade',
  severity: 'breach',
  explanation:
    'Seriously wounded and sick prisoners must be sent home whatever their number and rank, once they can travel. ' +
    'To offer them for something, or to accept something for them, treats a duty as a concession; that both sides ' +
    'send each other their wounded is none of either, be they as many or not.',
  watches: ['offer', 'accept'],
  check: (campaign, _, bargain) => conditional(campaign, bargain, 'wounded'),
};

export const owedHeldBack: LawRule = {
  id: 'owed-held-back',
  article: 'GC III art. 109(1), 112',
  title: 'Seriously wounded and sick held back',
  severity: 'breach',
  explanation:
    'Those who are seriously wounded or sick and fit to travel go home without a bargain and without waiting for a ' +
    'commission where the case is manifest. Those who do not wish to go, and those under prosecution (art. 115), are ' +
    'not counted. ' +
    `This is looked at every ${LOOKED_AT_EVERY} days.`,
  watches: ['dayBegins'],
  check: (campaign, event) => {
    if (event.type !== 'dayBegins' || !isLookedAt(dayOf(campaign, event), 0)) return NOTHING;
    const seen: Seen[] = [];
    for (const by of PARTIES) {
      for (const { id, index, holder, standing, unwilling, prosecuted } of campaign.parameters.groups) {
        if (holder !== by || standing !== 'wounded') continue;
        const count = (campaign.held[index] ?? 0) - unwilling - prosecuted;
        if (count > 0) seen.push({ by, saw: `${count} ${id} still held on day ${campaign.day + 1}` });
      }
    }
    return seen;
  },
};

export const civiliansTraded: LawRule = {
  id: 'civilians-traded',
  article: 'Customary IHL rules 96 and 128; GC IV art. 34',
  title: 'Civilians made part of a trade',
  severity: 'contested',
  explanation:
    'Interned civilians must be released as soon as the reasons for internment cease; they are not to be priced in ' +
    'soldiers. Whether a given offer does so depends on its terms; where people are held in order to compel ' +
    'something, it is hostage-taking.',
  watches: ['offer', 'accept'],
  check: (campaign, _, bargain) => conditional(campaign, bargain, 'civilian'),
};

/**
 * Owed people of a standing given for anybody else: by who offers them so, and by who accepts a
 * price for them. Who offers to pay is not found; it is the holder who owes. People of the same
 * standing sent both ways are no price for each other.
 */
function conditional(
  campaign: Campaign,
  bargain: Bargain | null,
  standing: Exclude<Standing, 'tradeable'>,
): readonly Seen[] {
  if (!bargain?.gives[standing]) return NOTHING;
  const owed = namedBy(campaign, bargain.by, bargain.deal, group => group.standing === standing);
  const price = owed.length > 0 ? broughtHome(campaign, bargain, standing) : 0;
  if (price === 0) return NOTHING;
  return owed.map(({ group, count }) => ({
    by: bargain.by,
    saw: `${count} ${group.id} ${bargain.where} ${peopleInWords(price)}`,
  }));
}
