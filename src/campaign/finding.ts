import type { PartyIndex } from '../scenario/scenario.ts';

/** A duty that no agreement may undercut, or a matter on which readings differ. */
export const SEVERITIES = ['breach', 'contested'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a check saw. Findings are shown and counted; the law is never silently applied. */
export interface Finding {
  readonly day: number;
  readonly rule: string;
  readonly by: PartyIndex;
  /** What was seen, as counts and words: "12 wounded-russian in an offer that asks for 40". */
  readonly saw: string;
}
