import type { Comparison } from '../analysis/backtest.ts';
import type { Climatology } from '../analysis/climatology.ts';
import type { QuantityId } from '../analysis/course.ts';
import { the } from '../scenario/article.ts';
import { PARTIES, type PartyIndex, type Scenario } from '../scenario/scenario.ts';
import { type BacktestReport, limitsOf } from './backtest-report.ts';
import { columns } from './columns.ts';
import { formatSpan } from './date.ts';
import { counted, formatCount, listed } from './people.ts';
import { wrap } from './wrap.ts';

/* A backtest for its reader: one table, how to read it, and what it cannot tell. */

export function formatBacktest(report: BacktestReport, width = 80): string {
  const paragraph = (text: string) => wrap(text, { width });
  const item = (text: string) => wrap(`- ${text}`, { width, hanging: 2 });
  return [
    opening(report).map(paragraph).join('\n'),
    table(report),
    [...legend(report).map(paragraph)].join('\n'),
    ...verdict(report).map(paragraph),
    ['What this cannot tell', ...limitsOf(report).map(item)].join('\n'),
  ].join('\n\n');
}

function opening({ scenario, runs, firstSeed, seats, recorded, climatology }: BacktestReport): string[] {
  const sitting = PARTIES.map(party => `${scenario.parties[party].name}: ${seats[party]}`).join(', ');
  const { length } = recorded.exchanges;
  const played = `${counted(runs, 'simulated campaign')}`;
  const seeds = runs === 1 ? `seed ${firstSeed}` : `seeds ${firstSeed} to ${firstSeed + runs - 1}`;
  return [
    `${scenario.title}: ${played} (${seeds}; ${sitting}) beside ${length} recorded ` +
      `${length === 1 ? 'exchange' : 'exchanges'} from ${formatSpan(scenario)}.`,
    climatology
      ? `Climatology: ${counted(climatology.windows.length, 'window')} of as many days, ${originOf(climatology)}`
      : 'No climatology: no earlier record was given (--climatology FILE.csv).',
  ];
}

function originOf({ made, from, to, apart }: Climatology): string {
  return made === 'cut'
    ? `from ${from} to ${to}, each a day after the one before; ${apart} fit without sharing a day.`
    : `put together by chance from the silences and the exchanges of ${from} to ${to}, a time shorter than the scenario.`;
}

/** What each quantity is called in the table, given the name of the side it is of. */
const LABELS: Readonly<Record<QuantityId, (name: string) => string>> = {
  exchanges: () => 'Exchanges',
  'first-day': () => 'Day of the first',
  'first-size': name => `First: home to ${the(name)}`,
  'median-size': name => `Median: home to ${the(name)}`,
  'median-gap': () => 'Days between two, median',
  'longest-silence': () => 'Longest silence, days',
  'total-home': name => `All: home to ${the(name)}`,
  equal: () => 'Equal numbers, per cent',
  'near-equal': () => 'Within a tenth, per cent',
};

export function labelOf(scenario: Scenario, { id, party }: Comparison['quantity']): string {
  return LABELS[id](party === undefined ? '' : sideOf(scenario, party));
}

/** Longest name of a party that leaves the table within 80 columns; a longer one gives way to its capital's. */
const LONGEST_NAME = 16;

function sideOf({ parties }: Scenario, party: PartyIndex): string {
  const { name, capital } = parties[party];
  return name.length > LONGEST_NAME && capital.length < name.length ? capital : name;
}

function table({ scenario, comparisons, climatology }: BacktestReport): string {
  const rows = comparisons.map(comparison => {
    const { quantity, predicted, recorded, percentile, crps } = comparison;
    const value = (amount: number | undefined) => amountText(scenario, quantity.id, amount);
    const more = recorded?.atLeast ? '+' : '';
    return [
      labelOf(scenario, quantity),
      value(predicted?.p10),
      value(predicted?.p50),
      value(predicted?.p90),
      recorded ? value(recorded.value) + more : NOTHING,
      percentile === null ? NOTHING : Math.round(percentile) + more,
      scoreText(crps),
      ...(climatology ? [scoreText(comparison.climatology?.crps ?? null)] : []),
      formatCount(predicted?.courses ?? 0),
    ];
  });
  const heading = ['', '10 %', '50 %', '90 %', 'record', 'rank', 'CRPS'];
  return columns([[...heading, ...(climatology ? ['climat.'] : []), 'of'], ...rows]);
}

const NOTHING = '-';

function amountText(scenario: Scenario, id: QuantityId, amount: number | undefined): string {
  if (amount === undefined) return NOTHING;
  if (id === 'first-day' && amount > scenario.days) return 'none';
  return amount.toLocaleString('en-US', { maximumFractionDigits: 1 });
}

function scoreText(score: number | null): string {
  if (score === null) return NOTHING;
  return score.toFixed(score < 10 ? 2 : score < 100 ? 1 : 0);
}

function legend({ comparisons, climatology, scenario }: BacktestReport): string[] {
  const partly = comparisons.some(({ recorded }) => recorded?.atLeast);
  return [
    `10, 50, 90 %: as many of the campaigns stay at or below. Record: what was recorded${partly ? '; + where a number was not published and the true one may be larger' : ''}. ` +
      'Rank: per cent of the campaigns below the record, half of those equal to it. CRPS: how far the campaigns are from the record as a ' +
      'whole, in the unit of the line; smaller is better, 0 is perfect, and a single guess scores its error.' +
      `${climatology ? ' Climat.: the CRPS of the climatology.' : ''} Of: campaigns in which there is anything to measure.`,
    `Days are counted from the first of the scenario, day 0; a campaign without an exchange counts with day ${scenario.days + 1}, "none". ` +
      'First and median are people of one exchange. The silence may be before the first exchange or after the last. ' +
      'An exchange in stages counts once, on its last day.',
  ];
}

/** What stands out, without calling it good or bad. */
function verdict({ scenario, comparisons, climatology }: BacktestReport): string[] {
  const outside = comparisons.filter(isOutside).map(({ quantity }) => labelOf(scenario, quantity));
  const scored = comparisons.filter(
    ({ crps, climatology: earlier }) => crps !== null && (earlier?.crps ?? null) !== null,
  );
  const closer = scored.filter(({ crps, climatology: earlier }) => (crps ?? 0) < (earlier?.crps ?? 0));
  return [
    outside.length === 0
      ? `Every recorded value${comparisons.some(({ recorded }) => recorded?.atLeast) ? ', as far as it was published,' : ''} lies from the 10th to the 90th percentile of the campaigns.`
      : `Recorded outside the 10th to the 90th percentile: ${listed(outside.map(label => `"${label}"`))}.`,
    ...(climatology
      ? [
          `Closer to the record than the climatology: ${closer.length} of ${scored.length} lines. The lines hang together; this is no test.`,
        ]
      : []),
  ];
}

function isOutside({ predicted, recorded }: Comparison): boolean {
  if (!predicted || !recorded) return false;
  return recorded.value > predicted.p90 || (!recorded.atLeast && recorded.value < predicted.p10);
}
