import type { PeopleAccount } from '../analysis/debrief.ts';
import type { Counts } from '../campaign/counts.ts';
import type { PartyIndex, Scenario } from '../scenario/scenario.ts';
import { columns } from './columns.ts';
import { formatCount } from './people.ts';

/** What the columns of the table mean. */
export const PEOPLE_LEGEND =
  'Start: held at the beginning; taken: captured since; exch.: home by exchange; freed: released with nothing ' +
  'asked; ill: fell seriously ill and left for, or joined, the group of those owed; held: at the end.';

const HEADINGS = ['start', 'taken', 'exch.', 'freed', 'ill', 'died', 'held'];

/** What became of a party's people, group by group: each line adds up to those held at the end. */
export function peopleTable(scenario: Scenario, account: PeopleAccount, home: PartyIndex): string {
  const groups = scenario.groups.flatMap((group, index) => (group.home === home ? [index] : []));
  const lines = groups.map(group => lineOf(account, shortened(scenario.groups[group]?.name ?? ''), [group]));
  return columns(
    [[`${scenario.parties[home].name}'s people`, ...HEADINGS], ...lines, lineOf(account, 'All', groups)],
    2,
  );
}

function lineOf(account: PeopleAccount, name: string, groups: readonly number[]): string[] {
  const total = (counts: Counts) => groups.reduce((all, group) => all + (counts[group] ?? 0), 0);
  const ill = total(account.joinedIll) - total(account.fellIll);
  return [
    name,
    formatCount(total(account.initially)),
    formatCount(total(account.captured)),
    formatCount(total(account.exchanged)),
    formatCount(total(account.released)),
    ill > 0 ? `+${ill}` : `${ill}`,
    formatCount(total(account.died)),
    formatCount(total(account.held)),
  ];
}

const LONGEST_NAME = 32;

/** A name cut so that the table fits 80 columns. */
function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 2).trimEnd()}..` : name;
}
