import { NEGOTIATORS } from '../../negotiators/index.ts';
import {
  dateOf,
  other,
  PARTIES,
  type PartyIndex,
  type PerParty,
  type Scenario,
} from '../../scenario/scenario.ts';
import {
  type App,
  type Draft,
  type Lobby,
  notice,
  pop,
  push,
  type Reply,
  replaceTop,
  type StartScreen,
} from '../app.ts';
import type { Setup } from '../game.ts';
import type { Side } from '../host.ts';
import { type Key, rowAfter } from '../key.ts';
import { EMPTY, type Line, line, type Size, toned, wrapped } from '../line.ts';
import { rule } from '../pane.ts';
import { general, longDate, start as words } from '../words.ts';
import { optionRow } from './option-row.ts';

/* The start: which campaign, for whom one speaks, against whom, with which seed. */

const LONGEST_SEED = 24;

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

/** The party whose negotiator has not been named yet. */
function openSeat({ seats }: Draft): PartyIndex | null {
  return PARTIES.find(party => seats[party] === null) ?? null;
}

function usualRow(scenario: Scenario, party: PartyIndex): number {
  return Math.max(
    0,
    NEGOTIATORS.findIndex(kind => kind.name === scenario.parties[party].seat),
  );
}

export function setupOf({ scenario, seats, seed }: Draft): Setup | null {
  if (!scenario || seats[0] === null || seats[1] === null) return null;
  return { scenario, seed, seats: [seats[0], seats[1]] };
}

export function pressStart(app: App, screen: StartScreen, key: Key): Reply {
  if (screen.step === 'ready') return pressReady(app, screen, key);
  if (key === 'q') return { app, order: { do: 'leave', how: 'left' } };
  if (key === 'escape') return { app: pop(app) };
  if (key === 'enter') return choose(app, screen);
  const row = rowAfter(key, screen.row, choices(app.lobby, screen).length);
  return { app: replaceTop(app, { ...screen, row }) };
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
  if (step === 'side') return withSide(draft, SIDES[row] ?? 'none', against);
  const party = openSeat(draft);
  const name = NEGOTIATORS[row]?.name ?? null;
  const seats: PerParty<string | null> = party === 0 ? [name, draft.seats[1]] : [draft.seats[0], name];
  return { ...draft, seats };
}

const SIDES: readonly Side[] = [0, 1, 'both', 'none'];

function pressReady(app: App, screen: StartScreen, key: Key): Reply {
  const { draft } = screen;
  const withSeed = (seed: string) => ({ app: replaceTop(app, { ...screen, draft: { ...draft, seed } }) });
  if (key === 'escape') return { app: pop(app) };
  if (key === 'backspace') return withSeed(draft.seed.slice(0, -1));
  if (key === 'enter') {
    const setup = setupOf(draft);
    if (!setup || draft.seed.trim() === '') return { app: notice(app, words.seedHint) };
    return { app, order: { do: 'begin', setup, unrecorded: false } };
  }
  const typed = /^[\w.-]$/.test(key) && draft.seed.length < LONGEST_SEED;
  return typed ? withSeed(draft.seed + key) : { app };
}

interface Choice {
  readonly label: string;
  /** A few words beside the label. */
  readonly brief: string;
  readonly about: string;
}

function choices(lobby: Lobby, { step, draft }: StartScreen): Choice[] {
  const { scenario } = draft;
  if (step === 'campaign') return campaigns(lobby);
  if (step === 'side' && scenario) return sides(scenario);
  const party = openSeat(draft);
  return scenario && party !== null ? opponents(scenario, party) : [];
}

function campaigns({ scenarios, unfinished }: Lobby): Choice[] {
  return [
    ...scenarios.map(scenario => ({ label: scenario.title, brief: '', about: scenario.summary })),
    ...unfinished.map(({ title, day, header, where }) => ({
      label: words.resumed(title, day, Object.values(header.seats).join(' : '), header.seed),
      brief: '',
      about: where,
    })),
  ];
}

function sides({ parties }: Scenario): Choice[] {
  return [
    ...parties.map(({ name, capital }) => ({ label: name, brief: words.sideOf(capital), about: '' })),
    { label: words.both, brief: words.bothAbout, about: '' },
    { label: words.none, brief: words.noneAbout, about: '' },
  ];
}

function opponents(scenario: Scenario, party: PartyIndex): Choice[] {
  return NEGOTIATORS.map(({ name, idea, citation }) => ({
    label: name,
    brief: name === scenario.parties[party].seat ? `${idea} ${words.standard}` : idea,
    about: words.source(citation),
  }));
}

export function startRows(app: App, screen: StartScreen, { columns, rows }: Size): Line[] {
  const head = [
    rule(columns, general.name),
    ...words.about.map(text => line(toned(` ${text}`, 'dim'))),
    EMPTY,
  ];
  const body =
    screen.step === 'ready'
      ? readyRows(screen.draft, columns)
      : menuRows(app, screen, columns, rows - head.length - 2);
  return [...head, ...body];
}

function menuRows(app: App, screen: StartScreen, columns: number, height: number): Line[] {
  const all = choices(app.lobby, screen);
  const about = wrapped(all[screen.row]?.about ?? '', columns - 4).map(row => line('  ', ...row));
  const room = Math.max(1, height - about.length - 4);
  const from = Math.max(0, Math.min(screen.row - room + 1, all.length - room));
  const first = app.lobby.scenarios.length;
  const list = all.slice(from, from + room).flatMap((choice, index) => {
    const row = from + index;
    const heading =
      screen.step === 'campaign' && row === first ? [line(toned(` ${words.resume}`, 'strong'))] : [];
    return [...heading, optionRow(choice.label, row === screen.row, choice.brief, columns)];
  });
  return [line(toned(` ${titleOf(screen)}`, 'strong')), ...list, EMPTY, ...about];
}

function titleOf({ step, draft }: StartScreen): string {
  if (step === 'campaign') return words.game;
  if (step === 'side') return `${draft.scenario?.title ?? ''}: ${words.side}`;
  const party = openSeat(draft);
  return words.opponent(party === null ? '' : (draft.scenario?.parties[party].name ?? ''));
}

function readyRows({ scenario, seats, seed, side }: Draft, columns: number): Line[] {
  if (!scenario) return [];
  const field = (name: string, value: string) => line(`   ${name.padEnd(10)} `, toned(value, 'strong'));
  const name = (party: PartyIndex) =>
    `${scenario.parties[party].name}: ${seats[party] === 'person' ? words.you : (seats[party] ?? '')}`;
  const first: PartyIndex = side === 1 ? 1 : 0;
  return [
    line(toned(` ${words.ready}`, 'strong')),
    EMPTY,
    field(words.scenario, scenario.title),
    field(
      '',
      words.days(longDate(scenario.begins), longDate(dateOf(scenario, scenario.days)), scenario.days),
    ),
    field(words.seats, name(first)),
    field('', name(other(first))),
    line(`   ${words.seed.padEnd(10)} `, toned(`${seed}_`, 'chosen')),
    EMPTY,
    ...wrapped(words.seedAbout, columns - 6).map(row => line('   ', ...row)),
    line(`   ${words.seedHint}`),
  ];
}
