import type { Campaign } from '../../campaign/campaign.ts';
import type { PerParty, Scenario } from '../../scenario/scenario.ts';
import { type Position, phaseOf } from '../../statechart/position.ts';
import type { Seat, Start } from '../../table/table.ts';
import { openTable } from '../../table/table.ts';
import { type Debrief, debrief } from '../debrief.ts';

/** Where a campaign ended, or stood at the end of a day: what metrics are measured on. */
export interface Outcome {
  readonly campaign: Campaign;
  /** State of the talks: "handOver.arranging". */
  readonly phase: string;
  /** The debrief, which costs about as much as the campaign itself: made when it is asked for. */
  readonly debrief: () => Debrief;
}

export interface Sitting {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly seats: PerParty<Seat>;
}

/** Plays a campaign to its end; `deep` where a debrief will be asked for. */
export function outcomeOf(sitting: Sitting, start: Start, deep: boolean): Outcome {
  const positions: Position[] = [];
  const table = openTable(sitting, () => deep && positions.push(table.position), start);
  positions.push(table.position);
  while (table.step());
  return outcomeAt(table.position, () => {
    if (!deep) throw new Error('a debrief was asked for where none was planned');
    return debrief({ parameters: table.parameters, positions, refused: null });
  });
}

export function outcomeAt(position: Position, told: () => Debrief): Outcome {
  let made: Debrief | undefined;
  return {
    campaign: position.campaign,
    phase: phaseOf(position.value),
    debrief: () => {
      made ??= told();
      return made;
    },
  };
}
