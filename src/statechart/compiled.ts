import { beginCampaign, type Campaign } from '../campaign/campaign.ts';
import type { CampaignEvent } from '../campaign/event.ts';
import type { Parameters } from '../campaign/parameters.ts';
import { actions } from './actions.ts';
import { campaignChart } from './campaign.ts';
import { compile, type Reached } from './compile.ts';
import { guards } from './guards.ts';
import { type Position, type Runner, refuse } from './position.ts';

/** The campaign's chart compiled to tables: what campaigns by the thousand are run on. */
export const compiledCampaign = compile<Campaign, CampaignEvent>(campaignChart, { guards, actions });

export function startCompiled(parameters: Parameters): Runner {
  return run(compiledCampaign.start(beginCampaign(parameters)));
}

/** A compiled runner that goes on from a position reached before. */
export function resumeCompiled(position: Position): Runner {
  return run({ configuration: compiledCampaign.at(position.value), context: position.campaign });
}

function run(start: Reached<Campaign, CampaignEvent>): Runner {
  let reached = start;
  // Made when it is asked for: where events are only replayed, nobody asks.
  let position: Position | null = null;
  const at = () => {
    position ??= positionOf(reached);
    return position;
  };
  return {
    get position() {
      return at();
    },
    send(event) {
      const next = compiledCampaign.send(reached, event);
      if (!next) return refuse(at(), event);
      reached = next;
      position = null;
      return null;
    },
  };
}

function positionOf({ configuration, context }: Reached<Campaign, CampaignEvent>): Position {
  return { value: configuration.value, campaign: context, done: configuration.done };
}
