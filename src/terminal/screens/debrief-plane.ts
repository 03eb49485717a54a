import type { PerParty } from '../../scenario/scenario.ts';
import { appraise } from '../appraisal.ts';
import type { Course } from '../course.ts';
import { type PlaneMark, plane } from '../gauge.ts';
import { type Line, line, toned, wrapped } from '../line.ts';
import type { Scene } from '../scene.ts';
import { debriefPage as words } from '../words.ts';

/* Every offer by what both would have gained from it on its day, by the true values. */

const HEIGHT = 12;
const WIDEST = 72;

export function planeLines({ course }: Scene, columns: number): Line[] {
  const marks = offersOn(course);
  if (marks.length === 0) return [];
  const [first, second] = course.scenario.parties;
  const rows = plane(marks, Math.min(WIDEST, columns - 8), HEIGHT);
  const says = (text: string) => wrapped(text, columns - 6, 'dim').map(row => line('   ', ...row));
  return [
    ...says(words.plane(first.capital, second.capital)),
    ...rows.map(text => line('   ', toned(text, 'own'))),
    ...says(words.planeSigns(first.capital, second.capital)),
  ];
}

/** What was offered, and what was agreed, in the order of the campaign. */
function offersOn({ positions }: Course): PlaneMark[] {
  return positions.flatMap((position, at) => {
    const before = positions[at - 1]?.campaign.talks;
    const { offer, agreement } = position.campaign.talks;
    const gain = (offered: NonNullable<typeof offer>): PerParty<number> => {
      const { values, reservations } = appraise(position, null, offered);
      return [values[0].best - reservations[0].best, values[1].best - reservations[1].best];
    };
    if (agreement && !before?.agreement && before?.offer) return [{ at: gain(before.offer), sign: 'A' }];
    if (!offer || offer === before?.offer) return [];
    const sign = offer.by === null ? 'm' : String(offer.by + 1);
    return [{ at: gain(offer), sign }];
  });
}
