import type { Campaign, Offer } from '../campaign/campaign.ts';
import { type Counts, type Deal, sameCounts, sum } from '../campaign/counts.ts';
import type {
  CampaignEvent,
  Coverage,
  EventOf,
  PartyEvent,
  Publicity,
  WorldEvent,
  WorldEventOf,
} from '../campaign/event.ts';
import { isPartyEvent } from '../campaign/event.ts';
import { dueFrom } from '../campaign/hand-over.ts';
import { type Terms, termsOf } from '../campaign/terms.ts';
import { toldAlone } from '../scenario/audience.ts';
import { other, type PartyIndex, type Scenario } from '../scenario/scenario.ts';
import { formatDate } from './date.ts';
import {
  byHome,
  capturedText,
  countedDays,
  countedPeople,
  formatCount,
  heldPart,
  peopleText,
  tellsOfCapture,
} from './people.ts';

/* One event, one sentence. Both sides are described with the same words. */

/** What happened, given the campaign before it; empty where there is nothing to tell. */
export function sentenceOf(scenario: Scenario, event: CampaignEvent, before: Campaign): string {
  return isPartyEvent(event) ? moveSentence(scenario, event, before) : worldSentence(scenario, event, before);
}

export function mediatorName(scenario: Scenario, mediator: number): string {
  return scenario.mediators[mediator]?.name ?? 'a mediator';
}

function moveSentence(scenario: Scenario, event: PartyEvent, before: Campaign): string {
  const who = scenario.parties[event.party].capital;
  switch (event.type) {
    case 'wait':
      return '';
    case 'publicise':
      return `${who} ${PUBLICITY_WORDS[event.what]}.`;
    case 'release':
      return `${who} releases, with nothing asked in return: ${peopleText(scenario, event.people)}.`;
    case 'proposeTalks':
      return proposal(scenario, event);
    case 'agree':
      return `${who} agrees to talks.`;
    case 'decline':
      return `${who} declines to talk.`;
    case 'submitList':
      return `${who} submits ${LIST_WORDS[event.coverage]}.`;
    case 'strikeNames':
      return `${who} strikes names off${groundsText(event)}: ${peopleText(scenario, event.people)}.`;
    case 'askVisits':
      return `${who} asks for visits to its people.`;
    case 'offer':
      return offer(scenario, event, before);
    case 'accept':
      return before.talks.offer?.by === null
        ? `${who} accepts the mediator's text.`
        : `${who} accepts the offer.`;
    case 'refuse':
      return before.talks.offer?.by === null
        ? `${who} refuses the mediator's text.`
        : `${who} refuses the offer.`;
    case 'callMediator':
      return `${who} calls in a mediator: ${mediatorName(scenario, event.mediator)}.`;
    case 'walkOut':
      return `${who} walks out of the talks.`;
    case 'handOver':
      return handOver(scenario, event, before);
    case 'withhold':
      return `${who} withholds the people it promised: ${peopleText(scenario, dueFrom(before, event.party))}.`;
    case 'resume':
      return `${who} asks to resume the talks.`;
  }
}

const PUBLICITY_WORDS: Readonly<Record<Publicity, string>> = {
  appeal: 'appeals in public for its people',
  list: 'publishes a list of the prisoners it holds',
  denial: 'says in public that some of those it holds are no prisoners of war',
  threat: 'threatens in public that those it holds will suffer',
  mail: 'says in public that the letters of those it holds wait until the other side moves',
};

/** As an observer sees it, who knows whom each side holds. */
const LIST_WORDS: Readonly<Record<Coverage, string>> = {
  full: 'a full list of those it holds',
  partial: 'a list that leaves out part of those it holds',
  inflated: 'a list that names more people than it holds',
};

function groundsText({ grounds }: EventOf<'strikeNames'>): string {
  return grounds === 'prosecution' ? ', saying that they are prosecuted' : '';
}

function proposal(scenario: Scenario, event: EventOf<'proposeTalks'>): string {
  const how = event.openly ? 'openly' : 'quietly';
  const through =
    event.mediator === null ? '' : `, with a mediator: ${mediatorName(scenario, event.mediator)}`;
  return `${scenario.parties[event.party].capital} proposes talks ${how}${through}.`;
}

function offer(scenario: Scenario, event: EventOf<'offer'>, before: Campaign): string {
  const who = scenario.parties[event.party].capital;
  if (repeatsOffer(event, before)) return `${who} repeats its offer.`;
  const message = event.message ? ` It adds: "${event.message}"` : '';
  return `${who} offers ${forText(scenario, event.deal, event.party)}${termsText(scenario, event)}.${message}`;
}

/** Whether a party offers what it offered last in these talks, and says nothing more. */
export function repeatsOffer(event: EventOf<'offer'>, { talks }: Campaign): boolean {
  const last = talks.offers.findLast(made => made.by === event.party);
  return last !== undefined && event.message === undefined && sameOffer(last, event);
}

function sameOffer(one: Offer, two: EventOf<'offer'>): boolean {
  const same = sameCounts(one.deal, two.deal) && (one.parole ?? false) === (two.parole ?? false);
  return same && sameCounts(one.interned ?? [], termsOf(two).interned ?? []);
}

/** What a deal says beside who goes home, to go on a sentence with; empty where it says nothing. */
export function termsText(scenario: Scenario, terms: Terms): string {
  const { interned, parole } = termsOf(terms);
  const away = interned
    ? `, of whom ${peopleText(scenario, interned)} to a neutral country until the end`
    : '';
  return parole ? `${away}, on their promise not to fight again` : away;
}

