import { beginCampaign, type Draft, draftOf } from '../campaign/campaign.ts';
import type { CampaignEvent } from '../campaign/event.ts';
import type { Parameters } from '../campaign/parameters.ts';
import type { Refusal } from '../campaign/refusal.ts';
import { actions, matters, QUIET } from './actions.ts';
import { campaignChart } from './campaign.ts';
import { type Configuration, compile } from './compile.ts';
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

/** A position as the run has it in hand. */
type Kept = Position & { readonly campaign: Draft };

type Reached = Configuration<Draft, CampaignEvent>;

/*
 * The campaign in hand is changed in place. It is copied where somebody may keep it: a position that was
 * handed out is left alone, and the next event goes to a copy. So an event in the middle of which an error
 * is thrown leaves half of it done, and the run is at its end: nothing more is to be had of it.
 *
 * A class, and not an object with a getter: such an object is given a shape of its own, which keeps the
 * whole run in memory long after its end.
 */
class CompiledRun implements Runner {
  #configuration: Reached;
  readonly #now: { -readonly [Field in keyof Kept]: Kept[Field] };
  /** The position that the campaign in hand is, once somebody may keep it; null after the next event. */
  #kept: Kept | null;
  /** Why it ended before its time, if it did. */
  #brokeOff: unknown = null;

  constructor(configuration: Reached, campaign: Draft) {
    const { value, done } = configuration;
    this.#configuration = configuration;
    this.#now = { value, campaign, done };
    this.#kept = { ...this.#now };
  }

  get now(): Position {
    if (this.#brokeOff !== null) this.#fail();
    return this.#now;
  }

  get position(): Position {
    if (this.#brokeOff !== null) this.#fail();
    this.#kept ??= { ...this.#now };
    return this.#kept;
  }

  send(event: CampaignEvent): Refusal | null {
    if (this.#brokeOff !== null) this.#fail();
    const now = this.#now;
    const configuration = this.#configuration;
    const kept = this.#kept;
    if (kept !== null) {
      now.campaign = draftOf(now.campaign);
      this.#kept = null;
    }
    const reached = this.#carryOut(configuration, now.campaign, event);
    if (reached === null) return this.#refuse(event, kept);
    if (reached !== configuration) {
      this.#configuration = reached;
      now.value = reached.value;
      now.done = reached.done;
    }
    return null;
  }

  /** Nothing has changed, so what was kept is still where the campaign stands. */
  #refuse(event: CampaignEvent, kept: Kept | null): Refusal | null {
    if (kept !== null) {
      this.#now.campaign = kept.campaign;
      this.#kept = kept;
    }
    return refuse(this.#now, event);
  }

  #carryOut(from: Reached, campaign: Draft, event: CampaignEvent): Reached | null {
    try {
      return from.take(campaign, event);
    } catch (error) {
      this.#brokeOff = error;
      throw error;
    }
  }

  #fail(): never {
    throw new Error('the campaign broke off at an event in the middle of which an error was thrown', {
      cause: this.#brokeOff,
    });
  }
}
