import type { Scenario } from '../scenario/scenario.ts';
import type { CampaignRecord } from '../table/record.ts';
import { type Coached, coachResultOf } from './coach-result-of.ts';

/** What the coach says as JSON, its numbers rounded to 3 decimals. The same record and rollouts give the same bytes. */
export function formatCoachJson(
  scenario: Scenario,
  record: CampaignRecord,
  coached: readonly Coached[],
): string {
  return `${JSON.stringify(coachResultOf(scenario, record, coached), null, 2)}\n`;
}
