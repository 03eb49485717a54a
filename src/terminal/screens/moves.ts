import type { Move } from '../../campaign/event.ts';
import { CARRIED_OUT_WITHIN, dueFrom } from '../../campaign/hand-over.ts';
import { OVERTURE_LASTS } from '../../campaign/initiation.ts';
import { other, type PartyIndex } from '../../scenario/scenario.ts';
import type { LegalMove } from '../../statechart/legal.ts';
import type { Order } from '../order.ts';
import type { Scene } from '../scene.ts';
import type { Entry, Lead, Option, Screen } from '../screen.ts';
import { moves as names, phaseMore, choice as words } from '../words.ts';
import { answer, ask, CANCEL, furtherQuestion } from './choice.ts';
import { openComposer } from './composer-counts.ts';
import { consequenceRows } from './consequences.ts';
import { dealRows } from './deal-rows.ts';
import { findingTexts } from './law-found.ts';
import { offerRows } from './offer-rows.ts';
import { dueInWords } from './phase.ts';

/* The menu of moves that are legal now, and what each of them asks before it is made. */

/** The order in which a menu shows them: answers first, then what one may begin, then the rest. */
const SHOWN_FIRST = [
  'accept',
  'agree',
  'handOver',
  'offer',
  'submitList',
  'proposeTalks',
  'resume',
  'refuse',
  'decline',
  'callMediator',
  'strikeNames',
  'askVisits',
  'wait',
  'release',
  'publicise',
  'walkOut',
  'withhold',
] as const satisfies readonly LegalMove['type'][];

/** The moves that are legal now, in that order. */
export function movesOf(scene: Scene): Entry[] {
  return [...scene.legal]
    .sort((a, b) => SHOWN_FIRST.indexOf(a.type) - SHOWN_FIRST.indexOf(b.type))
    .map(legal => ({ ...names[legal.type], lead: () => chosenMove(scene, legal) }));
}

/** What choosing a move leads to: the move itself, or a screen that asks more. */
function chosenMove(scene: Scene, legal: LegalMove): Lead {
  const party = scene.mover ?? 0;
  switch (legal.type) {
    case 'offer':
    case 'release':
    case 'strikeNames':
      return { screen: openComposer(scene, legal, party) };
    case 'publicise':
      return question(
        words.publicise,
        legal.what.map(what => option(scene, party, { type: 'publicise', what }, words.what[what])),
      );
    case 'submitList':
      return question(
        words.list(dueInWords(scene)),
        legal.coverages.map(coverage =>
          option(scene, party, { type: 'submitList', coverage }, words.coverage[coverage]),
        ),
      );
    case 'proposeTalks':
      return question(words.propose, [
        how(scene, null),
        ...legal.mediators.map(mediator => how(scene, mediator)),
      ]);
    case 'callMediator':
      return question(
        words.call,
        legal.mediators.map(mediator => {
          const { name, about } = mediatorWords(scene, mediator);
          return option(scene, party, { type: 'callMediator', mediator }, { name, about });
        }),
      );
    case 'handOver':
      return { screen: bringing(scene, party) };
    case 'accept':
      return { screen: acceptance(scene, party) };
    case 'walkOut':
      return confirmed(scene, { type: 'walkOut' }, SURE.walkOut);
    case 'withhold':
      return confirmed(scene, { type: 'withhold' }, SURE.withhold);
    case 'refuse':
      return confirmed(scene, { type: 'refuse' }, refusalOf(scene));
    case 'decline':
      return confirmed(scene, { type: 'decline' }, SURE.decline);
    case 'wait':
      return waiting(scene);
    default:
      return { order: moveOrder({ type: legal.type }) };
  }
}

interface Sure {
  readonly title: string;
  readonly yes: string;
  readonly about: string;
}

const SURE = {
  walkOut: { title: words.walkOut, yes: words.walkOutYes, about: words.walkOutAbout },
  withhold: { title: words.withhold, yes: words.withholdYes, about: words.withholdAbout },
  decline: { title: words.decline, yes: words.declineYes, about: words.declineAbout },
} as const satisfies Record<string, Sure>;

