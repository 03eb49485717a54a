import { setImmediate } from 'node:timers/promises';
import { PARTIES, type PerParty, type Scenario } from '../scenario/scenario.ts';
import { startCompiled } from '../statechart/compiled.ts';
import type { CampaignRecord, Entry } from '../table/record.ts';
import { cutAfter, type Replay } from '../table/replay.ts';
import { openTable, type Sitting, type Table } from '../table/table.ts';
import { bringDue, type DatedInject } from './injects.ts';
import { type OutsidePlan, OutsidePlayer } from './outside-player.ts';
import { RecordFile } from './record-file.ts';

/** A campaign that was played, and where it stood after each entry. */
export interface Played {
  readonly scenario: Scenario;
  readonly record: CampaignRecord;
  readonly replay: Replay;
}

/** The same, with the programs that sat in its seats. */
export interface PlayedHeadless extends Played {
  readonly programs: readonly OutsidePlayer[];
}

export interface HeadlessPlan {
  readonly sitting: Sitting;
  /** Last day to play; the whole campaign without it. */
  readonly lastDay?: number;
  /** What is brought by hand, in the order of their days. */
  readonly injects?: readonly DatedInject[];
  /** Where the record goes; none is kept without it. */
  readonly path?: string | undefined;
  /** What programs in the seats need: how long an answer may take, in milliseconds, and our environment. */
  readonly programs?: Pick<OutsidePlan, 'timeout' | 'env'>;
}

/** Moves between two looks at whether someone wants us to stop. */
const MOVES_AT_A_STRETCH = 32;

/** Plays a campaign with a negotiator or a program in each seat, and writes its record as it goes. */
export async function playHeadless(plan: HeadlessPlan): Promise<PlayedHeadless> {
  const { sitting, path } = plan;
  const { scenario } = sitting;
  const lastDay = plan.lastDay ?? scenario.days;
  const positions: Replay['positions'][number][] = [];
  let file: RecordFile | undefined;
  const scribe = (entry: Entry) => {
    if (entry.day > lastDay) return;
    positions.push(table.position);
    file?.write(entry);
  };
  // Nobody looks at the chart while it is played, and the compiled one is there in half the time.
  const table: Table = openTable(sitting, scribe, startCompiled);
  positions.push(table.position);
  const players = await sitDown(plan, table);
  try {
    if (path !== undefined) {
      file = RecordFile.begin({ path, scenario, header: table.header, care: 'buffered' });
    }
    await playOut(table, lastDay, plan.injects ?? [], players);
  } finally {
    for (const player of players) await player?.leave();
  }
  const whole: CampaignRecord = { header: table.header, entries: table.entries, ended: table.position.done };
  const record = cutAfter(whole, lastDay);
  if (record.ended) file?.end();
  file?.close();
  const replay = { parameters: table.parameters, positions, refused: null };
  return { scenario, record, replay, programs: players.filter(player => player !== null) };
}

type Players = PerParty<OutsidePlayer | null>;

async function playOut(
  table: Table,
  lastDay: number,
  injects: readonly DatedInject[],
  players: Players,
): Promise<void> {
  // What the world does late on the last day is dealt only when the next day is asked for.
  const waiting = [...injects];
  const goesOn = () => {
    bringDue(table, waiting);
    return table.position.campaign.day <= lastDay;
  };
  for (let moves = 1; goesOn(); moves++) {
    if (moves % MOVES_AT_A_STRETCH === 0) await setImmediate();
    if (table.step()) continue;
    const party = table.awaited();
    const player = party === null ? null : players[party];
    if (party === null || !player) break;
    await player.play(table, party);
  }
  for (const party of PARTIES) players[party]?.tellEnd(table, party);
}

/** Starts the programs that sit here. Where one cannot begin, those that have are ended and nothing is played. */
async function sitDown({ sitting, programs }: HeadlessPlan, table: Table): Promise<Players> {
  const { scenario, seed, seats } = sitting;
  const players: [OutsidePlayer | null, OutsidePlayer | null] = [null, null];
  for (const party of PARTIES) {
    const seat = seats[party];
    if (seat === 'person' || !('outside' in seat) || !programs) continue;
    const plan = { scenario, party, name: seat.name, seed, ...programs };
    try {
      players[party] = await OutsidePlayer.sit(plan, table.view(party).known);
    } catch (error) {
      await players[0]?.leave();
      throw error;
    }
  }
  return players;
}
