import type { Campaign } from '../campaign/campaign.ts';
import { minus, sum } from '../campaign/counts.ts';
import type { EventOf, PartyEvent } from '../campaign/event.ts';
import { dueFrom } from '../campaign/hand-over.ts';
import { everybodyHome } from '../campaign/worth.ts';
import { other, PARTIES } from '../scenario/scenario.ts';
import type { Position } from '../statechart/position.ts';
import { type Ear, homeName, mediatorName, offerInWords, peopleNamed, subject, type Told } from './ear.ts';
import { listAsSeen } from './sight.ts';
import { happened } from './words.ts';

/** What a party did. Waiting is not told. */
export function toldOfMove(ear: Ear, event: PartyEvent, before: Position, after: Position): Told[] {
  if (event.type === 'wait') return [];
  const text = moveInWords(ear, event, before.campaign, after.campaign);
  const message = event.type === 'offer' && event.message ? ` ${happened.message(event.message)}` : '';
  return [{ text: text + message, by: event.party, concerns: true }];
}

function moveInWords(ear: Ear, event: PartyEvent, before: Campaign, after: Campaign): string {
  const by = subject(ear, event.party);
  switch (event.type) {
    case 'proposeTalks':
      return happened.proposed(by, mediatorName(ear, event.mediator), event.openly);
    case 'agree':
      return happened.agreed(by, mediatorName(ear, after.talks.mediator));
    case 'decline':
      return happened.declined(by);
    case 'submitList':
      return happened.list[listAsSeen(event.coverage, event.party, ear.viewer)](by);
    case 'strikeNames':
      return happened.struck(by, peopleNamed(ear.scenario, event.people), event.grounds === 'prosecution');
    case 'askVisits':
      return happened.visits(by);
    case 'offer':
      return happened.offer(by, offerInWords(ear, event.party, after, event));
    case 'accept':
      return happened.accepted(by);
    case 'refuse':
      return happened.refused(by);
    case 'callMediator': {
      const name = mediatorName(ear, event.mediator) ?? '';
      return after.talks.mediator === event.mediator
        ? happened.mediatorCame(by, name)
        : happened.mediatorTurnedDown(by, name);
    }
    case 'walkOut':
      return happened.walkedOut(by);
    case 'handOver':
      return handOverInWords(ear, event, before, after);
    case 'withhold':
      return happened.withheld(by);
    case 'resume':
      return happened.resumed(by);
    case 'publicise':
      return happened.said[event.what](by);
    case 'release':
      return happened.released(by, sum(event.people), homeName(ear, other(event.party)));
    case 'wait':
      return '';
  }
}

/** One side has brought its people: who came home by it, or that they wait for the other side to come. */
function handOverInWords(ear: Ear, event: EventOf<'handOver'>, before: Campaign, after: Campaign): string {
  const by = subject(ear, event.party);
  const due = sum(dueFrom(before, event.party));
  const brought = event.people ? sum(event.people) : due;
  const home = everybodyHome(before.parameters, minus(after.ledger.returned, before.ledger.returned));
  const interned = sum(after.ledger.interned) - sum(before.ledger.interned);
  const came = [
    ...PARTIES.filter(party => home[party] > 0).map(party =>
      happened.cameHome(home[party], homeName(ear, party)),
    ),
    ...(interned > 0 ? [happened.takenIn(interned)] : []),
  ];
  const what = came.length === 0 ? happened.brought(by, brought) : happened.handedOver(by, came.join(', '));
  return brought < due ? what + happened.fewer(due - brought) : what;
}
