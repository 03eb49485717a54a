import { STUDY_FORMAT, type StudyHead } from './head.ts';
import { metricOf } from './metrics.ts';
import { knownThreshold } from './threshold.ts';

/*
 * The head of a study as it was written to a file, where others may have changed it: what is read of it
 * later has to be there, and of the kind it was.
 */

type Fields = Readonly<Record<string, unknown>>;

/** Whether data that was read is the head of a study of the version of the format that this engine writes. */
export function isStudyHead(data: unknown): data is StudyHead {
  if (!isFields(data) || data['parley'] !== 'study' || data['format'] !== STUDY_FORMAT) return false;
  const { engine, scenarios, metrics, thresholds, seeds, cells, points, varied, drawn } = data;
  return (
    typeof engine === 'string' &&
    someOf(scenarios, isScenario) &&
    someOf(metrics, isMetric) &&
    someOf(
      cells,
      cell => isFields(cell) && indexes(cell['scenario'], scenarios) && isFields(cell['settings']),
    ) &&
    someOf(points, point => isPoint(point, { scenarios, cells })) &&
    allOf(thresholds, threshold => isThreshold(threshold, { metrics, cells })) &&
    allOf(varied, one => isFields(one) && typeof one['path'] === 'string' && Array.isArray(one['levels'])) &&
    allOf(drawn, path => typeof path === 'string') &&
    isSeeds(seeds)
  );
}

function isFields(data: unknown): data is Fields {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function allOf(data: unknown, holds: (one: unknown) => boolean): data is unknown[] {
  return Array.isArray(data) && data.every(holds);
}

function someOf(data: unknown, holds: (one: unknown) => boolean): data is unknown[] {
  return allOf(data, holds) && data.length > 0;
}

function indexes(data: unknown, list: unknown): boolean {
  return Array.isArray(list) && Number.isInteger(data) && Number(data) >= 0 && Number(data) < list.length;
}

function isScenario(data: unknown): boolean {
  if (!isFields(data)) return false;
  const { id, given, digest, days, parties, seats } = data;
  const pair = (names: unknown) => allOf(names, name => typeof name === 'string') && names.length === 2;
  const texts = [id, given, digest].every(text => typeof text === 'string');
  return texts && typeof days === 'number' && pair(parties) && pair(seats);
}

function isMetric(data: unknown): boolean {
  return typeof data === 'string' && metricOf(data) !== null;
}

function isPoint(data: unknown, { scenarios, cells }: { scenarios: unknown; cells: unknown }): boolean {
  if (!isFields(data)) return false;
  const { scenario, cell, settings, drawn, seats, changes } = data;
  return (
    indexes(scenario, scenarios) &&
    indexes(cell, cells) &&
    isFields(settings) &&
    isFields(drawn) &&
    Array.isArray(seats) &&
    Array.isArray(changes)
  );
}

function isThreshold(data: unknown, { metrics, cells }: { metrics: unknown[]; cells: unknown }): boolean {
  if (!isFields(data) || typeof data['text'] !== 'string') return false;
  const held = allOf(data['cells'], cell => indexes(cell, cells));
  try {
    return held && metrics.includes(knownThreshold(data['text']).metric.name);
  } catch {
    return false;
  }
}

function isSeeds(data: unknown): boolean {
  if (!isFields(data)) return false;
  const { list, from, count } = data;
  if (list !== undefined) return someOf(list, seed => typeof seed === 'string');
  return Number.isSafeInteger(from) && Number.isSafeInteger(count) && Number(count) > 0;
}
