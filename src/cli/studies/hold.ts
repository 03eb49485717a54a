import { join } from 'node:path';
import { reasonOf } from '../errno.ts';
import { badInput } from '../failure.ts';
import { makeFolder } from '../make-folder.ts';
import { lock, unlock } from '../record-lock.ts';

/**
 * Makes the folder of a result and keeps one of its files to this process, until what is given back is
 * called: two that go on with the same runs would mix theirs.
 */
export function holdIn(folder: string, file: string): () => void {
  makeFolder(folder, '--out');
  const path = join(folder, file);
  const writer = writerBeside(path);
  if (writer !== null) {
    throw badInput(
      `${folder} is being written by another parley (process ${writer}); wait for it, or give another --out. ` +
        `If that is no parley, one was killed here: remove ${path}.lock`,
    );
  }
  return () => unlock(path);
}

function writerBeside(path: string): number | null {
  try {
    return lock(path);
  } catch (error) {
    throw badInput(`cannot write ${path}.lock, which keeps others from writing there: ${reasonOf(error)}`);
  }
}
