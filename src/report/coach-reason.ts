import type { Judged } from '../analysis/coach.ts';
import { sameMove } from '../analysis/coach-decision.ts';
import { type Deal, sum } from '../campaign/counts.ts';
import type { Move } from '../campaign/event.ts';
import type { View } from '../campaign/view.ts';
import { termsValue } from '../campaign/worth.ts';
import { coverOf, ownValuation, theirReservation, theirValuation } from '../negotiators/judgement.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { countedDays, countedGroup, groupInText, listed, peopleText } from './people.ts';
import { forText, mediatorName, termsText } from './sentence.ts';

/* Why a move was as good as it was, in the model's own terms. Everything said is read off the view. */

/** What was known when a move was made. */
type Known = Pick<Judged['decision'], 'view'>;
type Offered = Extract<Move, { readonly type: 'offer' }>;

/** A move as advice: "ask for talks quietly". */
export function moveText(scenario: Scenario, { view }: Known, move: Move): string {
  switch (move.type) {
    case 'offer':
      return `offer ${forText(scenario, move.deal, view.party)}${termsText(scenario, move)}`;
    case 'proposeTalks':
      return move.mediator === null
        ? 'ask for talks directly'
        : `ask for talks, with a mediator: ${mediatorName(scenario, move.mediator)}`;
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
  const advice = asKnown.advice.move;
  const reasons = [
    ...ofPlayed(scenario, judged, played),
    ...(sameMove(played, advice) ? [] : ofAdvice(scenario, judged, advice)),
    ...ofDuties(scenario, judged, played),
    ...ofHidden(scenario, judged),
  ];
  return reasons.join(' ');
}

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
    case 'accept': {
      const { offer } = view.talks;
      if (!offer) return [];
      const over = termsValue(ownValuation(view), offer.deal, offer) - view.reservation;
      return [
        over < 0
          ? `It was worth ${units(-over)} less to you than the least you need.`
          : `It was worth ${units(over)} more to you than the least you need.`,
      ];
    }
    case 'strikeNames':
      return [`Names struck off cost trust and take ${sum(played.people)} people out of these talks.`];
    case 'submitList':
      return played.coverage === 'full' ? [] : [UNTRUE];
    case 'withhold':
      return ['A broken agreement takes more than half of the trust there is and brings weeks of silence.'];
    case 'walkOut':
      return ['A walk-out costs a tenth of the trust and days in which nobody talks.'];
    case 'publicise':
      return [PUBLICITY[played.what]];
    case 'wait':
    case 'refuse':
      return waiting(decision);
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

/** What an offer would bring to both, over what each needs. */
function worthOfOffer({ view }: Known, offer: Offered): string {
  const { own, theirs } = overNeeds(view, offer);
  const them =
    theirs < 0
      ? `as far as you can tell it was ${units(-theirs)} short of what they need`
      : `as far as you can tell ${units(theirs)} over what they need`;
  return `The offer was worth ${units(own)} over your reservation; ${them}.`;
}

/** Worth units by which a deal is over one's own reservation, and over what the other side needs as far as one can tell. */
export function overNeeds(
  view: View,
  { deal, interned, parole }: Pick<Offered, 'deal' | 'interned' | 'parole'>,
): { readonly own: number; readonly theirs: number } {
  const terms = { ...(interned ? { interned } : {}), ...(parole ? { parole } : {}) };
  const needed = theirReservation(view, coverOf(view, view.talks.mediator));
  return {
    own: termsValue(ownValuation(view), deal, terms) - view.reservation,
    theirs: termsValue(theirValuation(view), deal, terms) - needed,
  };
}

/** Where a deal is even, or not, in number and in worth: the groups that weigh most. */
function numberAndWorth(scenario: Scenario, { view }: Judged['decision'], deal: Deal): string[] {
  const [own, theirs] = [ownValuation(view), theirValuation(view)];
  const most = (mine: boolean) =>
    view.known.groups
      .filter(({ home, owed }) => !owed && (home === view.party) === mine)
      .reduce((a, { index }) => ((deal[index] ?? 0) > (deal[a] ?? 0) ? index : a), -1);
  const [asked, given] = [most(true), most(false)];
  if (asked < 0 || given < 0 || !deal[asked] || !deal[given]) return [];
  const wanted = theirs.unit[given] ?? 0;
  const meant = own.unit[asked] ?? 0;
  const even = deal.reduce((total, count, group) => total + count * (own.balance[group] ?? 0), 0) === 0;
  const gap = even && Math.abs(wanted - meant) > 0.5 ? ': parity in number, not in worth' : '';
  return [
    `Most given were ${groupInText(scenario, given)}, whom they want at about ${wanted.toFixed(1)} a person, most asked for ${groupInText(scenario, asked)}, who mean ${meant.toFixed(1)} to you${gap}.`,
  ];
}

function waiting({ view }: Judged['decision']): string[] {
  const { offer } = view.talks;
  if (!offer || offer.by === view.party) return [];
  const over = termsValue(ownValuation(view), offer.deal, offer) - view.reservation;
  return over >= 0
    ? [`What lay on the table was worth ${units(over)} over your reservation.`]
    : [`What lay on the table was ${units(-over)} short of your reservation.`];
}

function ofAdvice(scenario: Scenario, { decision }: Judged, advice: Move): string[] {
  const { view } = decision;
  switch (advice.type) {
    case 'offer':
      return [
        `An offer of ${forText(scenario, advice.deal, view.party)} would have done better: ${lowerFirst(worthOfOffer(decision, advice))}`,
      ];
    case 'proposeTalks':
    case 'resume': {
      const left = view.known.days - view.day;
      const cover = advice.type === 'proposeTalks' ? coverOf(view, advice.mediator) : 0;
      const name =
        cover > 0 ? ` A mediator’s name covers ${percent(cover)} of the reluctance on both sides.` : '';
      return [
        `A deal above both reservations was in sight, and each day of silence is one of the ${countedDays(left)} left.${name}`,
      ];
    }
    case 'accept':
      return ['In most of the worlds that you could be in, going on brought less than it cost in days.'];
    case 'refuse':
    case 'wait':
      return view.talks.offer && view.talks.offer.by !== view.party
        ? ['In most of the worlds that you could be in, they had more to give and would have come nearer.']
        : ['Nothing was lost by waiting, and something might be learned.'];
    case 'callMediator':
      return [
        `${mediatorName(scenario, advice.mediator)} covers ${percent(coverOf(view, advice.mediator))} of the reluctance on both sides.`,
      ];
    case 'submitList':
      return advice.coverage === 'full' ? ['A full list builds trust, and trust shortens the checking.'] : [];
    default:
      return [];
  }
}

/** Instructions and people owed, which no gain outweighs. */
function ofDuties(scenario: Scenario, { decision }: Pick<Judged, 'decision'>, played: Move): string[] {
  const deal = dealIn(decision, played);
  if (!deal) return [];
  const { view } = decision;
  const owed = view.known.groups.filter(
    ({ index, owed, holder }) => owed && holder === view.party && (deal[index] ?? 0) > 0,
  );
  const told = view.instructions.flatMap(({ never }) => never ?? []).filter(group => (deal[group] ?? 0) > 0);
  return [
    ...(owed.length > 0 && played.type === 'offer'
      ? [
          `It makes people conditional who are owed whatever is given: ${listed(owed.map(({ index }) => countedGroup(scenario, index, deal[index] ?? 0)))}.`,
        ]
      : []),
    ...(told.length > 0
      ? [
          `Your capital’s instruction is never to give ${listed(told.map(group => groupInText(scenario, group)))}.`,
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
  if (sameMove(then.move, asKnown.advice.move) || then.lead.low <= 0) {
    const turned = asKnown.advice.lead.low > 0 && sameMove(then.move, decision.played);
    return turned
      ? ['Knowing what was hidden, the move played was the better one; you could not know it.']
      : [];
  }
  return [
    `Knowing what was hidden, ${secondPerson(moveText(scenario, decision, then.move))} was better (by ${units(then.lead.mean)}); you could not know it.`,
  ];
}

const secondPerson = (text: string) => `to ${text}`;
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const percent = (share: number) => `${Math.round(100 * share)} %`;
/** Worth units, as whole numbers where they are large. */
export const units = (value: number) => (Math.abs(value) >= 10 ? value.toFixed(0) : value.toFixed(1));
