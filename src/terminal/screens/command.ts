import { type Course, partyPlayed } from '../course.ts';
import { command } from '../words.ts';

/** The command that plays the same campaign again. */
export function commandOf({ scenario, header, persons }: Course): string {
  const { parties } = scenario;
  const name = (party: 0 | 1) => header.seats[parties[party].id] ?? 'person';
  const played = partyPlayed({ persons });
  if (played !== null)
    return command(scenario.id, header.seed, parties[played].id, name(played === 0 ? 1 : 0));
  if (persons[0]) return command(scenario.id, header.seed, 'both', null);
  // Two different negotiators cannot be named after --against; a headless run takes a seat each.
  return name(0) === name(1)
    ? command(scenario.id, header.seed, 'none', name(0))
    : `parley run ${scenario.id} --seed ${header.seed} --seat ${parties[0].id}=${name(0)} --seat ${parties[1].id}=${name(1)}`;
}
