import { dateOf, other, type PartyIndex } from '../../scenario/scenario.ts';
import type { App } from '../app.ts';
import { cells, clip, EMPTY, type Line, line, type Size, toned, wrapped } from '../line.ts';
import { rule } from '../pane.ts';
import type { Draft, StartScreen } from '../screen.ts';
import { general, longDate, start as words } from '../words.ts';
import { isCut, optionRow } from './option-row.ts';
import { type Choice, choices, explained, openSeat } from './start-choices.ts';
import { blocksOf, detailRows, sideBlocksOf } from './start-details.ts';

export function startRows(app: App, screen: StartScreen, { columns, rows }: Size): Line[] {
  const head = [
    rule(columns, general.name),
    ...introRows(columns, rows),
    ...(screen.step === 'campaign' ? newcomersRows(columns, rows) : []),
    EMPTY,
  ];
  const body =
    screen.step === 'ready'
      ? readyRows(screen.draft, columns)
      : menuRows(app, screen, columns, rows - head.length - 2);
  return [...head, ...body];
}

/** What this is; where there are few rows without how it goes. */
function introRows(columns: number, rows: number): Line[] {
  const [what = '', how = '', not = ''] = words.about;
  const text = rows < ROOM_FOR_INTRO ? [what, not] : [what, how, not];
  return wrapped(text.join(' '), Math.min(columns - 2, WIDEST_INTRO), 'dim').map(row => line(' ', ...row));
}

/** What somebody who has never played should press, where there is room to say it. */
function newcomersRows(columns: number, rows: number): Line[] {
  return rows < ROOM_FOR_INTRO ? [] : [line(toned(clip(` ${words.newcomers}`, columns), 'key'))];
}

const ROOM_FOR_INTRO = 22;
const WIDEST_INTRO = 98;

function menuRows(app: App, screen: StartScreen, columns: number, height: number): Line[] {
  const all = choices(app.lobby, screen);
  const about = aboutRows(screen, all, columns);
  // Beside the list: its title, the heading of records, what is left out, and a free row.
  const room = Math.max(1, height - about.length - 2);
  const from = Math.max(0, Math.min(screen.row - room + 1, all.length - room));
  const first = app.lobby.scenarios.length;
  const label = labelWidth(all);
  const list = all.slice(from, from + room).flatMap((choice, index) => {
    const row = from + index;
    const heading =
      screen.step === 'campaign' && row === first ? [line(toned(` ${words.resume}`, 'strong'))] : [];
    return [
      ...heading,
      optionRow(
        choice.label,
        row === screen.row,
        choice.brief === '' ? undefined : { text: choice.brief, label, columns },
      ),
    ];
  });
  const left = all.length - room;
  const more = left > 0 ? [line(toned(`   ${words.more(left)}`, 'dim'))] : [];
  const rows = [line(toned(` ${titleOf(screen)}`, 'strong')), ...list, ...more, EMPTY, ...about];
  return [...rows, ...detailsOf(app, screen, columns, height + 2 - rows.length)];
}

/** Cells of the longest label; records have long ones, and nothing beside them. */
function labelWidth(all: readonly Choice[]): number {
  return Math.max(...all.filter(({ brief }) => brief !== '').map(choice => cells(choice.label)), 0);
}

/** Of the campaign that is chosen, or whose sides are to be chosen from. */
function detailsOf(
  { lobby }: App,
  { step, row, draft }: StartScreen,
  columns: number,
  height: number,
): Line[] {
  const size = { columns: Math.min(columns, WIDEST_DETAILS), rows: height };
  const scenario = step === 'campaign' ? lobby.scenarios[row] : undefined;
  if (scenario) return detailRows(blocksOf(scenario, size.columns), size.rows);
  if (step !== 'side' || !draft.scenario) return [];
  return detailRows(sideBlocksOf(draft.scenario, size.columns), size.rows);
}

const WIDEST_DETAILS = 110;

/** What stands below the list: of the chosen answer what is cut beside it and what it means, and what holds of all. */
function aboutRows(screen: StartScreen, all: readonly Choice[], columns: number): Line[] {
  const { brief = '', about = '' } = all[screen.row] ?? {};
  const cut = isCut({ text: brief, label: labelWidth(all), columns }) ? brief : '';
  const width = Math.min(columns, WIDEST_DETAILS) - 4;
  return [cut, about, explained(screen)]
    .filter(text => text !== '')
    .flatMap(text => wrapped(text, width).map(row => line('  ', ...row)));
}

export function titleOf({ step, draft }: StartScreen): string {
  if (step === 'campaign') return words.game;
  if (step === 'side') return `${draft.scenario?.title ?? ''}: ${words.side}`;
  const party = openSeat(draft);
  return words.opponent(party === null ? '' : (draft.scenario?.parties[party].name ?? ''));
}

/** What was chosen, as sentences. */
export function setupInWords({ scenario, seats, side, seed }: Draft): string[] {
  if (!scenario) return [];
  const name = (party: PartyIndex) =>
    `${scenario.parties[party].name}: ${seats[party] === 'person' ? words.you : (seats[party] ?? '')}.`;
  return [
    `${scenario.title}, ${words.days(longDate(scenario.begins), longDate(dateOf(scenario, scenario.days)), scenario.days)}.`,
    name(0),
    name(1),
    ...(side === 'mediator' ? [`${words.mediatorSeat}.`] : []),
    `${words.seed} ${seed}.`,
  ];
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
    ...(side === 'mediator' ? [field('', words.mediatorSeat)] : []),
    line(`   ${words.seed.padEnd(10)} `, toned(`${seed}_`, 'chosen')),
    EMPTY,
    ...wrapped(words.seedAbout, columns - 6).map(row => line('   ', ...row)),
    line(`   ${words.seedHint}`),
  ];
}
