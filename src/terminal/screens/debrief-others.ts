import { PARTIES, type PerParty } from '../../scenario/scenario.ts';
import type { DebriefScreen, Outcome } from '../app.ts';
import { EMPTY, type Line, line, padEnd, padStart, toned } from '../line.ts';
import { homeSoFar } from '../sight.ts';
import { count, debriefPage as words, worth } from '../words.ts';

/* The ways that were played from one beginning, side by side. */

const NAME = 26;
const NUMBER = 16;

export function otherWays({ scene, debrief, others }: DebriefScreen, columns: number): Line[] {
  if (others.length === 0) return [];
  const { parties } = scene.course.scenario;
  const here: Omit<Outcome, 'branchedOn' | 'where'> = {
    home: homeSoFar(scene.position.campaign),
    captivityEnded: debrief.captivityEnded,
    gained: debrief.gained,
  };
  const names = PARTIES.map(party => parties[party].capital).join(' : ');
  const head = words.othersHead.map(text => padStart(text, NUMBER)).join('');
  const name = Math.max(NAME, columns - 3 * NUMBER - 6);
  return [
    line(toned(` ${words.others}`, 'strong'), toned(`  ${names}`, 'dim')),
    line(toned(`${' '.repeat(name + 3)}${head}`, 'dim')),
    ...others.map(outcome => row(nameOf(outcome), outcome, name)),
    row(words.thisWay, here, name),
    EMPTY,
  ];
}

function nameOf({ branchedOn }: Outcome): string {
  return branchedOn === null ? words.firstWay : words.branch(branchedOn);
}

function row(name: string, outcome: Omit<Outcome, 'branchedOn' | 'where'>, wide: number): Line {
  const pair = (values: PerParty<number>, format: (value: number) => string) =>
    padStart(values.map(format).join(' : '), NUMBER);
  return line(
    padEnd(`   ${name}`, wide + 3),
    toned(pair(outcome.home, count), 'strong'),
    pair(outcome.captivityEnded, count),
    pair(outcome.gained, value => worth(value, true)),
  );
}
