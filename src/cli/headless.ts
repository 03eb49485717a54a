import { setImmediate } from 'node:timers/promises';
import type { Scenario } from '../scenario/scenario.ts';
import type { CampaignRecord } from '../table/record.ts';
import { cutAfter, type Replay } from '../table/replay.ts';
import { openTable, type Sitting } from '../table/table.ts';
import { bringDue, type DatedInject } from './injects.ts';
import { RecordFile } from './record-file.ts';

/** A campaign that was played, and where it stood after each entry. */
export interface Played {
  readonly scenario: Scenario;
  readonly record: CampaignRecord;
  readonly replay: Replay;
}

export interface HeadlessPlan {
  readonly sitting: Sitting;
  /** Last day to play; the whole campaign without it. */
  readonly lastDay?: number;
  /** What is brought by hand, in the order of their days. */
  readonly injects?: readonly DatedInject[];
  /** Where the record goes; none is kept without it. */
  readonly path?: string | undefined;
}

/** Moves between two looks at whether someone wants us to stop. */
const MOVES_AT_A_STRETCH = 32;

/** Plays a campaign with a negotiator in each seat, and writes its record as it goes. */
export async function playHeadless(plan: HeadlessPlan): Promise<Played> {
  const { sitting, path } = plan;
  const { scenario } = sitting;
  const lastDay = plan.lastDay ?? scenario.days;
  const positions: Replay['positions'][number][] = [];
  let file: RecordFile | undefined;
  const table = openTable(sitting, entry => {
    if (entry.day > lastDay) return;
    positions.push(table.position);
    file?.write(entry);
  });
  positions.push(table.position);
  if (path !== undefined) {
    file = RecordFile.begin({ path, scenario, header: table.header, care: 'buffered' });
  }
  // What the world does late on the last day is dealt only when the next day is asked for.
  const waiting = [...(plan.injects ?? [])];
  const goesOn = () => {
    bringDue(table, waiting);
    return table.position.campaign.day <= lastDay && table.step();
  };
  for (let moves = 1; goesOn(); moves++) {
    if (moves % MOVES_AT_A_STRETCH === 0) await setImmediate();
  }
  const whole: CampaignRecord = { header: table.header, entries: table.entries, ended: table.position.done };
  const record = cutAfter(whole, lastDay);
  if (record.ended) file?.end();
  file?.close();
  return { scenario, record, replay: { parameters: table.parameters, positions, refused: null } };
}
