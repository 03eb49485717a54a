import type { SettledEffect } from '../../campaign/parameters.ts';
import { countedGroup } from '../../report/people.ts';
import { dateOf, type Inject } from '../../scenario/scenario.ts';
import { isMediated } from '../course.ts';
import { wrapped } from '../line.ts';
import type { Scene } from '../scene.ts';
import type { ChoiceScreen, Option } from '../screen.ts';
import { shortDate, injects as words } from '../words.ts';
import { answer, ask, CANCEL, furtherQuestion } from './choice.ts';

/* What can be brought to both delegations by hand: the scenario's catalogue, and whether one is sure. */

export function openCatalogue(scene: Scene): ChoiceScreen {
  const options = scene.course.scenario.injects.map(inject => entry(scene, inject));
  return ask(words.title, [...options, CANCEL]);
}

function entry(scene: Scene, inject: Inject): Option {
  const came = timesCome(scene, inject);
  const label = came > 0 ? words.come(inject.title, came) : inject.title;
  return furtherQuestion(label, aboutInject(scene, inject), confirmation(scene, inject, came));
}

function timesCome({ position }: Scene, { id }: Inject): number {
  return position.campaign.injected.filter(injected => injected === id).length;
}

function confirmation(scene: Scene, inject: Inject, came: number): ChoiceScreen {
  const yes = answer(words.yes, words.about, { do: 'inject', inject: inject.id });
  const text = [aboutInject(scene, inject), ...(came > 0 ? [words.again] : [])].join(' ');
  return ask(words.sure(inject.title), [CANCEL, yes], columns =>
    wrapped(text, columns - 2).map(row => [{ text: ' ', tone: 'plain' }, ...row]),
  );
}

/** What both delegations would read, and what it does; a mediator is not told what is to come. */
function aboutInject(scene: Scene, { text, id, day }: Inject): string {
  const { parameters, scenario } = scene.course;
  const settled = parameters.injects.find(known => known.id === id);
  const effects = (settled?.effects ?? []).map(effect => `${effectInWords(scene, effect)}.`).join(' ');
  const comes = day !== undefined && day > scene.sight.day && !isMediated(scene.course);
  const date = comes ? [words.dated(shortDate(dateOf(scenario, day)))] : [];
  return [text, words.effect(effects), ...date].join(' ');
}

function effectInWords({ course }: Scene, effect: SettledEffect): string {
  const { parties, mediators } = course.scenario;
  switch (effect.kind) {
    case 'captured':
      return words.captured(
        effect.people.flatMap((people, index) =>
          people > 0 ? [countedGroup(course.scenario, index, people)] : [],
        ),
      );
    case 'pressure':
      return words.pressure(parties[effect.about].capital, effect.strength);
    case 'trust':
      return words.trust(effect.share);
    case 'halt':
      return words.halt(effect.days);
    case 'mediator':
      return words.mediator(mediators[effect.mediator]?.name ?? '');
    case 'internmentEnds':
      return words.internmentEnds(parties[effect.about].name, effect.trustLost);
    case 'instruct': {
      // What a capital tells its delegation is not told to a mediator.
      const orders = isMediated(course) ? [] : effect.instructions.map(({ text }) => text);
      return words.instruct(parties[effect.party].capital, orders);
    }
  }
}
