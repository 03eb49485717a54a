import type { Command } from 'commander';
import { formatAnalysisFields } from '../report/analysis-fields.ts';
import type { AnalyseOptions } from './commands/analyse.ts';
import { wholeDay } from './numbers.ts';
import type { Shell } from './shell.ts';

/* The command for those who look at a position with the eyes of bargaining theory. */

export function addAnalyse(program: Command, shell: Shell): void {
  program
    .command('analyse')
    .argument('<scenario>', 'a scenario, or a record that play or run has written')
    .summary('say what could be agreed, and how offers compare with it')
    .description(
      'Say of one day what could be agreed: both reservations, whether there is a zone of possible agreement, the ' +
        'Pareto frontier, the deals that bargaining theory names, and where the offers made and the deal agreed lie. ' +
        'Of a scenario, both sides having kept silent until that day, at the likeliest values or those of a seed; of a ' +
        'record, at its last agreement unless a day is given.',
    )
    .option('--day <n>', 'the day to look at (of a scenario, 0)', wholeDay)
    .option('--as <party>', 'as this party may know it, instead of by the true values of both')
    .option('--seed <seed>', 'of a scenario: the campaign that this seed draws')
    .option('--json', 'print the analysis as JSON; its fields are told below')
    .option('--scenario <scenario>', 'of a record: its scenario, where it does not come with parley')
    .option('--anyway', 'of a record: although the version or the scenario has changed')
    .addHelpText('after', () => `\n${formatAnalysisFields()}`)
    .action(async (given: string, options: AnalyseOptions) => {
      const { analyse } = await import('./commands/analyse.ts');
      await analyse(shell, given, options);
    });
}
