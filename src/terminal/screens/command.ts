import type { Scenario } from '../../scenario/scenario.ts';
import { type Course, isMediated, partyPlayed } from '../course.ts';

/* Commands that a screen names, as somebody would type them here. */

/** The command that plays the same campaign again. */
export function commandOf(course: Course): string {
  const { scenario, header, persons } = course;
  const { parties } = scenario;
  const name = (party: 0 | 1) => header.seats[parties[party].id] ?? 'person';
  const played = partyPlayed({ persons });
  if (played !== null) return playing(course, parties[played].id, name(played === 0 ? 1 : 0));
  if (persons[0]) return playing(course, 'both', null);
  // Two different negotiators cannot be named after --against; they are asked for, or seated in a headless run.
  const same = name(0) === name(1);
  if (isMediated(course)) return playing(course, 'mediator', same ? name(0) : null);
  const injects = broughtByHand(course);
  return same && injects === ''
    ? playing(course, 'none', name(0))
    : `${begun(course, 'run')} --seed ${asTyped(header.seed)} --seat ${seat(parties[0].id, name(0))} --seat ${seat(parties[1].id, name(1))}${injects}`;
}

/** The command that goes on with the record. */
export function resumeCommand({ commands, scenario }: Course, where: string): string {
  return `${commands.program} play ${named(commands, scenario)}--resume ${where}`;
}

/** The command that reads the record. */
export function replayCommand({ commands, scenario }: Course, where: string): string {
  const more = commands.finds(scenario) ? '' : ` --scenario ${commands.scenario(scenario)}`;
  return `${commands.program} replay ${where}${more}`;
}

/** The scenario's name, where a record does not find it by itself. */
function named(commands: Course['commands'], scenario: Scenario): string {
  return commands.finds(scenario) ? '' : `${commands.scenario(scenario)} `;
}

function playing(course: Course, as: string, against: string | null): string {
  const opposite = against === null ? '' : ` --against ${asTyped(against)}`;
  return `${begun(course, 'play')} --seed ${asTyped(course.header.seed)} --as ${as}${opposite}`;
}

function begun({ commands, scenario }: Course, command: 'play' | 'run'): string {
  return `${commands.program} ${command} ${commands.scenario(scenario)}`;
}

function seat(party: string, name: string): string {
  return asTyped(`${party}=${name}`);
}

/** A word as a shell takes it. */
function asTyped(text: string): string {
  return /^[\w.:=,@/+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Injects of somebody who watched, as options of a headless run: both bring them in the morning. */
function broughtByHand({ entries }: Course): string {
  return entries
    .map(({ day, event, byHand }) =>
      byHand && event.type === 'inject' ? ` --inject ${day}=${event.inject}` : '',
    )
    .join('');
}
