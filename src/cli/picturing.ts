import { existsSync } from 'node:fs';
import type { Size } from '../terminal/line.ts';
import { recordingOf, recordSvg } from '../terminal/picture.ts';
import { commandsOf } from './commands-here.ts';
import { codeOf, reasonOf } from './errno.ts';
import { badInput } from './failure.ts';
import { existsAlready } from './record-file.ts';
import type { SavedRecord } from './saved-record.ts';
import type { Shell } from './shell.ts';
import { writeNew } from './text-file.ts';

/* A record as a picture of one day, or as a recording of all of them: made from the record alone. */

export interface PictureOptions {
  readonly svg?: string;
  readonly cast?: string;
  readonly size?: Size;
  readonly pace?: number;
  readonly to?: number;
  /** What was said to find the record's scenario by. */
  readonly scenario?: string;
}

const USUAL_SIZE: Size = { columns: 100, rows: 30 };
const USUAL_PACE = 2;

/** Writes the files that were asked for, and says where. */
export async function writePictures(
  shell: Shell,
  { scenario, record }: SavedRecord,
  options: PictureOptions,
): Promise<void> {
  const { svg, cast, size = USUAL_SIZE, pace = USUAL_PACE, to, scenario: from } = options;
  const pictured = { scenario, record, size, commands: commandsOf(shell, from, scenario) };
  for (const path of [svg, cast]) if (path !== undefined) checkNew(path);
  if (svg !== undefined && svg === cast) throw badInput(`${svg}: --svg and --cast need two files`);
  if (svg !== undefined) await writePicture(shell, svg, recordSvg(pictured, to));
  if (cast !== undefined) await writePicture(shell, cast, recordingOf({ ...pictured, pace }));
}

function checkNew(path: string): void {
  if (existsSync(path)) throw badInput(existsAlready(path));
}

async function writePicture(shell: Shell, path: string, text: string): Promise<void> {
  try {
    writeNew(path, text);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw badInput(existsAlready(path));
    throw badInput(`cannot write ${path}: ${reasonOf(error)}`);
  }
  await shell.print(`${path} written\n`);
}
