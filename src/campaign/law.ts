import type { Campaign, Draft } from './campaign.ts';
import type { CampaignEvent } from './event.ts';
import type { Finding } from './finding.ts';
import { heldAfterHostilities, penalHold, selectionAgainst, unitsTrading } from './law-of-holding.ts';
import { civiliansTraded, owedHeldBack, owedMadeConditional } from './law-of-the-owed.ts';
import { mailWithheld, namesWithheld, publicCuriosity, statusDenied, threats } from './law-of-treatment.ts';
import { bargainOf, dayOf, isLookedAt, type LawRule } from './law-rule.ts';
import { shiftTrust } from './trust.ts';

/**
 * The rules that are checked, each with its article. Findings are shown and counted; the law is
 * never silently applied. One rule is a refusal and not a finding: sick and wounded people are not
 * sent home against their will (GC III art. 109(3)).
 */
export const LAW: readonly LawRule[] = [
  owedMadeConditional,
  owedHeldBack,
  civiliansTraded,
  statusDenied,
  unitsTrading,
  threats,
  publicCuriosity,
  mailWithheld,
  namesWithheld,
  selectionAgainst,
  penalHold,
  heldAfterHostilities,
];

/** The rules that watch each type of event, in their order. */
const WATCHING = new Map<string, readonly LawRule[]>();
for (const type of LAW.flatMap(rule => rule.watches)) {
  WATCHING.set(
    type,
    LAW.filter(rule => rule.watches.includes(type)),
  );
}

/** Whether any rule watches events of a type; `judge` has nothing to look at in others. */
export function isWatched(type: string): boolean {
  return WATCHING.has(type);
}

/** Looks at an event before it is carried out, and notes what is found, where the law of war binds. */
export function judge(draft: Draft, event: CampaignEvent): void {
  if (!draft.parameters.lawOfWar) return;
  const { type } = event;
  if (type === 'dayBegins' && !isInspection(draft)) return;
  const bargain = bargainOf(draft, event);
  if (bargain === null && (type === 'offer' || type === 'accept')) return;
  const watching = WATCHING.get(type);
  if (!watching) return;
  let findings: Finding[] | null = null;
  for (const rule of watching) {
    const seen = rule.check(draft, event, bargain);
    if (seen.length === 0) continue;
    const day = dayOf(draft, event);
    findings ??= draft.findings.slice();
    for (const { by, saw } of seen) findings.push({ day, rule: rule.id, by, saw });
    if (rule === owedMadeConditional) shiftTrust(draft, 'owedMadeConditional');
  }
  if (findings) draft.findings = findings;
}

/** Whether the day that begins is one on which any rule looks at who is still held. */
function isInspection({ day, parameters }: Campaign): boolean {
  return isLookedAt(day + 1, 0) || isLookedAt(day + 1, parameters.hostilitiesEnd);
}

export function lawRule(id: string): LawRule | undefined {
  return LAW.find(rule => rule.id === id);
}
