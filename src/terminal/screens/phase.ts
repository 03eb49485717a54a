import { lastDayOf } from '../../campaign/deadline.ts';
import { dateOf, other, PARTIES } from '../../scenario/scenario.ts';
import { earOf, isMediated, spokenTo } from '../course.ts';
import { subject } from '../ear.ts';
import { cells } from '../line.ts';
import type { Scene } from '../scene.ts';
import type { Sight } from '../sight.ts';
import { phaseMore, phases, shortDate, board as words } from '../words.ts';
import { stationOf } from './track.ts';

/* The phase in a sentence, with what it waits for and how long that lasts. */

/** The same in one row: with little room without how many days are left, then with the phase in a word. */
export function phaseInRow(scene: Scene, width: number): string {
  const whole = phaseInWords(scene);
  const station = inBrief(scene)
    .filter(text => text !== '')
    .join('; ');
  const ways = [whole, phaseMore.withoutDays(whole), station, phaseMore.withoutDays(station)];
  return ways.find(text => cells(text) <= width) ?? whole;
}

/** The phase as a word, or whose offer it is about, and by when what it waits for has to be done. */
function inBrief(scene: Scene): string[] {
  const { phase, talks } = scene.sight;
  const by = talks.offer?.by ?? null;
  if (!phase.startsWith('rounds.') || by === null) return [stationOf(phase), ...moreOfPhase(scene)];
  const ear = earOf(scene.course, scene.sight.viewer);
  return [phaseMore.offerInBrief(subject(ear, by)), dueInWords(scene, phaseMore.dealDue)];
}

export function phaseInWords(scene: Scene): string {
  const { sight, course } = scene;
  const more = moreOfPhase(scene).filter(text => text !== '');
  const { overture, offer } = sight.talks;
  const whole =
    (sight.phase === 'initiation.overture' && overture) ||
    (sight.phase === 'rounds.answering' && offer?.by != null);
  const text = [...(whole ? [] : [phases[sight.phase] ?? sight.phase]), ...more].join('; ');
  return spokenTo(course, sight.viewer) === null && !isMediated(course) && scene.mover !== null
    ? `${text}. ${words.toMove(course.scenario.parties[scene.mover].capital)}`
    : text;
}

/** A day in words: its date, and how many days are left until it. */
type Until = (date: string, left: number) => string;

function onDay({ sight, course }: Scene, day: number, words: Until): string {
  return words(shortDate(dateOf(course.scenario, day)), Math.max(0, day - sight.day));
}

/**
 * By when what the phase waits for has to be done. Where the campaign ends before that, nothing is
 * said: the time line shows its end.
 */
export function dueInWords(scene: Scene, words: Until = phaseMore.due): string {
  const day = lastDayOf(scene.sight.phase, scene.sight.talks);
  return day === null || day >= scene.course.parameters.days ? '' : onDay(scene, day, words);
}

function moreOfPhase(scene: Scene): string[] {
  const { phase } = scene.sight;
  if (phase.startsWith('rounds.')) return ofRounds(scene);
  if (phase.startsWith('handOver.')) return ofHandOver(scene);
  if (phase === 'initiation.overture') return ofOverture(scene);
  if (phase === 'suspension') return ofSuspension(scene);
  if (phase === 'preparation.verification') return [onDay(scene, scene.sight.talks.until, phaseMore.until)];
  return [dueInWords(scene)];
}

function ofOverture(scene: Scene): string[] {
  const { overture } = scene.sight.talks;
  if (!overture) return [];
  const ear = earOf(scene.course, scene.sight.viewer);
  const awaited = phaseMore.awaited(subject(ear, other(overture.by)));
  return [
    phaseMore.overture(subject(ear, overture.by)),
    `${awaited} ${dueInWords(scene, phaseMore.by)}`.trim(),
  ];
}

function ofRounds(scene: Scene): string[] {
  const { talks, phase } = scene.sight;
  const ear = earOf(scene.course, scene.sight.viewer);
  const by = talks.offer?.by ?? null;
  const said =
    phase === 'rounds.singleText'
      ? PARTIES.filter(party => talks.accepted[party]).map(party => phaseMore.accepted(subject(ear, party)))
      : by === null
        ? []
        : [phaseMore.offerOf(subject(ear, by))];
  return [...said, dueInWords(scene, phaseMore.dealDue)];
}

function ofHandOver(scene: Scene): string[] {
  const { phase, talks }: Sight = scene.sight;
  if (phase === 'handOver.arranging') return talks.arranged ? [onDay(scene, talks.until, phaseMore.set)] : [];
  return [scene.sight.day < talks.until ? onDay(scene, talks.until, phaseMore.halted) : dueInWords(scene)];
}

function ofSuspension(scene: Scene): string[] {
  const { brokenOff, until } = scene.sight.talks;
  const ear = earOf(scene.course, scene.sight.viewer);
  const by = brokenOff ? phaseMore.brokenOff(subject(ear, brokenOff.by), brokenOff.breach) : '';
  return [by, scene.sight.day < until ? onDay(scene, until, phaseMore.until) : phaseMore.resumable];
}
