import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Run, StudyHead } from '../../analysis/study/head.ts';
import { runCount } from '../../analysis/study/plan.ts';
import type { Summariser } from '../../analysis/study/summary.ts';
import { ROW_FORMATS } from '../../report/study/rows.ts';
import { badInput } from '../failure.ts';
import { runsName } from './results.ts';
import { rowsLayout } from './rows-layout.ts';
import { runsIn } from './runs-file.ts';

/** Of a row that was changed in a result that is there in full. */
const PLAY_AGAIN = 'put it back as it was, or play the study again with another --out';

type RunsRead = Generator<Run, undefined> | AsyncGenerator<Run, undefined>;

/** The runs that the folder of a study holds, in whichever format they are. */
export async function readResult(folder: string, head: StudyHead): Promise<RunsRead> {
  const format = ROW_FORMATS.find(candidate => existsSync(join(folder, runsName(candidate))));
  if (!format) throw badInput(`${folder}: expected ${ROW_FORMATS.map(runsName).join(' or ')} in it`);
  const path = join(folder, runsName(format));
  if (format !== 'parquet') return runsIn(path, rowsLayout(head, format, PLAY_AGAIN));
  const { runsInParquet } = await import('./parquet-file.ts');
  return runsInParquet(path, head, PLAY_AGAIN);
}

/** Takes in the runs of a study that was played to its end, all of which are there. */
export async function takeFinished(folder: string, head: StudyHead, summariser: Summariser): Promise<void> {
  for await (const run of await readResult(folder, head)) summariser.add(run);
  const planned = runCount(head);
  if (summariser.stopped || summariser.runs === planned) return;
  throw badInput(
    `${folder} holds this study played to its end, and only ${summariser.runs} of its ${planned} runs: some were lost; give another --out`,
  );
}
