import { PARTIES, type PartyIndex } from '../scenario/scenario.ts';
import { phaseOf } from '../statechart/position.ts';
import { type Course, earOf } from './course.ts';
import { subject } from './ear.ts';
import { mediating as words } from './words.ts';

/** What both sides said to the text that is the entry `from` of a course, on the day it was put on the table. */
export function answersTo(course: Course, from: number): string {
  const day = course.entries[from]?.day;
  const answers = PARTIES.map(party => {
    const by = subject(earOf(course, 'mediator'), party);
    return words.answers[answerOf(course, { from, day }, party)](by);
  });
  return words.answered(answers);
}

type Answer = keyof typeof words.answers;

interface Text {
  readonly from: number;
  readonly day: number | undefined;
}

/** The first move that a party made while the text was on the table. */
function answerOf({ entries, positions }: Course, { from, day }: Text, party: PartyIndex): Answer {
  for (let at = from + 1; at < entries.length && entries[at]?.day === day; at++) {
    const [entry, before] = [entries[at], positions[at]];
    if (!entry || !before || phaseOf(before.value) !== 'rounds.singleText') continue;
    if (!('party' in entry.event) || entry.event.party !== party) continue;
    const { type } = entry.event;
    return type === 'accept' || type === 'refuse' || type === 'offer' || type === 'walkOut'
      ? type
      : 'silence';
  }
  return 'notAsked';
}
