import { type Course, isMediated, partyPlayed } from '../course.ts';
import { command } from '../words.ts';

/** The command that plays the same campaign again. */
export function commandOf(course: Course): string {
  const { scenario, header, persons } = course;
  const { parties } = scenario;
  const name = (party: 0 | 1) => header.seats[parties[party].id] ?? 'person';
  const played = partyPlayed({ persons });
  if (played !== null)
    return command(scenario.id, header.seed, parties[played].id, name(played === 0 ? 1 : 0));
  if (persons[0]) return command(scenario.id, header.seed, 'both', null);
  // Two different negotiators cannot be named after --against; they are asked for, or seated in a headless run.
  const same = name(0) === name(1);
  if (isMediated(course)) return command(scenario.id, header.seed, 'mediator', same ? name(0) : null);
  const injects = broughtByHand(course);
  return same && injects === ''
    ? command(scenario.id, header.seed, 'none', name(0))
    : `parley run ${scenario.id} --seed ${header.seed} --seat ${parties[0].id}=${name(0)} --seat ${parties[1].id}=${name(1)}${injects}`;
}

/** Injects of somebody who watched, as options of a headless run: both bring them in the morning. */
function broughtByHand({ entries }: Course): string {
  return entries
    .map(({ day, event, byHand }) =>
      byHand && event.type === 'inject' ? ` --inject ${day}=${event.inject}` : '',
    )
    .join('');
}
