import type { Campaign } from '../../campaign/campaign.ts';
import type { PerParty, Scenario } from '../../scenario/scenario.ts';
import { type Position, phaseOf } from '../../statechart/position.ts';
import type { Replay } from '../../table/replay.ts';
import type { Seat, Start } from '../../table/table.ts';
import { openTable } from '../../table/table.ts';
import { gained, leftOnTableIn, talksWithoutDealIn } from '../debrief.ts';

/** Where a campaign ended, or stood at the end of a day: what metrics are measured on. */
export interface Outcome {
  readonly campaign: Campaign;
  /** State of the talks: "handOver.arranging". */
  readonly phase: string;
  /** What only the whole course of it tells, each worked out when it is first asked for. */
  readonly course: CourseTold;
}

export interface CourseTold {
  readonly talksWithoutDeal: () => number;
  /** Worth units, by party. */
  readonly gained: () => PerParty<number>;
  /** Worth units, by party; takes many times as long as the campaign. */
  readonly leftOnTable: () => PerParty<number>;
}

export interface Sitting {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly seats: PerParty<Seat>;
}

/** Plays a campaign to its end; `deep` where its course will be asked for. */
export function outcomeOf(sitting: Sitting, start: Start, deep: boolean): Outcome {
  const positions: Position[] = [];
  const table = openTable(sitting, () => deep && positions.push(table.position), start);
  positions.push(table.position);
  while (table.step());
  return outcomeAt(table.position, deep ? { parameters: table.parameters, positions, refused: null } : null);
}

/** Where a campaign stood; what only its course tells cannot be asked for where the course is not given. */
export function outcomeAt(position: Position, replay: Replay | null): Outcome {
  const told = <T>(of: (replay: Replay) => T) =>
    once(() => {
      if (!replay) throw new Error('the course of a campaign was asked for where it was not kept');
      return of(replay);
    });
  return {
    campaign: position.campaign,
    phase: phaseOf(position.value),
    course: {
      talksWithoutDeal: told(talksWithoutDealIn),
      gained: told(gained),
      leftOnTable: told(leftOnTableIn),
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
