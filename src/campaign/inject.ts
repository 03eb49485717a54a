import type { PartyIndex } from '../scenario/scenario.ts';
import { type Draft, withParty } from './campaign.ts';
import type { Counts } from './counts.ts';
import type { WorldEventOf } from './event.ts';
import { bothAccept } from './initiation.ts';
import type { SettledEffect, SettledInstruction } from './parameters.ts';
import { liftPressure, strengthOfCapture } from './pressure.ts';
import { endInternment } from './returns.ts';
import { shiftTrustBy } from './trust.ts';
import { capture } from './world.ts';

/* Injects: what comes to both tables from outside, by date, by chance or by a teacher's hand. */

export function takeIn(draft: Draft, { inject, effects }: WorldEventOf<'inject'>): void {
  draft.injected = [...draft.injected, inject];
  for (const effect of effects) undergo(draft, effect);
}

function undergo(draft: Draft, effect: SettledEffect): void {
  switch (effect.kind) {
    case 'captured':
      captureInPublic(draft, effect.people);
      break;
    case 'pressure':
      liftPressure(draft, effect.about, effect.strength);
      break;
    case 'trust':
      shiftTrustBy(draft, effect.share);
      break;
    case 'halt':
      haltHandOver(draft, effect.days);
      break;
    case 'mediator':
      bringMediator(draft, effect.mediator);
      break;
    case 'internmentEnds':
      endInternment(draft, effect.about);
      shiftTrustBy(draft, -effect.trustLost);
      break;
    case 'instruct':
      instruct(draft, effect.party, effect.instructions);
      break;
  }
}

/** An inject is public: the home party hears exactly what happened. */
function captureInPublic(draft: Draft, people: Counts): void {
  const heard = { low: people, best: people, high: people };
  const strength = strengthOfCapture(draft.parameters.groups, people);
  capture(draft, { type: 'captured', people, heard, strength });
}

/** Only what is arranged can be halted. */
function haltHandOver(draft: Draft, days: number): void {
  const { talks, day } = draft;
  if (!talks.agreement || !talks.arranged) return;
  draft.talks = { ...talks, until: Math.max(talks.until, day + days) };
}

/** A mediator that comes by itself is at the table if talks are under way and both sides accept it. */
function bringMediator(draft: Draft, mediator: number): void {
  const underWay = draft.talks.overture !== null && draft.overtures.at(-1)?.answer === 'agreed';
  if (underWay && bothAccept(draft, mediator)) draft.talks = { ...draft.talks, mediator };
}

function instruct(draft: Draft, party: PartyIndex, more: readonly SettledInstruction[]): void {
  const all = [...draft.instructions[party], ...more];
  draft.instructions = withParty(draft.instructions, party, all);
}
