import type { StudyFile } from '../../scenario/study-schema.ts';
import { keyList } from '../key-list.ts';

/* What the keys of a study mean. The types see to it that none is missing. */

const STUDY: Readonly<Record<keyof StudyFile, string>> = {
  study: '1, the version of the format; may be left out',
  title: 'what it is to find out, in a line',
  scenario: 'by its name, or by its path from the study; or a list of them',
  runs: 'how many seeds, 1 and on, are played at every setting (1000)',
  seeds: 'or which: { from: 1001, to: 2000 }, or a list',
  seats: 'who sits for a party: { russia: parity }',
  set: 'other values for figures, for all runs: { trust: 0.5 }',
  vary: 'figures by their path, or seats.PARTY: a list of values, { from: 0, to: 40, step: 10 } or { from: 0, to: 1, points: 5 }; every combination is played, with the same seeds',
  draw: 'figures that are not known: { low: 0, high: 8 } is drawn evenly between the two, { low: 0, best: 2, high: 8 } from the triangular distribution; each by itself, at every setting the same',
  draws: 'how often they are drawn, all together: second-order Monte Carlo',
  metrics: 'what is measured; see below',
  thresholds:
    'what must come out, each as below, or { that: home.mean >= 1000, where: { trust: 0.5 } } for some settings alone',
};

/** For the help: what a study may say. */
export function formatStudyKeys(): string {
  return keyList('Keys of a study (scenarios/kursk-2024/reluctance.study.yaml is one):\n', STUDY);
}
