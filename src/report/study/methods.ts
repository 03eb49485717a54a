import { INTERVALS } from '../../analysis/study/estimate.ts';
import type { StudyHead } from '../../analysis/study/head.ts';
import type { Summary } from '../../analysis/study/summary.ts';
import { endedEarly } from './stop.ts';

const METHODS =
  `Intervals are of 95 %: of rates the ${INTERVALS.wilson}, of means ${INTERVALS.student}, of percentiles ` +
  `${INTERVALS.order}: where there are too few campaigns for that, it is open on a side ("at least", "at most"), or ` +
  'there is none. A percentile of a day counts a campaign in which it never came as later than any. Where all ' +
  'campaigns agree the interval of a mean has no width: none was seen to differ, which is not that none could.';

const THRESHOLDS =
  'A threshold is held against the number itself and not against its interval: where it lies within that, other ' +
  'seeds might decide otherwise.';

const DIFFERENCES =
  `A difference is the mean over the seeds of what differs at each, its interval ${INTERVALS.student} over the seeds, ` +
  `of rates the ${INTERVALS.agresti}; a mean has none where it moves both ways, by setting, and every seed comes to the same; of means of days only those count at which it came at both values. Each interval stands for itself: of twenty ` +
  'about one misses, so among many differences a few seem clear that are none.';

const DRAWN =
  'Figures that are not known were drawn evenly between their ends, or from the triangular distribution where one ' +
  'value is the likeliest, each by itself. All draws are played with the same seeds. Here an interval is about both, other luck and other draws (analysis of ' +
  'variance, two ways; of rates and percentiles as of so many independent campaigns as would be as unsure, of rates ' +
  `the ${INTERVALS.clopper}), and more seeds narrow it no further than the number of draws allows. Where something ` +
  'comes about in a few draws alone, its rate may be further off than that: of studies made up to try it, the worst ' +
  'kind held the truth in 87 of 100. What is owed to the draws alone is a standard deviation from the same analysis: ' +
  'what the means of the draws differ by more than luck lets them, 0 where that is nothing. It has no interval, and ' +
  'from few draws or few seeds it may be far off: of D draws, even with seeds without end, its standard error is ' +
  'about its size over the root of 2 (D - 1). The intervals of correlations are by the transformation of Fisher.';

const ONE_DRAW =
  'The figures that are not known were drawn once: nothing is told of how others would come out, and of a mean there ' +
  'is no interval.';

const MEANT =
  'All this says how sure one can be of what this model does, and nothing of how near the model is to the world.';

/** How the numbers of a study are made, and what they do not say. */
export function methodsOf(
  { drawn, points, thresholds, varied }: Pick<StudyHead, 'drawn' | 'points' | 'thresholds' | 'varied'>,
  { stopped }: Pick<Summary, 'stopped'>,
): string {
  return [
    METHODS,
    ...(thresholds.length === 0 ? [] : [THRESHOLDS]),
    ...(varied.some(({ levels }) => levels.length > 1) ? [DIFFERENCES] : []),
    ...(drawn.length === 0 ? [] : points.some(({ draw }) => (draw ?? 1) > 1) ? [DRAWN] : [ONE_DRAW]),
    MEANT,
    ...(stopped ? [endedEarly(stopped)] : []),
  ].join(' ');
}
