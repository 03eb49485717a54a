import type { Counts } from '../../campaign/counts.ts';
import { countedGroup } from '../../report/people.ts';
import { PARTIES, type PartyIndex } from '../../scenario/scenario.ts';
import type { Offered } from '../appraisal.ts';
import { peopleNamed } from '../ear.ts';
import { type Line, line, wrapped } from '../line.ts';
import type { Scene } from '../scene.ts';
import { givenFirst } from '../sight.ts';
import { composer as words } from '../words.ts';

/** Who is in a deal, group by group, in running text. */
export function dealRows({ course, sight }: Scene, offered: Offered, columns: number): Line[] {
  const { deal, interned = [], parole } = offered;
  const { parties, groups } = course.scenario;
  const listed = (people: (index: number) => number, homes: readonly PartyIndex[]) =>
    groups
      .flatMap((group, index) =>
        homes.includes(group.home) && people(index) > 0
          ? [countedGroup(course.scenario, index, people(index))]
          : [],
      )
      .join(', ');
  const toGo = (index: number) => (deal[index] ?? 0) - (interned[index] ?? 0);
  const rows = (title: string, names: string) =>
    names === '' ? [] : wrapped(`${title}: ${names}`, columns - 2, 'plain', 2).map(row => line(' ', ...row));
  return [
    ...givenFirst(sight).flatMap(party => rows(words.homeTo(parties[party].name), listed(toGo, [party]))),
    ...rows(
      words.toNeutral,
      listed(index => interned[index] ?? 0, PARTIES),
    ),
    ...(parole ? [line(` ${words.onParole}`)] : []),
  ];
}

/** Whose names are struck off: they stay where they are. */
export function stayingRows({ course }: Scene, staying: Counts, columns: number): Line[] {
  const names = peopleNamed(course.scenario, staying);
  return wrapped(`${words.stay}: ${names.join(', ')}`, columns - 2, 'plain', 2).map(row => line(' ', ...row));
}
