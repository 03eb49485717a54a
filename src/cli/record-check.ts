import type { Problem } from '../scenario/problem.ts';
import { replay } from '../table/replay.ts';
import { openTable, resumeTable, type Sitting } from '../table/table.ts';
import type { SavedRecord } from './saved-record.ts';

/** The first line of a record is its header, so an entry stands one line further down than its number. */
const HEADER_LINES = 1;

/**
 * What is wrong with a record that could be read: that it no longer fits, that its end is missing,
 * that the rules refuse an entry, or that its chance does not follow from its seed.
 */
export function recordFaults(saved: SavedRecord): Problem[] {
  if (saved.mismatch !== null) return [at(saved, 1, saved.mismatch)];
  const torn = saved.cutOff ? [saved.cutOff] : [];
  const broken = ruleFault(saved) ?? seedFault(saved);
  return broken ? [...torn, broken] : torn;
}

function at({ path }: SavedRecord, line: number, message: string): Problem {
  return { file: path, line, column: 1, message };
}

/** An entry that the rules refuse, or that stands under another day than it happened on. */
export function ruleFault(saved: SavedRecord): Problem | null {
  const { positions, refused } = replay(saved.scenario, saved.record);
  if (refused) {
    const message = `"${refused.entry.event.type}" is not possible here: ${refused.reason.message}`;
    return at(saved, refused.index + 1 + HEADER_LINES, message);
  }
  const misdated = saved.record.entries.findIndex(
    (entry, index) => entry.day !== positions[index + 1]?.campaign.day,
  );
  const last = positions.at(-1);
  if (misdated < 0) {
    const early = saved.record.ended && last && !last.done;
    return early
      ? at(
          saved,
          saved.record.entries.length + 1 + HEADER_LINES,
          `says that it ended on day ${last.campaign.day}; ${saved.scenario.id} ends on day ${saved.scenario.days}`,
        )
      : null;
  }
  const day = positions[misdated + 1]?.campaign.day;
  return at(
    saved,
    misdated + 1 + HEADER_LINES,
    `expected day ${day}, got ${saved.record.entries[misdated]?.day}`,
  );
}

/** Whether hidden values and the world's chance are what the seed brings. */
function seedFault(saved: SavedRecord): Problem | null {
  const { scenario, record } = saved;
  const { seed, mediator } = record.header;
  const sitting: Sitting = {
    scenario,
    seed,
    seats: ['person', 'person'],
    ...(mediator ? { mediator } : {}),
  };
  const hidden = openTable(sitting).header.hidden;
  if (JSON.stringify(hidden) !== JSON.stringify(record.header.hidden)) {
    return at(saved, 1, `the hidden values are not those of the seed ${record.header.seed}`);
  }
  const resumed = resumeTable(sitting, record.entries);
  if (typeof resumed !== 'string') return null;
  const [, entry = '0'] = /^entry (\d+)/.exec(resumed) ?? [];
  return at(
    saved,
    Number(entry) + HEADER_LINES,
    resumed.replace(/^entry \d+: /, 'does not follow from the seed: '),
  );
}
