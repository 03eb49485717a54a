import { type Debrief, type DebriefedDeal, isYetToCome } from '../analysis/debrief.ts';
import { minus, sameCounts } from '../campaign/counts.ts';
import { the } from '../scenario/article.ts';
import type { PartyIndex, PerParty, Scenario } from '../scenario/scenario.ts';
import { columns } from './columns.ts';
import { formatDate } from './date.ts';
import { byHome, formatCount, heldPart, peopleText } from './people.ts';
import { mediatorName, termsText } from './sentence.ts';
import { type DealAsShown, type DebriefAsShown, debriefAsShown, type WorthAsShown, worth } from './worth.ts';
import { wrap } from './wrap.ts';

/* The agreements of a campaign: what was given, what became of it, and what it was worth to either side. */

/** What every section of a debrief is made from. */
export interface Told {
  readonly scenario: Scenario;
  readonly debrief: Debrief;
  readonly width: number;
  /** In which order the sides are told. */
  readonly sides: PerParty<PartyIndex>;
}

export function agreements(told: Told): string {
  const { debrief } = told;
  if (debrief.deals.length === 0) return '';
  const shown = debriefAsShown(debrief);
  return ['AGREEMENTS', ...shown.deals.map(deal => agreement(told, deal)), gainedLine(told, shown)].join(
    '\n\n',
  );
}

function agreement({ scenario, width, sides: order }: Told, deal: DealAsShown): string {
  const with_ = deal.mediator === null ? 'direct' : `mediator: ${mediatorName(scenario, deal.mediator)}`;
  const terms = termsText(scenario, deal.terms).replace(/^, /, '');
  const sides = order.map(party =>
    wrap(
      `${scenario.parties[party].capital} gives ${peopleText(scenario, heldPart(scenario, deal.deal, party))}`,
      {
        width,
        indent: 4,
        hanging: 6,
      },
    ),
  );
  const numbers = columns(
    [
      ['worth units', 'value', 'reservation', 'gain', 'left on the table'],
      ...order.map(party => [
        scenario.parties[party].capital,
        ...worthCells(deal.shown[party], deal.leftOnTable[party]),
      ]),
    ],
    4,
  );
  return [
    `  Agreed on ${formatDate(scenario, deal.agreedOn)} (day ${deal.agreedOn}), ${with_}`,
    ...sides,
    ...(terms === '' ? [] : [wrap(terms, { width, indent: 4, hanging: 6 })]),
    ...notAsAgreed(scenario, deal, order).map(text => wrap(text, { width, indent: 4, hanging: 6 })),
    numbers,
  ].join('\n');
}

/** What became of an agreement by which not everybody left captivity who was named in it; the numbers are of those who did. */
function notAsAgreed(scenario: Scenario, deal: DebriefedDeal, sides: PerParty<PartyIndex>): string[] {
  if (sameCounts(deal.people, deal.deal)) return [];
  if (isYetToCome(deal))
    return ['Nobody has left captivity by it; it counts for nothing in what was gained.'];
  const fate = {
    broken: `Broken by ${capitalOf(scenario, deal.brokenBy)}`,
    pending: 'Not carried out to its end',
    completed: 'Carried out with fewer people',
  }[deal.outcome];
  const home = byHome(scenario, minus(deal.people, deal.interned));
  const [people, agreed] = [
    sides.map(party => `${formatCount(home[party] ?? 0)} home to ${the(scenario.parties[party].name)}`),
    sides.map(party => `${scenario.parties[party].capital} ${worth(deal.gains[party])}`),
  ];
  return [
    `${fate}: ${people.join(', ')}. Value and gain are of those who left captivity; as agreed the gains were ${agreed.join(', ')}.`,
  ];
}

function worthCells({ value, least, gain }: WorthAsShown, left: number): string[] {
  return [value, least, gain, left].map(each => worth(each));
}

function gainedLine({ scenario, width, sides }: Told, { together, releases }: DebriefAsShown): string {
  const listed = (values: PerParty<number>) =>
    sides.map(party => `${scenario.parties[party].capital} ${worth(values[party])}`).join(', ');
  const ofThese = releases === null ? '' : `; of these by releases: ${listed(releases)}`;
  return wrap(`Gained over all agreements and releases, in worth units: ${listed(together)}${ofThese}.`, {
    width,
    indent: 2,
  });
}

export function capitalOf(scenario: Scenario, party: PartyIndex | null): string {
  return party === null ? 'one side' : scenario.parties[party].capital;
}
