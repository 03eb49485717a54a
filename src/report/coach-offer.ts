import type { Decision } from '../analysis/coach-decision.ts';
import { type Deal, sum } from '../campaign/counts.ts';
import type { Move } from '../campaign/event.ts';
import type { View } from '../campaign/view.ts';
import { termsValue } from '../campaign/worth.ts';
import { coverOf, ownValuation, theirReservation, theirValuation } from '../negotiators/judgement.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { countedGroup, groupInText } from './people.ts';
import { units, worth } from './worth.ts';

/* What offers would bring to both sides, read off the view of the one who made or advises them. */

/** What was known when a move was made. */
export type Known = Pick<Decision, 'view'>;
type Offered = Extract<Move, { readonly type: 'offer' }>;

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

/** What an offer that was made would bring to both, over what each needs. */
export function worthOfOffer({ view }: Known, offer: Offered): string {
  const { own, theirs } = overNeeds(view, offer);
  return `The offer was worth ${ofReservation(own)}; as far as you can tell it was ${ofNeeds(theirs)}.`;
}

/** The same of one that is advised, beside the move played. */
export function worthOfAdvised({ view }: Known, advised: Offered, played: Move): string {
  const { own, theirs } = overNeeds(view, advised);
  if (played.type === 'offer') {
    const before = overNeeds(view, played);
    if (theirs >= 0 && own > before.own)
      return `The one advised keeps ${units(own - before.own)} more for you and is still, as far as you can tell, ${ofNeeds(theirs)}.`;
    if (before.theirs < 0 && theirs > before.theirs)
      return `The one advised gives up ${units(Math.max(0, before.own - own))} of yours to come nearer to what they need: as far as you can tell it is ${ofNeeds(theirs)}.`;
  }
  return `The offer advised is worth ${ofReservation(own)}; as far as you can tell it is ${ofNeeds(theirs)}.`;
}

/** A value beside one's own reservation. */
export function ofReservation(over: number): string {
  return over < 0
    ? `${units(-over)} less than the least you should accept`
    : `${units(over)} over the least you should accept`;
}

function ofNeeds(over: number): string {
  return over < 0 ? `${units(-over)} short of what they need` : `${units(over)} over what they need`;
}

/** Worth of a person by which two groups have to differ before it is said that they do. */
const UNEVEN = 0.5;

/** Where a deal is even, or not, in number and in worth: the groups that weigh most. */
export function numberAndWorth(scenario: Scenario, { view }: Known, deal: Deal): string[] {
  const [own, theirs] = [ownValuation(view), theirValuation(view)];
  const most = (mine: boolean) =>
    view.known.groups
      .filter(({ home, owed }) => !owed && (home === view.party) === mine)
      .reduce((a, { index }) => ((deal[index] ?? 0) > (deal[a] ?? 0) ? index : a), -1);
  const [asked, given] = [most(true), most(false)];
  if (asked < 0 || given < 0 || !deal[asked] || !deal[given]) return [];
  const wanted = theirs.unit[given] ?? 0;
  const meant = own.unit[asked] ?? 0;
  const balance = deal.map((count, group) => count * (own.balance[group] ?? 0));
  const gap =
    sum(balance) === 0 && Math.abs(wanted - meant) > UNEVEN ? ': parity in number, not in worth' : '';
  const total = (mine: boolean) =>
    sum(
      view.known.groups.map(({ home, index }) => ((home === view.party) === mine ? (deal[index] ?? 0) : 0)),
    );
  const part = (group: number, what: Part['what']): Part => {
    return { scenario, group, count: deal[group] ?? 0, of: total(what === 'asked for'), what };
  };
  const [ofGiven, ofAsked] = [part(given, 'given'), part(asked, 'asked for')];
  const [theyWant, youMean] = [worth(wanted), worth(meant)];
  return [
    `${inPart(ofGiven)}, whom they want at about ${theyWant}${each(ofGiven)}; ` +
      `${lowered(inPart(ofAsked))}, who ${ofAsked.count === 1 ? 'means' : 'mean'} ${youMean}${each(ofAsked)} to you${gap}.`,
  ];
}

/** A group in a deal: how many of it, of how many on that side. */
interface Part {
  readonly scenario: Scenario;
  readonly group: number;
  readonly count: number;
  readonly of: number;
  readonly what: 'given' | 'asked for';
}

/** "All those given were conscripts"; one person is told in the singular, and by name where the group is one. */
function inPart({ scenario, group, count, of, what }: Part): string {
  if (count === 1)
    return `${of === 1 ? 'The one' : 'Among those'} ${what} was ${countedGroup(scenario, group, count)}`;
  const name = groupInText(scenario, group);
  if (count === of) return `All those ${what} were ${name}`;
  return 2 * count > of
    ? `Most of those ${what} were ${name}`
    : `The largest group of those ${what} were ${name}`;
}

const each = ({ count }: Part) => (count === 1 ? '' : ' a person');

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
