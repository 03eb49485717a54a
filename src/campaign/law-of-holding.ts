import { PARTIES } from '../scenario/scenario.ts';
import { peopleInWords } from './counts.ts';
import {
  broughtHome,
  dayOf,
  isLookedAt,
  type LawRule,
  LOOKED_AT_EVERY,
  NOTHING,
  namedBy,
} from './law-rule.ts';

/* Who holds prisoners, how long, and on what grounds they may be kept back. */

export const unitsTrading: LawRule = {
  id: 'prisoners-of-a-unit',
  article: 'GC III art. 12, 6',
  title: 'Prisoners treated as the property of a unit',
  severity: 'breach',
  explanation:
    'Prisoners of war are in the hands of the State, not of the persons or the unit that captured them. Nobody can own, ' +
    'sell or trade them; an agreement that lets a unit do so leaves them worse off than the Convention allows.',
  watches: ['offer', 'accept'],
  check: (campaign, _, bargain) => {
    if (!bargain?.gives.unit) return NOTHING;
    const sold = namedBy(campaign, bargain.by, bargain.deal, group => group.custody === 'unit');
    const price = sold.length > 0 ? broughtHome(campaign, bargain) : 0;
    if (price === 0) return NOTHING;
    return sold.map(({ group, count }) => ({
      by: bargain.by,
      saw: `${count} ${group.id}, who are in a unit's hands, ${bargain.where} ${peopleInWords(price)}`,
    }));
  },
};

export const selectionAgainst: LawRule = {
  id: 'selection-against',
  article: 'GC III art. 16',
  title: 'People kept back for their ethnicity, nationality, religion or politics',
  severity: 'contested',
  explanation:
    'Prisoners are treated alike; only rank, sex, health, age and profession may justify a difference. That this also ' +
    'bounds whose names are struck off a list is our reading, in the spirit of the article, and not its wording.',
  watches: ['strikeNames'],
  check: (campaign, event) => {
    if (event.type !== 'strikeNames') return NOTHING;
    return namedBy(campaign, event.party, event.people, group => group.setApartBy !== null).map(
      ({ group, count }) => ({
        by: event.party,
        saw: `${count} names of ${group.id} struck off, a group set apart by ${group.setApartBy}`,
      }),
    );
  },
};

export const penalHold: LawRule = {
  id: 'penal-hold-without-case',
  article: 'GC III art. 115, 119',
  title: 'People kept back for prosecution without a case',
  severity: 'breach',
  explanation:
    'Those under prosecution or sentence for a crime may be kept until it ends, and the names of those kept must be ' +
    'given. A hold needs a name and a case; a disciplinary punishment is none.',
  watches: ['strikeNames'],
  check: (campaign, event) => {
    if (event.type !== 'strikeNames' || event.grounds !== 'prosecution') return NOTHING;
    return namedBy(campaign, event.party, event.people, () => true)
      .map(({ group, count }) => ({
        group,
        // Those kept back on these grounds before, in the same talks, count too.
        kept: count + (campaign.talks.struckForTrial[group.index] ?? 0),
      }))
      .filter(({ group, kept }) => kept > group.prosecuted)
      .map(({ group, kept }) => ({
        by: event.party,
        saw: `${kept} ${group.id} kept back for prosecution, of whom ${group.prosecuted} are under prosecution`,
      }));
  },
};

export const heldAfterHostilities: LawRule = {
  id: 'held-after-hostilities',
  article: 'GC III art. 118; customary IHL rule 128',
  title: 'People held after active hostilities have ended',
  severity: 'breach',
  explanation:
    'Once active hostilities have ended all prisoners are released and sent home without delay, agreement or no ' +
    'agreement. There is nothing left to trade. Those under prosecution may be kept to its end, and whether those who ' +
    `refuse to return must be sent has been disputed since Korea. This is looked at every ${LOOKED_AT_EVERY} days from that day on.`,
  watches: ['offer', 'dayBegins'],
  check: (campaign, event, bargain) => {
    const { hostilitiesEnd } = campaign.parameters;
    const day = dayOf(campaign, event);
    if (day < hostilitiesEnd) return NOTHING;
    if (bargain && event.type === 'offer' && broughtHome(campaign, bargain) > 0) {
      return [{ by: bargain.by, saw: 'an offer that trades people after active hostilities have ended' }];
    }
    if (event.type !== 'dayBegins' || !isLookedAt(day, hostilitiesEnd)) return NOTHING;
    return PARTIES.flatMap(by => {
      const held = campaign.parameters.groups
        .filter(group => group.holder === by)
        .reduce((sum, g) => sum + Math.max(0, (campaign.held[g.index] ?? 0) - g.prosecuted - g.unwilling), 0);
      return held > 0 ? [{ by, saw: `${peopleInWords(held)} still held on day ${campaign.day + 1}` }] : [];
    });
  },
};
