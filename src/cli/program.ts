import { readFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { formatResultFields } from '../report/result-fields.ts';
import { formatScriptFields } from '../report/script-fields.ts';
import { formatScriptKeys } from '../report/script-keys.ts';
import { wrap } from '../report/wrap.ts';
import { addAnalyse } from './analysing.ts';
import type { PlayChoices } from './app.ts';
import { addAuthoring } from './authoring.ts';
import { addCoach } from './coaching.ts';
import { collect } from './collect.ts';
import type { CheckOptions } from './commands/check.ts';
import type { GraphOptions } from './commands/graph.ts';
import type { ReplayOptions } from './commands/replay.ts';
import type { RunOptions } from './commands/run.ts';
import type { ShowOptions } from './commands/show.ts';
import { addContests } from './contests.ts';
import { badInput } from './failure.ts';
import { screenSize, screensPerSecond, wholeDay, workers } from './numbers.ts';
import type { Shell } from './shell.ts';
import { addStudying, reporterOption } from './studying.ts';

/*
 * The commands and their options. Each command's module is loaded when it is called, so that help
 * and version answer at once.
 */

/** Runs the command that the arguments name; fails with a `Failure`. */
export async function runProgram(shell: Shell, argv: readonly string[]): Promise<void> {
  const told: string[] = [];
  const program = makeProgram(shell, text => told.push(text));
  if (argv[0] === 'help' && argv[1] !== undefined) expectCommand(program, argv[1]);
  for (const command of program.commands) refuseRepeats(command);
  try {
    await program.parseAsync(argv.length === 0 ? ['--help'] : argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version end in an error too, with exit code 0.
    if (error.exitCode !== 0) throw badInput(usageFault(error.message));
  }
  if (told.length > 0) await shell.print(told.join(''));
}

/** The library would print the help of everything for a command that does not exist. */
function expectCommand(program: Command, given: string): void {
  const known = program.commands.map(command => command.name());
  if (given === 'help' || known.includes(given)) return;
  throw badInput(usageFault(`unknown command "${given}", expected one of ${known.join(', ')}`));
}

/** An option that is given twice would silently keep the last; only those that collect may be repeated. */
function refuseRepeats(command: Command): void {
  for (const option of command.options.filter(({ parseArg }) => parseArg !== collect)) {
    let given = 0;
    command.on(`option:${option.name()}`, () => {
      if (++given > 1) throw badInput(`${option.long ?? option.flags} is given twice; give it once`);
    });
  }
}

/** Commander's message as one line of ours. */
function usageFault(message: string): string {
  const line = message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
  return `${line.replace(/[.\s]+$/, '')}; \`parley --help\` and \`parley help COMMAND\` tell more`;
}

function makeProgram(shell: Shell, tell: (text: string) => void): Command {
  const program = new Command('parley')
    .description(ABOUT)
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    // Descriptions are folded beside the commands at 60 columns too; the library leaves off below forty of their own.
    .configureHelp({ minWidthToWrap: 16 })
    .configureOutput({
      writeOut: tell,
      writeErr: () => {},
      outputError: () => {},
      getOutHelpWidth: () => shell.width,
    })
    .addHelpText('after', epilogue(shell.width));
  addPlay(program, shell);
  addRun(program, shell);
  addReplay(program, shell);
  addCheck(program, shell);
  addList(program, shell);
  addShow(program, shell);
  addGraph(program, shell);
  addAnalyse(program, shell);
  addAuthoring(program, shell);
  addContests(program, shell);
  addCoach(program, shell);
  addStudying(program, shell);
  return program;
}

function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

const ABOUT =
  'A simulator of prisoner-exchange negotiations. Two parties, each holding people of the other, decide day ' +
  'by day whether to talk, whom to ask for and what to give. Play one side in a terminal, or let negotiators ' +
  'play and read what came of it. It explains; it does not predict.';

const EXAMPLES = [
  ['parley play kursk-2024 --as ukraine', 'sit at the table for Kyiv'],
  ['parley run kursk-2024 --seed 7 --json', 'a campaign without a person, as JSON'],
  ['parley show kursk-2024', 'the scenario, its figures and sources'],
] as const;

const WHAT_A_SCENARIO_IS = 'A SCENARIO is an identifier (parley list), a folder, or a scenario.yaml.';

const EXIT_CODES =
  'Exit codes: 0 fine; 1 an expectation, a threshold or a tolerance is not met, or a program forfeited its ' +
  'seat; 2 bad usage or input, or what the machine refuses, such as a full disk; 70 internal error; ' +
  '130 interrupted; 143 asked to end.';

function epilogue(width: number): string {
  const texts = [WHAT_A_SCENARIO_IS, EXIT_CODES].map(text => wrap(text, { width }));
  return ['', 'Examples:', ...examples(width), ...texts.flatMap(text => ['', text]), ''].join('\n');
}

/** Each command with what it does beside it, or all of them with it below where one would not fit. */
function examples(width: number): string[] {
  const column = Math.max(...EXAMPLES.map(([command]) => command.length)) + 4;
  const beside = EXAMPLES.map(([command, does]) => `  ${command}`.padEnd(column) + does);
  if (beside.every(line => line.length <= width)) return beside;
  return EXAMPLES.flatMap(([command, does]) => [
    wrap(command, { width, indent: 2, hanging: 4 }),
    wrap(does, { width, indent: 6 }),
  ]);
}

const SCREEN_READER = 'running text and numbered menus instead of a screen';

function addPlay(program: Command, shell: Shell): void {
  program
    .command('play')
    .argument('[scenario]', 'the scenario; asked for if left out')
    .summary('play in the terminal; without one, print a campaign day by day')
    .description(
      'Play in the terminal. What is not given is asked. Without a terminal (in a pipe, in CI) a campaign ' +
        'between negotiators is printed day by day.',
    )
    .option('--seed <seed>', 'the luck of the campaign (by chance; without a terminal, 1)')
    .option('--as <side>', 'whom to play: the identifier of a party, both, mediator, or none to watch')
    .option('--against <negotiator>', 'who sits opposite, such as boulware or boulware:e=0.2')
    .option('--record <file>', 'where to write the record (otherwise where programs keep their state)')
    .option(
      '--resume [file]',
      'go on with a game that was left, this record or the latest; of one played to its end, open the debrief',
    )
    .option('--no-hints', 'switch off the hints of the coach during play')
    .option('--screen-reader', SCREEN_READER)
    .option('--no-screen-reader', 'draw a screen, whatever the settings say')
    .action(async (scenario: string | undefined, choices: PlayChoices) => {
      const { play } = await import('./commands/play.ts');
      await play(shell, scenario, choices);
    });
}

function addRun(program: Command, shell: Shell): void {
  program
    .command('run')
    .argument('<scenario...>', 'the scenario, or scripts, which say moves and what must come of them')
    .summary('play one campaign without a person, or scripts')
    .description(
      'Play one campaign without a person and print what came of it. The same scenario, seed and seats give ' +
        'the same output, byte for byte. Scripts are played on all cores and told in the order in which they ' +
        'are given: what they expect is held against what came; exit with 1 where it is not so.',
    )
    .option('--seed <seed>', "the luck of the campaign (1; of a script, the script's own)")
    .option(
      '--seat <party=negotiator>',
      'who sits for a party; may be repeated. party=exec:PROGRAM seats another program: see `parley protocol`',
      collect,
    )
    .option('--seat-timeout <seconds>', 'how long such a program may take for an answer', timeout, 10)
    .option('--set <path=number>', 'another value for a figure of the scenario; may be repeated', collect)
    .option('--inject <day=id>', 'bring an inject of the scenario on this day; may be repeated', collect)
    .option('--days <n>', 'play only to this day', wholeDay)
    .option('--record <file>', 'where to write the record')
    .addOption(new Option('--json', 'print the result as JSON; its fields are told below').conflicts('quiet'))
    .addOption(new Option('--quiet', 'print one line'))
    .addOption(reporterOption())
    .addOption(new Option('--workers <n>', 'worker threads for scripts (one a core)').argParser(workers))
    .addHelpText(
      'after',
      () => `\n${formatScriptKeys()}\n\n${formatResultFields()}\n\n${formatScriptFields()}`,
    )
    .action(async (scenarios: string[], options: RunOptions) => {
      const { run } = await import('./commands/run.ts');
      await run(shell, scenarios, options);
    });
}

function addReplay(program: Command, shell: Shell): void {
  program
    .command('replay')
    .argument('<record>', 'a record that play or run has written')
    .summary('step through a record; without a terminal, print it')
    .description('Step through a record in the terminal, both ways. Without a terminal, print it day by day.')
    .option('--to <day>', 'only up to the end of this day', wholeDay)
    .option('--json', 'print the result as JSON; `parley help run` tells its fields')
    .option('--anyway', 'replay it although the version or the scenario has changed')
    .option('--scenario <scenario>', 'the scenario, where it does not come with parley')
    .addOption(
      new Option('--svg <file>', 'write the screen of that day, or of the last, as a picture').conflicts(
        'json',
      ),
    )
    .addOption(
      new Option('--cast <file>', 'write the campaign as a recording of its screens (asciicast)').conflicts(
        'json',
      ),
    )
    .option('--size <columns>x<rows>', 'of the screens written (100x30)', screenSize)
    .option('--pace <number>', 'screens a second in a recording (2)', screensPerSecond)
    .option('--screen-reader', SCREEN_READER)
    .action(async (record: string, options: ReplayOptions) => {
      const { replay } = await import('./commands/replay.ts');
      await replay(shell, record, options);
    });
}

function addCheck(program: Command, shell: Shell): void {
  program
    .command('check')
    .argument('<file...>', 'scenarios (folder or YAML file) and records (.jsonl)')
    .summary('check scenarios and records')
    .description(
      'Check scenarios and records. Every problem is told with its line and column; exit code 2 if there is any.',
    )
    .option('--scenario <scenario>', 'the scenario of the records, where it does not come with parley')
    .action(async (files: string[], options: CheckOptions) => {
      const { check } = await import('./commands/check.ts');
      await check(shell, files, options);
    });
}

function addList(program: Command, shell: Shell): void {
  program
    .command('list')
    .summary('list the scenarios and the negotiators')
    .description('List the scenarios and the negotiators there are.')
    .action(async () => {
      const { list } = await import('./commands/list.ts');
      await list(shell);
    });
}

function addShow(program: Command, shell: Shell): void {
  program
    .command('show')
    .argument('<scenario>', 'the scenario')
    .summary('print a scenario, every figure with its source')
    .description(
      'Print a scenario: what it is about, and every figure with who says so or why it is assumed.',
    )
    .option('--brief <party>', "print instead what this party's delegation is told in confidence")
    .option(
      '--teaching',
      'print instead what a teacher needs: aims, time, questions, instructions, what followed',
    )
    .action(async (scenario: string, options: ShowOptions) => {
      const { show } = await import('./commands/show.ts');
      await show(shell, scenario, options);
    });
}

function addGraph(program: Command, shell: Shell): void {
  program
    .command('graph')
    .summary('print the statechart of a campaign')
    .description('Print the statechart of a campaign.')
    .addOption(
      new Option('--format <format>', 'mermaid or json').choices(['mermaid', 'json']).default('mermaid'),
    )
    .action(async (options: GraphOptions) => {
      const { graph } = await import('./commands/graph.ts');
      await graph(shell, options);
    });
}

/** Longest wait for one answer of another program, in seconds. */
const LONG_WAIT = 3_600;

function timeout(text: string): number {
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(number > 0 && number <= LONG_WAIT))
    throw new InvalidArgumentError(`Expected seconds: a number above 0, at most ${LONG_WAIT}.`);
  return number;
}
