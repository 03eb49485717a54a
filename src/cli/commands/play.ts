import type { Negotiator } from '../../negotiators/negotiator.ts';
import { wrap } from '../../report/wrap.ts';
import { other, type PerParty, type Scenario } from '../../scenario/scenario.ts';
import type { PlayChoices } from '../app.ts';
import { badInput } from '../failure.ts';
import { playHeadless } from '../headless.ts';
import { loadScenario } from '../scenarios.ts';
import { negotiatorNamed, seatsFrom, seedFrom, sideFrom } from '../seats.ts';
import type { Shell } from '../shell.ts';
import { tellDebrief, tellOpening, tellStory } from '../telling.ts';

/** What is played where nothing is said and nobody can be asked: what the project began with. */
const STANDARD_SCENARIO = 'kursk-2024';
/** The seed where nobody is there to be surprised: the same text every time. */
const STANDARD_SEED = '1';

const WITHOUT_TERMINAL =
  'There is no terminal here, so a negotiator sits in each seat; on a terminal a seat can be yours.';

/** `parley play`: the app on a terminal; where there is none, a campaign as text. */
export async function play(shell: Shell, given: string | undefined, choices: PlayChoices): Promise<void> {
  if (choices.record !== undefined && choices.resume !== undefined) {
    throw badInput('--record and --resume exclude each other: a resumed game goes on in its own record');
  }
  if (choices.resume !== undefined) {
    const given = (['seed', 'as', 'against'] as const).find(name => choices[name] !== undefined);
    if (given)
      throw badInput(`--${given} and --resume exclude each other: a resumed game keeps what it began with`);
  }
  if (choices.against !== undefined && choices.as === 'both') {
    throw badInput(`--against ${choices.against}: with --as both nobody sits opposite`);
  }
  // Lines can be typed and read without a terminal too, where somebody asks for them.
  if (!shell.interactive && choices.screenReader !== true) return playAsText(shell, given, choices);
  const { playInApp } = await import('../app.ts');
  return playInApp(shell, given, choices);
}

async function playAsText(shell: Shell, given: string | undefined, choices: PlayChoices): Promise<void> {
  if (choices.resume !== undefined) {
    throw badInput('--resume needs a terminal to play on; `parley replay FILE` prints a record');
  }
  const scenario = loadScenario(given ?? STANDARD_SCENARIO);
  const seed = seedFrom(choices.seed ?? STANDARD_SEED);
  const sitting = { scenario, seed, seats: seatsWithoutPerson(scenario, choices) };
  // Played to its end before anything is told: whoever stops reading does not stop the record.
  const played = await playHeadless({ sitting, path: choices.record });
  await tellOpening(shell, scenario, played.record.header, played.replay.parameters);
  await shell.print(`${wrap(WITHOUT_TERMINAL, { width: shell.width })}\n\n`);
  await tellStory(shell, played);
  await tellDebrief(shell, played);
}

/** The scenario's own negotiators, but for the opponent that was asked for. */
function seatsWithoutPerson(scenario: Scenario, { as, against }: PlayChoices): PerParty<Negotiator> {
  const standard = seatsFrom(scenario, []);
  const side = sideFrom(scenario, as ?? scenario.parties[0].id);
  if (against === undefined) return standard;
  const opponent = negotiatorNamed(against);
  // Where no party is played, the one who was named sits on both sides, as in the app.
  if (typeof side !== 'number') return [opponent, opponent];
  return other(side) === 0 ? [opponent, standard[1]] : [standard[0], opponent];
}
