import type { Campaign } from '../campaign/campaign.ts';
import { type CampaignEvent, isPartyEvent } from '../campaign/event.ts';
import type { Finding } from '../campaign/finding.ts';
import { inArrears } from '../campaign/hand-over.ts';
import { lawRule } from '../campaign/law.ts';
import { type Position, phaseOf } from '../statechart/position.ts';
import { dealInWords, type Ear, mediatorName, subject, type Told } from './ear.ts';
import { happened } from './words.ts';

/** What the law found in an event, as far as it is known to the one who is told. */
export function toldOfFindings(ear: Ear, event: CampaignEvent, before: Campaign, after: Campaign): Told[] {
  return after.findings.slice(before.findings.length).flatMap(finding => {
    const rule = lawRule(finding.rule);
    const sees = ear.viewer === null || ear.viewer === finding.by;
    if (!rule || (!sees && restsOnWhatIsHidden(event))) return [];
    return [
      { text: happened.finding(subject(ear, finding.by), rule.title), by: finding.by, concerns: false },
    ];
  });
}

/** What is found on a day rests on who is held, and so does what is wrong with a list: only the holder knows. */
function restsOnWhatIsHidden(event: CampaignEvent): boolean {
  return event.type === 'dayBegins' || event.type === 'submitList';
}

/** What an event led to: the turns of the talks that nobody made by a move of their own. */
export function toldOfTurns(ear: Ear, event: CampaignEvent, before: Position, after: Position): Told[] {
  if (after.campaign.exchanges.length > before.campaign.exchanges.length) {
    return ofExchange(ear, event, before, after);
  }
  const [from, to] = [phaseOf(before.value), phaseOf(after.value)];
  if (from.startsWith('rounds.') && to.startsWith('rounds.')) return ofMediator(ear, event, before, after);
  if (from.startsWith('rounds.') && to.startsWith('handOver.')) {
    const agreed = after.campaign.talks.agreement ?? { deal: [] };
    return turn(happened.agreement(dealInWords(ear, after.campaign, agreed)));
  }
  if (from === 'preparation.verification' && to === 'rounds.open') return ofChecking(ear, before, after);
  if (from === 'handOver.transfer' && to === 'handOver.arranging') return turn(happened.stageDone);
  if (from === 'handOver.arranging' && to === 'handOver.transfer') return turn(happened.dayHasCome);
  const cameToNothing = from !== to && to === 'initiation.standoff' && !isPartyEvent(event);
  return cameToNothing ? turn(endings(from)) : [];
}

function turn(text: string): Told[] {
  return [{ text, by: null, concerns: true }];
}

/** How talks end that nobody ended. */
function endings(from: string): string {
  if (from === 'initiation.overture') return happened.lapsed;
  return from === 'preparation.lists' ? happened.listsLapsed : happened.petered;
}

/** A new offer sets a mediator's text aside; a mediator leaves by itself if its texts are set aside too often. */
function ofMediator(ear: Ear, event: CampaignEvent, before: Position, after: Position): Told[] {
  const { mediator } = before.campaign.talks;
  if (mediator === null) return [];
  const name = mediatorName(ear, mediator) ?? '';
  const replaced = event.type === 'offer' && phaseOf(before.value) === 'rounds.singleText';
  return [
    ...(replaced ? turn(happened.textReplaced(name)) : []),
    ...(after.campaign.talks.mediator === null ? turn(happened.mediatorLeft(name)) : []),
  ];
}

/** The lists have been checked, and what was wrong with them has come out. */
function ofChecking(ear: Ear, before: Position, after: Position): Told[] {
  const untrue = after.campaign.findings.slice(before.campaign.findings.length).filter(cameToLight);
  return [...untrue.flatMap(({ by }) => turn(happened.exposed(subject(ear, by)))), ...turn(happened.checked)];
}

/** A list that the checking showed to be untrue: both sides know of it. */
function cameToLight({ rule }: Finding): boolean {
  return rule === 'names-withheld';
}

function ofExchange(ear: Ear, event: CampaignEvent, before: Position, after: Position): Told[] {
  const exchange = after.campaign.exchanges.at(-1);
  if (exchange?.completed) return turn(happened.exchanged);
  if (isPartyEvent(event)) return [];
  const by = inArrears(before.campaign);
  return [{ text: happened.overdue(subject(ear, by)), by, concerns: true }];
}
