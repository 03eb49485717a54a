import fc from 'fast-check';
import { type CampaignEvent, type Move, type PartyEvent, PUBLICITY } from '../../src/campaign/event.ts';
import { drawHidden, settle } from '../../src/campaign/settle.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { startCompiled } from '../../src/statechart/compiled.ts';
import { legalMoves } from '../../src/statechart/legal.ts';
import type { Position, Runner } from '../../src/statechart/position.ts';
import { SCENARIO_IDS, scenario } from '../library.ts';

/** A number in [0, 1) for each choice that random play makes, and how wild it is. */
export const luck = fc.array(fc.integer({ min: 0, max: 2 ** 24 - 1 }), { minLength: 40, maxLength: 600 });

/** Choices drawn one after another; when they run out they begin again, shifted. */
export function choices(numbers: readonly number[]): () => number {
  let index = 0;
  return () => {
    const drawn = (numbers[index % numbers.length] ?? 0) / 2 ** 24;
    const shift = Math.floor(index / numbers.length) * 0.618;
    index++;
    return (drawn + shift) % 1;
  };
}

export function randomParameters(scenario: Scenario, random: () => number) {
  return settle(scenario, drawHidden(scenario, random));
}

/** Any event at all, most often one that is possible now, sometimes nonsense. */
export function anyEvent(position: Position, random: () => number): CampaignEvent {
  const { campaign } = position;
  const { groups, mediators } = campaign.parameters;
  const counts = (scale: number) =>
    groups.map(() => (random() < 0.6 ? 0 : Math.floor(random() * scale) - (random() < 0.05 ? 2 : 0)));
  const heldPart = () => campaign.held.map(held => (random() < 0.7 ? 0 : Math.floor(random() * (held + 1))));
  const party = random() < 0.9 && campaign.toMove !== null ? campaign.toMove : random() < 0.5 ? 0 : 1;
  const moves: Move[] = [
    { type: 'wait' },
    {
      type: 'publicise',
      what: PUBLICITY[Math.floor(random() * PUBLICITY.length)] ?? 'appeal',
    },
    { type: 'release', people: random() < 0.5 ? heldPart() : counts(5) },
    {
      type: 'proposeTalks',
      mediator: random() < 0.5 ? null : Math.floor(random() * (mediators.length + 1)),
      openly: random() < 0.5,
    },
    { type: 'agree' },
    { type: 'decline' },
    {
      type: 'submitList',
      coverage: (['full', 'partial', 'inflated'] as const)[Math.floor(random() * 3)] ?? 'full',
    },
    { type: 'strikeNames', people: random() < 0.5 ? heldPart() : counts(50) },
    { type: 'askVisits' },
    { type: 'offer', deal: counts(30) },
    { type: 'accept' },
    { type: 'refuse' },
    { type: 'callMediator', mediator: Math.floor(random() * (mediators.length + 1)) },
    { type: 'walkOut' },
    { type: 'handOver' },
    { type: 'withhold' },
    { type: 'resume' },
  ];
  const none = groups.map(() => 0);
  const world: CampaignEvent[] = [
    { type: 'dayBegins' },
    {
      type: 'captured',
      people: counts(20).map(Math.abs),
      heard: { low: none, best: none, high: counts(20).map(Math.abs) },
      strength: [random(), random()],
    },
    { type: 'pressReport', about: party, strength: random() },
    { type: 'captivityWears', ill: heldPart(), died: counts(3) },
    {
      type: 'verificationBegins',
      days: Math.floor(random() * 6),
      capacity: 1 + Math.floor(random() * 200),
      found: [true, false],
    },
    { type: 'handOverSet', days: 1 + Math.floor(random() * 4) },
    { type: 'accident', days: 7 },
    { type: 'mediatorProposes', deal: counts(20).map(Math.abs) },
    { type: 'horizonReached' },
  ];
  const dice = random();
  if (dice < 0.35) {
    const legal = legalMoves(position);
    const type = legal[Math.floor(random() * legal.length)]?.type;
    const move = moves.find(candidate => candidate.type === type);
    if (move) return { ...move, party } as PartyEvent;
  }
  if (dice < 0.55)
    return { ...(moves[Math.floor(random() * moves.length)] ?? { type: 'wait' }), party } as PartyEvent;
  if (dice < 0.8) return { type: 'dayBegins' };
  return world[Math.floor(random() * world.length)] ?? { type: 'dayBegins' };
}

/** Sends `steps` random events and shows each with the position before and after. */
export function playAtRandom(
  runner: Runner,
  random: () => number,
  steps: number,
  look: (before: Position, event: CampaignEvent, refused: boolean, after: Position) => void,
): void {
  for (let step = 0; step < steps && !runner.position.done; step++) {
    const before = runner.position;
    const event = anyEvent(before, random);
    const refused = runner.send(event) !== null;
    look(before, event, refused, runner.position);
  }
}

/** What is to hold in a position; `random` is for whatever else the check wants drawn. */
export type PositionCheck = (position: Position, random: () => number) => void;

/** Checks every position that random play comes to, in every scenario. */
export function overScenarios(
  how: { readonly numRuns: number; readonly seed: number },
  check: PositionCheck,
): void {
  for (const id of SCENARIO_IDS) {
    const described = scenario(id);
    const property = fc.property(luck, numbers => {
      const random = choices(numbers);
      const runner = startCompiled(randomParameters(described, random));
      playAtRandom(runner, random, 60, (_, __, refused, after) => {
        if (!refused) check(after, random);
      });
    });
    fc.assert(property, how);
  }
}
