import { dateOf } from '../../scenario/scenario.ts';
import type { WaysScreen } from '../screen.ts';
import { comparedInSentences } from '../screens/way-words.ts';
import { linear, shortDate, ways as words } from '../words.ts';
import { item, type Spoken } from './menu.ts';

/* Two ways of a campaign as sentences. */

export function waysSpoken({ compared, ways, side }: WaysScreen): Spoken {
  const others = ([0, 1] as const).flatMap(at => [
    `${words.otherwise}, ${words.way(compared.ways[at].number)}:`,
    ...otherwiseText(compared, at),
  ]);
  return {
    text: [`${words.title}.`, ...comparedInSentences(compared, side), ...others, words.note],
    menu: [
      ...(ways.length > 2 ? [item(words.spokenLeft, 'left'), item(words.spokenRight, 'right')] : []),
      item(linear.goBack, 'escape'),
    ],
  };
}

function otherwiseText({ ways, otherwise }: WaysScreen['compared'], at: 0 | 1): string[] {
  const { scenario } = ways[at].course;
  const told = otherwise[at].map(({ day, text }) => `${shortDate(dateOf(scenario, day))}: ${text}.`);
  return told.length > 0 ? told : [words.nothingOtherwise];
}
