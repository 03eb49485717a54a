import type { Comparison, Spread } from '../analysis/backtest.ts';
import type { Measured } from '../analysis/course.ts';
import { PARTIES, type PerParty, type Scenario } from '../scenario/scenario.ts';
import { ENGINE, scenarioDigest } from '../table/record.ts';
import { type BacktestReport, limitsOf } from './backtest-report.ts';
import { roundedOrNull } from './rounded.ts';

/** Decimals of scores and spreads. */
const DIGITS = 4;

/** Version of the format: raised when a field changes its meaning or goes away. */
export const BACKTEST_FORMAT = 1;

/**
 * A backtest as JSON. The same scenario, record, seeds and seats give the same bytes. Days count from
 * 0; scores and spreads are rounded to 4 decimals, in the unit of their quantity: exchanges, days,
 * people or per cent. `atLeast` says that a number was not published and the value may be larger.
 */
export function formatBacktestJson(report: BacktestReport): string {
  const { scenario, recorded, climatology } = report;
  const byParty = <T>(values: PerParty<T>) =>
    Object.fromEntries(PARTIES.map(party => [scenario.parties[party].id, values[party]]));
  const result = {
    parley: 'backtest',
    format: BACKTEST_FORMAT,
    engine: ENGINE,
    scenario: scenario.id,
    scenarioDigest: scenarioDigest(scenario),
    seats: byParty(report.seats),
    runs: report.runs,
    firstSeed: report.firstSeed,
    record: {
      outside: report.outside,
      exchanges: recorded.exchanges.map(({ day, home }) => ({ day, home: byParty(home) })),
    },
    climatology: climatology && {
      made: climatology.made,
      from: climatology.from,
      to: climatology.to,
      windows: climatology.windows.length,
      apart: climatology.apart,
    },
    quantities: report.comparisons.map(comparison => quantityJson(scenario, comparison)),
    released: byParty([spreadJson(report.released[0]), spreadJson(report.released[1])]),
    limits: limitsOf(report),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function quantityJson(scenario: Scenario, comparison: Comparison) {
  const { quantity, climatology } = comparison;
  return {
    quantity: quantity.id,
    ...(quantity.party === undefined ? {} : { party: scenario.parties[quantity.party].id }),
    predicted: spreadJson(comparison.predicted),
    recorded: recordedJson(comparison.recorded),
    percentile: roundedOrNull(comparison.percentile, DIGITS),
    crps: roundedOrNull(comparison.crps, DIGITS),
    climatology: climatology && { ...spreadJson(climatology), crps: roundedOrNull(climatology.crps, DIGITS) },
  };
}

function spreadJson(spread: Spread | null) {
  return (
    spread && {
      courses: spread.courses,
      p10: roundedOrNull(spread.p10, DIGITS),
      p50: roundedOrNull(spread.p50, DIGITS),
      p90: roundedOrNull(spread.p90, DIGITS),
    }
  );
}

function recordedJson(recorded: Measured | null) {
  return recorded && { value: roundedOrNull(recorded.value, DIGITS), atLeast: recorded.atLeast };
}
