import type { Standing } from '../scenario/scenario.ts';
import { PARTIES } from '../scenario/scenario.ts';
import type { Campaign } from './campaign.ts';
import type { CampaignEvent } from './event.ts';
import { askedFor, isInspection, type LawRule, LOOKED_AT_EVERY, namedBy, type Seen } from './law-rule.ts';

/* People who must go home whatever is given for them. */

export const owedMadeConditional: LawRule = {
  id: 'owed-made-conditional',
  article: 'GC III art. 109(1)',
  title: 'Seriously wounded and sick made part of a trade',
  severity: 'breach',
  explanation:
    'Seriously wounded and sick prisoners must be sent home whatever their number and rank, once they can travel. ' +
    'An offer that ties their return to a concession treats a duty as one; sending each other the wounded of both ' +
    'sides is no concession of either.',
  check: (campaign, event) => conditional(campaign, event, 'wounded'),
};

export const owedHeldBack: LawRule = {
  id: 'owed-held-back',
  article: 'GC III art. 109(1), 112',
  title: 'Seriously wounded and sick held back',
  severity: 'breach',
  explanation:
    'Those who are seriously wounded or sick and fit to travel go home without a bargain and without waiting for a ' +
    'commission where the case is manifest. Those who do not wish to go are not counted. ' +
    `This is looked at every ${LOOKED_AT_EVERY} days.`,
  check: (campaign, event) => {
    if (!isInspection(campaign, event)) return [];
    return PARTIES.flatMap(by =>
      campaign.parameters.groups
        .filter(group => group.holder === by && group.standing === 'wounded')
        .map(group => ({ id: group.id, count: (campaign.held[group.index] ?? 0) - group.unwilling }))
        .filter(({ count }) => count > 0)
        .map(({ id, count }) => ({ by, saw: `${count} ${id} still held on day ${campaign.day + 1}` })),
    );
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
  check: (campaign, event) => conditional(campaign, event, 'civilian'),
};

/**
 * Owed people of a standing given in a deal that brings a concession: by who offers it, or by who
 * accepts it from a mediator, whose text is nobody's until somebody does.
 */
function conditional(campaign: Campaign, event: CampaignEvent, standing: Standing): Seen[] {
  const bargain = bargainOf(campaign, event);
  if (!bargain) return [];
  const { by, deal, where } = bargain;
  const asked = askedFor(campaign, by, deal);
  if (asked === 0) return [];
  return namedBy(campaign, by, deal)
    .filter(({ group }) => group.standing === standing)
    .map(({ group, count }) => ({ by, saw: `${count} ${group.id} in ${where} ${asked} people` }));
}

function bargainOf({ talks }: Campaign, event: CampaignEvent) {
  if (event.type === 'offer') return { by: event.party, deal: event.deal, where: 'an offer that asks for' };
  if (event.type !== 'accept' || talks.offer?.by !== null) return null;
  return { by: event.party, deal: talks.offer.deal, where: "a mediator's text, accepted for" };
}
