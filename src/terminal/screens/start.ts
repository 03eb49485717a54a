import { NEGOTIATORS } from '../../negotiators/index.ts';
import type { PartyIndex, PerParty, Scenario } from '../../scenario/scenario.ts';
import { type App, type Lobby, notice, pop, push, type Reply, replaceTop } from '../app.ts';
import type { Setup } from '../game.ts';
import { firstSteps } from '../guide.ts';
import type { Side } from '../host.ts';
import { type Key, rowAfter } from '../key.ts';
import type { Draft, StartScreen } from '../screen.ts';
import { isSeed } from '../seed.ts';
import { start as words } from '../words.ts';
import { choices, openSeat, sidesOf } from './start-choices.ts';

/* The start: which campaign, for whom one speaks, against whom, with which seed. */

/** The first question that is still open; none where everything was said on the command line. */
export function nextStart(lobby: Lobby, draft: Draft): StartScreen | null {
  const at = (step: StartScreen['step'], row = 0): StartScreen => ({ name: 'start', step, draft, row });
  if (!draft.scenario) return at('campaign');
  if (draft.side === null) return at('side');
  const asked = openSeat(draft);
  if (asked !== null) return at('opponent', usualRow(draft.scenario, asked));
  return lobby.options.seed === undefined ? at('ready') : null;
}

/** A draft with what the command line said. */
export function firstDraft({ options, seed }: Lobby): Draft {
  const draft: Draft = { scenario: options.scenario ?? null, side: null, seats: [null, null], seed };
  return options.side === undefined ? draft : withSide(draft, options.side, options.against);
}

function withSide(draft: Draft, side: Side, against?: string): Draft {
  const seat = (party: PartyIndex) => (side === 'both' || side === party ? 'person' : (against ?? null));
  return { ...draft, side, seats: [seat(0), seat(1)] };
}

function usualRow(scenario: Scenario, party: PartyIndex): number {
  return Math.max(
    0,
    NEGOTIATORS.findIndex(kind => kind.name === scenario.parties[party].seat),
  );
}

export function setupOf({ scenario, seats, seed, side }: Draft): Setup | null {
  if (!scenario || seats[0] === null || seats[1] === null) return null;
  const mediator = side === 'mediator' ? ({ mediator: 'person' } as const) : {};
  return { scenario, seed, seats: [seats[0], seats[1]], ...mediator };
}

export function pressStart(app: App, screen: StartScreen, key: Key): Reply {
  if (screen.step === 'ready') return pressReady(app, screen, key);
  if (key === 'q') return { app, order: { do: 'leave', how: 'left' } };
  if (key === 'f') {
    const setup = firstSteps(app.lobby.library);
    return setup ? { app, order: { do: 'begin', setup, unrecorded: false } } : { app };
  }
  if (key === 'escape') return { app: backOf(app, screen) };
  if (key === 'enter') return choose(app, screen);
  const row = rowAfter(key, screen.row, choices(app.lobby, screen).length);
  return { app: replaceTop(app, { ...screen, row }) };
}

/** The question before; the list of campaigns where the command line answered those before. */
function backOf(app: App, { step, draft }: StartScreen): App {
  if (app.stack.length > 1 || step === 'campaign') return pop(app);
  const { lobby } = app;
  const row = lobby.scenarios.findIndex(({ id }) => id === draft.scenario?.id);
  const open: Draft = { ...draft, scenario: null, side: null, seats: [null, null] };
  return replaceTop(app, { name: 'start', step: 'campaign', draft: open, row: Math.max(0, row) });
}

function choose(app: App, screen: StartScreen): Reply {
  const { draft, row } = screen;
  if (screen.step === 'campaign' && row >= app.lobby.scenarios.length) {
    return { app, order: { do: 'takeUp', index: row - app.lobby.scenarios.length } };
  }
  const chosen = answered(app.lobby, draft, screen.step, row);
  const here = replaceTop(app, screen);
  const next = nextStart(app.lobby, chosen);
  if (next) return { app: push(here, next) };
  const setup = setupOf(chosen);
  return setup ? { app: here, order: { do: 'begin', setup, unrecorded: false } } : { app };
}

function answered(lobby: Lobby, draft: Draft, step: StartScreen['step'], row: number): Draft {
  const { side, against } = lobby.options;
  if (step === 'campaign') {
    const scenario = lobby.scenarios[row] ?? null;
    return side === undefined ? { ...draft, scenario } : withSide({ ...draft, scenario }, side, against);
  }
  if (step === 'side') return withSide(draft, sidesOf(draft)[row] ?? 'none', against);
  const party = openSeat(draft);
  const name = NEGOTIATORS[row]?.name ?? null;
  const seats: PerParty<string | null> = party === 0 ? [name, draft.seats[1]] : [draft.seats[0], name];
  return { ...draft, seats };
}

function pressReady(app: App, screen: StartScreen, key: Key): Reply {
  const { draft } = screen;
  const withSeed = (seed: string) => ({ app: replaceTop(app, { ...screen, draft: { ...draft, seed } }) });
  if (key === 'escape') return { app: backOf(app, screen) };
  if (key === 'backspace') return withSeed(draft.seed.slice(0, -1));
  if (key === 'enter') {
    const setup = setupOf(draft);
    if (!setup || !isSeed(draft.seed)) return { app: notice(app, words.seedHint) };
    return { app, order: { do: 'begin', setup, unrecorded: false } };
  }
  if ([...key].length > 1) return { app };
  return isSeed(draft.seed + key) ? withSeed(draft.seed + key) : { app: notice(app, words.seedRule) };
}
