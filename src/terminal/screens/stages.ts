import type { Campaign } from '../../campaign/campaign.ts';
import { type Counts, minus, sum } from '../../campaign/counts.ts';
import { everybodyHome } from '../../campaign/worth.ts';
import { type Line, line, wrapped } from '../line.ts';
import type { Scene } from '../scene.ts';
import { talksPane, composer as words } from '../words.ts';

/* A deal that is more than one hand-over carries is carried out in several. */

/** How an offer would be carried out, where one hand-over does not do. */
export function stagesRows({ sight, course }: Scene, deal: Counts, columns: number): Line[] {
  const { capacity } = sight.talks;
  const most = Math.max(...everybodyHome(course.parameters, deal));
  if (capacity === 0 || most <= capacity) return [];
  const text = words.staged(capacity, Math.ceil(most / capacity));
  return wrapped(text, columns - 2, 'dim', 2).map(row => line(' ', ...row));
}

/** Who crosses at the hand-over in hand and who later; none where all cross at once. */
export function stagesInWords({ parameters, talks }: Campaign, first: 0 | 1): string[] {
  const later = minus(talks.outstanding, talks.stage);
  if (!talks.arranged || sum(later) === 0) return [];
  const eachWay = (people: Counts) => {
    const home = everybodyHome(parameters, people);
    return talksPane.eachWay(home[first], home[first === 0 ? 1 : 0]);
  };
  return [talksPane.nowAndLater(eachWay(talks.stage), eachWay(later))];
}
