import type { Campaign } from '../../src/campaign/campaign.ts';
import { listed, supportedDeals } from '../../src/campaign/supported-deals.ts';
import { dealValue, gains, peopleHome, valuationOf } from '../../src/campaign/worth.ts';
import { legalOf, type Negotiator } from '../../src/negotiators/negotiator.ts';
import type { Figure } from '../../src/scenario/figure.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { startCompiled } from '../../src/statechart/compiled.ts';
import { phaseOf } from '../../src/statechart/position.ts';
import { openTable } from '../../src/table/table.ts';
import { negotiator, scenario } from '../library.ts';

/*
 * Comparative statics: what must follow when one thing is changed and everything else, luck
 * included, stays as it was. Each is measured as the mean difference between two variants of
 * `kursk-2024`, paired by seed, with its 95 % confidence interval.
 */

/** What is measured of one campaign; undefined where it did not come to that. */
export interface Measures {
  /** Day of Moscow's first overture; the horizon where it made none. */
  readonly moscowAsks: number;
  readonly preparationDays: number | undefined;
  readonly namesStruck: number | undefined;
  readonly firstSize: number | undefined;
  readonly secondSize: number | undefined;
  readonly exchanges: number;
  /**
   * Kyiv's share of the gains in the first deal, each side's gain taken as a share of the most it
   * could have had: worth units of two parties do not compare, these shares do.
   */
  readonly kyivShare: number | undefined;
  /** Joint value that the first deal left on the table, as a share of what was possible. */
  readonly leftOnTable: number | undefined;
  /** |to Kyiv - to Moscow| / the larger, in the first deal. */
  readonly lopsided: number | undefined;
  /** Kyiv's gain in the first deal, in worth units. */
  readonly kyivGain: number | undefined;
  /** Value to Moscow of all that was exchanged, in worth units, and what its releases cost it in grip added back. */
  readonly moscowLater: number;
  readonly moscowHeldBack: number;
  readonly suspensionDays: number;
}

export interface Variant {
  readonly scenario: Scenario;
  readonly seats: readonly [Negotiator, Negotiator];
}

export interface Static {
  readonly claim: string;
  readonly measure: keyof Measures;
  /** Sign that the difference (with less without) must have. */
  readonly expected: 1 | -1;
  readonly without: Variant;
  readonly with: Variant;
}

export interface Outcome {
  readonly claim: string;
  readonly measure: string;
  readonly pairs: number;
  readonly without: number;
  readonly with: number;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly holds: boolean;
}

const KYIV = 0;
const MOSCOW = 1;

/** Plays one campaign and measures it. */
export function measure({ scenario: played, seats }: Variant, seed: string): Measures {
  const table = openTable({ scenario: played, seed, seats }, () => {}, startCompiled);
  let deal: Partial<Measures> = {};
  let struck: number | undefined;
  let suspension = 0;
  let began: number | undefined;
  let preparation: number | undefined;
  for (;;) {
    const party = table.awaited();
    if (party === null) break;
    const before = table.position;
    table.step();
    const after = table.position;
    const phase = phaseOf(after.value);
    if (phase === 'suspension') suspension++;
    if (phase.startsWith('preparation')) began ??= after.campaign.day;
    if (phase.startsWith('rounds') && preparation === undefined && began !== undefined) {
      preparation = after.campaign.day - began;
      struck = after.campaign.talks.struck.reduce((sum, count) => sum + count, 0);
    }
    const agreed = !before.campaign.talks.agreement && after.campaign.talks.agreement;
    if (agreed && deal.kyivShare === undefined) deal = ofDeal(before.campaign, agreed.deal);
  }
  return {
    ...ofCampaign(table.position.campaign),
    ...deal,
    preparationDays: preparation,
    namesStruck: struck,
    suspensionDays: suspension,
  };
}

function ofDeal(campaign: Campaign, deal: readonly number[]): Partial<Measures> {
  const [kyiv, moscow] = gains(campaign, deal);
  const valuations = [valuationOf(campaign, KYIV), valuationOf(campaign, MOSCOW)] as const;
  const most = campaign.held.map((held, group) => held - (campaign.talks.struck[group] ?? 0));
  const possible = listed(supportedDeals(valuations, { most, capacity: campaign.talks.capacity }));
  const joint = dealValue(valuations[0], deal) + dealValue(valuations[1], deal);
  const best = Math.max(joint, ...possible.map(({ values }) => values[0] + values[1]));
  const [toKyiv, toMoscow] = peopleHome(campaign.parameters, deal);
  const gained = possible.map(({ deal: other }) => gains(campaign, other));
  const [most0, most1] = [0, 1].map(party =>
    Math.max(
      ...gained.filter(pair => Math.min(...pair) >= 0).map(pair => pair[party] ?? 0),
      party === 0 ? kyiv : moscow,
    ),
  ) as [number, number];
  return {
    kyivShare: kyiv / most0 / (kyiv / most0 + moscow / most1),
    kyivGain: kyiv,
    leftOnTable: (best - joint) / best,
    lopsided: Math.abs(toKyiv - toMoscow) / Math.max(1, toKyiv, toMoscow),
  };
}

