import type { Range } from '../scenario/figure.ts';
import { other, type PartyIndex, type PerParty } from '../scenario/scenario.ts';
import type { Beliefs, Campaign, Exchange, Overture, Talks } from './campaign.ts';
import { changesInPlace } from './changes-in-place.ts';
import type { Counts, Deal } from './counts.ts';
import { gather, type Knowledge } from './knowledge.ts';
import { leverageOf, type Pools } from './leverage.ts';
import { publicPressure } from './mediation.ts';
import type { Parameters, SettledInstruction } from './parameters.ts';
import { occasionOn, reservation } from './worth.ts';

/** What a party is allowed to know at a moment. */
export interface View {
  readonly known: Knowledge;
  readonly party: PartyIndex;
  readonly day: number;
  /** State of the talks: "rounds.answering". */
  readonly phase: string;
  /** People held per group: exact for those one holds, an interval for one's own. */
  readonly held: { readonly low: Counts; readonly best: Counts; readonly high: Counts };
  readonly pressure: number;
  readonly theirPressure: Range;
  readonly trust: number;
  /** One's own leverage, as it looks from here. */
  readonly leverage: number;
  /** The least a deal must be worth, now. */
  readonly reservation: number;
  /** How far dates around today lift both sides' will to close, 0 to 1. */
  readonly occasion: number;
  readonly lastRatio: number;
  readonly lastPublicity: number;
  /** Everything said at the table is known to both. */
  readonly talks: Talks;
  /** What was said at the table in talks that are over. */
  readonly formerTalks: Campaign['formerTalks'];
  /** What one's own capital has told the delegation to bring home, or never to give. */
  readonly instructions: readonly SettledInstruction[];
  readonly overtures: readonly Overture[];
  readonly exchanges: readonly Exchange[];
  readonly releases: readonly { readonly day: number; readonly by: PartyIndex; readonly people: Deal }[];
}

/**
 * What one side's views of a campaign have in common, and the parts of the last one: most of what a
 * party sees today it saw yesterday.
 */
interface Sight {
  readonly knowledge: Knowledge;
  /** The groups as the party weighs them: its own worth exactly, the other side's by its best guess. */
  readonly pools: Pools['groups'];
  counts: {
    readonly held: Counts;
    readonly believed: Beliefs;
    readonly changes: number;
    readonly seen: View['held'];
  } | null;
  table: { readonly talks: Talks; readonly seen: Talks } | null;
}

const sights = new WeakMap<Parameters, PerParty<Sight>>();
// One campaign is mostly played to its end before the next.
let last: { readonly parameters: Parameters; readonly pair: PerParty<Sight> } | null = null;

function sightOf(parameters: Parameters, party: PartyIndex): Sight {
  if (last?.parameters === parameters) return last.pair[party];
  const pair = sights.get(parameters) ?? [sightFrom(parameters, 0), sightFrom(parameters, 1)];
  sights.set(parameters, pair);
  last = { parameters, pair };
  return pair[party];
}

function sightFrom(parameters: Parameters, party: PartyIndex): Sight {
  const knowledge = gather(parameters, party);
  const pools = knowledge.groups.map(({ index, home, holder, owed, worth, salience }) => ({
    index,
    home,
    holder,
    owed,
    worth: worth.best,
    salience: salience.best,
  }));
  return { knowledge, pools, counts: null, table: null };
}

export function knowledgeOf(parameters: Parameters, party: PartyIndex): Knowledge {
  return sightOf(parameters, party).knowledge;
}

/** The campaign as `party` may see it in the given phase. */
export function viewOf(campaign: Campaign, phase: string, party: PartyIndex): View {
  return new Look(campaign, phase, party).toJSON();
}

/**
 * The same, each part worked out when it is first read: what negotiators are handed, who ask for little
 * on most days. Written as JSON it is whole; copied by its own properties it is empty.
 */
export function lookAt(campaign: Campaign, phase: string, party: PartyIndex): View {
  return new Look(campaign, phase, party);
}

class Look implements View {
  readonly party: PartyIndex;
  readonly day: number;
  readonly phase: string;
  // Nobody who is handed a look can reach the campaign behind it.
  readonly #campaign: Campaign;
  readonly #sight: Sight;
  #held: View['held'] | null = null;
  #talks: Talks | null = null;
  #leverage = Number.NaN;
  #reservation = Number.NaN;

