import { PARTIES, type PartyIndex } from '../scenario/scenario.ts';
import type { Campaign } from './campaign.ts';
import type { Deal } from './counts.ts';
import type { CampaignEvent } from './event.ts';
import type { Severity } from './finding.ts';
import { shiftTrust } from './trust.ts';

/** A rule of the law of war as a check over a move or a day, and the state before it. */
export interface LawRule {
  readonly id: string;
  readonly article: string;
  readonly title: string;
  readonly severity: Severity;
  readonly explanation: string;
  check(
    campaign: Campaign,
    event: CampaignEvent,
  ): readonly { readonly by: PartyIndex; readonly saw: string }[];
}

/** How often it is looked at whether people who are owed are still held, in days. */
const OWED_LOOKED_AT_EVERY = 30;

const owedMadeConditional: LawRule = {
  id: 'owed-made-conditional',
  article: 'GC III art. 109(1)',
  title: 'Seriously wounded and sick made part of a trade',
  severity: 'breach',
  explanation:
    'Seriously wounded and sick prisoners must be sent home whatever their number and rank, once they can travel. ' +
    'An offer that ties their return to something received treats a duty as a concession.',
  check: (campaign, event) => conditional(campaign, event, 'wounded'),
};

const civiliansTraded: LawRule = {
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

const owedHeldBack: LawRule = {
  id: 'owed-held-back',
  article: 'GC III art. 109(1), 112',
  title: 'Seriously wounded and sick held back',
  severity: 'breach',
  explanation:
    'Those who are seriously wounded or sick and fit to travel go home without a bargain and without waiting for a ' +
    `commission where the case is manifest. This is looked at every ${OWED_LOOKED_AT_EVERY} days.`,
  check: (campaign, event) => {
    const day = campaign.day + 1;
    if (event.type !== 'dayBegins' || day === 0 || day % OWED_LOOKED_AT_EVERY !== 0) return [];
    return PARTIES.flatMap(by => {
      const held = campaign.parameters.groups
        .filter(group => group.holder === by && group.standing === 'wounded')
        .map(group => ({ id: group.id, count: campaign.held[group.index] ?? 0 }))
        .filter(({ count }) => count > 0);
      return held.map(({ id, count }) => ({ by, saw: `${count} ${id} still held on day ${day}` }));
    });
  },
};

const publicCuriosity: LawRule = {
  id: 'public-curiosity',
  article: 'GC III art. 13',
  title: 'Prisoners shown to the public',
  severity: 'contested',
  explanation:
    'Prisoners must be protected from insults and public curiosity. Names may reach families and the Central Agency; ' +
    'where publication serves to put pressure on the other side, the protection is strained. Both sides have done it.',
  check: (_, event) =>
    event.type === 'publicise' && event.what === 'list'
      ? [{ by: event.party, saw: 'a list of prisoners published to move the other side' }]
      : [],
};

const namesWithheld: LawRule = {
  id: 'names-withheld',
  article: 'GC III art. 70, 122, 123',
  title: 'Names kept back from the list',
  severity: 'breach',
  explanation:
    'Each captive may write home within a week, and each side passes on the particulars of all whom it holds. ' +
    'Names are not a currency: a list that leaves people out keeps families in the dark.',
  check: (_, event) =>
    event.type === 'submitList' && event.coverage === 'partial'
      ? [{ by: event.party, saw: 'a list that leaves out people who are held' }]
      : [],
};

export const LAW: readonly LawRule[] = [
  owedMadeConditional,
  civiliansTraded,
  owedHeldBack,
  publicCuriosity,
  namesWithheld,
];

/** An offer that gives owed people of a standing while it asks for something. */
function conditional(campaign: Campaign, event: CampaignEvent, standing: 'wounded' | 'civilian') {
  if (event.type !== 'offer') return [];
  const asked = asksFor(campaign, event.party, event.deal);
  if (asked === 0) return [];
  return campaign.parameters.groups
    .filter(
      group =>
        group.holder === event.party && group.standing === standing && (event.deal[group.index] ?? 0) > 0,
    )
    .map(group => ({
      by: event.party,
      saw: `${event.deal[group.index]} ${group.id} in an offer that asks for ${asked} people`,
    }));
}

function asksFor(campaign: Campaign, party: PartyIndex, deal: Deal): number {
  let asked = 0;
  for (const group of campaign.parameters.groups) {
    if (group.home === party) asked += deal[group.index] ?? 0;
  }
  return asked;
}

/** Looks at an event before it is carried out, and notes what is found. */
export function judge(campaign: Campaign, event: CampaignEvent): Campaign {
  let next = campaign;
  for (const rule of LAW) {
    const found = rule.check(campaign, event);
    if (found.length === 0) continue;
    // The day that begins is the day after the one in hand.
    const day = event.type === 'dayBegins' ? campaign.day + 1 : campaign.day;
    next = {
      ...next,
      findings: [...next.findings, ...found.map(({ by, saw }) => ({ day, rule: rule.id, by, saw }))],
    };
    if (rule.id === owedMadeConditional.id) next = shiftTrust(next, 'owedMadeConditional');
  }
  return next;
}

export function lawRule(id: string): LawRule | undefined {
  return LAW.find(rule => rule.id === id);
}
