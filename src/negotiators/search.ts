import type { Move } from '../campaign/event.ts';
import type { View } from '../campaign/view.ts';
import { termsValue } from '../campaign/worth.ts';
import type { LegalMove } from '../statechart/legal.ts';
import { ownValuation } from './judgement.ts';
import { legalOf, type NegotiatorKind } from './negotiator.ts';
import { type Mind, Minds } from './search-mind.ts';
import {
  considerAccepting,
  considerAsking,
  considerLeaving,
  considerWays,
  type Thinker,
} from './search-thought.ts';
import { awayFromTheTable } from './ways.ts';

/**
 * Information-set search between ways of playing: it draws worlds that it may be in from its view, plays
 * the ways it could go on in each of them in thought, and takes the one that gains it most on average. In
 * every world all ways meet the same luck, the same opponent and the same hidden values; how often an
 * opponent is met goes by how well it explains what was seen. Ways that fall behind are dropped.
 *
 * It thinks where something has happened that may change its mind: before it asks for talks that follow
 * others, and at the table after certain offers of the other side: how to go on, whether to accept, and
 * whether to walk out of talks that keep both from better. In between it goes on as it thought
 * best, and what it thought stays in its mind until the campaign ends. Its budget counts worlds and not
 * seconds: with seconds the record would depend on the machine.
 */
export const search: NegotiatorKind = {
  name: 'search',
  idea: 'Plays its choices on in thought, over worlds that it may be in, and takes the best.',
  citation:
    'Determinised search: Ginsberg (2001), GIB; policy switching: Chang, Givan and Chong (2004); the worlds are drawn as by Cowling, Powley and Whitehouse (2012), Information set Monte Carlo tree search; ways are dropped by sequential halving, Karnin, Koren and Somekh (2013)',
  learns: true,
  draws: true,
  remembers: true,
  parameters: [
    {
      name: 'worlds',
      meaning: 'worlds drawn for a thought: its budget, in iterations; more of them is more thought',
      minimum: 1,
      maximum: 1000,
      standard: 6,
    },
    {
      name: 'depth',
      meaning: 'days played on in thought at the table; on when to ask for talks it is to the end',
      minimum: 1,
      maximum: 1000,
      standard: 30,
    },
  ],
  make: (worlds = 6, depth = 30) => {
    const minds = new Minds();
    return (view, legal, random) => {
      const thinker = { view, mind: minds.of(view), budget: { worlds, depth }, random };
      return view.phase.startsWith('rounds') ? atTheTable(thinker, legal) : elsewhere(thinker, legal);
    };
  },
};

/** Whether a question has not been considered yet; from now on it has. */
function isNew({ considered }: Mind, question: string): boolean {
  if (considered.has(question)) return false;
  considered.add(question);
  return true;
}

/** Days between two days on which talks may be asked for; it is what eager asking goes by. */
const ASKS_EVERY = 3;
/** Days after which it thinks about asking again although no talks have ended since. */
const THINKS_AGAIN_IN = 30;

function elsewhere(thinker: Thinker, legal: readonly LegalMove[]): Move {
  const { view, mind, random } = thinker;
  const mayAsk = legalOf(legal, 'proposeTalks') ?? legalOf(legal, 'resume');
  const since = `${view.formerTalks.length} talks, ${Math.floor(view.day / THINKS_AGAIN_IN)}`;
  if (mayAsk && view.day % ASKS_EVERY === 0 && isNew(mind, `asking after ${since}`)) considerAsking(thinker);
  return awayFromTheTable(view, legal, random, mind.asking);
}

/** Offers of others in these talks after which it thinks anew. */
const THINKS_AFTER: readonly number[] = [1, 3];
/** Offers of others after which it thinks about leaving: by then it has seen how they bargain. */
const LEAVES_AFTER = 3;

function atTheTable(thinker: Thinker, legal: readonly LegalMove[]): Move {
  const { view, mind, random } = thinker;
  const offers = view.talks.offers.filter(({ by }) => by !== view.party).length;
  if (offers === LEAVES_AFTER && leaves(thinker, legal)) return { type: 'walkOut' };
  const answers = legalOf(legal, 'offer') ?? legalOf(legal, 'accept');
  if (
    !answers ||
    !THINKS_AFTER.includes(offers) ||
    !isNew(mind, `${offers} offers since ${view.talks.since}`)
  )
    return mind.policy(view, legal, random);
  const thought = considerWays(thinker);
  const move = mind.policy(view, legal, random);
  const gains = move.type !== 'accept' && mayAccept(view, legal) && considerAccepting(thinker, thought);
  return gains ? { type: 'accept' } : move;
}

/** Whether it walks out of these talks; if so it will not ask for the next before it is pressed. */
function leaves(thinker: Thinker, legal: readonly LegalMove[]): boolean {
  const { view, mind } = thinker;
  const isThought = legalOf(legal, 'walkOut') && isNew(mind, `leaving since ${view.talks.since}`);
  if (!isThought || !considerLeaving(thinker)) return false;
  mind.asking = 'pressed';
  return true;
}

function mayAccept(view: View, legal: readonly LegalMove[]): boolean {
  const { offer } = view.talks;
  if (!offer || !legalOf(legal, 'accept')) return false;
  return termsValue(ownValuation(view), offer.deal, offer) >= view.reservation;
}
