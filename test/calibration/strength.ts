import { GainsTally } from '../../src/negotiators/gains-tally.ts';
import type { Negotiator } from '../../src/negotiators/negotiator.ts';
import type { PartyIndex, Scenario } from '../../src/scenario/scenario.ts';
import { startCompiled } from '../../src/statechart/compiled.ts';
import { openTable } from '../../src/table/table.ts';

/*
 * How strong negotiators are: what a party gains over the whole campaign when one or another sits in
 * its seat, against the same opponent and under the same luck of the world.
 */

/** Worth units that the party in `seat` gained in a campaign, as the debrief counts them. */
export function gainIn(
  scenario: Scenario,
  seed: string,
  seats: readonly [Negotiator, Negotiator],
  seat: PartyIndex,
) {
  let tally: GainsTally | undefined;
  const table = openTable(
    { scenario, seed, seats },
    () => tally?.note(table.position.campaign),
    startCompiled,
  );
  tally = new GainsTally(table.position.campaign);
  while (table.step());
  return tally.gained(table.position.campaign, false)[seat];
}

export interface Estimate {
  readonly mean: number;
  /** Half the width of the 95 % interval of the mean, by the normal approximation. */
  readonly margin: number;
}

export function estimate(sample: readonly number[]): Estimate {
  const mean = sample.reduce((sum, x) => sum + x, 0) / sample.length;
  const variance = sample.reduce((sum, x) => sum + (x - mean) ** 2, 0) / Math.max(1, sample.length - 1);
  return { mean, margin: 1.96 * Math.sqrt(variance / sample.length) };
}