/** A deal from the side that gives first: "9 border guards for 10 women in uniform (9 for 10)". */
export function forText(scenario: Scenario, deal: Deal, giver: PartyIndex): string {
  const given = heldPart(scenario, deal, giver);
  const asked = heldPart(scenario, deal, other(giver));
  if (sum(asked) === 0) return `${peopleText(scenario, given)} and asks for nobody in return`;
  const numbers = `(${sum(given)} for ${sum(asked)})`;
  return `${peopleText(scenario, given)} for ${peopleText(scenario, asked)} ${numbers}`;
}

function handOver(scenario: Scenario, event: EventOf<'handOver'>, before: Campaign): string {
  const who = scenario.parties[event.party].capital;
  const due = dueFrom(before, event.party);
  const brought = event.people ?? due;
  const missing = sum(due) - sum(brought);
  const short = missing > 0 ? `, ${formatCount(missing)} fewer than promised` : '';
  return `${who} hands over ${peopleText(scenario, brought)}${short}.`;
}

function atPlace({ place }: Scenario): string {
  return place === undefined ? '' : `, at ${place}`;
}

function worldSentence(scenario: Scenario, event: WorldEvent, before: Campaign): string {
  switch (event.type) {
    case 'dayBegins':
      return '';
    case 'captured':
      return captured(scenario, event);
    case 'pressReport':
      return `A report in the press raises the pressure on ${scenario.parties[event.about].capital}.`;
    case 'captivityWears':
      return worn(scenario, event);
    case 'verificationBegins':
      return (
        `Both lists are in; checking them will take ${countedDays(event.days)}. ` +
        `A hand-over can carry at most ${countedPeople(event.capacity)} a side.`
      );
    case 'handOverSet':
      return `The hand-over is set for ${formatDate(scenario, before.day + event.days)}${atPlace(scenario)}.`;
    case 'accident':
      return `An accident halts all transport; the hand-over is put off to ${formatDate(scenario, before.day + event.days)}.`;
    case 'mediatorProposes':
      return mediatorsText(scenario, event, before);
    case 'inject':
      return inject(scenario, event);
    case 'horizonReached':
      return 'The period of the simulation ends here.';
  }
}

/** News from outside, for whom where not for both; what it brings in people is told with it. */
function inject(scenario: Scenario, event: WorldEventOf<'inject'>): string {
  const captured = event.effects.flatMap(effect =>
    effect.kind === 'captured' ? [capturedText(scenario, effect.people)] : [],
  );
  const alone = toldAlone(event.effects);
  const text = scenario.injects.find(known => known.id === event.inject)?.text;
  return [
    `${alone === null ? 'News' : `News for ${scenario.parties[alone].capital} alone`}: ${event.title}.`,
    ...(text === undefined ? [] : [text]),
    ...captured.map(people => `Captured: ${people}.`),
  ].join(' ');
}

/** A capture as it was, and what its home parties hear of it where the count is off: only about how many. */
function captured(scenario: Scenario, event: WorldEventOf<'captured'>): string {
  const people = byHome(scenario, event.people);
  const hearing = byHome(scenario, event.heard.best).flatMap((heard, party) => {
    if (heard === people[party]) return [];
    const capital = scenario.parties[party as PartyIndex].capital;
    return [`${capital} hears of ${heard === 0 ? 'nobody' : `about ${formatCount(heard)}`}`];
  });
  return `${[capture(scenario, event), ...hearing].join('; ')}.`;
}

/** What the news calls it, then who was captured, unless the news says all of that. */
function capture(scenario: Scenario, { people, title }: WorldEventOf<'captured'>): string {
  const who = `Captured: ${capturedText(scenario, people)}`;
  if (title === undefined) return who;
  return tellsAll(scenario, people, title) ? title : `${title}. ${who}`;
}

/** Whether a title gives the number of those captured, and the group's name would add only when. */
function tellsAll(scenario: Scenario, people: Counts, title: string): boolean {
  const groups = scenario.groups.filter((_, group) => (people[group] ?? 0) > 0);
  const numbers: readonly string[] = title.match(/\d[\d,]*/g) ?? [];
  return groups.length === 1 && groups.every(tellsOfCapture) && numbers.includes(formatCount(sum(people)));
}

function worn(scenario: Scenario, event: WorldEventOf<'captivityWears'>): string {
  const parts = [
    ...(sum(event.ill) > 0 ? [`fallen seriously ill: ${peopleText(scenario, event.ill)}`] : []),
    ...(sum(event.died) > 0 ? [`died: ${peopleText(scenario, event.died)}`] : []),
  ];
  return parts.length === 0 ? '' : `In captivity, ${parts.join('; ')}.`;
}

function mediatorsText(
  scenario: Scenario,
  event: WorldEventOf<'mediatorProposes'>,
  before: Campaign,
): string {
  const { mediator } = before.talks;
  const who = mediator === null ? 'The mediator' : `The mediator (${mediatorName(scenario, mediator)})`;
  const [first, second] = scenario.parties;
  return (
    `${who} puts a text on the table: from ${first.capital} ${peopleText(scenario, heldPart(scenario, event.deal, 0))}, ` +
    `from ${second.capital} ${peopleText(scenario, heldPart(scenario, event.deal, 1))}.`
  );
}
