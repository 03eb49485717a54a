import type { AnalysedDeal, AnalysedOffer, BargainingPosition } from '../analysis/bargaining-position.ts';
import { SOLUTIONS } from '../campaign/bargaining.ts';
import { PARTIES, type PartyIndex, type PerParty, type Scenario } from '../scenario/scenario.ts';
import { DEFINITIONS, OUTCOME_SIGNS, SOLUTION_WORDS } from './analysis-words.ts';
import { columnsFolded } from './columns.ts';
import { formatDay } from './date.ts';
import { byHome, formatCount, heldPart, peopleText } from './people.ts';
import { drawPlane, type Mark, PLANE_SIGNS } from './plane.ts';
import { termsText } from './sentence.ts';
import { worth } from './worth.ts';
import { wrap } from './wrap.ts';

/* An analysis for its reader: the numbers, the plane of both values, the deals in people, the definitions. */

export interface AnalysisTold {
  readonly scenario: Scenario;
  readonly position: BargainingPosition;
  /** What is analysed, and why this day: "a record of seed 7, at its last agreement". */
  readonly occasion: string;
}

export function formatAnalysis(told: AnalysisTold, width = 80): string {
  return [
    opening(told, width),
    table(told, width),
    zoneText(told, width),
    plane(told, width),
    points(told, width),
    dealsInPeople(told, width),
    offers(told, width),
    agreement(told, width),
    definitions(width),
  ]
    .filter(part => part !== '')
    .join('\n\n');
}

const capitals = ({ parties }: Scenario) => [parties[0].capital, parties[1].capital] as const;

const pair = ([first, second]: PerParty<number>) => `${worth(first)} : ${worth(second)}`;

function opening({ scenario, position, occasion }: AnalysisTold, width: number): string {
  const { seenBy } = position;
  const known =
    seenBy === null
      ? 'By the true values of both sides.'
      : `As ${capitals(scenario)[seenBy]} may know it: its own side exactly, the other by its best guess.`;
  return [
    `${scenario.title}: ${occasion}`,
    `${formatDay(scenario, position.day)}, state of the talks: ${position.phase}`,
    known,
  ]
    .map(text => wrap(text, { width }))
    .join('\n');
}

function table({ scenario, position }: AnalysisTold, width: number): string {
  const { reservations, leverage, room, alternatingOffers } = position;
  const { patience, rounds } = alternatingOffers;
  return columnsFolded(
    [
      ['', ...capitals(scenario)],
      ['reservation, worth units', worth(reservations[0]), worth(reservations[1])],
      ['leverage', leverage[0].toFixed(2), leverage[1].toFixed(2)],
      ['most people a deal can send home to it', formatCount(room[0]), formatCount(room[1])],
      [`left of a gain a day later (${rounds} offers left)`, String(patience[0]), String(patience[1])],
    ],
    width,
  );
}

function zoneText({ position }: AnalysisTold, width: number): string {
  const { zone, frontier } = position;
  const deals = frontier.deals.length;
  const there =
    zone.length > 0
      ? `There is a zone of possible agreement: ${formatCount(zone.length)} of the ${formatCount(deals)} deals of the frontier are below neither reservation.`
      : `There is no zone of possible agreement: none of the ${formatCount(deals)} deals of the frontier reaches both reservations.`;
  const sure =
    frontier.gap === 0
      ? 'The frontier is exact.'
      : `The frontier is not exact, so many people can be carried: no deal is better for both than all of these by more than ${worth(frontier.gap, 2)} worth units, and what is named below is the best of these.`;
  return wrap(`${there} ${sure}`, { width });
}

/** Rows of the plane: with its foot and a legend it fits a screen. */
const PLANE_HEIGHT = 20;
const OFFER_SIGNS = ['x', 'o'] as const;
const MEDIATOR_SIGN = 'm';
const AGREED_SIGN = '@';

/** A named point with all deals that are it. */
interface Named {
  readonly sign: string;
  readonly name: string;
  readonly deals: readonly AnalysedDeal[];
}

function namedPoints({ scenario, position }: AnalysisTold): Named[] {
  const { solutions, alternatingOffers } = position;
  const solved = SOLUTIONS.map(solution => ({
    sign: SOLUTION_WORDS[solution].sign,
    name: SOLUTION_WORDS[solution].name,
    deals: solutions[solution],
  }));
  const outcomes = PARTIES.map(first => {
    const outcome = alternatingOffers.outcomes[first];
    return {
      sign: OUTCOME_SIGNS[first],
      name: `alternating offers, ${capitals(scenario)[first]} first`,
      deals: outcome ? [outcome] : [],
    };
  });
  return [...solved, ...outcomes];
}

/** The marks of the plane, the agreed deal before the named points and these before the offers. */
export function marksOf(told: AnalysisTold): Mark[] {
  const { agreement, offers } = told.position;
  const named = namedPoints(told).flatMap(({ sign, deals }) => deals.map(({ values }) => ({ sign, values })));
  const made = offers.toReversed().map(({ by, values }) => ({ sign: offerSign(by), values }));
  return [...(agreement ? [{ sign: AGREED_SIGN, values: agreement.values }] : []), ...named, ...made];
}

function offerSign(by: PartyIndex | null): string {
  return by === null ? MEDIATOR_SIGN : OFFER_SIGNS[by];
}

