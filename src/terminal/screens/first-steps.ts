import { EMPTY, line, wrapped } from '../line.ts';
import type { Scene } from '../scene.ts';
import type { ChoiceScreen } from '../screen.ts';
import { guide as words } from '../words.ts';
import { openPage } from './board.ts';
import { ask } from './choice.ts';

/** What first steps begin with, in place of the whole brief: who one is, what is asked, and what comes. */
export function openFirstSteps(scene: Scene): ChoiceScreen {
  const { scenario } = scene.course;
  const { side } = scene.sight;
  const orders = scene.position.campaign.instructions[side].map(({ text }) => text);
  const texts = [
    scenario.summary,
    words.youAre(scenario.parties[side].name, scenario.parties[side].capital, orders),
    words.threeSteps,
  ];
  const options = [
    { label: words.go, about: '', findings: [], leadsTo: 'back' } as const,
    {
      label: words.read,
      about: words.readAbout,
      findings: [],
      leadsTo: { instead: openPage('briefs', scene) },
    },
  ];
  return ask(words.intro(scenario.title), options, columns =>
    texts.flatMap((text, at) => [
      ...(at > 0 ? [EMPTY] : []),
      ...wrapped(text, columns - 2).map(row => line(' ', ...row)),
    ]),
  );
}
