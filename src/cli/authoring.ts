import { type Command, Option } from 'commander';
import type { BacktestOptions } from './commands/backtest.ts';
import type { BriefOptions } from './commands/brief.ts';
import type { LintOptions } from './commands/lint.ts';
import type { NewOptions } from './commands/new.ts';
import type { SchemaOptions } from './commands/schema.ts';
import { whole } from './numbers.ts';
import type { Shell } from './shell.ts';

/* The commands for those who write scenarios, prepare a lesson with one, or hold one against history. */

export function addAuthoring(program: Command, shell: Shell): void {
  addBrief(program, shell);
  addNew(program, shell);
  addLint(program, shell);
  addSchema(program, shell);
  addBacktest(program, shell);
}

function addBrief(program: Command, shell: Shell): void {
  program
    .command('brief')
    .argument('<scenario>', 'the scenario')
    .summary('print what a delegation is handed on paper')
    .description(
      'Print what one delegation is handed on paper: general instructions, its confidential brief and ' +
        'instructions, its private pay-off sheet, the rules and the law. Of the other side it says no more than ' +
        'the delegation may know.',
    )
    .requiredOption('--party <party>', 'whose papers')
    .addOption(
      new Option('--format <format>', 'text, Markdown, or a page to print')
        .choices(['text', 'md', 'html'])
        .default('text'),
    )
    .option('--seed <seed>', 'the numbers of this campaign (without it, the middle ones)')
    .option('--news', 'for the teacher of an exercise on paper: the news to hand over day by day')
    .action(async (scenario: string, options: BriefOptions) => {
      const { brief } = await import('./commands/brief.ts');
      await brief(shell, scenario, options);
    });
}

function addNew(program: Command, shell: Shell): void {
  program
    .command('new')
    .argument('<name>', 'its name: lower-case letters, digits and hyphens')
    .summary('make the folder of a new scenario')
    .description(
      'Make the folder of a new scenario: small, fictional, playable, with every kind of field explained, to be ' +
        'changed into yours. Nothing that exists is overwritten.',
    )
    .option('--dir <folder>', 'where to make it', '.')
    .action(async (name: string, options: NewOptions) => {
      const { newScenario } = await import('./commands/new.ts');
      await newScenario(shell, name, options);
    });
}

function addLint(program: Command, shell: Shell): void {
  program
    .command('lint')
    .argument('<scenario...>', 'scenarios')
    .summary('say what in a scenario is allowed and doubtful')
    .description(
      'Say what in a scenario is allowed and may still not be meant: no deal possible, a group that nobody wants, ' +
        'too few days, a mediator whom nobody accepts, sources that nothing rests on, and the like. Each with its ' +
        'line and column and the name of the question.',
    )
    .option('--strict', 'exit with 1 if there is any doubt')
    .action(async (scenarios: string[], options: LintOptions) => {
      const { lint } = await import('./commands/lint.ts');
      await lint(shell, scenarios, options);
    });
}

function addSchema(program: Command, shell: Shell): void {
  program
    .command('schema')
    .summary('print the JSON Schema of scenario.yaml, for editors')
    .description(
      'Print the JSON Schema of scenario.yaml, of a study or of a script. An editor that knows YAML completes and ' +
        'checks a file whose first line is: # yaml-language-server: $schema=scenario.schema.json',
    )
    .addOption(new Option('--study', 'of a study file').conflicts('script'))
    .option('--script', 'of a script file')
    .action(async (options: SchemaOptions) => {
      const { schema } = await import('./commands/schema.ts');
      await schema(shell, options);
    });
}

function addBacktest(program: Command, shell: Shell): void {
  program
    .command('backtest')
    .argument('<scenario>', 'the scenario')
    .summary('compare simulated campaigns with recorded exchanges')
    .description(
      'Play many campaigns with the standard negotiators and print them beside a record of dated exchanges: ' +
        'how many, when, how large, how even. A record is a CSV file with the columns ' +
        'date,returned_to_first,returned_to_second,source_url,notes; first and second are the parties in the ' +
        'order of the scenario, and an empty number was not published.',
    )
    .option('--against <file>', "the record (record.csv in the scenario's folder)")
    .option('--climatology <file>', "an earlier record, as a forecast to beat (the folder's climatology.csv)")
    .option('--runs <n>', 'how many campaigns', campaigns, 500)
    .option('--first-seed <n>', 'the first seed; the others follow it', seedNumber, 1)
    .option('--json', 'print the result as JSON')
    .action(async (scenario: string, options: BacktestOptions) => {
      const { backtest } = await import('./commands/backtest.ts');
      await backtest(shell, scenario, options);
    });
}

/** More campaigns than anybody waits for. */
const MOST_CAMPAIGNS = 100_000;

function campaigns(text: string): number {
  return whole(text, { least: 1, most: MOST_CAMPAIGNS, what: 'a number of campaigns' });
}

export function seedNumber(text: string): number {
  return whole(text, { least: 0, most: 1_000_000_000, what: 'a seed that is a number' });
}
