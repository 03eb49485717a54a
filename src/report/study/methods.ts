import { INTERVALS } from '../../analysis/study/estimate.ts';
import type { StudyHead } from '../../analysis/study/head.ts';
import type { Summary } from '../../analysis/study/summary.ts';
import { LOOKED_AT } from './stop.ts';

const METHODS =
  `Intervals are of 95 %: of rates the ${INTERVALS.wilson}, of means ${INTERVALS.student}, of percentiles ` +
  `${INTERVALS.order}: where there are too few campaigns for that, it is open on a side ("at least", "at most"), or ` +
  'there is none. A percentile of a day counts a campaign in which it never came as later than any. Where all ' +
  'campaigns agree the interval of a mean has no width: none was seen to differ, which is not that none could.';

const DRAWN =
  'All draws are played with the same seeds, so in an interval a seed counts once, however often was drawn: it is ' +
  'about the luck of the campaigns, and what is owed to the draws is told by itself.';

const MEANT =
  'All this says how sure one can be of what this model does, and nothing of how near the model is to the world.';

/** How the numbers of a study are made, and what they do not say. */
export function methodsOf(
  { drawn }: Pick<StudyHead, 'drawn'>,
  { stopped }: Pick<Summary, 'stopped'>,
): string {
  return [
    METHODS,
    ...(drawn.length > 0 ? [DRAWN] : []),
    MEANT,
    ...(stopped?.why === 'narrow' ? [LOOKED_AT] : []),
  ].join(' ');
}
