import { cameToLight } from '../campaign/preparation.ts';
import { other, type PartyIndex } from '../scenario/scenario.ts';
import { phaseOf } from '../statechart/position.ts';
import { remembered } from './remembered.ts';
import type { Scene } from './scene.ts';
import { type ListSeen, listAsSeen } from './sight.ts';

/* What the one who looks may know of the latest list that a side gave: what it says, and whether that has shown to be so. */

/** The list of a side in the talks in hand; null where it is not in. */
export function listSeen(scene: Scene, by: PartyIndex): ListSeen | null {
  const coverage = scene.sight.talks.lists[by];
  if (coverage === null) return null;
  const seen = listAsSeen(coverage, by, scene.sight.viewer);
  return seen === 'claimed' ? (provenOf(scene, by) ?? seen) : seen;
}

/** Whether what a party knows of whom the other holds rests on a list that nobody has seen to be true. */
export function restsOnList(scene: Scene, holder: PartyIndex): boolean {
  const { viewer } = scene.sight;
  return viewer === other(holder) && provenOf(scene, holder) === 'claimed';
}

/** What has been proven of a position never changes. */
const PROVEN = new WeakMap<Scene['position'], Map<string, 'claimed' | 'full' | 'untrue' | 'none'>>();

/** What both sides know of the latest list of `by`: what it is said to be, or what the checking showed. */
function provenOf({ course, at, position }: Scene, by: PartyIndex): 'claimed' | 'full' | 'untrue' | null {
  const proven = remembered(PROVEN, position, `${at} ${by}`, () => {
    for (let index = at - 1; index >= 0; index--) {
      const { event } = course.entries[index] ?? {};
      if (event?.type === 'submitList' && event.party === by) return 'claimed';
      const shown = shownBy(course.positions[index], course.positions[index + 1], by);
      if (shown) return shown;
    }
    return 'none';
  });
  return proven === 'none' ? null : proven;
}

/** What the end of the checking shows of a list, if this is it: visits see whom a side holds. */
function shownBy(
  before: Scene['position'] | undefined,
  after: Scene['position'] | undefined,
  by: PartyIndex,
): 'full' | 'untrue' | null {
  if (!before || !after) return null;
  if (phaseOf(before.value) !== 'preparation.verification' || phaseOf(after.value) !== 'rounds.open')
    return null;
  if (cameToLight(before.campaign, by)) return 'untrue';
  return before.campaign.talks.visits[other(by)] ? 'full' : null;
}
