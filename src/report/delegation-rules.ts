import { CARRIED_OUT_WITHIN } from '../campaign/hand-over.ts';
import { OVERTURE_LASTS } from '../campaign/initiation.ts';
import { LAW } from '../campaign/law.ts';
import type { LawRule } from '../campaign/law-rule.ts';
import { LISTS_AWAITED } from '../campaign/preparation.ts';
import { PUBLICITY_EVERY } from '../campaign/publicity.ts';
import { ROUNDS_LAST } from '../campaign/rounds.ts';
import type { Range } from '../scenario/figure.ts';
import type { Mediator, Scenario } from '../scenario/scenario.ts';
import { type Block, list, newPage, paragraph, subheading } from './block.ts';
import { countedDays, formatCount } from './people.ts';

/* The rules of the exercise and the law that is looked at, the same for both delegations. */

export function rulesBlocks(scenario: Scenario): Block[] {
  return [
    newPage('The rules of the exercise'),
    paragraph(
      'Both delegations have the same rules. Each has one move a day; who moves first changes from day to day. On most days ' +
        'there is nothing to do but wait, and they pass quickly.',
    ),
    subheading('What you can do on any day'),
    list([
      'Wait.',
      `Speak in public, once in ${countedDays(PUBLICITY_EVERY)}: for your own people, or by publishing a list of those whom you hold. The first raises ` +
        'the pressure on you, the second the pressure on the other side, and it costs trust.',
      'Release people unasked. It asks for nothing, is noticed, and builds trust.',
    ]),
    subheading('Talks'),
    list([
      'Either side may propose talks, quietly or in public, directly or through a mediator. ' +
        `The other agrees, declines or is silent; after ${countedDays(OVERTURE_LASTS)} without an answer the proposal has lapsed.`,
      'Preparation: each side hands over a list of those whom it holds, and may strike names off it, which are then not for exchange. ' +
        'You may ask for visits by a neutral body, after which you know whom the other side holds. The lists are checked: the more trust, the ' +
        `sooner, and sooner with a mediator. If a list does not come within ${countedDays(LISTS_AWAITED)}, the talks come to nothing.`,
      'Rounds: an offer says how many of each group go home, on both sides. The other side accepts, refuses or makes an offer of its own. ' +
        'You can offer only whom you hold. You may call a mediator, or walk out. ' +
        `After ${countedDays(ROUNDS_LAST)} without an agreement the talks peter out.`,
      `Hand-over: an agreement is arranged in ${days(scenario.arranging)}, and one hand-over carries ${counts(scenario.capacity)} people a side; ` +
        `the more trust, the more. ${stagesText(scenario)}On the day each side brings its people, or does not; who has not come within ` +
        `${countedDays(CARRIED_OUT_WITHIN)} has broken the agreement.`,
      'After a walk-out nobody talks for some weeks; after a broken agreement for longer.',
    ]),
    ...mediatorBlocks(scenario),
    subheading('Trust'),
    paragraph(
      'Trust between the two sides runs from 0 to 1. Hand-overs that are honoured, lists and people released unasked raise it. Names struck off, ' +
        'overtures left lying, published lists, walk-outs and false lists lower it; threats and broken agreements most of all.',
    ),
    subheading('What the debrief looks at'),
    list([
      'who came home on both sides, and how many days of captivity were ended;',
      'what each side gained over the least it had to have, and what was left on the table;',
      ...(scenario.lawOfWar ? ['what was found under the law of war;'] : []),
      'whether you did as your capital told you.',
    ]),
  ];
}

function counts({ low, high }: Range): string {
  return low === high ? `about ${formatCount(low)}` : `about ${formatCount(low)} to ${formatCount(high)}`;
}

function days({ low, high }: Range): string {
  return low === high ? countedDays(low) : `${low} to ${countedDays(high)}`;
}

function stagesText({ stages }: Scenario): string {
  return stages && stages.high > 1 ? `One agreement may be spread over ${counts(stages)} hand-overs. ` : '';
}

function mediatorBlocks({ mediators }: Scenario): Block[] {
  if (mediators.length === 0) return [];
  return [
    subheading('Mediators'),
    list(mediators.map(mediator => `${mediator.name}: ${mediator.about} ${partOf(mediator)}`)),
    paragraph(
      'A mediator comes if both capitals accept it, and covers a part of what it costs to be seen to deal. A mediator that proposes puts a text of its ' +
        'own on the table when the rounds take long; it holds once both sides accept it. One whose texts are set aside too often leaves.',
    ),
  ];
}

function partOf({ role, guarantees, hosts }: Mediator): string {
  return [
    role === 'mediator' ? 'It proposes terms.' : 'It carries messages and witnesses, and proposes no terms.',
    ...(guarantees ? ['It vouches for the hand-over: nobody crosses unless both sides have come.'] : []),
    ...(hosts ? ['It can take people in until the end, as a neutral country.'] : []),
  ].join(' ');
}

export function lawBlocks({ lawOfWar, lawNote, begins }: Scenario): Block[] {
  if (!lawOfWar) {
    return [
      newPage('The law in plain words'),
      paragraph(
        'Those who are held here are no prisoners of an armed conflict. The law of war does not bind, and nothing is looked for under it.',
      ),
    ];
  }
  return [
    newPage('The law in plain words'),
    paragraph(
      `${lawNote ?? 'The law of war binds both sides whatever the other does.'} It is not applied for you: most of what it forbids can be done, ` +
        'as it can in life, and is found and told in the debrief. Prisoners who are fit may be the object of an agreement while the fighting ' +
        'lasts. The following may not be done, or must be done in any case. This is an explanation and no legal advice.',
    ),
    list([...LAW.map(ruleText), WILL_OF_THE_WOUNDED]),
    ...(begins < CUSTOMARY_STUDY ? [paragraph(BEFORE_THE_STUDY)] : []),
  ];
}

/** From when on the rules of custom can be named by the numbers of the ICRC's study. */
const CUSTOMARY_STUDY = '2005-01-01';
const BEFORE_THE_STUDY =
  'Rules of customary law are named by their numbers in the study that the International Committee of the Red Cross published in 2005. ' +
  'It describes the custom of its own time; how much of it was law already at the time of this exercise is a question for the debrief.';

function ruleText({ title, article, explanation, severity }: LawRule): string {
  return `**${title}** (${article}). ${explanation}${severity === 'contested' ? ' Readings of this differ.' : ''}`;
}

/** The one rule that is a refusal and no finding. */
const WILL_OF_THE_WOUNDED =
  '**Sick and wounded people sent home against their will** (GC III art. 109(3)). Nobody who is sick or wounded is sent home ' +
  'against his or her will while fighting goes on. This cannot be done here.';
