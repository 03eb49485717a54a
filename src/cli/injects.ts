import { nearest } from '../scenario/problem.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Table } from '../table/table.ts';
import { badInput } from './failure.ts';

/** An inject that is brought by hand in the morning of a day. */
export interface DatedInject {
  readonly day: number;
  readonly id: string;
}

/** Injects as the command line says them (`DAY=ID`), in the order of their days. */
export function injectsFrom(scenario: Scenario, given: readonly string[], lastDay: number): DatedInject[] {
  return given.map(text => parseInject(scenario, text, lastDay)).sort((a, b) => a.day - b.day);
}

function parseInject(scenario: Scenario, text: string, lastDay: number): DatedInject {
  const [, days = '', id = ''] = /^(\d+)=(.+)$/.exec(text) ?? [];
  if (id === '') throw badInput(`--inject ${text}: expected DAY=ID, such as 12=${firstId(scenario)}`);
  const day = Number(days);
  if (day > lastDay) throw badInput(`--inject ${text}: expected a day from 0 to ${lastDay}`);
  const ids = scenario.injects.map(inject => inject.id);
  if (ids.includes(id)) return { day, id };
  const meant = nearest(id, ids);
  throw badInput(
    `--inject ${text}: unknown inject "${id}"; ` +
      (meant
        ? `did you mean "${meant}"?`
        : ids.length > 0
          ? `expected one of ${ids.join(', ')}`
          : `${scenario.id} has none`),
  );
}

function firstId({ injects }: Scenario): string {
  return injects[0]?.id ?? 'id';
}

/** Brings what is due on the day that has dawned, before anybody moves. */
export function bringDue(table: Table, waiting: DatedInject[]): void {
  if (waiting.length === 0 || table.awaited() === null) return;
  const { day } = table.position.campaign;
  while (waiting[0] !== undefined && waiting[0].day <= day) {
    const { id } = waiting.shift() as DatedInject;
    const refused = table.inject(id);
    if (refused) throw badInput(`--inject ${day}=${id}: ${refused.message}`);
  }
}