  constructor(campaign: Campaign, phase: string, party: PartyIndex) {
    this.party = party;
    this.day = campaign.day;
    this.phase = phase;
    this.#campaign = campaign;
    this.#sight = sightOf(campaign.parameters, party);
  }

  get known(): Knowledge {
    return this.#sight.knowledge;
  }

  get held(): View['held'] {
    this.#held ??= heldAsSeen(this.#campaign, this.party, this.#sight);
    return this.#held;
  }

  get pressure(): number {
    return this.#campaign.pressure[this.party];
  }

  get theirPressure(): Range {
    return publicPressure(this.#campaign.pressure[other(this.party)]);
  }

  get trust(): number {
    return this.#campaign.trust;
  }

  get leverage(): number {
    if (Number.isNaN(this.#leverage)) this.#leverage = this.#weighed();
    return this.#leverage;
  }

  #weighed(): number {
    const theirs = this.theirPressure.best;
    const weighed = leverageOf({
      capacity: this.known.capacity,
      groups: this.#sight.pools,
      held: this.held.best,
      pressure: this.party === 0 ? [this.pressure, theirs] : [theirs, this.pressure],
    });
    return this.party === 0 ? weighed : 1 - weighed;
  }

  get reservation(): number {
    if (Number.isNaN(this.#reservation)) this.#reservation = reservation(this.#campaign, this.party);
    return this.#reservation;
  }

  get occasion(): number {
    return occasionOn(this.#campaign.parameters, this.day);
  }

  get lastRatio(): number {
    return this.#campaign.lastRatio[this.party];
  }

  get lastPublicity(): number {
    return this.#campaign.lastPublicity[this.party];
  }

  get talks(): Talks {
    this.#talks ??= atTheTable(this.#campaign.talks, this.party, this.#sight);
    return this.#talks;
  }

  get formerTalks(): View['formerTalks'] {
    return this.#campaign.formerTalks;
  }

  get instructions(): readonly SettledInstruction[] {
    return this.#campaign.instructions[this.party];
  }

  get overtures(): readonly Overture[] {
    return this.#campaign.overtures;
  }

  get exchanges(): readonly Exchange[] {
    return this.#campaign.exchanges;
  }

  get releases(): View['releases'] {
    return this.#campaign.releases;
  }

  toJSON(): View {
    return wholeView(this);
  }
}

/** The view with all its parts in hand: a copy to change. */
export function wholeView(view: View): View {
  return {
    known: view.known,
    party: view.party,
    day: view.day,
    phase: view.phase,
    held: view.held,
    pressure: view.pressure,
    theirPressure: view.theirPressure,
    trust: view.trust,
    leverage: view.leverage,
    reservation: view.reservation,
    occasion: view.occasion,
    lastRatio: view.lastRatio,
    lastPublicity: view.lastPublicity,
    talks: view.talks,
    formerTalks: view.formerTalks,
    instructions: view.instructions,
    overtures: view.overtures,
    exchanges: view.exchanges,
    releases: view.releases,
  };
}

/** What was said at the table; that a list of the other side is not full cannot be told from the list. */
function atTheTable(talks: Talks, party: PartyIndex, sight: Sight): Talks {
  if (sight.table?.talks === talks) return sight.table.seen;
  const theirs = talks.lists[other(party)] === null ? null : 'full';
  // Where there is nothing to hide, what was said is seen as it is.
  if (theirs === talks.lists[other(party)] && !talks.found[0] && !talks.found[1]) return talks;
  const lists: Talks['lists'] = party === 0 ? [talks.lists[0], theirs] : [theirs, talks.lists[1]];
  const seen: Talks = { ...talks, lists, found: [false, false] };
  sight.table = { talks, seen };
  return seen;
}

function heldAsSeen({ parameters, held, believed }: Campaign, party: PartyIndex, sight: Sight): View['held'] {
  const changes = changesInPlace();
  const known = sight.counts;
  if (known?.held === held && known.believed === believed && known.changes === changes) return known.seen;
  const low = believed.low.slice();
  const best = believed.best.slice();
  const high = believed.high.slice();
  const { groups } = parameters;
  for (let group = 0; group < groups.length; group++) {
    if (groups[group]?.holder !== party) continue;
    const exactly = held[group] ?? 0;
    low[group] = exactly;
    best[group] = exactly;
    high[group] = exactly;
  }
  const seen = { low, best, high };
  sight.counts = { held, believed, changes, seen };
  return seen;
}
