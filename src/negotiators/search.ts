import type { Move } from '../campaign/event.ts';
import type { Random } from '../campaign/parameters.ts';
import type { View } from '../campaign/view.ts';
import { samplePosition } from '../statechart/sampled-position.ts';
import { conduct } from './conduct.ts';
import { type Line, linesOf } from './lines.ts';
import type { NegotiatorKind } from './negotiator.ts';
import { explains, OPPONENTS } from './opponents.ts';
import { playOn } from './rollout.ts';

/**
 * Information-set search: it draws worlds that it may be in from its view, plays each line it could
 * take on to the end in thought, and takes the one that gains it most on average. In every world all
 * lines meet the same luck, the same opponent and the same hidden values, so few worlds tell them
 * apart. The other side plays in one of several ways, a world each, and a world counts as much as its
 * way explains the offers that were made. Lines that fall behind are dropped half way through.
 */
export const search: NegotiatorKind = {
  name: 'search',
  idea: 'Plays its choices on in thought, over worlds that it may be in, and takes the best.',
  citation:
    'Determinised search: Ginsberg (2001), GIB; policy switching: Chang, Givan and Chong (2004); the worlds are drawn as by Cowling, Powley and Whitehouse (2012), Information set Monte Carlo tree search',
  learns: true,
  draws: true,
  parameters: [
    { name: 'worlds', meaning: 'worlds drawn for a decision', minimum: 1, maximum: 1000, standard: 4 },
    { name: 'depth', meaning: 'days played on in thought', minimum: 1, maximum: 1000, standard: 45 },
  ],
  make:
    (worlds = 4, depth = 45) =>
    (view, legal, random) => {
      const lines = linesOf(view, legal);
      const [only] = lines;
      if (!only) return conduct(view, legal, random) ?? { type: 'wait' };
      return lines.length === 1 ? only.move : best(view, lines, { worlds, depth }, random);
    },
};

interface Budget {
  readonly worlds: number;
  readonly depth: number;
}

/** Gains that differ by less than this are the same: sums in another order differ in their last digits. */
const SAME = 1e-6;

function best(view: View, lines: readonly Line[], { worlds, depth }: Budget, random: Random): Move {
  let left = lines.map(line => ({ line, total: 0 }));
  const halfWay = Math.max(1, Math.floor(worlds / 2));
  for (let world = 0; world < worlds && left.length > 1; world++) {
    const start = samplePosition(view, random);
    const seed = String(random());
    const { make, prior } = OPPONENTS[world % OPPONENTS.length] as (typeof OPPONENTS)[number];
    const weight = prior * explains(make, start, view.party, random);
    for (const entry of left) {
      const own = entry.line.goOn();
      const policies = view.party === 0 ? ([own, make()] as const) : ([make(), own] as const);
      const outcome = playOn(start, entry.line.move, { policies, seed, until: view.day + depth });
      entry.total += weight * outcome.gained[view.party];
    }
    if (world + 1 === halfWay && worlds > 2) left = betterHalf(left);
  }
  const [first, ...rest] = left as [(typeof left)[number], ...typeof left];
  return rest.reduce((ahead, entry) => (entry.total > ahead.total + SAME ? entry : ahead), first).line.move;
}

function betterHalf<T extends { readonly total: number }>(entries: readonly T[]): T[] {
  const middle = Math.ceil(entries.length / 2);
  const bar = [...entries].sort((a, b) => b.total - a.total)[middle - 1]?.total ?? Number.NEGATIVE_INFINITY;
  return entries.filter(({ total }) => total >= bar - SAME);
}
