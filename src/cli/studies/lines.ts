import { closeSync, openSync, readSync } from 'node:fs';
import { reasonOf } from '../errno.ts';
import { badInput } from '../failure.ts';

/** The whole lines of a file, a piece of it in memory at a time. */
export function* linesOf(path: string): Generator<string, undefined> {
  const handle = openToRead(path);
  const piece = Buffer.alloc(1 << 16);
  let rest: Buffer = Buffer.alloc(0);
  const read = () => readInto(piece, { path, handle });
  try {
    for (let size = read(); size > 0; size = read()) {
      const text = Buffer.concat([rest, piece.subarray(0, size)]);
      let from = 0;
      for (let at = text.indexOf(10); at >= 0; at = text.indexOf(10, from)) {
        yield text.toString('utf8', from, at);
        from = at + 1;
      }
      rest = text.subarray(from);
    }
  } finally {
    closeSync(handle);
  }
  return undefined;
}

function openToRead(path: string): number {
  return readable(path, () => openSync(path, 'r'));
}

/** Also of a folder, which can be opened like a file. */
function readInto(
  piece: Buffer,
  { path, handle }: { readonly path: string; readonly handle: number },
): number {
  return readable(path, () => readSync(handle, piece));
}

function readable(path: string, read: () => number): number {
  try {
    return read();
  } catch (error) {
    throw badInput(`${path}: cannot be read: ${reasonOf(error)}`);
  }
}
