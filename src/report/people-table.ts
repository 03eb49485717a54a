import type { PeopleAccount } from '../analysis/debrief.ts';
import { type Counts, sum } from '../campaign/counts.ts';
import { leadingPossessive } from '../scenario/article.ts';
import type { PartyIndex, Scenario } from '../scenario/scenario.ts';
import { columns } from './columns.ts';
import { formatCount } from './people.ts';
import { wrap } from './wrap.ts';

/** A column of the table: what stands over it, what it means, and whom it counts. */
interface Column {
  readonly heading: string;
  readonly meaning: string;
  readonly count: (account: PeopleAccount, group: number) => number;
}

function counting(heading: string, meaning: string, counts: (account: PeopleAccount) => Counts): Column {
  return { heading, meaning, count: (account, group) => counts(account)[group] ?? 0 };
}

const NEUTRAL = counting('neutr.', 'in a neutral country until the end', account => account.interned);
const ILL: Column = {
  heading: 'ill',
  meaning: 'fell seriously ill and left for, or joined, the group of those owed',
  count: ({ joinedIll, fellIll }, group) => (joinedIll[group] ?? 0) - (fellIll[group] ?? 0),
};

const COLUMNS: readonly Column[] = [
  counting('start', 'held at the beginning', account => account.initially),
  counting('taken', 'captured since', account => account.captured),
  counting('exch.', 'home by exchange', account => account.exchanged),
  counting('freed', 'released with nothing asked', account => account.released),
  NEUTRAL,
  ILL,
  counting('died', 'died in captivity', account => account.died),
  counting('held', 'at the end', account => account.held),
];

/** The columns there are to fill: few campaigns send anybody to a neutral country. */
function columnsFor(account: PeopleAccount): readonly Column[] {
  return sum(account.interned) > 0 ? COLUMNS : COLUMNS.filter(column => column !== NEUTRAL);
}

/** What the columns of the table mean. */
export function peopleLegend(account: PeopleAccount): string {
  return `${columnsFor(account)
    .map(({ heading, meaning }) => `${heading}: ${meaning}`)
    .join('; ')}.`;
}

/** What became of a party's people, group by group: each line adds up to those held at the end. */
export function peopleTable(scenario: Scenario, account: PeopleAccount, home: PartyIndex): string {
  const groups = scenario.groups.flatMap((group, index) => (group.home === home ? [index] : []));
  const shown = columnsFor(account);
  const room = roomForNames(shown);
  const line = (name: string, of: readonly number[]) => [
    name,
    ...shown.map(column =>
      formatCell(
        column,
        of.reduce((all, group) => all + column.count(account, group), 0),
      ),
    ),
  ];
  return columns(
    [
      [`${leadingPossessive(scenario.parties[home].name)} people`, ...shown.map(({ heading }) => heading)],
      ...groups.flatMap(group => {
        const [first = '', ...rest] = brokenAt(scenario.groups[group]?.name ?? '', room);
        return [line(first, [group]), ...rest.map(text => [text])];
      }),
      line('All', groups),
    ],
    2,
  );
}

function formatCell(column: Column, count: number): string {
  return column === ILL && count > 0 ? `+${formatCount(count)}` : formatCount(count);
}

/** Columns that a name may take so that the table fits 80: with one number more a line of it is shorter. */
function roomForNames(shown: readonly Column[]): number {
  return shown.includes(NEUTRAL) ? 22 : 30;
}

/** A name in as many lines as it takes, the later ones set in. */
function brokenAt(name: string, width: number): readonly string[] {
  return wrap(name, { width, hanging: 2 }).split('\n');
}
