import type { Move } from '../campaign/event.ts';
import type { Random } from '../campaign/parameters.ts';
import type { View } from '../campaign/view.ts';
import type { Position } from '../statechart/position.ts';
import { samplePosition } from '../statechart/sampled-position.ts';
import type { Advantages } from './advantages.ts';
import { evenly, OPPONENTS, type Opponent, placeAt } from './opponents.ts';
import { type Policy, playOn } from './rollout.ts';
import type { Mind } from './search-mind.ts';
import type { Asking } from './thought-play.ts';
import { ASKINGS, asksAndBargains, WAYS, type Way } from './ways.ts';

/* What a search thinks about: when to ask for talks, how to bargain, and whether to accept what lies on the table. */

export interface Budget {
  /** Worlds drawn for a thought. */
  readonly worlds: number;
  /** Days played on at the table. */
  readonly depth: number;
}

/** Who thinks, with what before its eyes. */
export interface Thinker {
  readonly view: View;
  readonly mind: Mind;
  readonly budget: Budget;
  readonly random: Random;
}

/** A world that the party may be in, with its luck and its opponent. */
interface World {
  readonly start: Position;
  readonly seed: string;
  /** By its place among `OPPONENTS`. */
  readonly opponent: number;
}

/** The worlds of one thought, played to a day, and how likely each opponent was held to be. */
export interface Thought {
  readonly worlds: readonly World[];
  readonly likely: readonly number[];
  readonly until: number;
}

function imagine({ view, mind, random }: Thinker, worlds: number, until: number): Thought {
  const starts = Array.from({ length: worlds }, () => samplePosition(view, random));
  const likely = mind.beliefs.likelihoods(view, starts[0] as Position, random);
  const offset = random();
  const drawn = starts.map((start, number) => ({
    start,
    seed: String(random()),
    opponent: placeAt(likely, evenly(number + offset)),
  }));
  return { worlds: drawn, likely, until };
}

/** What the party gains in a world by going on as `own`, after the move `first` where one is given. */
function gainOf({ view: { party } }: Thinker, until: number, world: World, own: Policy, first: Move | null) {
  const theirs = (OPPONENTS[world.opponent] as Opponent).inThought();
  const policies = party === 0 ? ([own, theirs] as const) : ([theirs, own] as const);
  return playOn(world.start, first, { policies, seed: world.seed, until }).gained[party];
}

const goingOn = (way: number, asking: Asking) => asksAndBargains(asking, (WAYS[way] as Way)());

/** Standard errors by which another choice has to be ahead of the usual one; more for what cannot be taken back. */
const CAUTION = { asking: 1, bargaining: 0.5, accepting: 1.5, leaving: 1.5 };
/** Standard errors from which it is clear whether to ask before one is pressed. */
const CLEAR = 2;
/** Most thoughts about it in a row, while that is not clear. */
const MOST_IN_A_ROW = 3;
/** Later thoughts about asking go on from the first, with so large a part of the worlds. */
const LATER_ON_ASKING = 1 / 3;
/** Ways that are tried once it has been thought about all of them, beside the usual one and the one in hand. */
const TRIED_LATER = 3;

/** Chooses when to ask for talks. What comes of it comes late, so it is played on to the end of the campaign. */
export function considerAsking(thinker: Thinker): void {
  const { mind, budget } = thinker;
  const { askingCompared: compared } = mind;
  const isFirst = compared.thoughts === 0;
  const worlds = Math.ceil(budget.worlds * (isFirst ? 1 : LATER_ON_ASKING));
  let likely: readonly number[];
  do likely = tryAsking(thinker, worlds);
  while (isFirst && compared.thoughts < MOST_IN_A_ROW && !compared.isClear(1, likely, CLEAR));
  mind.asking = ASKINGS[compared.best(likely, CAUTION.asking)] as Asking;
}

/** Plays on in so many worlds, asking early and asking late; returns how likely each opponent was held to be. */
function tryAsking(thinker: Thinker, worlds: number): readonly number[] {
  const { view, mind } = thinker;
  const thought = imagine(thinker, worlds, view.known.days);
  const choices = ASKINGS.map((_, choice) => choice);
  compare(mind.askingCompared, { choices, held: 0, thought }, (choice, world) =>
    gainOf(thinker, thought.until, world, goingOn(mind.way, ASKINGS[choice] as Asking), null),
  );
  return thought.likely;
}

/** Chooses the way of bargaining to go on with. */
export function considerWays(thinker: Thinker): Thought {
  const { view, mind, budget } = thinker;
  const { waysCompared: compared } = mind;
  const thought = imagine(thinker, budget.worlds, view.day + budget.depth);
  const order = compared.order(thought.likely);
  const tried = compared.thoughts === 0 ? order : order.slice(0, TRIED_LATER);
  const choices = [...new Set([0, mind.way, ...tried])];
  compare(compared, { choices, held: mind.way, thought }, (choice, world) =>
    gainOf(thinker, thought.until, world, goingOn(choice, mind.asking), null),
  );
  mind.way = compared.best(thought.likely, CAUTION.bargaining);
  return thought;
}

/** Whether to accept what lies on the table rather than to go on in the way in hand. */
export function considerAccepting(thinker: Thinker, { worlds, until }: Thought): boolean {
  const { way, asking } = thinker.mind;
  const gain = (world: World, first: Move | null) =>
    gainOf(thinker, until, world, goingOn(way, asking), first);
  return isAhead(
    worlds.map(world => gain(world, { type: 'accept' }) - gain(world, null)),
    CAUTION.accepting,
  );
}

/**
 * Whether to walk out, and then to wait until one is pressed, rather than to go on. Talks that drag on keep
 * both sides from what happens where nobody talks; what comes of that comes late, so it is played on to the
 * end of the campaign.
 */
export function considerLeaving(thinker: Thinker): boolean {
  const { view, mind, budget } = thinker;
  const { worlds, until } = imagine(thinker, budget.worlds, view.known.days);
  const gain = (world: World, first: Move | null, asking: Asking) =>
    gainOf(thinker, until, world, goingOn(mind.way, asking), first);
  return isAhead(
    worlds.map(world => gain(world, { type: 'walkOut' }, 'pressed') - gain(world, null, mind.asking)),
    CAUTION.leaving,
  );
}

/** Whether such differences between gains are more than chance, by so many standard errors. */
function isAhead(more: readonly number[], caution: number): boolean {
  const total = more.reduce((sum, x) => sum + x, 0);
  const spread = Math.sqrt(more.reduce((sum, x) => sum + x ** 2, 0));
  return total > SAME && total > caution * spread;
}

/** Gains that differ by less than this are the same. */
const SAME = 1e-6;

interface Comparison {
  readonly choices: readonly number[];
  /** The choice in hand: like the first, it is not dropped. */
  readonly held: number;
  readonly thought: Thought;
}

/** Plays choices on in every world of a thought. After every second world the worse half of them is dropped. */
function compare(
  advantages: Advantages,
  { choices, held, thought }: Comparison,
  gain: (choice: number, world: World) => number,
): void {
  advantages.begin();
  let left = choices;
  thought.worlds.forEach((world, number) => {
    const gains = left.map(choice => gain(choice, world));
    const usual = gains[left.indexOf(0)] ?? 0;
    left.forEach((choice, at) => {
      advantages.note(choice, world.opponent, (gains[at] ?? 0) - usual);
    });
    if (number % 2 === 0) return;
    const better = advantages.order(thought.likely).filter(choice => left.includes(choice));
    const kept = new Set([0, held, ...better.slice(0, Math.ceil(left.length / 2))]);
    left = left.filter(choice => kept.has(choice));
  });
}
