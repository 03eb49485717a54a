import type { Figure, Range } from '../scenario/figure.ts';
import type { Effect, Instruction, PartyIndex, Scenario } from '../scenario/scenario.ts';
import { sum, zeros } from './counts.ts';
import { pathsIn } from './figure-paths.ts';
import type {
  CaptureRateParameters,
  GroupParameters,
  Hidden,
  MediatorParameters,
  Parameters,
  PartyParameters,
  Random,
  SettledEffect,
  SettledInstruction,
} from './parameters.ts';

/* From a scenario, whose figures may be ranges, to the numbers of one campaign. */

/** The hidden values of a campaign, and its numbers with them put in: what `settle` makes of them. */
export interface Drawn {
  readonly hidden: Hidden;
  readonly parameters: Parameters;
}

/**
 * Draws every hidden value: a triangular distribution between `low` and `high` with its mode at
 * `best`, rounded where people or days are meant. One number is drawn for every figure, range or
 * not, so that turning a range into a value leaves the others' luck as it was.
 */
export function drawCampaign(scenario: Scenario, random: Random): Drawn {
  const hidden: Record<string, number> = {};
  const pathOf = pathsIn(scenario);
  const parameters = parametersOf(scenario, {
    figure: (at, key, figure, whole) => {
      const path = pathOf(at, key);
      const drawn = triangular(figure, random());
      if (figure.low === figure.high) return settled(figure.best, whole);
      const value = whole ? Math.round(drawn) : toFourPlaces(drawn);
      hidden[path] = value;
      return value;
    },
    chance: (at, key, probability) => {
      const happens = random() < probability;
      hidden[pathOf(at, key)] = happens ? 1 : 0;
      return happens;
    },
  });
  return { hidden, parameters };
}

/** The hidden values alone. */
export function drawHidden(scenario: Scenario, random: Random): Hidden {
  return drawCampaign(scenario, random).hidden;
}

/** Inverse of the triangular distribution function at `u` in [0, 1). */
export function triangular({ low, best, high }: Range, u: number): number {
  const width = high - low;
  if (width === 0) return best;
  const peak = (best - low) / width;
  return u < peak
    ? low + Math.sqrt(u * width * (best - low))
    : high - Math.sqrt((1 - u) * width * (high - best));
}

/** People and days are whole already; rounded, they are also kept as whole numbers, which are quicker to count. */
function settled(value: number, whole = false): number {
  return whole ? Math.round(value) : value;
}

