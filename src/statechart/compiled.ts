import { beginCampaign, type Draft, draftOf } from '../campaign/campaign.ts';
import type { CampaignEvent } from '../campaign/event.ts';
import type { Parameters } from '../campaign/parameters.ts';
import type { Refusal } from '../campaign/refusal.ts';
import { actions, matters, QUIET } from './actions.ts';
import { campaignChart } from './campaign.ts';
import { type Configuration, compile } from './compile.ts';
import type { StateValue } from './config.ts';
import { guards } from './guards.ts';
import { type Position, type Runner, refuse } from './position.ts';

/** The campaign's chart compiled to tables: what campaigns by the thousand are run on. */
export const compiledCampaign = compile<Draft, CampaignEvent>(campaignChart, {
  guards,
  actions,
  quiet: QUIET,
  matters,
});

export function startCompiled(parameters: Parameters): Runner {
  const draft = beginCampaign(parameters);
  return new CompiledRun(compiledCampaign.start(draft), draft);
}

/** A compiled runner that goes on from a position reached before. */
export function resumeCompiled(position: Position): Runner {
  return new CompiledRun(compiledCampaign.at(position.value), draftOf(position.campaign));
}

type Reached = Configuration<Draft, CampaignEvent>;

/** Events after which a campaign that nobody asks for is copied, so that there are few to take back to. */
const COPIED_EVERY = 512;

/*
 * The campaign in hand is changed in place. It is copied where somebody may keep it: a position that was
 * handed out is left alone, and the next event goes to a copy. A class, and not an object with a getter:
 * such an object is given a shape of its own, which keeps the whole run in memory long after its end.
 */
class CompiledRun implements Runner {
  #configuration: Reached;
  readonly #now: { value: StateValue; campaign: Draft; done: boolean };
  /** The last position that nothing changes any more. */
  #kept: { readonly configuration: Reached; readonly position: Position };
  /** How many events came since then; while there are none, the campaign in hand is the one that is kept. */
  #sent = 0;
  /** Those events. The list is written over and never emptied, which would have it grow anew each time. */
  readonly #since: CampaignEvent[] = [];

  constructor(configuration: Reached, campaign: Draft) {
    const { value, done } = configuration;
    this.#configuration = configuration;
    this.#now = { value, campaign, done };
    this.#kept = { configuration, position: { ...this.#now } };
  }

  get now(): Position {
    return this.#now;
  }

  get position(): Position {
    if (this.#sent > 0) this.#keep();
    return this.#kept.position;
  }

  send(event: CampaignEvent): Refusal | null {
    const now = this.#now;
    if (this.#sent === 0) now.campaign = draftOf(now.campaign);
    const reached = this.#carryOut(event);
    if (reached === null) return refuse(now, event);
    if (reached !== this.#configuration) this.#reach(reached);
    this.#since[this.#sent++] = event;
    if (this.#sent === COPIED_EVERY) this.#keep();
    return null;
  }

  #carryOut(event: CampaignEvent): Reached | null {
    try {
      return compiledCampaign.send(event, this.#configuration, this.#now.campaign);
    } catch (error) {
      this.#takeBack();
      throw error;
    }
  }

  #reach(configuration: Reached): void {
    this.#configuration = configuration;
    this.#now.value = configuration.value;
    this.#now.done = configuration.done;
  }

  #keep(): void {
    this.#kept = { configuration: this.#configuration, position: { ...this.#now } };
    this.#sent = 0;
  }

  /** Undoes an event that broke off in the middle: all that was sent since the last copy is sent again. */
  #takeBack(): void {
    const { configuration, position } = this.#kept;
    const campaign = draftOf(position.campaign);
    this.#now.campaign = campaign;
    this.#reach(configuration);
    for (const event of this.#since.slice(0, this.#sent)) {
      const reached = compiledCampaign.send(event, this.#configuration, campaign);
      if (reached) this.#reach(reached);
    }
  }
}
