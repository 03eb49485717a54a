import type { Judged } from '../analysis/coach.ts';
import { sameMove } from '../analysis/coach-decision.ts';
import { isForbidden } from '../analysis/coach-duty.ts';
import { isAdvised, SMALL, stakeOf, tooFew } from '../analysis/coach-verdict.ts';
import type { Compared, Comparison } from '../analysis/comparison.ts';
import { type Deal, sum } from '../campaign/counts.ts';
import type { Move } from '../campaign/event.ts';
import type { View } from '../campaign/view.ts';
import { coverOf, expectedSettlement, ownValuation } from '../negotiators/judgement.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { inHowMany, notBetter } from './coach-lead.ts';
import {
  type Known,
  numberAndWorth,
  ofReservation,
  overNeeds,
  worthOfAdvised,
  worthOfOffer,
} from './coach-offer.ts';
import { countedDays, countedGroup, countedPeople, groupInText, listed, peopleText } from './people.ts';
import { forText, mediatorName, termsText } from './sentence.ts';
import { units } from './worth.ts';

/* Why a move was as good as it was, in the model's own terms. Everything said is read off the view. */

/** A move as advice: "propose talks directly". */
export function moveText(scenario: Scenario, { view }: Known, move: Move): string {
  switch (move.type) {
    case 'offer':
      return `offer ${forText(scenario, move.deal, view.party)}${termsText(scenario, move)}`;
    case 'proposeTalks':
      return move.mediator === null
        ? 'propose talks directly'
        : `propose talks, through a mediator: ${mediatorName(scenario, move.mediator)}`;
    case 'callMediator':
      return `call in a mediator: ${mediatorName(scenario, move.mediator)}`;
    case 'submitList':
      return LISTS[move.coverage];
    case 'strikeNames':
      return `strike off the names of ${peopleText(scenario, move.people)}`;
    case 'release':
      return `release ${peopleText(scenario, move.people)} unasked`;
    case 'publicise':
      return SPOKEN[move.what];
    default:
      return PLAIN[move.type];
  }
}

const LISTS = {
  full: 'submit a full list',
  partial: 'submit a list that leaves people out',
  inflated: 'submit a list that names more people than are held',
} as const;
const SPOKEN = {
  appeal: 'appeal in public',
  list: 'publish a list of those you hold',
  denial: 'deny in public that they are prisoners of war',
  threat: 'threaten in public',
  mail: 'say in public that letters wait',
} as const;
const PLAIN = {
  wait: 'wait',
  agree: 'agree to talk',
  decline: 'decline to talk',
  askVisits: 'ask for visits',
  accept: 'accept what is on the table',
  refuse: 'refuse what is on the table',
  walkOut: 'walk out',
  handOver: 'hand over as agreed',
  withhold: 'withhold the people promised',
  resume: 'ask to resume the talks',
} as const;

/** Sentences that say why, from the move played and the one advised. */
export function reasonOf(scenario: Scenario, judged: Judged): string {
  const { decision, asKnown } = judged;
  const { played } = decision;
  const reasons = [
    ...ofPlayed(scenario, judged, played),
    ...ofWhatElse(scenario, judged),
    ...ofDuties(scenario, judged, played),
    ...(isForbidden(decision.view, played) ? ['Whatever it gains, it is not called good.'] : []),
    ...ofHidden(scenario, judged),
    ...(tooFew(asKnown) ? [TOO_FEW] : []),
  ];
  // What the move played and the one advised have in common, as the settlement in sight, is said once.
  return [...new Set(reasons)].join(' ');
}

const TOO_FEW = 'It was played on too few times to say how good it was.';

/** What can be said of the move played without giving away a better one; empty where that is nothing. */
export function reasonOfPlayed(scenario: Scenario, judged: Pick<Judged, 'decision'>): string {
  const { played } = judged.decision;
  return [...ofPlayed(scenario, judged, played), ...ofDuties(scenario, judged, played)].join(' ');
}

