import { worker } from 'workerpool';
import { ScriptLoader } from '../scripts.ts';
import { type Game, type GamePlayed, playGame } from './game.ts';

/* What runs in every thread that plays scripts: it is given one game after another. */

const loader = new ScriptLoader();

worker({ play: (game: Game): GamePlayed => playGame(loader.load(game.path), game) });
