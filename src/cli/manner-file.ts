import { formatManner, type Manner, parseManner } from '../terminal/manner.ts';
import { besideRecord, type KeptFile, keptBeside } from './kept-file.ts';

/** Where it is kept how the campaign of a record is played. */
export function mannerPath(record: string): string {
  return besideRecord(record, 'manner');
}

/** `fresh`: the record has only been begun. */
export function mannerFile(record: string, fresh = false): KeptFile<Manner> {
  const path = mannerPath(record);
  return keptBeside(
    {
      path,
      format: formatManner,
      parse: parseManner,
      otherwise: 'it is played as usual',
      cannotKeep: `cannot keep in ${path} how it is played`,
    },
    fresh,
  );
}
