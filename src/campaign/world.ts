import { other, type PartyIndex } from '../scenario/scenario.ts';
import type { Campaign, Draft } from './campaign.ts';
import { atMost, plus } from './counts.ts';
import type { WorldEventOf } from './event.ts';
import { leverageIn } from './leverage.ts';
import { ownCounts } from './own-counts.ts';
import { drift, liftBoth, liftPressure } from './pressure.ts';
import { faded } from './trust.ts';

/* What happens without either party: days pass, people are captured, captivity wears. */

/** Who moves first on a day; it alternates. */
export function firstMover(day: number): PartyIndex {
  return day % 2 === 0 ? 0 : 1;
}

export function passDay(draft: Draft): void {
  const day = draft.day + 1;
  draft.day = day;
  draft.toMove = firstMover(day);
  if (day > 0) drift(draft);
  draft.trust = faded(draft);
  if (day > 0 && day % KNOWLEDGE_AGES_EVERY === 0) age(draft);
  draft.leverage = leverageIn(draft);
}

/** Days after which what is known of the other side's holdings has aged a step. */
const KNOWLEDGE_AGES_EVERY = 7;
/** Share by which an interval widens either way with each step; small groups are known person by person. */
const KNOWLEDGE_AGES_BY = 0.004;
const KNOWN_PERSON_BY_PERSON = 50;

/** A list says who was held when it was written: people fall ill and die, and the home side is told late. */
function age(draft: Draft): void {
  const { low, best, high } = ownCounts(draft).believed;
  for (let group = 0; group < best.length; group++) {
    const known = best[group] ?? 0;
    if (known < KNOWN_PERSON_BY_PERSON) continue;
    const step = Math.ceil(known * KNOWLEDGE_AGES_BY);
    low[group] = Math.max(0, (low[group] ?? 0) - step);
    high[group] = (high[group] ?? 0) + step;
  }
}

/** After a move the turn passes to the other party, or the day is done. */
export function passTurn(draft: Draft): void {
  const first = firstMover(draft.day);
  draft.toMove = draft.toMove === first ? other(first) : null;
}

export function capture(draft: Draft, { people, heard, strength }: WorldEventOf<'captured'>): void {
  const { held, captured, believed } = ownCounts(draft);
  const { low, best, high } = believed;
  // One pass, since most days bring somebody: nothing else happens as often.
  for (let group = 0; group < people.length; group++) {
    const count = people[group] ?? 0;
    const most = heard.high[group] ?? 0;
    if (count === 0 && most === 0) continue;
    held[group] = (held[group] ?? 0) + count;
    captured[group] = (captured[group] ?? 0) + count;
    low[group] = (low[group] ?? 0) + (heard.low[group] ?? 0);
    best[group] = (best[group] ?? 0) + (heard.best[group] ?? 0);
    high[group] = (high[group] ?? 0) + most;
  }
  liftBoth(draft, strength);
  draft.leverage = leverageIn(draft);
}

export function report(draft: Draft, event: WorldEventOf<'pressReport'>): void {
  liftPressure(draft, event.about, event.strength);
}

/** Some fall seriously ill and are owed from then on; some die. Neither is made known by itself. */
export function wear(draft: Draft, { ill, died }: WorldEventOf<'captivityWears'>): void {
  const { held, ledger } = ownCounts(draft);
  const passedOut = ledger.passedOut.slice();
  const passedIn = ledger.passedIn.slice();
  for (let group = 0; group < held.length; group++) {
    const sick = ill[group] ?? 0;
    held[group] = (held[group] ?? 0) - sick - (died[group] ?? 0);
    if (sick === 0) continue;
    const whenIll = draft.parameters.groups[group]?.whenIll ?? -1;
    held[whenIll] = (held[whenIll] ?? 0) + sick;
    passedOut[group] = (passedOut[group] ?? 0) + sick;
    passedIn[whenIll] = (passedIn[whenIll] ?? 0) + sick;
  }
  ledger.died = plus(ledger.died, died);
  ledger.passedOut = passedOut;
  ledger.passedIn = passedIn;
  draft.leverage = leverageIn(draft);
  keepStruckHeld(draft);
}

/** Names struck off the talks in hand cannot outnumber those who are still held. */
export function keepStruckHeld(draft: Draft): void {
  const struck = atMost(draft.talks.struck, draft.held);
  if (struck !== draft.talks.struck) draft.talks = { ...draft.talks, struck };
}

/** Nobody falls ill or dies who is not held. */
export function wearsOnlyHeld(campaign: Campaign, event: WorldEventOf<'captivityWears'>): boolean {
  const { groups } = campaign.parameters;
  for (let at = 0; at < groups.length; at++) {
    const ill = event.ill[at] ?? 0;
    const died = event.died[at] ?? 0;
    if (ill < 0 || died < 0 || ill + died > (campaign.held[at] ?? 0)) return false;
    if (ill > 0 && (groups[at]?.whenIll ?? -1) < 0) return false;
  }
  return true;
}
