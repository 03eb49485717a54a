import type { Command } from 'commander';
import { LEAST_ROLLOUTS } from '../analysis/coach-effort.ts';
import { formatCoachFields } from '../report/coach-fields.ts';
import type { CoachOptions } from './commands/coach.ts';
import { whole, wholeDay, workers } from './numbers.ts';
import type { Shell } from './shell.ts';

/** What is expected of days to come; see `expectedNews`. */
const NEWS = `News to come: what the scenario holds for a later day is in none of the worlds
drawn from what was known. Such news as may be expected is: a Poisson process
whose rate a day, n pieces having been heard in d days, is drawn from
Gamma(2 + n, 80 + d). Each is like one of those heard with n chances in n + 2;
otherwise it lifts the pressure on one side, in one case of ten on both, by a
strength that is exponential with mean 0.1. That is an assumption, made from
the scenarios that come with parley. A hint goes by the same.`;

/** The command that judges a record. */
export function addCoach(program: Command, shell: Shell): void {
  program
    .command('coach')
    .argument('<record>', 'a record that play or run has written')
    .summary('judge the moves of a record')
    .description(
      'Judge the moves of a record: what each decision lost against the best move, from what the party could know ' +
        'and in hindsight, by playing every choice on in thought. The same record gives the same output.',
    )
    .option('--as <party>', 'whose moves (those that people made; both where nobody did)')
    .option(
      '--rollouts <n>',
      `rollouts of each move, twice, ${LEAST_ROLLOUTS} or more (without it as many as each case needs)`,
      rollouts,
    )
    .option('--day <n>', 'only the moves of this day', wholeDay)
    .option('--json', 'print the result as JSON; its fields are told below')
    .option('--workers <n>', 'how many threads judge; changes nothing but the time (one a core)', workers)
    .option('--time', 'tell on standard error how many rollouts a second there were')
    .option('--scenario <scenario>', 'the scenario, where it does not come with parley')
    .addHelpText('after', () => `\n${NEWS}\n\n${formatCoachFields()}`)
    .action(async (record: string, options: CoachOptions) => {
      const { coach } = await import('./commands/coach.ts');
      await coach(shell, record, options);
    });
}

const MOST = 100_000;

function rollouts(text: string): number {
  return whole(text, { least: LEAST_ROLLOUTS, most: MOST, what: 'a number of rollouts' });
}
