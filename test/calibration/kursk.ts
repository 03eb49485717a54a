import type { Campaign, Exchange } from '../../src/campaign/campaign.ts';
import { peopleHome } from '../../src/campaign/worth.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { startCompiled } from '../../src/statechart/compiled.ts';
import { openTable } from '../../src/table/table.ts';
import { negotiator, scenario } from '../library.ts';

/*
 * How `kursk-2024` with its standard seats compares with the record to the end of 2024: the
 * quantities, what the record says, and what is accepted. Nothing here is fitted to later events.
 */

export interface Row {
  readonly quantity: string;
  readonly record: string;
  readonly accept: string;
  readonly simulated: string;
  readonly within: boolean;
}

const UKRAINE = 0;
const RUSSIA = 1;

export function campaigns(described: Scenario, seeds: number): Campaign[] {
  const seats = [
    negotiator(described.parties[UKRAINE].seat),
    negotiator(described.parties[RUSSIA].seat),
  ] as const;
  return Array.from({ length: seeds }, (_, index) => {
    const table = openTable({ scenario: described, seed: String(index + 1), seats }, () => {}, startCompiled);
    while (table.step());
    return table.position.campaign;
  });
}

/**
 * The scenario without the captures of the operation: neither the dated ones nor the rates of the
 * Kursk region, nor the news that there is of them.
 */
export function withoutTheCaptures(described: Scenario): Scenario {
  return {
    ...described,
    captures: [],
    injects: [],
    captureRates: described.captureRates.filter(rate => !rate.name.includes('Kursk')),
  };
}

export function calibration(seeds: number): Row[] {
  const described = scenario('kursk-2024');
  const played = campaigns(described, seeds);
  const silent = campaigns(withoutTheCaptures(described), seeds);
  const overtures = played.flatMap(campaign => campaign.overtures[0] ?? []);
  const first = played.flatMap(campaign => completed(campaign)[0] ?? []);
  const days = first.map(exchange => exchange.day);
  const home = (exchange: Exchange) => peopleHome(played[0]?.parameters ?? never(), exchange.people);
  const sizes = first.map(exchange => home(exchange)[UKRAINE]);
  const even = first.filter(exchange => nearParity(home(exchange)));
  const byMoscow = share(overtures.filter(overture => overture.by === RUSSIA).length, overtures.length);
  const counts = played.map(campaign => completed(campaign).length);
  const toUkraine = played.map(peopleHomeToUkraine);
  const early = share(
    silent.filter(campaign => (completed(campaign)[0]?.day ?? Infinity) <= 60).length,
    seeds,
  );
  return [
    row('first overture comes from Moscow', 'yes', '>= 80 %', percent(byMoscow), byMoscow >= 0.8),
    between(
      'first overture, days after 6 August',
      '8',
      overtures.map(({ day }) => day),
      [6, 12],
    ),
    between('first exchange, days after 6 August', '18', days, [14, 24], 18),
    between('first exchange, people each way', '115 : 115', sizes, [80, 160]),
    row(
      'first exchange within 10 % of parity',
      'yes',
      '>= 70 %',
      percent(share(even.length, first.length)),
      share(even.length, first.length) >= 0.7,
    ),
    between('exchanges in 147 days', '5', counts, [3, 7]),
    row(
      'people home to Ukraine in 147 days',
      '551',
      '551 from p10 to p90',
      spread(toUkraine),
      holds(toUkraine, 551),
    ),
    row(
      'without the captures: first exchange within 60 days',
      'rare',
      '<= 35 %',
      percent(early),
      early <= 0.35,
    ),
  ];
}

/** Of campaigns without the operation's captures: how many have an overture from Moscow at all. */
export function overturesFromMoscowWithoutCaptures(seeds: number): number {
  const silent = campaigns(withoutTheCaptures(scenario('kursk-2024')), seeds);
  return share(
    silent.filter(({ overtures }) => overtures.some(overture => overture.by === RUSSIA)).length,
    seeds,
  );
}

function never(): never {
  throw new Error('no campaigns were played');
}

function completed(campaign: Campaign): Exchange[] {
  return campaign.exchanges.filter(exchange => exchange.completed);
}

function peopleHomeToUkraine({ parameters, ledger }: Campaign): number {
  return parameters.groups
    .filter(group => group.home === UKRAINE)
    .reduce((sum, group) => sum + (ledger.returned[group.index] ?? 0), 0);
}

function nearParity([first, second]: readonly [number, number]): boolean {
  return Math.abs(first - second) <= 0.1 * Math.max(first, second);
}

function row(quantity: string, record: string, accept: string, simulated: string, within: boolean): Row {
  return { quantity, record, accept, simulated, within };
}

/** A row whose median must lie within bounds, and whose 10th to 90th percentile must hold a value if one is given. */
function between(
  quantity: string,
  record: string,
  values: number[],
  [low, high]: [number, number],
  held?: number,
): Row {
  const median = quantile(values, 0.5);
  const within = median >= low && median <= high && (held === undefined || holds(values, held));
  const accept = `median ${low} to ${high}${held === undefined ? '' : `, ${held} from p10 to p90`}`;
  return row(quantity, record, accept, spread(values), within);
}

function holds(values: number[], value: number): boolean {
  return quantile(values, 0.1) <= value && value <= quantile(values, 0.9);
}

function spread(values: number[]): string {
  return `median ${quantile(values, 0.5)} (p10 ${quantile(values, 0.1)}, p90 ${quantile(values, 0.9)})`;
}

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function share(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : part / whole;
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}