function toFourPlaces(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/** Puts the hidden values back into the scenario; a value that is missing takes its likeliest. */
export function settle(scenario: Scenario, hidden: Hidden): Parameters {
  const pathOf = pathsIn(scenario);
  return parametersOf(scenario, {
    figure: (at, key, figure, whole) => settled(hidden[pathOf(at, key)] ?? figure.best, whole),
    chance: (at, key, probability) => (hidden[pathOf(at, key)] ?? (probability >= 0.5 ? 1 : 0)) === 1,
  });
}

/** Says what a figure is in this campaign, given where it stands and its key there. */
interface Resolver {
  figure(at: string, key: string | number, figure: Figure, whole?: boolean): number;
  chance(at: string, key: string | number, probability: number): boolean;
}

function parametersOf(scenario: Scenario, resolve: Resolver): Parameters {
  const indexOf = (id: string) => scenario.groups.findIndex(group => group.id === id);
  const groups = scenario.groups.map((group, index): GroupParameters => {
    const at = `groups.${group.id}`;
    const held = resolve.figure(at, 'held', group.held, true);
    return {
      index,
      id: group.id,
      home: group.home,
      holder: group.holder,
      standing: group.standing,
      owed: group.standing !== 'tradeable',
      whenIll: group.whenIll === undefined ? -1 : indexOf(group.whenIll),
      held,
      unwilling: group.consent ? Math.round(held * (1 - resolve.figure(at, 'consent', group.consent))) : 0,
      prosecuted: group.prosecuted
        ? Math.round(held * resolve.figure(at, 'prosecuted', group.prosecuted))
        : 0,
      custody: group.custody,
      setApartBy: group.setApartBy ?? null,
      worth: resolve.figure(at, 'worth', group.worth),
      salience: resolve.figure(at, 'salience', group.salience),
      grip: resolve.figure(at, 'grip', group.grip),
      prior: { held: group.held, worth: group.worth, salience: group.salience, grip: group.grip },
    };
  });
  const capturedPeople = (capture: Scenario['captures'][number], path: string) => {
    const counts = peopleByGroup(scenario, capture.groups, path, resolve);
    if (!capture.total) return counts;
    const total = resolve.figure(path, 'total', capture.total.people, true);
    const rest = indexOf(capture.total.rest);
    counts[rest] = (counts[rest] ?? 0) + Math.max(0, total - sum(counts));
    return counts;
  };
  const likeliest = likeliestRates(scenario);
  return {
    days: scenario.days,
    groups,
    parties: [partyParameters(scenario, 0, resolve), partyParameters(scenario, 1, resolve)],
    lawOfWar: scenario.lawOfWar,
    hostilitiesEnd: scenario.hostilitiesEnd ?? Number.POSITIVE_INFINITY,
    trust: resolve.figure('', 'trust', scenario.trust),
    capacity: scenario.capacity,
    stages: scenario.stages ? resolve.figure('', 'stages', scenario.stages, true) : 1,
    arranging: scenario.arranging,
    captures: scenario.captures.map((capture, index) => ({
      day: capture.day,
      title: capture.title,
      people: capturedPeople(capture, `captures.${index}`),
    })),
    captureRates: scenario.captureRates.map((rate, index) => {
      const drawn = captureRate(scenario, rate, `capture-rates.${index}`, resolve);
      return { ...drawn, prior: likeliest[index] ?? drawn };
    }),
    occasions: scenario.occasions.map((occasion, index) => ({
      day: occasion.day,
      weight: resolve.figure(`occasions.${index}`, 'weight', occasion.weight),
    })),
    mediators: scenario.mediators.map(mediator => mediatorParameters(mediator, resolve)),
    injects: scenario.injects.map(inject => {
      const at = `injects.${inject.id}`;
      return {
        id: inject.id,
        title: inject.title,
        day: inject.day ?? null,
        chance: inject.chance
          ? { ...inject.chance, perDay: resolve.figure(at, 'chance', inject.chance.perDay) }
          : null,
        effects: inject.effects.map((effect, order) =>
          settleEffect(scenario, effect, { at: `${at}.effects`, order }, resolve),
        ),
      };
    }),
  };
}

function captureRate(
  scenario: Scenario,
  { name, fromDay, toDay, perWeek, batch, mix }: DescribedRate,
  at: string,
  resolve: Resolver,
): CaptureRateParameters {
  const weights = zeros(scenario.groups.length);
  for (const { group, weight } of mix) {
    const index = scenario.groups.findIndex(({ id }) => id === group);
    weights[index] = resolve.figure(`${at}.mix`, group, weight);
  }
  const all = weights.reduce((total, weight) => total + weight, 0);
  return {
    name,
    perDay: resolve.figure(at, 'per-week', perWeek) / 7,
    batch: resolve.figure(at, 'batch', batch),
    fromDay,
    toDay,
    mix: weights.map(weight => (all > 0 ? weight / all : 0)),
  };
}

type DescribedRate = Scenario['captureRates'][number];

// What everybody may assume of the rates is the same in every campaign of a scenario.
const ratesAssumed = new WeakMap<Scenario, readonly CaptureRateParameters[]>();

function likeliestRates(scenario: Scenario): readonly CaptureRateParameters[] {
  const known = ratesAssumed.get(scenario);
  if (known) return known;
  const resolve: Resolver = {
    figure: (_at, _key, { best }) => best,
    chance: (_at, _key, probability) => probability >= 0.5,
  };
  const rates = scenario.captureRates.map(rate => captureRate(scenario, rate, '', resolve));
  ratesAssumed.set(scenario, rates);
  return rates;
}

function settleEffect(
  scenario: Scenario,
  effect: Effect,
  { at, order }: { readonly at: string; readonly order: number },
  resolve: Resolver,
): SettledEffect {
  switch (effect.kind) {
    case 'captured':
      return { kind: 'captured', people: peopleByGroup(scenario, effect.groups, `${at}.${order}`, resolve) };
    case 'pressure':
      return { kind: 'pressure', about: effect.party, strength: resolve.figure(at, order, effect.strength) };
    case 'trust':
      return { kind: 'trust', share: resolve.figure(at, order, effect.share) };
    case 'halt':
      return { kind: 'halt', days: resolve.figure(at, order, effect.days, true) };
    case 'mediator':
      return { kind: 'mediator', mediator: scenario.mediators.findIndex(({ id }) => id === effect.mediator) };
    case 'internmentEnds':
      return {
        kind: 'internmentEnds',
        about: effect.party,
        trustLost: resolve.figure(at, order, effect.trustLost),
      };
    case 'instruct':
      return {
        kind: 'instruct',
        party: effect.party,
        instructions: settleInstructions(scenario, effect.instructions, `${at}.${order}`, resolve),
      };
  }
}

function settleInstructions(
  scenario: Scenario,
  instructions: readonly Instruction[],
  at: string,
  resolve: Resolver,
): SettledInstruction[] {
  return instructions.map((instruction, order) =>
    'must' in instruction
      ? {
          text: instruction.text,
          must: peopleByGroup(scenario, instruction.must, `${at}.${order}`, resolve),
          never: null,
        }
      : {
          text: instruction.text,
          must: null,
          never: instruction.never.map(group => scenario.groups.findIndex(({ id }) => id === group)),
        },
  );
}

function peopleByGroup(
  scenario: Scenario,
  entries: readonly { readonly group: string; readonly people: Figure }[],
  at: string,
  resolve: Resolver,
): number[] {
  const counts = zeros(scenario.groups.length);
  for (const entry of entries) {
    const index = scenario.groups.findIndex(({ id }) => id === entry.group);
    counts[index] = (counts[index] ?? 0) + resolve.figure(at, entry.group, entry.people, true);
  }
  return counts;
}

function partyParameters(scenario: Scenario, index: PartyIndex, resolve: Resolver): PartyParameters {
  const party = scenario.parties[index];
  const at = `parties.${party.id}`;
  return {
    id: party.id,
    pressure: resolve.figure(at, 'pressure', party.pressure),
    reluctance: resolve.figure(at, 'reluctance', party.reluctance),
    imbalance: resolve.figure(at, 'imbalance', party.imbalance),
    precedent: resolve.figure(at, 'precedent', party.precedent),
    patience: resolve.figure(at, 'patience', party.patience),
    parole: party.parole,
    instructions: settleInstructions(scenario, party.instructions, `${at}.instructions`, resolve),
    prior: {
      pressure: party.pressure,
      reluctance: party.reluctance,
      imbalance: party.imbalance,
      precedent: party.precedent,
      patience: party.patience,
    },
  };
}

function mediatorParameters(mediator: Scenario['mediators'][number], resolve: Resolver): MediatorParameters {
  const at = `mediators.${mediator.id}`;
  // Acceptance is drawn once a campaign, as a yes or no that only the party knows.
  const accepts = (party: PartyIndex) =>
    resolve.chance(`${at}.accepted`, party, mediator.acceptance[party].best);
  return {
    id: mediator.id,
    proposes: mediator.role === 'mediator',
    hosts: mediator.hosts,
    guarantees: mediator.guarantees,
    cover: resolve.figure(at, 'cover', mediator.cover),
    accepted: [accepts(0), accepts(1)],
    acceptance: mediator.acceptance,
  };
}
