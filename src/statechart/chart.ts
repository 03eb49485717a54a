import { type Actor, assign, createActor, type SnapshotFrom, setup } from 'xstate';
import { beginCampaign, type Campaign, draftOf } from '../campaign/campaign.ts';
import type { CampaignEvent } from '../campaign/event.ts';
import type { Parameters } from '../campaign/parameters.ts';
import type { Refusal } from '../campaign/refusal.ts';
import { actions } from './actions.ts';
import { campaignChart } from './campaign.ts';
import type { StateValue } from './config.ts';
import { guards } from './guards.ts';
import { type Position, type Runner, refuse } from './position.ts';

/** The campaign's chart as an XState machine: the reference, and what is drawn and inspected. */
export const campaignMachine = setup({
  types: {} as { context: Campaign; events: CampaignEvent; input: Parameters },
  guards: Object.fromEntries(
    Object.entries(guards).map(([name, guard]) => [
      name,
      ({ context, event }: { context: Campaign; event: CampaignEvent }) => guard(context, event),
    ]),
  ),
  actions: Object.fromEntries(
    Object.entries(actions).map(([name, update]) => [
      name,
      assign(({ context, event }: { context: Campaign; event: CampaignEvent }) => {
        const draft = draftOf(context);
        update(draft, event);
        return draft;
      }),
    ]),
  ) as never,
  // The charts are plain data that other runners read too; their types are ours, not XState's.
}).createMachine({
  ...campaignChart,
  context: ({ input }: { input: Parameters }) => beginCampaign(input),
} as never);

export function startCampaign(parameters: Parameters): Runner {
  return new ActorRun(createActor(campaignMachine, { input: parameters as never }));
}

/** A runner that goes on from a position reached before. */
export function resumeCampaign(position: Position): Runner {
  const snapshot = campaignMachine.resolveState({
    value: position.value,
    context: position.campaign,
  } as never);
  return new ActorRun(
    createActor(campaignMachine, { snapshot, input: position.campaign.parameters as never }),
  );
}

class ActorRun implements Runner {
  readonly #actor: Actor<typeof campaignMachine>;

  constructor(actor: Actor<typeof campaignMachine>) {
    this.#actor = actor.start();
  }

  get position(): Position {
    return positionOf(this.#actor.getSnapshot());
  }

  get now(): Position {
    return this.position;
  }

  send(event: CampaignEvent): Refusal | null {
    const snapshot = this.#actor.getSnapshot();
    // XState ignores what it cannot take; a rule that is broken must say so.
    if (!snapshot.can(event)) return refuse(positionOf(snapshot), event);
    this.#actor.send(event);
    return null;
  }
}

function positionOf(snapshot: SnapshotFrom<typeof campaignMachine>): Position {
  return {
    value: snapshot.value as StateValue,
    campaign: snapshot.context as Campaign,
    done: snapshot.status === 'done',
  };
}
