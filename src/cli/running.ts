import { readFileSync } from 'node:fs';

/** A process, told from all that bore or will bear its id. */
export interface Running {
  readonly id: number;
  /** When it began, as `whenStarted` says it; null where nobody can say. */
  readonly began: string | null;
}

/** Where Linux tells of processes; other systems have no such folder. */
const PROC = '/proc';

export function thisProcess(): Running {
  return { id: process.pid, began: whenStarted(process.pid) };
}

/**
 * When a process began, as a word that is the same as long as it runs and no other process's: the boot of
 * the machine and the clock ticks from there. Null where the system does not tell, or there is no such process.
 */
export function whenStarted(id: number, proc = PROC): string | null {
  try {
    const boot = readFileSync(`${proc}/sys/kernel/random/boot_id`, 'utf8').trim();
    const ticks = startOf(readFileSync(`${proc}/${id}/stat`, 'utf8'));
    return ticks === undefined || boot === '' ? null : `${boot}/${ticks}`;
  } catch {
    return null;
  }
}

/** Field 22 of proc_pid_stat(5), the 20th after the name, which stands in brackets and may hold any sign. */
function startOf(stat: string): string | undefined {
  return stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .at(19);
}
