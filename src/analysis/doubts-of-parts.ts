import type { Effect, Inject, Instruction, Mediator, Scenario } from '../scenario/scenario.ts';
import type { Doubt, DoubtRule } from './doubt.ts';

/* Parts of a scenario that can never come to bear, or ask for what cannot be. */

type Found = Omit<Doubt, 'rule'>;

/** Chance below which a thing is as good as impossible. */
const HARDLY_EVER = 0.02;
/** Chance that both sides accept a mediator below which it is there for nothing. */
const SELDOM = 0.1;

export const unacceptedMediator: DoubtRule = {
  id: 'unaccepted-mediator',
  asks: ({ mediators }) =>
    mediators
      .filter(mediator => chanceOfBoth(mediator) < SELDOM)
      .map(mediator => ({
        path: ['mediators', mediator.id, 'acceptance'],
        message: `both sides accept it in ${percent(chanceOfBoth(mediator))} of campaigns: it will hardly ever come to the table`,
      })),
};

function chanceOfBoth({ acceptance: [first, second] }: Mediator): number {
  return first.best * second.best;
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

export const impossibleInject: DoubtRule = {
  id: 'impossible-inject',
  asks: scenario => scenario.injects.flatMap(inject => injectDoubts(scenario, inject)),
};

function injectDoubts(scenario: Scenario, { id, chance, effects }: Inject): Found[] {
  const at = ['injects', id];
  const unable = effects.filter(effect => isVain(scenario, effect));
  return [
    ...(chance && chance.toDay < chance.fromDay
      ? [{ path: [...at, 'to'], message: 'it ends before it begins, so the news never comes' }]
      : []),
    ...(chance && chance.toDay >= chance.fromDay ? tooRare(at, chance) : []),
    ...unable.map(() => ({
      path: [...at, 'effects'],
      message: 'it brings a mediator whom both sides hardly ever accept, so it does nothing',
    })),
  ];
}

function tooRare(at: readonly string[], { perDay, fromDay, toDay }: NonNullable<Inject['chance']>): Found[] {
  const days = toDay - fromDay + 1;
  const ever = 1 - (1 - perDay.best) ** days;
  if (ever >= HARDLY_EVER) return [];
  return [
    {
      path: [...at, 'chance'],
      message: `a chance of ${perDay.best} a day over ${days} days: the news comes in ${percent(ever)} of campaigns`,
    },
  ];
}

function isVain({ mediators }: Scenario, effect: Effect): boolean {
  if (effect.kind !== 'mediator') return false;
  return mediators.some(mediator => mediator.id === effect.mediator && chanceOfBoth(mediator) < SELDOM);
}

export const idleCaptureRate: DoubtRule = {
  id: 'idle-capture-rate',
  asks: ({ captureRates }) =>
    captureRates.flatMap(({ perWeek, fromDay, toDay }, index) => {
      const expected = (perWeek.best * (toDay - fromDay + 1)) / 7;
      if (expected >= 1) return [];
      return [
        {
          path: ['capture-rates', index, 'per-week'],
          message: `${perWeek.best} a week over ${toDay - fromDay + 1} days captures less than one person`,
        },
      ];
    }),
};

export const impossibleInstruction: DoubtRule = {
  id: 'impossible-instruction',
  asks: scenario =>
    scenario.parties.flatMap(({ id, instructions }) =>
      instructions.flatMap((instruction, order) =>
        instructionDoubts(scenario, instruction, ['parties', id, 'instructions', order]),
      ),
    ),
};

function instructionDoubts(scenario: Scenario, instruction: Instruction, at: Found['path']): Found[] {
  if ('never' in instruction) return neverOwed(scenario, instruction.never, at);
  return instruction.must
    .map(({ group, people }) => ({ group, wanted: people.best, most: mostEverHeld(scenario, group) }))
    .filter(({ wanted, most }) => wanted > most)
    .map(({ group, wanted, most }) => ({
      path: [...at, 'must', group],
      message: `asks for ${wanted} of a group of which at most ${most} are ever held`,
    }));
}

function neverOwed({ groups }: Scenario, never: readonly string[], at: Found['path']): Found[] {
  return never.flatMap((id, index) => {
    const owed = groups.find(group => group.id === id && group.standing !== 'tradeable');
    if (!owed) return [];
    return [
      {
        path: [...at, 'never', index],
        message: `they are ${owed.standing === 'civilian' ? 'civilians' : 'seriously wounded and sick'}: the law says that they must go home whatever is given`,
      },
    ];
  });
}

/** Without bound where chance, illness or an inject can add to them. */
function mostEverHeld({ groups, captures, captureRates, injects }: Scenario, id: string): number {
  const grows =
    captureRates.some(({ mix }) => mix.some(({ group }) => group === id)) ||
    groups.some(({ whenIll }) => whenIll === id) ||
    injects.some(({ effects }) =>
      effects.some(effect => effect.kind === 'captured' && effect.groups.some(({ group }) => group === id)),
    ) ||
    captures.some(({ total }) => total?.rest === id);
  if (grows) return Number.POSITIVE_INFINITY;
  const captured = captures.flatMap(capture => capture.groups.filter(({ group }) => group === id));
  const held = groups.find(group => group.id === id)?.held.high ?? 0;
  return captured.reduce((most, { people }) => most + people.high, held);
}

/** People from which on some can be expected to fall ill within a campaign. */
const MANY = 20;

export const noPlaceForTheIll: DoubtRule = {
  id: 'no-place-for-the-ill',
  asks: ({ groups, lawOfWar }) =>
    groups
      .filter(
        ({ standing, whenIll, held }) =>
          lawOfWar && standing === 'tradeable' && whenIll === undefined && held.high >= MANY,
      )
      .map(({ id }) => ({
        path: ['groups', id],
        part: 'key' as const,
        message:
          'no `when-ill`: those of them who fall seriously ill stay in the bargain, though the law says that they are owed (GC III art. 109)',
      })),
};

/** Characters of a name from which on it is cut in two columns of people on a screen of 80. */
const WIDE_NAME = 20;

export const cutName: DoubtRule = {
  id: 'cut-name',
  asks: ({ groups }) =>
    groups
      .filter(({ name, short }) => short === undefined && name.length > WIDE_NAME)
      .map(({ id, name }) => ({
        path: ['groups', id, 'name'],
        message: `${name.length} characters and no \`short\`: it is cut where a column is narrow`,
      })),
};

export const sameShort: DoubtRule = {
  id: 'same-short',
  asks: ({ groups }) =>
    groups
      .filter(
        ({ short, holder }, index) =>
          short !== undefined &&
          groups.findIndex(other => other.holder === holder && (other.short ?? other.name) === short) < index,
      )
      .map(({ id, short }) => ({
        path: ['groups', id, 'short'],
        message: `another group of the same side is called "${short}" too where a column is narrow`,
      })),
};

export const sameName: DoubtRule = {
  id: 'same-name',
  asks: ({ groups }) =>
    groups
      .filter((group, index) => groups.findIndex(({ name }) => name === group.name) < index)
      .map(({ id, name }) => ({
        path: ['groups', id, 'name'],
        message: `another group is called "${name}" too; nobody at the table can tell them apart`,
      })),
};
