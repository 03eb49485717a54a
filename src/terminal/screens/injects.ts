import type { SettledEffect } from '../../campaign/parameters.ts';
import { countedGroup } from '../../report/people.ts';
import { toldAlone } from '../../scenario/audience.ts';
import { dateOf, type Inject } from '../../scenario/scenario.ts';
import { type Course, isMediated, isWatched } from '../course.ts';
import { wrapped } from '../line.ts';
import type { Scene } from '../scene.ts';
import type { ChoiceScreen, Option } from '../screen.ts';
import { shortDate, injects as words } from '../words.ts';
import { answer, ask, CANCEL, furtherQuestion } from './choice.ts';

/*
 * What can be brought by hand: the scenario's catalogue, for whom each is, and whether one is sure. Who
 * only watches reads it all; who sits at the table, for a side or between them, nothing that a capital
 * tells its delegation.
 */

export function openCatalogue(scene: Scene): ChoiceScreen {
  const options = scene.course.scenario.injects.map(inject => entry(scene, inject));
  return ask(words.title, [...options, CANCEL]);
}

function entry(scene: Scene, inject: Inject): Option {
  const came = timesCome(scene, inject);
  const called = injectCalled(scene.course, inject);
  const label = came > 0 ? words.come(called, came) : called;
  return furtherQuestion(label, aboutInject(scene, inject), confirmation(scene, inject, came));
}

/** What an inject is called to whoever brings it. */
export function injectCalled(course: Course, inject: Inject): string {
  const { id, title } = inject;
  return isHidden(course, inject) ? words.inConfidence(aloneTo(course, inject) ?? '', id) : title;
}

/** Whether what it says is for one side alone, and somebody may read it here who is not of that side. */
function isHidden(course: Course, inject: Inject): boolean {
  return aloneTo(course, inject) !== null && !isWatched(course);
}

/** The capital of the one side that is told of it; null where both are. */
function aloneTo({ scenario }: Course, { effects }: Inject): string | null {
  const alone = toldAlone(effects);
  return alone === null ? null : scenario.parties[alone].capital;
}

/** How often it has come before; that an order has been given is as confidential as the order. */
function timesCome({ course, position }: Scene, inject: Inject): number {
  if (isHidden(course, inject)) return 0;
  const { id } = inject;
  return position.campaign.injected.filter(injected => injected === id).length;
}

function confirmation(scene: Scene, inject: Inject, came: number): ChoiceScreen {
  const yes = answer(words.yes, words.about(aloneTo(scene.course, inject)), {
    do: 'inject',
    inject: inject.id,
  });
  const text = [aboutInject(scene, inject), ...(came > 0 ? [words.again] : [])].join(' ');
  return ask(words.sure(injectCalled(scene.course, inject)), [CANCEL, yes], columns =>
    wrapped(text, columns - 2).map(row => [{ text: ' ', tone: 'plain' }, ...row]),
  );
}

/** For whom it is, what they would read, and what it does; a mediator is not told what is to come. */
function aboutInject(scene: Scene, inject: Inject): string {
  const { text, id, day } = inject;
  const { parameters, scenario } = scene.course;
  const settled = parameters.injects.find(known => known.id === id);
  const effects = (settled?.effects ?? []).map(effect => `${effectInWords(scene, effect)}.`).join(' ');
  const comes = day !== undefined && day > scene.sight.day && !isMediated(scene.course);
  const date = comes ? [words.dated(shortDate(dateOf(scenario, day)))] : [];
  const read = isHidden(scene.course, inject) ? [] : [text];
  return [words.whom(aloneTo(scene.course, inject)), ...read, words.effect(effects), ...date].join(' ');
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
      const orders = isWatched(course) ? effect.instructions.map(({ text }) => text) : [];
      return words.instruct(parties[effect.party].capital, orders);
    }
  }
}
