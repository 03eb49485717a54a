import type { Campaign } from '../campaign/campaign.ts';
import { type Tidings, tidingsKept, tidingsOf } from '../campaign/chance.ts';
import type { CampaignEvent, Move, PartyEvent } from '../campaign/event.ts';
import { type Streams, streamsOf } from '../campaign/streams.ts';
import { lookAt } from '../campaign/view.ts';
import type { PartyIndex, PerParty } from '../scenario/scenario.ts';
import { resumeCompiled } from '../statechart/compiled.ts';
import { choicesIn } from '../statechart/legal.ts';
import { type Position, phaseOf, type Runner } from '../statechart/position.ts';
import { dealWorld, type World } from '../statechart/worlds-turn.ts';
import { GainsTally } from './gains-tally.ts';
import type { Negotiator } from './negotiator.ts';

/*
 * Playing on in thought. From a position both sides are played by policies and the world by chance,
 * to a day in the future; what each side gains on the way is the outcome. Two rollouts with the same
 * seed meet the same luck of the world (common random numbers), so that a difference between them is
 * a difference between the moves and not between the days.
 */

/** How a seat decides. In a rollout its view is of the campaign in hand: it holds on its turn and not after. */
export type Policy = Negotiator['decide'];

/** How play goes on after a first move. */
export interface Continuation {
  readonly policies: PerParty<Policy>;
  /** Luck of the world, and of policies that draw. */
  readonly seed: string;
  /** Last day to play; what is agreed by then counts as promised where the horizon lies beyond it. */
  readonly until: number;
  /** What the days bring, drawn for all rollouts from the same start with the same seed; each draws it for itself without. */
  readonly tidings?: Tidings;
}

/** What the days after `start` bring with a seed. */
export function tidingsFrom(start: Position, seed: string): Tidings {
  return tidingsKept(tidingsOf(start.campaign.parameters, streamsOf(seed)));
}

export interface Outcome {
  /** Worth units gained over reservations since the start, by party. */
  readonly gained: PerParty<number>;
  /** Hand-overs completed or broken since the start. */
  readonly exchanges: number;
  readonly end: Campaign;
}

/** Plays on from `start`, the party to move taking `first`; its policy decides where that is null. */
export function playOn(start: Position, first: Move | null, continuation: Continuation): Outcome {
  const thought = new Thought(start, continuation);
  if (first && start.campaign.toMove !== null) thought.take(start.campaign.toMove, first);
  return thought.finish();
}

class Thought {
  readonly #runner: Runner;
  readonly #tally: GainsTally;
  readonly #streams: Streams;
  readonly #world: World;
  readonly #continuation: Continuation;

  constructor(start: Position, continuation: Continuation) {
    this.#runner = resumeCompiled(start);
    this.#tally = new GainsTally(start.campaign);
    this.#streams = streamsOf(continuation.seed);
    const tidings = continuation.tidings ?? tidingsOf(start.campaign.parameters, this.#streams);
    this.#world = { streams: this.#streams, tidings, mediates: true };
    this.#continuation = continuation;
  }

  /** A move of a party; one that the rules refuse is passed over with a day's waiting. */
  take(party: PartyIndex, move: Move): void {
    if (!this.#enter({ ...move, party } as PartyEvent)) this.#enter({ type: 'wait', party });
  }

  finish(): Outcome {
    const { until, policies } = this.#continuation;
    for (;;) {
      const party = this.#awaited(until);
      if (party === null) break;
      // Nothing of a policy outlasts its rollout, so it is shown the campaign in hand and not a copy.
      const { now } = this.#runner;
      const view = lookAt(now.campaign, phaseOf(now.value), party);
      const random = this.#streams.of(party === 0 ? 'seat.0' : 'seat.1').next;
      this.take(party, policies[party](view, choicesIn(now), random));
    }
    const { campaign, done } = this.#runner.position;
    const gained = this.#tally.gained(campaign, !done);
    return { gained, exchanges: this.#tally.exchanges, end: campaign };
  }

  /** The party to move once the world has had its turn; null when the last day is over. */
  #awaited(until: number): PartyIndex | null {
    const { campaign, done } = this.#runner.now;
    const { toMove, day, parameters } = campaign;
    if (done || (toMove === null && day >= until && day < parameters.days)) return null;
    dealWorld(this.#runner, this.#world, event => this.#enter(event));
    return this.#runner.now.done ? null : this.#runner.now.campaign.toMove;
  }

  #enter(event: CampaignEvent): boolean {
    if (this.#runner.send(event)) return false;
    this.#tally.note(this.#runner.now.campaign);
    return true;
  }
}
