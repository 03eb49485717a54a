import type { Command } from 'commander';
import { formatAnalysisFields } from '../report/analysis-fields.ts';
import { formatPointsFields } from '../report/points-fields.ts';
import type { AnalyseOptions } from './commands/analyse.ts';
import { share, twoNumbers, wholeDay } from './numbers.ts';
import type { Shell } from './shell.ts';

/* The command for those who look at a position with the eyes of bargaining theory. */

export function addAnalyse(program: Command, shell: Shell): void {
  program
    .command('analyse')
    .argument('<scenario>', 'a scenario, a record that play or run has written, or a file of points')
    .summary('say what could be agreed, and how offers compare with it')
    .description(
      'Say of one day what could be agreed: both reservations, whether there is a zone of possible agreement, the ' +
        'Pareto frontier, the deals that bargaining theory names, and where the offers made and the deal agreed lie. ' +
        'Of a scenario, both sides having kept silent until that day, at the likeliest values or those of a seed; of a ' +
        'record, at its last agreement unless a day is given. Of a file of points (CSV or JSON: a label and two values ' +
        'each) the same, but for days and people; what a file is shows in what it holds.',
    )
    .option('--day <n>', 'the day to look at (of a scenario, 0)', wholeDay)
    .option('--as <party>', 'as this party may know it, instead of by the true values of both')
    .option('--seed <seed>', 'of a scenario: the campaign that this seed draws')
    .option('--json', 'print the analysis as JSON; its fields are told below')
    .option('--scenario <scenario>', 'of a record: its scenario, where it does not come with parley')
    .option('--anyway', 'of a record: although the version or the scenario has changed')
    .option('--disagreement <a,b>', 'of points: what each party has if nothing is agreed', twoNumbers)
    .option('--power <p>', 'of points: share of the first party in asymmetric Nash, 0 to 1', share)
    .option('--agreed <label>', 'of points: the one agreed on, to see how it compares')
    .addHelpText('after', () => `\n${formatAnalysisFields()}\n\n${formatPointsFields()}`)
    .action(async (given: string, options: AnalyseOptions) => {
      const { analyse } = await import('./commands/analyse.ts');
      await analyse(shell, given, options);
    });
}
