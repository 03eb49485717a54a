import type { Scenario } from '../scenario/scenario.ts';
import type { Doubt, DoubtRule } from './doubt.ts';
import {
  cutName,
  idleCaptureRate,
  impossibleInject,
  impossibleInstruction,
  noPlaceForTheIll,
  sameName,
  sameShort,
  unacceptedMediator,
} from './doubts-of-parts.ts';
import {
  noInstructions,
  noTeaching,
  nothingReported,
  shortText,
  uncitedSource,
  unsetMarkdown,
  unsourcedPool,
  wideRange,
} from './doubts-of-sources.ts';
import {
  hasty,
  lateCapture,
  nobodyToExchange,
  noZone,
  shortHorizon,
  unbalancedPools,
  unwantedGroup,
} from './doubts-of-talks.ts';

/** Every question that is asked of a scenario. */
export const DOUBT_RULES: readonly DoubtRule[] = [
  nobodyToExchange,
  noZone,
  unwantedGroup,
  shortHorizon,
  lateCapture,
  unbalancedPools,
  hasty,
  unacceptedMediator,
  impossibleInject,
  idleCaptureRate,
  impossibleInstruction,
  noPlaceForTheIll,
  sameName,
  cutName,
  sameShort,
  uncitedSource,
  unsetMarkdown,
  nothingReported,
  unsourcedPool,
  wideRange,
  noTeaching,
  noInstructions,
  shortText,
];

/** What is legal in a scenario and doubtful. The questions are ours; the answer may be that it is meant so. */
export function lint(scenario: Scenario): Doubt[] {
  return DOUBT_RULES.flatMap(({ id, asks }) => asks(scenario).map(doubt => ({ rule: id, ...doubt })));
}