function plane(told: AnalysisTold, width: number): string {
  const { scenario, position } = told;
  const [first, second] = capitals(scenario);
  const lines = drawPlane(
    {
      marks: marksOf(told),
      trail: position.frontier.deals.map(({ values }) => values),
      least: position.reservations,
      names: [`value to ${first}`, `value to ${second}`],
    },
    { width, height: PLANE_HEIGHT },
  );
  return [...lines, wrap(`${legend(told).join('; ')}.`, { width })].join('\n');
}

function legend(told: AnalysisTold): string[] {
  const { scenario, position } = told;
  const [first, second] = capitals(scenario);
  const made = (by: PartyIndex | null) => position.offers.some(offer => offer.by === by);
  return [
    `${PLANE_SIGNS.trail} frontier`,
    `${PLANE_SIGNS.across} ${PLANE_SIGNS.up} reservations, ${PLANE_SIGNS.least} both`,
    ...(position.agreement ? [`${AGREED_SIGN} agreed`] : []),
    ...(made(0) ? [`${OFFER_SIGNS[0]} offers of ${first}`] : []),
    ...(made(1) ? [`${OFFER_SIGNS[1]} offers of ${second}`] : []),
    ...(made(null) ? [`${MEDIATOR_SIGN} texts of the mediator`] : []),
    ...(position.zone.length > 0 ? ['letters and digits: the named points below'] : []),
    ...(marksOf(told).length > 1 ? [WHERE_SEVERAL_FALL] : []),
  ];
}

const WHERE_SEVERAL_FALL =
  'where several fall on one place, the first of: agreed, named points in their order, later offers before earlier ones';

function points(told: AnalysisTold, width: number): string {
  const { scenario, position } = told;
  if (position.zone.length === 0) return '';
  const rows = namedPoints(told).flatMap(({ sign, name, deals }) =>
    deals.map(({ values, gains }, index) => [
      `${sign} ${name}${deals.length > 1 ? ` (${index + 1} of ${deals.length} alike)` : ''}`,
      pair(values),
      pair(gains),
    ]),
  );
  return columnsFolded(
    [[`NAMED POINTS (${capitals(scenario).join(' : ')})`, 'value', 'gain'], ...rows],
    width,
  );
}

/** The deals of the named points in people, each once. */
function dealsInPeople(told: AnalysisTold, width: number): string {
  const { scenario } = told;
  const signs = new Map<string, { readonly signs: string[]; readonly deal: readonly number[] }>();
  for (const { sign, deals } of namedPoints(told)) {
    for (const { deal } of deals) {
      const known = signs.get(deal.join()) ?? { signs: [], deal };
      known.signs.push(sign);
      signs.set(deal.join(), known);
    }
  }
  const lines = [...signs.values()].map(({ signs, deal }) =>
    wrap(`${signs.join(' ')}: ${inPeople(scenario, deal)}`, { width, indent: 2, hanging: 4 }),
  );
  return lines.length === 0 ? '' : ['THE DEALS', ...lines].join('\n');
}

function inPeople(scenario: Scenario, deal: readonly number[]): string {
  return PARTIES.map(
    party => `${capitals(scenario)[party]} gives ${peopleText(scenario, heldPart(scenario, deal, party))}`,
  ).join('; ');
}

function offers(told: AnalysisTold, width: number): string {
  const { scenario, position } = told;
  if (position.offers.length === 0) return '';
  const rows = position.offers.map(offer => [
    `${offerSign(offer.by)} day ${offer.day}, ${offer.by === null ? 'the mediator' : capitals(scenario)[offer.by]}`,
    byHome(scenario, offer.deal).map(formatCount).join(' : '),
    ...offerNumbers(offer),
  ]);
  return columnsFolded(
    [[`OFFERS (${capitals(scenario).join(' : ')})`, 'home', 'value', 'gain', 'distance'], ...rows],
    width,
  );
}

function offerNumbers({ values, gains, distance }: AnalysedOffer): string[] {
  return [pair(values), pair(gains), Number.isFinite(distance) ? worth(distance) : '-'];
}

function agreement({ scenario, position }: AnalysisTold, width: number): string {
  const agreed = position.agreement;
  if (!agreed) return '';
  const [first, second] = capitals(scenario);
  const terms = termsText(scenario, agreed.terms);
  return [
    `AGREED on day ${agreed.day}`,
    wrap(`${inPeople(scenario, agreed.deal)}${terms}.`, { width, indent: 2, hanging: 4 }),
    columnsFolded(
      [
        ['worth units', 'value', 'reservation', 'gain', 'left'],
        ...PARTIES.map(party => [
          party === 0 ? first : second,
          worth(agreed.values[party]),
          worth(position.reservations[party]),
          worth(agreed.gains[party]),
          worth(agreed.left[party]),
        ]),
      ],
      width,
      2,
    ),
    wrap(`Distance to the frontier: ${worth(agreed.distance)} worth units.`, { width, indent: 2 }),
  ].join('\n');
}

function definitions(width: number): string {
  const item = (text: string) => wrap(text, { width, indent: 2, hanging: 4 });
  return [
    'HOW THIS IS RECKONED',
    ...DEFINITIONS.map(([term, definition]) => item(`${term}: ${definition}.`)),
    item("Points that tie are all told, from the second party's favour to the first's."),
    item(
      'Worth, grip and reservation rest on assumptions that the scenario labels; they are no facts about anybody.',
    ),
  ].join('\n');
}
