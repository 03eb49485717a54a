import { INTERVALS } from '../../analysis/study/estimate.ts';

/** How the numbers of a study are made, and what they do not say. */
export const METHODS =
  `Intervals are of 95 %: of rates the ${INTERVALS.wilson}, of means ${INTERVALS.student}, of percentiles ` +
  `${INTERVALS.order}. A percentile of a day counts a campaign in which it never came as later than any. It ` +
  'says how sure one can be of what this model does, and nothing of how near the model is to the world.';
