import { setImmediate } from 'node:timers/promises';
import { openThreads } from '../campaign-threads.ts';
import type { ScriptLoader } from '../scripts.ts';
import { type Game, type GamePlayed, playGame } from './game.ts';

/** The same place from `src` and from `dist`. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/** Fewer are played sooner here than threads have started. */
const WORTH_A_THREAD = 8;

/** Plays scripts, and gives what came of them in their order, whatever the number of threads. */
export async function playGames(
  games: readonly Game[],
  loader: ScriptLoader,
  most: number,
): Promise<GamePlayed[]> {
  const threads = Math.min(most, Math.floor(games.length / WORTH_A_THREAD));
  return threads > 1 ? onThreads(games, threads) : here(games, loader);
}

async function here(games: readonly Game[], loader: ScriptLoader): Promise<GamePlayed[]> {
  const played: GamePlayed[] = [];
  for (const game of games) {
    played.push(playGame(loader.load(game.path), game));
    // Whoever breaks off is heard between two of them.
    await setImmediate();
  }
  return played;
}

async function onThreads(games: readonly Game[], threads: number): Promise<GamePlayed[]> {
  const pool = openThreads(WORKER, { most: threads, ready: threads });
  try {
    return await Promise.all(games.map(async game => (await pool.exec('play', [game])) as GamePlayed));
  } finally {
    await pool.terminate(true);
  }
}
