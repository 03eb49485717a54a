import { startCompiled } from '../../statechart/compiled.ts';
import { digestOf } from '../../table/record.ts';
import { openTable } from '../../table/table.ts';
import type { StudyPlan } from './plan.ts';
import { seedAt } from './plan.ts';
import { seated } from './seated.ts';

/** Of how many settings a campaign is played, each with other seats or of another scenario. */
const MOST = 4;
/** Up to which day: long enough for offers and their answers, short enough for negotiators that think long. */
const LAST_DAY = 60;

/**
 * A digest of what this build plays of a study: the first campaigns of it, event by event. Two builds that
 * call themselves the same version and yet decide or reckon otherwise come to different ones, so their runs
 * are not mixed.
 */
export function fingerprintOf({
  points,
  settled,
  seeds,
}: Pick<StudyPlan, 'points' | 'settled' | 'seeds'>): string {
  const kinds = new Map<string, number>();
  for (const [index, { scenario, seats }] of points.entries()) {
    const kind = JSON.stringify([scenario, seats]);
    if (!kinds.has(kind)) kinds.set(kind, index);
  }
  const played = [...kinds.values()].slice(0, MOST).map(index => {
    const [scenario, point] = [settled[index], points[index]];
    if (!scenario || !point) return [];
    const seats = [seated(point.seats[0]), seated(point.seats[1])] as const;
    const table = openTable({ scenario, seed: seedAt(seeds, 0), seats }, () => {}, startCompiled);
    while (table.position.campaign.day <= LAST_DAY && table.step());
    return [table.header.hidden, table.entries];
  });
  return digestOf(JSON.stringify(played)).slice(0, 16);
}
