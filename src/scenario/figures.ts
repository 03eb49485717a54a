import type { Figure } from './figure.ts';
import type { Path } from './place.ts';
import type { Effect, Instruction, Scenario } from './scenario.ts';

/** A figure of a scenario and where it stands in the file. */
export interface PlacedFigure {
  readonly path: Path;
  readonly figure: Figure;
  /** What it is a number of: a share from 0 to 1, worth units, or things that are counted. */
  readonly unit: 'share' | 'worth' | 'count';
}

/** Every figure of a scenario, in the order of the file's sections. */
export function figuresOf(scenario: Scenario): PlacedFigure[] {
  const { trust, capacity, stages, arranging, teaching } = scenario;
  return [
    ...ofParties(scenario),
    ...ofGroups(scenario),
    share(['trust'], trust),
    count(['capacity'], capacity),
    ...(stages ? [count(['stages'], stages)] : []),
    count(['arranging'], arranging),
    ...ofCaptures(scenario),
    ...scenario.occasions.map(({ weight }, index) => share(['occasions', index, 'weight'], weight)),
    ...ofMediators(scenario),
    ...ofInjects(scenario),
    ...(teaching ? [count(['teaching', 'minutes'], teaching.minutes)] : []),
  ];
}

const share = (path: Path, figure: Figure): PlacedFigure => ({ path, figure, unit: 'share' });
const worth = (path: Path, figure: Figure): PlacedFigure => ({ path, figure, unit: 'worth' });
const count = (path: Path, figure: Figure): PlacedFigure => ({ path, figure, unit: 'count' });

function ofParties({ parties }: Scenario): PlacedFigure[] {
  return parties.flatMap(party => {
    const at = ['parties', party.id];
    return [
      share([...at, 'pressure'], party.pressure),
      worth([...at, 'reluctance'], party.reluctance),
      worth([...at, 'imbalance'], party.imbalance),
      worth([...at, 'precedent'], party.precedent),
      share([...at, 'patience'], party.patience),
      ...ofInstructions(party.instructions, [...at, 'instructions']),
    ];
  });
}

function ofInstructions(instructions: readonly Instruction[], at: Path): PlacedFigure[] {
  return instructions.flatMap((instruction, order) =>
    'must' in instruction
      ? instruction.must.map(({ group, people }) => count([...at, order, 'must', group], people))
      : [],
  );
}

function ofGroups({ groups }: Scenario): PlacedFigure[] {
  return groups.flatMap(group => {
    const at = ['groups', group.id];
    return [
      count([...at, 'held'], group.held),
      worth([...at, 'worth'], group.worth),
      worth([...at, 'salience'], group.salience),
      worth([...at, 'grip'], group.grip),
      ...(group.consent ? [share([...at, 'consent'], group.consent)] : []),
      ...(group.prosecuted ? [share([...at, 'prosecuted'], group.prosecuted)] : []),
    ];
  });
}

function ofCaptures({ captures, captureRates }: Scenario): PlacedFigure[] {
  const dated = captures.flatMap(({ groups, total }, index) => [
    ...groups.map(({ group, people }) => count(['captures', index, 'groups', group], people)),
    ...(total ? [count(['captures', index, 'total'], total.people)] : []),
  ]);
  const byChance = captureRates.flatMap((rate, index) => {
    const at = ['capture-rates', index];
    return [
      count([...at, 'per-week'], rate.perWeek),
      count([...at, 'batch'], rate.batch),
      ...rate.mix.map(({ group, weight }) => worth([...at, 'mix', group], weight)),
    ];
  });
  return [...dated, ...byChance];
}

function ofMediators({ mediators, parties }: Scenario): PlacedFigure[] {
  return mediators.flatMap(({ id, cover, acceptance }) => [
    share(['mediators', id, 'cover'], cover),
    ...parties.map((party, index) =>
      share(['mediators', id, 'acceptance', party.id], acceptance[index === 0 ? 0 : 1]),
    ),
  ]);
}

function ofInjects({ injects }: Scenario): PlacedFigure[] {
  return injects.flatMap(({ id, chance, effects }) => [
    ...(chance ? [share(['injects', id, 'chance'], chance.perDay)] : []),
    // An effect of the file can be several here, so it is placed with the inject as a whole.
    ...effects.flatMap(effect => ofEffect(effect, ['injects', id, 'effects'])),
  ]);
}

function ofEffect(effect: Effect, at: Path): PlacedFigure[] {
  switch (effect.kind) {
    case 'captured':
      return effect.groups.map(({ people }) => count(at, people));
    case 'pressure':
      return [share(at, effect.strength)];
    case 'trust':
      return [share(at, effect.share)];
    case 'internmentEnds':
      return [share(at, effect.trustLost)];
    case 'halt':
      return [count(at, effect.days)];
    case 'mediator':
      return [];
    case 'instruct':
      return ofInstructions(effect.instructions, at).map(placed => ({ ...placed, path: at }));
  }
}
