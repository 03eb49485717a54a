import { readFields, writeJson } from './kept-json.ts';
import { keptFault as words } from './words.ts';

/*
 * How a campaign is played: kept beside the record, so that it is taken up as it was left, and never in
 * it, since a record holds moves alone.
 */

export interface Manner {
  /** In running text and numbered menus; on a drawn screen otherwise. */
  readonly lines: boolean;
  /** Whether the coach may be asked for hints. */
  readonly hints: boolean;
  /** Whether each phase says what can be done in it. */
  readonly guided: boolean;
  /** The hints that were taken so far. */
  readonly taken: readonly HintTaken[];
}

/** That somebody was told what the coach would do. */
export interface HintTaken {
  readonly party: 0 | 1;
  readonly day: number;
}

/** How a campaign is played of which nothing else is kept. */
export const USUAL_MANNER: Manner = { lines: false, hints: true, guided: false, taken: [] };

/** Whether anybody would take it for granted whose settings are as given. */
export function isUsual({ lines, hints, guided, taken }: Manner, screenReader: boolean): boolean {
  return lines === screenReader && hints && !guided && taken.length === 0;
}

/** A manner as it is kept: JSON. */
export const formatManner = (manner: Manner): string => writeJson(manner);

/** A manner as it was kept, or what is wrong with it. Whatever is not said is as usual. */
export function parseManner(text: string): Manner | string {
  return readFields(text, USUAL_MANNER, ({ lines, hints, guided, taken }) => {
    if (typeof lines !== 'boolean') return words.yesOrNo('lines');
    if (typeof hints !== 'boolean') return words.yesOrNo('hints');
    if (typeof guided !== 'boolean') return words.yesOrNo('guided');
    if (!Array.isArray(taken) || !taken.every(isTaken)) return words.noHints;
    return { lines, hints, guided, taken: taken.map(({ party, day }) => ({ party, day })) };
  });
}

function isTaken(given: unknown): given is HintTaken {
  if (typeof given !== 'object' || given === null) return false;
  const { party, day } = given as Record<string, unknown>;
  return (party === 0 || party === 1) && Number.isInteger(day);
}
