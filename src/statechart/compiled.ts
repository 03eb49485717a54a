import { beginCampaign, type Campaign } from '../campaign/campaign.ts';
import type { CampaignEvent } from '../campaign/event.ts';
import type { Parameters } from '../campaign/parameters.ts';
import type { Refusal } from '../campaign/refusal.ts';
import { actions } from './actions.ts';
import { campaignChart } from './campaign.ts';
import { compile, type Reached } from './compile.ts';
import { guards } from './guards.ts';
import { type Position, type Runner, refuse } from './position.ts';

/** The campaign's chart compiled to tables: what campaigns by the thousand are run on. */
export const compiledCampaign = compile<Campaign, CampaignEvent>(campaignChart, { guards, actions });

export function startCompiled(parameters: Parameters): Runner {
  return new CompiledRun(compiledCampaign.start(beginCampaign(parameters)));
}

/** A compiled runner that goes on from a position reached before. */
export function resumeCompiled(position: Position): Runner {
  return new CompiledRun({ configuration: compiledCampaign.at(position.value), context: position.campaign });
}

/*
 * A class, and not an object with a getter: such an object is given a shape of its own, which keeps
 * the whole run in memory long after its end.
 */
class CompiledRun implements Runner {
  #reached: Reached<Campaign, CampaignEvent>;
  /** Made when it is asked for: where events are only replayed, nobody asks. */
  #position: Position | null = null;

  constructor(start: Reached<Campaign, CampaignEvent>) {
    this.#reached = start;
  }

  get position(): Position {
    this.#position ??= positionOf(this.#reached);
    return this.#position;
  }

  send(event: CampaignEvent): Refusal | null {
    const next = compiledCampaign.send(this.#reached, event);
    if (!next) return refuse(this.position, event);
    this.#reached = next;
    this.#position = null;
    return null;
  }
}

function positionOf({ configuration, context }: Reached<Campaign, CampaignEvent>): Position {
  return { value: configuration.value, campaign: context, done: configuration.done };
}