function ofPlayed(scenario: Scenario, { decision }: Pick<Judged, 'decision'>, played: Move): string[] {
  const { view } = decision;
  switch (played.type) {
    case 'offer':
      return [worthOfOffer(decision, played), ...numberAndWorth(scenario, decision, played.deal)];
    case 'accept':
    case 'refuse':
    case 'wait':
      return onTheTable(view);
    case 'release':
      return [releasing(view, played.people)];
    case 'strikeNames':
      return [
        `Names struck off cost trust and take ${countedPeople(sum(played.people))} out of these talks.`,
      ];
    case 'submitList':
      return played.coverage === 'full' ? [] : [UNTRUE];
    case 'withhold':
      return ['A broken agreement takes more than half of the trust there is and brings weeks of silence.'];
    case 'walkOut':
      return [...onTheTable(view), 'A walk-out costs a tenth of the trust and days in which nobody talks.'];
    case 'publicise':
      return [PUBLICITY[played.what]];
    case 'decline':
      return [...ofSettlement(view, view.talks.overture?.mediator ?? null), 'To decline costs some trust.'];
    default:
      return [];
  }
}

const UNTRUE =
  'A list that is not true may come to light in the checking, and then costs a fifth of the trust.';
const PUBLICITY = {
  appeal: 'An appeal raises the pressure on your own side.',
  list: 'A published list moves the other side’s families and costs a tenth of the trust (GC III art. 13).',
  denial: 'A denial costs a quarter of the trust, more than it can win.',
  threat: 'A threat costs nearly half of the trust, and the law forbids it (GC III art. 13).',
  mail: 'Letters kept back cost a quarter of the trust, and the law forbids it (GC III art. 71).',
} as const;

/** What the other side's or a mediator's offer on the table was worth to oneself. */
function onTheTable(view: View): string[] {
  const { offer } = view.talks;
  if (!offer || offer.by === view.party) return [];
  return [`What lay on the table was worth ${ofReservation(overNeeds(view, offer).own)}.`];
}

/** What a release gives up; people who are owed are no pawns, and nothing is reckoned of them. */
function releasing(view: View, people: Deal): string {
  const isOwed = (index: number) => view.known.groups[index]?.owed === true;
  if (people.every((count, index) => count === 0 || isOwed(index)))
    return 'They are owed whatever is given, and to send them home unasked builds trust.';
  const { unit } = ownValuation(view);
  const grip = -sum(people.map((count, index) => (isOwed(index) ? 0 : count * (unit[index] ?? 0))));
  return `To hold them was worth ${units(grip)} to you (their grip), and nothing was asked for it; what a release brings is a little trust.`;
}

/** The settlement to expect if talks were held, where there is one. */
function ofSettlement(view: View, mediator: number | null): string[] {
  const settlement = expectedSettlement(view, mediator);
  return settlement
    ? [`A settlement was in sight, worth about ${units(settlement.own)} over the least you should accept.`]
    : [];
}

/** What is to be said of other moves: why one is advised, or that none was better. */
function ofWhatElse(scenario: Scenario, judged: Judged): string[] {
  const { decision, asKnown } = judged;
  if (isAdvised(asKnown)) return ofAdvice(scenario, judged);
  const { move, lead } = asKnown.advice;
  if (sameMove(decision.played, move)) return ofNextBest(scenario, judged);
  return [`Nothing better was found: to ${moveText(scenario, decision, move)} ${notBetter(lead)}.`];
}

/** What came next to a move that was best. */
function ofNextBest(scenario: Scenario, { decision, asKnown, label }: Judged): string[] {
  const next = asKnown.moves.find(({ move }) => !sameMove(move, asKnown.played.move));
  if (label !== 'best' || !next || next.lead.mean >= 0) return [];
  return [
    `The next best, to ${moveText(scenario, decision, next.move)}, came out ${units(-next.lead.mean)} behind.`,
  ];
}

function ofAdvice(scenario: Scenario, { decision, asKnown }: Judged): string[] {
  const { view, played } = decision;
  const { advice } = asKnown;
  const { move } = advice;
  switch (move.type) {
    case 'offer':
      return [worthOfAdvised(decision, move, played), `It came out ahead ${inHowMany(advice)}.`];
    case 'proposeTalks':
    case 'resume':
      return ofAsking(scenario, view, move.type === 'proposeTalks' ? move.mediator : null);
    case 'agree':
      return [...ofSettlement(view, view.talks.overture?.mediator ?? null), 'Talks bind nobody.'];
    case 'accept':
      return [
        ...(played.type === 'offer' ? onTheTable(view) : []),
        `To go on brought less ${inHowMany(advice)}.`,
      ];
    case 'refuse':
    case 'wait':
      return ofPatience(decision, advice);
    case 'callMediator':
      return [covering(scenario, view, move.mediator)];
    case 'submitList':
      return move.coverage === 'full' ? ['A full list builds trust, and trust shortens the checking.'] : [];
    default:
      return [];
  }
}

