import { dateOf, other, type PartyIndex } from '../../scenario/scenario.ts';
import type { App, Draft, StartScreen } from '../app.ts';
import { cells, EMPTY, type Line, line, type Size, toned, wrapped } from '../line.ts';
import { rule } from '../pane.ts';
import { general, longDate, start as words } from '../words.ts';
import { optionRow } from './option-row.ts';
import { choices, openSeat } from './start-choices.ts';

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
  // Beside the list: its title, the heading of records, what is left out, and a free row.
  const room = Math.max(1, height - about.length - 2);
  const from = Math.max(0, Math.min(screen.row - room + 1, all.length - room));
  const first = app.lobby.scenarios.length;
  // Records have long labels and nothing beside them.
  const label = Math.max(...all.filter(({ brief }) => brief !== '').map(choice => cells(choice.label)), 0);
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
  return [line(toned(` ${titleOf(screen)}`, 'strong')), ...list, ...more, EMPTY, ...about];
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
