import {
  accidentBefore,
  arrangement,
  injectsOn,
  type Tidings,
  verification,
  wearOn,
} from '../campaign/chance.ts';
import type { CampaignEvent } from '../campaign/event.ts';
import { mediatorIsDue, mediatorsText } from '../campaign/mediation.ts';
import { bothListsIn } from '../campaign/preparation.ts';
import type { Streams } from '../campaign/streams.ts';
import { firstMover } from '../campaign/world.ts';
import { type Position, phaseOf, type Runner } from './position.ts';

/* The world as a player: what it does between the parties' moves, from its own streams of chance. */

export interface World {
  readonly streams: Streams;
  readonly tidings: Tidings;
  /** Whether mediators follow their rule. */
  readonly mediates: boolean;
}

/** Lets the world act until a party is to move or the horizon is reached. */
export function dealWorld(runner: Runner, world: World, enter: (event: CampaignEvent) => void): void {
  while (!runner.now.done) {
    const due = worldsTurn(runner.now, world);
    if (due.length === 0) return;
    for (const events of due) for (const event of events) enter(event);
  }
}

/** What the world does next, given where the campaign stands; nothing where it waits for a party. */
function worldsTurn(position: Position, world: World): Due {
  const { streams, mediates } = world;
  const { campaign } = position;
  const phase = phaseOf(position.value);
  if (phase === 'preparation.lists' && bothListsIn(campaign))
    return [[verification(campaign, streams.of('verification').next)]];
  if (phase === 'handOver.arranging' && !campaign.talks.arranged) {
    const luck = streams.of('hand-over').next;
    return [[arrangement(campaign, luck)], accidentBefore(luck)];
  }
  if (campaign.toMove !== null) return mediates ? mediation(position) : NOTHING;
  if (campaign.day >= campaign.parameters.days) return [[{ type: 'horizonReached' }]];
  return dawn(position, world);
}

/** Events list by list, as what draws them gives them: most lists of most days are empty. */
type Due = readonly (readonly CampaignEvent[])[];

/** A new day, and what it brings before anyone moves. */
function dawn({ campaign }: Position, { streams, tidings }: World): Due {
  const day = campaign.day + 1;
  return [
    [{ type: 'dayBegins' }],
    tidings(day),
    injectsOn(campaign, day, streams.of('injects').next),
    wearOn(campaign, day, streams.of('wear').next),
  ];
}

/** Mostly the world waits for a party. */
const NOTHING: Due = [];

/** A mediator that has waited long enough puts its text on the table in the morning. */
function mediation(position: Position): Due {
  const { campaign } = position;
  if (!maySpeak(position) || !mediatorIsDue(campaign)) return NOTHING;
  const deal = mediatorsText(campaign);
  return deal ? [[{ type: 'mediatorProposes', deal }]] : NOTHING;
}

/** Whether a mediator who proposes terms is at the table, and nobody has moved today. */
export function maySpeak({ campaign, value }: Position): boolean {
  const { mediator } = campaign.talks;
  if (mediator === null || campaign.parameters.mediators[mediator]?.proposes !== true) return false;
  const phase = phaseOf(value);
  const talking = phase === 'rounds.open' || phase === 'rounds.answering';
  return talking && campaign.toMove === firstMover(campaign.day);
}