function ofAsking(scenario: Scenario, view: View, mediator: number | null): string[] {
  const left = countedDays(view.known.days - view.day);
  return [
    ...ofSettlement(view, mediator),
    `Each day of silence is one of the ${left} left.`,
    ...(mediator === null ? [] : [covering(scenario, view, mediator)]),
  ];
}

function covering(scenario: Scenario, view: View, mediator: number): string {
  return `A mediator (${mediatorName(scenario, mediator)}) covers ${percent(coverOf(view, mediator))} of the reluctance on both sides.`;
}

/** Why it would have been better to leave things as they were. */
function ofPatience({ view, played }: Judged['decision'], advice: Compared): string[] {
  const { offer } = view.talks;
  if (offer && offer.by !== view.party)
    return [
      ...(played.type === 'offer' ? onTheTable(view) : []),
      `To leave it brought more ${inHowMany(advice)}.`,
    ];
  if (offer)
    return [
      `Your offer lay on the table, the answer theirs to give; to wait brought more ${inHowMany(advice)}.`,
    ];
  // What the move played costs has been said.
  return SAID_FOR_ITSELF.includes(played.type) ? [] : [`To wait brought more ${inHowMany(advice)}.`];
}

const SAID_FOR_ITSELF: readonly Move['type'][] = ['release', 'publicise', 'walkOut', 'withhold'];

/** Instructions and people owed, which no gain outweighs. */
function ofDuties(scenario: Scenario, { decision }: Pick<Judged, 'decision'>, played: Move): string[] {
  const deal = dealIn(decision, played);
  if (!deal) return [];
  const { view } = decision;
  const owed = view.known.groups.filter(
    ({ index, owed, holder }) => owed && holder === view.party && (deal[index] ?? 0) > 0,
  );
  const told = view.instructions.flatMap(({ never }) => never ?? []).filter(group => (deal[group] ?? 0) > 0);
  const counted = (index: number) => countedGroup(scenario, index, deal[index] ?? 0);
  return [
    ...(owed.length > 0 && played.type === 'offer'
      ? [
          `It makes people conditional who are owed whatever is given: ${listed(owed.map(({ index }) => counted(index)))}.`,
        ]
      : []),
    ...(told.length > 0
      ? [
          `The deal gives ${listed(told.map(counted))}; your capital’s instruction is never to give ${listed(told.map(group => groupInText(scenario, group)))}.`,
        ]
      : []),
  ];
}

function dealIn({ view }: Judged['decision'], move: Move): Deal | null {
  if (move.type === 'offer') return move.deal;
  return move.type === 'accept' ? (view.talks.offer?.deal ?? null) : null;
}

/** What hindsight sees that nobody at the table could. */
function ofHidden(scenario: Scenario, { decision, asKnown, inHindsight }: Judged): string[] {
  const then = inHindsight.advice;
  if (isAdvised(asKnown) && sameMove(then.move, asKnown.advice.move)) return [];
  if (sameMove(then.move, decision.played))
    return isBeaten(asKnown, inHindsight)
      ? ['With what was hidden known, the move played was the better one; you could not know that.']
      : [];
  // A difference that no label would go by is no news.
  if (then.lead.low <= 0 || then.lead.mean < SMALL * stakeOf(inHindsight)) return [];
  return [
    `With what was hidden known, it was better (by ${units(then.lead.mean)}) to ${moveText(scenario, decision, then.move)}; you could not know that.`,
  ];
}

/** Whether hindsight clearly puts the move played before the one that was advised from what was known. */
function isBeaten(asKnown: Comparison, inHindsight: Comparison): boolean {
  const advised = inHindsight.moves.find(({ move }) => sameMove(move, asKnown.advice.move));
  return asKnown.advice.lead.low > 0 && advised !== undefined && advised.lead.high < 0;
}

const percent = (share: number) => `${Math.round(100 * share)} %`;
