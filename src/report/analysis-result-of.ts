import type {
  AnalysedAgreement,
  AnalysedDeal,
  AnalysedOffer,
  BargainingPosition,
} from '../analysis/bargaining-position.ts';
import { SOLUTIONS, type Solution } from '../campaign/bargaining.ts';
import { dateOf, type PerParty, type Scenario } from '../scenario/scenario.ts';
import { ENGINE, scenarioDigest } from '../table/record.ts';
import { countsToJson } from '../table/record-text.ts';
import {
  ANALYSIS_FORMAT,
  type AnalysisResult,
  type ResultAgreement,
  type ResultDeal,
  type ResultOffer,
  type ResultPoint,
} from './analysis-result.ts';
import { DEFINITIONS } from './analysis-words.ts';
import type { ByParty } from './result.ts';
import { rounded } from './rounded.ts';

/** The analysis as JSON; `seed` is that of the campaign, null where the likeliest values are taken. */
export function analysisResult(
  scenario: Scenario,
  position: BargainingPosition,
  seed: string | null,
): AnalysisResult {
  const shape = shapeOf(scenario);
  const { alternatingOffers, frontier, agreement } = position;
  const [first, second] = alternatingOffers.outcomes;
  return {
    parley: 'analysis',
    format: ANALYSIS_FORMAT,
    engine: ENGINE,
    scenario: scenario.id,
    scenarioDigest: scenarioDigest(scenario),
    seed,
    day: position.day,
    date: dateOf(scenario, position.day),
    phase: position.phase,
    seenBy: position.seenBy === null ? null : scenario.parties[position.seenBy].id,
    reservations: shape.worths(position.reservations),
    leverage: shape.byParty([rounded(position.leverage[0], 4), rounded(position.leverage[1], 4)]),
    room: shape.byParty(position.room),
    zone: position.zone.length > 0,
    frontier: {
      gap: rounded(frontier.gap, 6),
      inZone: position.zone.length,
      deals: frontier.deals.map(shape.point),
    },
    solutions: Object.fromEntries(
      SOLUTIONS.map(solution => [solution, position.solutions[solution].map(shape.deal)]),
    ) as Record<Solution, ResultDeal[]>,
    alternatingOffers: {
      rounds: alternatingOffers.rounds,
      patience: shape.byParty(alternatingOffers.patience),
      outcomes: shape.byParty([first && shape.deal(first), second && shape.deal(second)]),
    },
    offers: position.offers.map(shape.offer),
    agreement: agreement && shape.agreement(agreement),
    definitions: Object.fromEntries(DEFINITIONS),
  };
}

function shapeOf(scenario: Scenario) {
  const [one, two] = scenario.parties;
  const byParty = <T>([first, second]: PerParty<T>): ByParty<T> => ({ [one.id]: first, [two.id]: second });
  const worths = ([first, second]: PerParty<number>) => byParty([rounded(first, 6), rounded(second, 6)]);
  const point = ({ deal, values }: Pick<AnalysedDeal, 'deal' | 'values'>): ResultPoint => ({
    deal: countsToJson(scenario, deal),
    values: worths(values),
  });
  const deal = (analysed: AnalysedDeal): ResultDeal => ({
    ...point(analysed),
    gains: worths(analysed.gains),
  });
  const offer = (made: AnalysedOffer): ResultOffer => ({
    day: made.day,
    by: made.by === null ? null : scenario.parties[made.by].id,
    ...deal(made),
    interned: countsToJson(scenario, made.terms.interned ?? []),
    parole: made.terms.parole === true,
    distance: Number.isFinite(made.distance) ? rounded(made.distance, 6) : null,
  });
  const agreement = (agreed: AnalysedAgreement): ResultAgreement => ({
    ...offer(agreed),
    left: worths(agreed.left),
  });
  return { byParty, worths, point, deal, offer, agreement };
}

export function formatAnalysisResult(result: AnalysisResult): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}
