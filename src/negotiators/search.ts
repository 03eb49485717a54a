import type { Move } from '../campaign/event.ts';
import type { Random } from '../campaign/parameters.ts';
import type { View } from '../campaign/view.ts';
import { samplePosition } from '../statechart/sampled-position.ts';
import { type Line, linesOf } from './lines.ts';
import type { NegotiatorKind } from './negotiator.ts';
import { evenly, likelihoods, opponentAt } from './opponents.ts';
import { playOn } from './rollout.ts';
import { silently } from './thought-play.ts';

/**
 * Information-set search: it draws worlds that it may be in from its view, plays each line it could
 * take on in thought, and takes the one that gains it most on average. A line is a move and the way
 * of bargaining that would make it, so that the choice is between ways to go on and not single moves.
 * In every world all lines meet the same luck, the same opponent and the same hidden values; how often
 * an opponent is met goes by how well it explains what was seen. Lines that fall behind are dropped.
 */
export const search: NegotiatorKind = {
  name: 'search',
  idea: 'Plays its choices on in thought, over worlds that it may be in, and takes the best.',
  citation:
    'Determinised search: Ginsberg (2001), GIB; policy switching: Chang, Givan and Chong (2004); the worlds are drawn as by Cowling, Powley and Whitehouse (2012), Information set Monte Carlo tree search; lines are dropped by sequential halving, Karnin, Koren and Somekh (2013), and racing, Maron and Moore (1994)',
  learns: true,
  draws: true,
  parameters: [
    { name: 'worlds', meaning: 'most worlds drawn for a decision', minimum: 1, maximum: 1000, standard: 8 },
    {
      name: 'depth',
      meaning: 'days played on in thought in the rounds of offers; twice as many on whether to talk at all',
      minimum: 1,
      maximum: 1000,
      standard: 30,
    },
  ],
  make:
    (worlds = 8, depth = 30) =>
    (view, legal, random) => {
      const bargains = view.phase.startsWith('rounds');
      const days = bargains ? depth : 2 * depth;
      const lines = linesOf(view, legal);
      const move = lines.length > 1 ? best(view, lines, { worlds, days }, random) : lines[0]?.move;
      // Silence leaves room for what conduct asks: a list, and those who are owed sent home.
      return move === undefined || (move.type === 'wait' && !bargains) ? silently(view, legal, random) : move;
    },
};

interface Budget {
  readonly worlds: number;
  /** Days played on. */
  readonly days: number;
}

/** A line with what it gained, world by world. */
interface Tried {
  readonly line: Line;
  readonly gains: number[];
}

function best(view: View, lines: readonly Line[], { worlds, days }: Budget, random: Random): Move {
  const world = () => samplePosition(view, random);
  const likely = likelihoods(view, world, random);
  const offset = random();
  let left: Tried[] = lines.map(line => ({ line, gains: [] }));
  for (let number = 0; number < worlds && left.length > 1; number++) {
    const start = world();
    const seed = String(random());
    const { make } = opponentAt(likely, evenly(number + offset));
    for (const { line, gains } of left) {
      const own = line.goOn();
      const policies = view.party === 0 ? ([own, make()] as const) : ([make(), own] as const);
      gains.push(playOn(start, line.move, { policies, seed, until: view.day + days }).gained[view.party]);
    }
    left = stillAhead(left);
  }
  return chosen(left).line.move;
}

/** Gains that differ by less than this are the same: sums in another order differ in their last digits. */
const SAME = 1e-6;
/** Worlds after which the worse half of many lines is dropped, as in sequential halving. */
const HALVED_AFTER = 2;
/** Lines that are always left then. */
const LEFT_AT_LEAST = 4;
/** Worlds before a line is dropped by what it lags behind. */
const LEAST_WORLDS = 3;
/** Standard errors by which a line has to lag behind the best before it is dropped. */
const LAG = 1;

function ahead([first, ...rest]: readonly Tried[]): Tried {
  if (!first) throw new Error('there are lines to choose from');
  return rest.reduce((best, tried) => (mean(tried.gains) > mean(best.gains) + SAME ? tried : best), first);
}

/** Standard errors by which a line has to lead the usual one, so that chance alone seldom makes it leave that. */
const CAUTION = 0.5;

/** The best line; the usual one where it is still there and hardly behind. */
function chosen(left: readonly Tried[]): Tried {
  const best = ahead(left);
  const usual = left.find(({ line }) => line.usual);
  return usual && lead(best, usual) < CAUTION ? usual : best;
}

function stillAhead(tried: readonly Tried[]): Tried[] {
  const best = ahead(tried);
  if (best.gains.length === HALVED_AFTER) return betterHalf(tried);
  if (best.gains.length < LEAST_WORLDS) return [...tried];
  return tried.filter(each => each === best || (lead(best, each) <= LAG && !alike(best, each)));
}

function betterHalf(tried: readonly Tried[]): Tried[] {
  const kept = Math.max(LEFT_AT_LEAST, Math.ceil(tried.length / 2));
  const order = [...tried].sort((a, b) => mean(b.gains) - mean(a.gains));
  const better = new Set(order.slice(0, kept));
  return tried.filter(each => better.has(each) || each.line.usual);
}

/** Whether two lines have come to the same in every world; the first of them stands for both. */
function alike(best: Tried, other: Tried): boolean {
  return best.gains.every((gain, world) => Math.abs(gain - (other.gains[world] ?? 0)) <= SAME);
}

/** By how many standard errors one line leads another; 0 where nothing tells them apart. */
function lead(best: Tried, other: Tried): number {
  const differences = best.gains.map((gain, world) => gain - (other.gains[world] ?? 0));
  const n = differences.length;
  const by = mean(differences);
  const variance = differences.reduce((sum, x) => sum + (x - by) ** 2, 0) / Math.max(1, n - 1);
  return by <= SAME ? 0 : by / Math.max(SAME, Math.sqrt(variance / n));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