function refusalOf({ sight }: Scene): Sure {
  const about = sight.talks.offer?.by === null ? words.refuseTextAbout : words.refuseAbout;
  return { title: words.refuse, yes: words.refuseYes, about };
}

/** What cannot be taken back is asked once more, with what the law says of it and what it leads to. */
function confirmed(scene: Scene, move: Move, { title, yes, about }: Sure): { readonly screen: Screen } {
  const party = scene.mover ?? 0;
  const options = [CANCEL, answer(yes, about, moveOrder(move))];
  return { screen: ask(title, options, columns => consequenceRows(scene, move, party, columns)) };
}

/** While people are due, waiting may break the agreement: it is asked first, by whatever key one waits. */
function waiting(scene: Scene): Lead {
  const order = moveOrder({ type: 'wait' });
  const due = scene.legal.some(({ type }) => type === 'handOver');
  const about = words.waitOnAbout(dueInWords(scene, phaseMore.by));
  return due ? question(words.waitOn, [CANCEL, answer(words.waitOnYes, about, order)]) : { order };
}

function question(title: string, options: readonly Option[]): { readonly screen: Screen } {
  const hasWayBack = options.includes(CANCEL);
  return { screen: ask(title, hasWayBack ? options : [...options, CANCEL]) };
}

function moveOrder(move: Move): Order {
  return { do: 'move', move };
}

function option(
  scene: Scene,
  party: PartyIndex,
  move: Move,
  { name, about }: { name: string; about: string },
): Option {
  const findings = findingTexts(scene, move, party);
  if (findings.length === 0) return answer(name, about, moveOrder(move));
  const { screen } = confirmed(scene, move, { title: words.sure(name), yes: words.sureYes, about });
  return { ...furtherQuestion(name, about, screen), findings };
}

/** Whom to propose talks through, and then whether openly. */
function how(scene: Scene, mediator: number | null): Option {
  const { name, about } =
    mediator === null ? { name: words.direct, about: words.directAbout } : through(scene, mediator);
  const within = words.answerWithin(OVERTURE_LASTS);
  const propose = (openly: boolean) => moveOrder({ type: 'proposeTalks', mediator, openly });
  const screen = ask(`${name}. ${words.how}`, [
    answer(words.quietly, `${words.quietlyAbout} ${within}`, propose(false)),
    answer(words.openly, `${words.openlyAbout} ${within}`, propose(true)),
    CANCEL,
  ]);
  return furtherQuestion(name, about, screen);
}

function through(scene: Scene, mediator: number) {
  const { name, about } = mediatorWords(scene, mediator);
  return { name: words.through(name), about };
}

function mediatorWords({ course, mover }: Scene, index: number): { name: string; about: string } {
  const mediator = course.scenario.mediators[index];
  const known = course.parameters.mediators[index];
  if (!mediator || !known) return { name: '', about: '' };
  const role = known.proposes ? words.proposer : words.intermediary;
  const accepted = mediator.acceptance[other(mover ?? 0)].best;
  return { name: mediator.name, about: `${words.cover(known.cover, accepted)} ${role} ${mediator.about}` };
}

/** Who is due at the hand-over in hand: all of them, or fewer. */
function bringing(scene: Scene, party: PartyIndex): Screen {
  const due = dueFrom(scene.position.campaign, party);
  const fewer = openComposer(scene, { type: 'handOver', most: due }, party);
  const options = [
    answer(words.handOverAll, '', moveOrder({ type: 'handOver' })),
    furtherQuestion(words.handOverFewer, words.handOverFewerAbout, fewer),
    CANCEL,
  ];
  return ask(words.handOver, options, columns => dealRows(scene, { deal: due }, columns));
}

function acceptance(scene: Scene, party: PartyIndex): Screen {
  const { offer } = scene.sight.talks;
  const accept: Move = { type: 'accept' };
  const about = (offer?.by === null ? words.acceptTextAbout : words.acceptAbout)(CARRIED_OUT_WITHIN);
  const findings = findingTexts(scene, accept, party);
  const clear = findings.length === 0;
  return ask(
    words.accept,
    [answer(words.acceptYes, about, moveOrder(accept), findings), CANCEL],
    (columns, rows) => (offer ? offerRows(scene, offer, party, { columns, rows }, clear) : []),
  );
}