function ofCampaign(
  campaign: Campaign,
): Omit<Measures, 'preparationDays' | 'namesStruck' | 'suspensionDays'> {
  const { parameters, overtures, exchanges, findings } = campaign;
  const done = exchanges.filter(exchange => exchange.completed);
  const size = (index: number) => {
    const exchange = done[index];
    return exchange ? Math.max(...peopleHome(parameters, exchange.people)) : undefined;
  };
  return {
    moscowAsks: overtures.find(overture => overture.by === MOSCOW)?.day ?? parameters.days,
    firstSize: size(0),
    secondSize: size(1),
    exchanges: done.length,
    kyivShare: undefined,
    leftOnTable: undefined,
    lopsided: undefined,
    kyivGain: undefined,
    moscowLater:
      exchanges.reduce((sum, { people }) => sum + atEverydayPressure(campaign, people), 0) -
      campaign.releases
        .filter(({ by }) => by === MOSCOW)
        .reduce((sum, { people }) => sum + atEverydayPressure(campaign, people), 0),
    moscowHeldBack: findings.filter(finding => finding.by === MOSCOW && finding.rule === 'owed-held-back')
      .length,
  };
}

/** Value to Moscow at everyday pressure, so that what is compared is who came home and not the mood of the day. */
function atEverydayPressure({ parameters }: Campaign, people: readonly number[]): number {
  return parameters.groups.reduce((sum, group) => {
    const home = group.worth * (1 + group.salience * parameters.parties[MOSCOW].pressure);
    return sum + (people[group.index] ?? 0) * (group.home === MOSCOW ? home : -group.grip);
  }, 0);
}

const remembered = new Map<Variant, Map<string, Measures>>();

/** The same variant serves several claims; it is played once. */
function measured(variant: Variant, seed: string): Measures {
  const known = remembered.get(variant) ?? new Map<string, Measures>();
  remembered.set(variant, known);
  const result = known.get(seed) ?? measure(variant, seed);
  known.set(seed, result);
  return result;
}

/** Mean paired difference with its 95 % interval (normal approximation; there are thousands of pairs). */
export function compare(statics: Static, seeds: number): Outcome {
  const pairs: [number, number][] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const without = measured(statics.without, String(seed))[statics.measure];
    const changed = measured(statics.with, String(seed))[statics.measure];
    if (without !== undefined && changed !== undefined) pairs.push([without, changed]);
  }
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const differences = pairs.map(([without, changed]) => changed - without);
  const difference = mean(differences);
  const variance = mean(differences.map(value => (value - difference) ** 2));
  const half = 1.96 * Math.sqrt(variance / pairs.length);
  const [low, high] = [difference - half, difference + half];
  return {
    claim: statics.claim,
    measure: statics.measure,
    pairs: pairs.length,
    without: mean(pairs.map(([without]) => without)),
    with: mean(pairs.map(([, changed]) => changed)),
    difference,
    low,
    high,
    holds: statics.expected > 0 ? low > 0 : high < 0,
  };
}

/** A figure for a variant: exact, and an assumption of the comparison. */
function fixed(value: number): Figure {
  return { low: value, best: value, high: value, claims: [], reason: 'varied for a comparison' };
}

function scaled(figure: Figure, factor: number): Figure {
  return { ...figure, low: figure.low * factor, best: figure.best * factor, high: figure.high * factor };
}

/** All captures of conscripts multiplied. */
function conscriptsTimes(described: Scenario, factor: number): Scenario {
  return {
    ...described,
    captures: described.captures.map(capture => ({
      ...capture,
      groups: capture.groups.map(entry =>
        entry.group === 'conscripts' ? { ...entry, people: scaled(entry.people, factor) } : entry,
      ),
      ...(capture.total ? { total: { ...capture.total, people: scaled(capture.total.people, factor) } } : {}),
    })),
    captureRates: described.captureRates.map(rate =>
      rate.mix.some(({ group }) => group === 'conscripts')
        ? { ...rate, perWeek: scaled(rate.perWeek, factor) }
        : rate,
    ),
  };
}

function withParties(
  described: Scenario,
  change: (party: Scenario['parties'][number], index: number) => Partial<Scenario['parties'][number]>,
): Scenario {
  const [first, second] = described.parties;
  return {
    ...described,
    parties: [
      { ...first, ...change(first, 0) },
      { ...second, ...change(second, 1) },
    ],
  };
}

function acceptedBy(described: Scenario, chance: number): Scenario {
  return {
    ...described,
    mediators: described.mediators.map(mediator => ({
      ...mediator,
      acceptance: [fixed(chance), fixed(chance)] as const,
    })),
  };
}

