import { countsOf } from '../campaign/counts.ts';
import type { Move } from '../campaign/event.ts';
import type { Random } from '../campaign/parameters.ts';
import type { View } from '../campaign/view.ts';
import type { LegalMove } from '../statechart/legal.ts';
import { expectedSettlement } from './judgement.ts';
import { legalOf } from './negotiator.ts';

/*
 * How our negotiators conduct themselves outside the rounds of offers: one shared set of rules,
 * so that tournaments compare how they bargain and nothing else.
 */

/** Chance a day of asking for talks, with no leverage at all, under full pressure and with a gain far above the reluctance. */
const ASKING = 4;
/** What is left of the haste to ask while pressure is at its everyday level. */
const EVERYDAY_HASTE = 0.0025;
/** How far pressure strays from its everyday level without anybody making much of it. */
const EVERYDAY_UNREST = 0.06;
/** Chance a day that an unwelcome overture is declined in so many words rather than left lying. */
const DECLINING = 0.3;
/** A party that is trusted at least so far gets a full list. */
const TRUST_FOR_FULL_LIST = 0.25;
/** Above this trust the other side's wounded are sent home unasked. */
const TRUST_FOR_RELEASE = 0.4;
/** Days between convoys of wounded who go home unasked. */
export const CONVOY_EVERY = 14;
/** Share of a group with a strong grip whose names are struck off where there is no trust at all. */
const STRUCK = 0.5;
/** Grip from which a holder strikes names off. */
const STRONG_GRIP = 1;

/** The move of conduct that is called for now; null in the rounds, where each negotiator decides for itself. */
export function conduct(view: View, legal: readonly LegalMove[], random: Random): Move | null {
  if (view.phase.startsWith('rounds')) return null;
  return (
    carryOut(legal) ??
    prepare(view, legal) ??
    answerOverture(view, legal, random) ??
    seekTalks(view, legal, random) ??
    sendOwedHome(view, legal) ?? { type: 'wait' }
  );
}

/** An agreement is kept. */
function carryOut(legal: readonly LegalMove[]): Move | null {
  return legalOf(legal, 'handOver') ? { type: 'handOver' } : null;
}

function prepare(view: View, legal: readonly LegalMove[]): Move | null {
  if (legalOf(legal, 'submitList')) {
    return { type: 'submitList', coverage: view.trust >= TRUST_FOR_FULL_LIST ? 'full' : 'partial' };
  }
  const strike = legalOf(legal, 'strikeNames');
  if (strike && view.phase === 'preparation.verification') return strikeOff(view, strike.most);
  return null;
}

/** Names of those whom it is hardest to give up are struck off, the more the less trust there is. */
function strikeOff(view: View, most: readonly number[]): Move | null {
  const { groups } = view.known;
  const done = groups.some(group => group.holder === view.party && (view.talks.struck[group.index] ?? 0) > 0);
  if (done) return null;
  const people = countsOf(groups, group =>
    group.grip.best >= STRONG_GRIP ? Math.round((most[group.index] ?? 0) * STRUCK * (1 - view.trust)) : 0,
  );
  return people.some(count => count > 0) ? { type: 'strikeNames', people } : null;
}

/** Talks are agreed to where a settlement above one's reservation is in sight. */
function answerOverture(view: View, legal: readonly LegalMove[], random: Random): Move | null {
  if (!legalOf(legal, 'agree')) return null;
  const settlement = expectedSettlement(view, view.talks.overture?.mediator ?? null);
  if (settlement) return { type: 'agree' };
  return random() < DECLINING ? { type: 'decline' } : null;
}

/**
 * When to ask for talks. A party asks only if it expects a settlement that is above its own
 * reservation and, as far as it can tell, above the other's; and then with a chance a day of
 *
 *     ASKING * urgency * (1 - leverage) * gain / (gain + reservation)
 *
 * where urgency is how far pressure has risen above its everyday level and its everyday unrest, as
 * a share of what is left to 1. So a party asks when something has happened to it, who is ahead waits to be asked, and a
 * gain that hardly covers the cost of being seen to deal is worth little haste. What moves all
 * three are captures.
 */
function seekTalks(view: View, legal: readonly LegalMove[], random: Random): Move | null {
  const propose = legalOf(legal, 'proposeTalks');
  const resume = legalOf(legal, 'resume');
  if (!propose && !resume) return null;
  const base = view.known.own.pressure;
  const risen = Math.max(0, view.pressure - base - EVERYDAY_UNREST);
  const urgency = EVERYDAY_HASTE + risen / Math.max(0.05, 1 - base);
  const drawn = random();
  // The share of the gain is at most one, and so is what leverage leaves: most days need no further reckoning.
  if (drawn >= ASKING * urgency) return null;
  const threshold = drawn / (ASKING * urgency * (1 - view.leverage));
  if (threshold >= 1) return null;
  const mediator = propose ? bestMediator(view, propose.mediators) : null;
  const settlement = expectedSettlement(view, mediator);
  if (!settlement || threshold >= settlement.own / (settlement.own + view.reservation)) return null;
  return propose ? { type: 'proposeTalks', mediator, openly: false } : { type: 'resume' };
}

/** The mediator whose name is likeliest to save both sides' faces. */
export function bestMediator(view: View, mediators: readonly number[]): number | null {
  const merit = (index: number) => {
    const mediator = view.known.mediators[index];
    return mediator ? mediator.cover * mediator.acceptedByThem : 0;
  };
  return mediators.reduce<number | null>(
    (best, index) => (merit(index) > (best === null ? 0 : merit(best)) ? index : best),
    null,
  );
}

/**
 * Seriously wounded and sick people are sent home unasked: every `CONVOY_EVERY` days a convoy with a share
 *
 *     ((trust - TRUST_FOR_RELEASE) / (1 - TRUST_FOR_RELEASE))^2
 *
 * of those still held, rounded up. The law makes it a duty at any trust (GC III art. 109(1)); that they
 * wait for trust is an assumption, and every month of it is a finding.
 */
function sendOwedHome(view: View, legal: readonly LegalMove[]): Move | null {
  const release = legalOf(legal, 'release');
  if (!release || view.trust <= TRUST_FOR_RELEASE || view.day % CONVOY_EVERY !== 0) return null;
  const share = ((view.trust - TRUST_FOR_RELEASE) / (1 - TRUST_FOR_RELEASE)) ** 2;
  const people = countsOf(view.known.groups, group =>
    group.standing === 'wounded' ? Math.ceil((release.most[group.index] ?? 0) * share) : 0,
  );
  return people.some(count => count > 0) ? { type: 'release', people } : null;
}
