import { type Course, lastPosition } from './course.ts';
import { commandOf, replayCommand, resumeCommand } from './screens/command.ts';
import { farewell as words } from './words.ts';

/** What is worth reading once the terminal is back. */
export function farewellLines(course: Course | null): string[] {
  if (!course) return [];
  const again = words.again(commandOf(course));
  if (course.trouble !== null) return [words.brokenOff(course.trouble), again];
  if (course.where === null) return [words.unsaved, again];
  const { done, campaign } = lastPosition(course);
  return done
    ? [
        words.ended(course.where),
        words.debrief(resumeCommand(course, course.where)),
        words.replay(replayCommand(course, course.where)),
        again,
      ]
    : [
        words.saved(Math.max(0, campaign.day), course.where),
        words.resume(resumeCommand(course, course.where)),
      ];
}
