import { type Command, Option } from 'commander';
import { formatTournamentFields } from '../report/tournament-fields.ts';
import { seedNumber } from './authoring.ts';
import type { TournamentOptions } from './commands/tournament.ts';
import { whole, workers } from './numbers.ts';
import type { Shell } from './shell.ts';

/* The commands for those who set negotiators against each other, ours or their own. */

export function addContests(program: Command, shell: Shell): void {
  addTournament(program, shell);
  addProtocol(program, shell);
}

function addTournament(program: Command, shell: Shell): void {
  program
    .command('tournament')
    .summary('let every negotiator meet every other on both sides')
    .description(
      'Let every negotiator meet every other, and itself, on both sides of every scenario, with the same seeds. ' +
        'The same scenarios, negotiators and seeds give the same output, byte for byte.',
    )
    .option('--scenarios <list>', 'scenarios, divided by commas (all that come with parley)')
    .option(
      '--negotiators <list>',
      'negotiators, divided by commas, such as parity,bayesian:e=1,noise=0.2 (all)',
    )
    .option('--seeds <n>', 'how many campaigns each pairing plays', seeds, 20)
    .option('--first-seed <n>', 'the first seed; the others follow it', seedNumber, 1)
    .option('--focus <negotiator>', 'set this one beside each other in the same seat, opponent by opponent')
    .option('--out <folder>', 'where to keep the pairings as they end, and what they come to')
    .option('--resume', 'go on with what --out holds of the same tournament')
    .option('--workers <n>', 'how many threads play; changes nothing but the time (one a core)', workers)
    .addOption(new Option('--json', 'print all there is as JSON').conflicts('csv'))
    .addOption(new Option('--csv', 'print each negotiator against each other in each seat as CSV'))
    .addHelpText('after', () => `\n${formatTournamentFields()}`)
    .action(async (options: TournamentOptions) => {
      const { tournament } = await import('./commands/tournament.ts');
      await tournament(shell, options);
    });
}

/** More seeds than anybody waits for. */
const MOST_SEEDS = 100_000;

function seeds(text: string): number {
  return whole(text, { least: 1, most: MOST_SEEDS, what: 'a number of seeds' });
}

function addProtocol(program: Command, shell: Shell): void {
  program
    .command('protocol')
    .summary('print how another program plays a seat')
    .description('Print how another program plays a seat: the messages, and what comes of errors.')
    .action(async () => {
      const { protocol } = await import('./commands/protocol.ts');
      await protocol(shell);
    });
}
