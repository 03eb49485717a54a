import { formatProblem } from '../../scenario/problem.ts';
import { cutAfter, replay as replayRecord } from '../../table/replay.ts';
import { badInput } from '../failure.ts';
import type { Played } from '../headless.ts';
import type { PictureOptions } from '../picturing.ts';
import { ruleFault } from '../record-check.ts';
import { loadRecord, type SavedRecord } from '../saved-record.ts';
import { loadScenario } from '../scenarios.ts';
import type { Shell } from '../shell.ts';
import { tellDebrief, tellOpening, tellResult, tellStory } from '../telling.ts';

export interface ReplayOptions extends PictureOptions {
  readonly json?: true;
  readonly anyway?: true;
  readonly scenario?: string;
  readonly screenReader?: boolean;
}

/** `parley replay`: steps through a record on a terminal, or prints it. */
export async function replay(shell: Shell, path: string, options: ReplayOptions): Promise<void> {
  const saved = loadRecord(path, options.scenario === undefined ? undefined : loadScenario(options.scenario));
  checkFit(shell, saved, options);
  const played = replayed(saved, options.to);
  if (options.svg !== undefined || options.cast !== undefined) {
    const { writePictures } = await import('../picturing.ts');
    return writePictures(shell, saved, options);
  }
  if (options.json) return tellResult(shell, played);
  if (shell.interactive) {
    const { replayInApp } = await import('../app.ts');
    return replayInApp(shell, saved, options);
  }
  await tellOpening(shell, saved.scenario, saved.record.header, played.replay.parameters);
  await tellStory(shell, played);
  await tellDebrief(shell, played);
}

/** A record that may not come out as it was played is refused, unless the user wants it so. */
function checkFit(shell: Shell, saved: SavedRecord, options: ReplayOptions): void {
  const { mismatch, cutOff, scenario } = saved;
  if (options.to !== undefined && options.to > scenario.days) {
    throw badInput(`--to ${options.to}: ${scenario.id} has ${scenario.days} days`);
  }
  if (cutOff) shell.note(formatProblem(cutOff));
  const last = saved.record.entries.at(-1)?.day ?? 0;
  if (options.to !== undefined && options.to > last) shell.note(`${saved.path} ends on day ${last}`);
  if (mismatch === null) return;
  if (!options.anyway)
    throw badInput(
      `${saved.path}: ${mismatch}; it may not come out as it was played. --anyway replays it all the same`,
    );
  shell.note(`${saved.path}: ${mismatch}; replayed all the same`);
}

function replayed(saved: SavedRecord, to: number | undefined): Played {
  const fault = ruleFault(saved);
  if (fault) throw badInput(formatProblem(fault));
  const { scenario, record } = saved;
  const wanted = to === undefined ? record : cutAfter(record, to);
  return { scenario, record: wanted, replay: replayRecord(scenario, wanted) };
}