/** Kyiv holds one prisoner only, of very high worth to Moscow: the `akhmat` group made one person. */
function withSinglePerson(described: Scenario, worth: number): Scenario {
  return {
    ...described,
    groups: described.groups.map(group => {
      if (group.id === 'akhmat')
        return {
          ...group,
          held: fixed(1),
          worth: fixed(worth),
          grip: fixed(worth * 0.2),
          salience: fixed(0),
        };
      return group.holder === KYIV ? { ...group, held: fixed(0) } : group;
    }),
    captures: [],
    captureRates: [],
  };
}

/** Boulware that never sends those owed home unasked, or does so as soon as it can. */
function withRelease(releases: boolean): Negotiator {
  const base = negotiator('boulware');
  return {
    ...base,
    decide(view, legal, random) {
      const owed = legalOf(legal, 'release');
      const people = view.known.groups.map(group =>
        group.standing === 'wounded' ? (owed?.most[group.index] ?? 0) : 0,
      );
      const due =
        people.some(count => count > 0) && view.day % 28 === 2 && view.phase === 'initiation.standoff';
      const decided = base.decide(view, legal, random);
      if (decided.type === 'release') return { type: 'wait' };
      return releases && due && decided.type === 'wait' ? { type: 'release', people } : decided;
    },
  };
}

/** Boulware that breaks its first agreement. */
function breaking(): Negotiator {
  const base = negotiator('boulware');
  return {
    ...base,
    decide(view, legal, random) {
      const decided = base.decide(view, legal, random);
      return decided.type === 'handOver' && view.exchanges.length === 0 ? { type: 'withhold' } : decided;
    },
  };
}

export function allStatics(): Static[] {
  const kursk = scenario('kursk-2024');
  const seats = [negotiator('boulware'), negotiator('boulware')] as const;
  const vary = (change: (value: number) => Scenario, [without, changed]: readonly [number, number]) => ({
    without: { scenario: change(without), seats },
    with: { scenario: change(changed), seats },
  });
  const conscripts = vary(factor => conscriptsTimes(kursk, factor), [0.5, 2]);
  const trust = vary(value => ({ ...kursk, trust: fixed(value) }), [0.2, 0.7]);
  const mediators = vary(chance => acceptedBy(kursk, chance), [0, 1]);
  // Where a hand-over carries everybody who is wanted, numbers are chosen and not set by the buses.
  const roomy = { ...kursk, capacity: fixed(5000) };
  const imbalance = vary(
    value => withParties(roomy, () => ({ imbalance: fixed(value), precedent: fixed(0) })),
    [0, 1.5],
  );
  const easy = () => ({
    imbalance: fixed(0.1),
    precedent: fixed(0),
    reluctance: fixed(1),
    pressure: fixed(0.2),
  });
  const single = vary(worth => withParties(withSinglePerson(kursk, worth), easy), [40, 160]);
  const patience = vary(
    value => withParties(kursk, (_, index) => (index === KYIV ? { patience: fixed(value) } : {})),
    [0.97, 0.997],
  );
  const breach = {
    without: { scenario: kursk, seats },
    with: { scenario: kursk, seats: [seats[0], breaking()] as const },
  };
  const release = {
    without: { scenario: kursk, seats: [seats[0], withRelease(false)] as const },
    with: { scenario: kursk, seats: [seats[0], withRelease(true)] as const },
  };
  const claims: [string, keyof Measures, 1 | -1, Pick<Static, 'with' | 'without'>][] = [
    ['1 more captured conscripts: Moscow asks sooner', 'moscowAsks', -1, conscripts],
    ["1 more captured conscripts: Kyiv's share of the gains rises", 'kyivShare', 1, conscripts],
    ['2 higher trust: shorter preparation', 'preparationDays', -1, trust],
    ['2 higher trust: fewer names struck off', 'namesStruck', -1, trust],
    ['2 higher trust: larger exchanges', 'firstSize', 1, trust],
    ['2 a breach: long suspension', 'suspensionDays', 1, breach],
    ['2 a breach: smaller next exchange', 'firstSize', -1, breach],
    ['3 mediators both accept: more agreements', 'exchanges', 1, mediators],
    ['3 mediators both accept: less left on the table', 'leftOnTable', -1, mediators],
    ['4 higher imbalance cost: closer to one for one', 'lopsided', -1, imbalance],
    ['4 a single person of very high worth: many for one', 'firstSize', 1, single],
    ['5 a more patient party gets more', 'kyivGain', 1, patience],
    ['6 owed released unasked: fewer findings', 'moscowHeldBack', -1, release],
    [
      '6 owed released unasked: later exchanges lose no more than the release costs',
      'moscowLater',
      1,
      release,
    ],
  ];
  return claims.map(([claim, measure, expected, variants]) => ({ claim, measure, expected, ...variants }));
}
