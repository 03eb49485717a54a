import type { Estimate } from '../../analysis/study/estimate.ts';
import { STUDY_FORMAT, type StudyHead, settingOf } from '../../analysis/study/head.ts';
import type { Stop } from '../../analysis/study/stop.ts';
import type { Summary } from '../../analysis/study/summary.ts';
import { againstCommand } from './against.ts';
import { stopWords } from './stop.ts';

/** What a study came to, as JSON; numbers to six figures, infinity as "never". */
export function formatStudyJson(head: StudyHead, summary: Summary): string {
  const where = (cell: number) => ({
    scenario: head.scenarios[head.cells[cell]?.scenario ?? 0]?.id,
    settings: head.cells[cell]?.settings,
  });
  const json = {
    parley: 'study-summary',
    format: STUDY_FORMAT,
    engine: head.engine,
    title: head.title,
    scenarios: head.scenarios.map(({ id, digest }) => ({ id, digest })),
    runs: summary.runs,
    planned: summary.planned,
    ...(summary.stopped ? { stopped: stopJson(head, summary.stopped) } : {}),
    estimates: summary.estimates.map(({ cell, metric, aggregate, estimate }) => ({
      ...where(cell),
      metric,
      aggregate,
      ...estimateJson(estimate),
    })),
    thresholds: summary.verdicts.map(({ threshold, cell, met, estimate, against }) => ({
      ...where(cell),
      threshold: threshold.text,
      met,
      ...estimateJson(estimate),
      against: against && {
        run: against.run,
        seed: settingOf(head, against.run).seed,
        value: against.value,
        decided: against.decided ?? null,
        command: againstCommand(head, against),
      },
    })),
    effects: summary.effects.map(({ scenario, difference, ...effect }) => ({
      scenario: head.scenarios[scenario]?.id,
      ...effect,
      ...estimateJson(difference),
    })),
    draws: summary.spreads.map(({ cell, metric, draws, deviation, p10, p50, p90 }) => ({
      ...where(cell),
      metric,
      draws,
      deviation: deviation === null ? null : short(deviation),
      p10: short(p10),
      p50: short(p50),
      p90: short(p90),
    })),
    correlations: summary.correlations.map(({ scenario, value, interval, ...correlation }) => ({
      scenario: head.scenarios[scenario]?.id,
      ...correlation,
      value: value === null ? null : short(value),
      interval: interval && [short(interval.low), short(interval.high)],
    })),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function stopJson(head: StudyHead, stop: Stop) {
  const { run, why, threshold } = stop;
  return { run, why, threshold: threshold?.text ?? null, words: stopWords(head, stop) };
}

function estimateJson({ value, interval, runs }: Estimate) {
  return {
    value: value === null ? null : short(value),
    interval: interval && [interval.low, interval.high].map(end => (end === null ? null : short(end))),
    method: interval?.by ?? null,
    runs,
  };
}

function short(value: number): number | string {
  return Number.isFinite(value) ? Number(value.toPrecision(6)) : 'never';
}
