import { lint as doubtsOf } from '../../analysis/lint.ts';
import { standingOfFigures } from '../../report/figure-text.ts';
import { locate as located } from '../../scenario/place.ts';
import { formatProblem, type Parsed, type Problem } from '../../scenario/problem.ts';
import { EXIT, Failure } from '../failure.ts';
import { locate, readScenario, readScenarioText } from '../scenarios.ts';
import type { Shell } from '../shell.ts';

export interface LintOptions {
  readonly strict?: true;
}

/** `parley lint`: what is allowed in a scenario and may still not be meant, each with its line and column. */
export async function lint(shell: Shell, given: readonly string[], { strict }: LintOptions): Promise<void> {
  const files = given.map(locate);
  const read = files.map(file => ({ file, doubts: doubtsIn(file) }));
  for (const { file, doubts } of read) {
    if (!doubts.ok) await shell.print(`${doubts.problems.map(formatProblem).join('\n')}\n`);
    else await shell.print(`${[...linesOf(file, doubts.value)].join('\n')}\n`);
  }
  const unsound = read.filter(({ doubts }) => !doubts.ok).length;
  if (unsound > 0) {
    throw new Failure(
      EXIT.badInput,
      `${unsound} of ${counted(files.length, 'scenario')} not sound; only a sound one can be looked into`,
    );
  }
  const doubts = read.reduce((all, { doubts }) => all + (doubts.ok ? doubts.value.problems.length : 0), 0);
  if (doubts === 0) return;
  const summary = `${counted(doubts, 'doubt')} in ${counted(files.length, 'scenario')}`;
  if (strict) throw new Failure(EXIT.unmet, `${summary}; --strict wants none`);
  shell.note(`${summary}: allowed, and perhaps not meant`);
}

function linesOf(file: string, { problems, standing }: Looked): string[] {
  const doubts = problems.length === 0 ? [`${file}: nothing doubtful`] : problems.map(formatProblem);
  return [...doubts, `${file}: ${standing}`];
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

interface Looked {
  readonly problems: readonly Problem[];
  /** What the figures rest on, in words. */
  readonly standing: string;
}

/** The doubts of a scenario as they stand in its file. */
function doubtsIn(file: string): Parsed<Looked> {
  const scenario = readScenario(file);
  if (!scenario.ok) return scenario;
  const yaml = readScenarioText(file);
  if (!yaml.ok) return yaml;
  const { at } = located(file, yaml.value);
  const problems = doubtsOf(scenario.value).map(({ rule, path, part, message }) =>
    at(path, `${message} [${rule}]`, part),
  );
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  return { ok: true, value: { problems, standing: standingOfFigures(scenario.value) } };
}
