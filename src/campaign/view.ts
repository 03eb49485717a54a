import type { Range } from '../scenario/figure.ts';
import { other, type PartyIndex, type PerParty, type Standing } from '../scenario/scenario.ts';
import type { Campaign, Exchange, Overture, Talks } from './campaign.ts';
import type { Counts, Deal } from './counts.ts';
import { leverageOf } from './leverage.ts';
import { publicPressure } from './mediation.ts';
import type { Parameters, SettledInstruction } from './parameters.ts';
import { occasionOn, reservation } from './worth.ts';

/**
 * What a party knows for the whole campaign: its own values exactly, of the other's what
 * everybody may assume. A range whose ends meet is known exactly.
 */
export interface Knowledge {
  readonly party: PartyIndex;
  readonly partyIds: PerParty<string>;
  readonly days: number;
  readonly groups: readonly {
    readonly index: number;
    readonly id: string;
    readonly home: PartyIndex;
    readonly holder: PartyIndex;
    readonly standing: Standing;
    readonly owed: boolean;
    /** Exact where the group is one's own; assumed where it is the other's. */
    readonly worth: Range;
    readonly salience: Range;
    /** Exact where one holds the group; assumed where the other does. */
    readonly grip: Range;
    /** People who do not wish to be sent home; known where one holds the group, taken for none elsewhere. */
    readonly unwilling: number;
    /** People held when the campaign begins: exact where one holds the group, as reported where the other does. */
    readonly heldAtFirst: Range;
  }[];
  readonly own: {
    /** Base level of public pressure. */
    readonly pressure: number;
    readonly reluctance: number;
    readonly imbalance: number;
    readonly precedent: number;
    readonly patience: number;
  };
  readonly theirs: { readonly reluctance: Range; readonly imbalance: Range };
  readonly capacity: Range;
  /** Hand-overs that one deal may be spread over. */
  readonly stages: number;
  readonly occasions: Parameters['occasions'];
  readonly mediators: readonly {
    readonly id: string;
    readonly proposes: boolean;
    readonly cover: number;
    readonly accepted: boolean;
    /** Chance that the other side accepts it. */
    readonly acceptedByThem: number;
  }[];
}

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
  /** What one's own capital has told the delegation to bring home, or never to give. */
  readonly instructions: readonly SettledInstruction[];
  readonly overtures: readonly Overture[];
  readonly exchanges: readonly Exchange[];
  readonly releases: readonly { readonly day: number; readonly by: PartyIndex; readonly people: Deal }[];
}

const remembered = new WeakMap<Parameters, [Knowledge | undefined, Knowledge | undefined]>();

export function knowledgeOf(parameters: Parameters, party: PartyIndex): Knowledge {
  const pair = remembered.get(parameters) ?? [undefined, undefined];
  const knowledge = pair[party] ?? gather(parameters, party);
  pair[party] = knowledge;
  remembered.set(parameters, pair);
  return knowledge;
}

function gather(parameters: Parameters, party: PartyIndex): Knowledge {
  const own = parameters.parties[party];
  const theirs = parameters.parties[other(party)];
  return {
    party,
    partyIds: [parameters.parties[0].id, parameters.parties[1].id],
    days: parameters.days,
    groups: parameters.groups.map(group => ({
      index: group.index,
      id: group.id,
      home: group.home,
      holder: group.holder,
      standing: group.standing,
      owed: group.owed,
      worth: group.home === party ? exactly(group.worth) : group.prior.worth,
      salience: group.home === party ? exactly(group.salience) : group.prior.salience,
      grip: group.holder === party ? exactly(group.grip) : group.prior.grip,
      unwilling: group.holder === party ? group.unwilling : 0,
      heldAtFirst: group.holder === party ? exactly(group.held) : group.prior.held,
    })),
    own: {
      pressure: own.pressure,
      reluctance: own.reluctance,
      imbalance: own.imbalance,
      precedent: own.precedent,
      patience: own.patience,
    },
    theirs: { reluctance: theirs.prior.reluctance, imbalance: theirs.prior.imbalance },
    capacity: parameters.capacity,
    stages: parameters.stages,
    occasions: parameters.occasions,
    mediators: parameters.mediators.map(mediator => ({
      id: mediator.id,
      proposes: mediator.proposes,
      cover: mediator.cover,
      accepted: mediator.accepted[party],
      acceptedByThem: mediator.acceptance[other(party)].best,
    })),
  };
}

function exactly(value: number): Range {
  return { low: value, best: value, high: value };
}

/** The campaign as `party` may see it in the given phase. */
export function viewOf(campaign: Campaign, phase: string, party: PartyIndex): View {
  const known = knowledgeOf(campaign.parameters, party);
  const held = heldAsSeen(campaign, party);
  const theirPressure = publicPressure(campaign.pressure[other(party)]);
  return {
    known,
    party,
    day: campaign.day,
    phase,
    held,
    pressure: campaign.pressure[party],
    theirPressure,
    trust: campaign.trust,
    leverage: leverageAsSeen(campaign, known, held.best, theirPressure.best),
    reservation: reservation(campaign, party),
    occasion: occasionOn(campaign.parameters, campaign.day),
    lastRatio: campaign.lastRatio[party],
    lastPublicity: campaign.lastPublicity[party],
    talks: atTheTable(campaign.talks, party),
    instructions: campaign.instructions[party],
    overtures: campaign.overtures,
    exchanges: campaign.exchanges,
    releases: campaign.releases,
  };
}

/** What was said at the table; that a list of the other side is not full cannot be told from the list. */
function atTheTable(talks: Talks, party: PartyIndex): Talks {
  const theirs = talks.lists[other(party)] === null ? null : 'full';
  const lists: Talks['lists'] = party === 0 ? [talks.lists[0], theirs] : [theirs, talks.lists[1]];
  return { ...talks, lists, found: [false, false] };
}

function heldAsSeen(campaign: Campaign, party: PartyIndex): View['held'] {
  const { parameters, held, believed } = campaign;
  const see = (belief: Counts) =>
    parameters.groups.map(group => (group.holder === party ? held[group.index] : belief[group.index]) ?? 0);
  return { low: see(believed.low), best: see(believed.best), high: see(believed.high) };
}

function leverageAsSeen(campaign: Campaign, known: Knowledge, held: Counts, theirPressure: number): number {
  const own = campaign.pressure[known.party];
  const pressure: PerParty<number> = known.party === 0 ? [own, theirPressure] : [theirPressure, own];
  const weighed = leverageOf({
    capacity: known.capacity,
    groups: known.groups.map(g => ({
      index: g.index,
      home: g.home,
      holder: g.holder,
      owed: g.owed,
      worth: g.worth.best,
      salience: g.salience.best,
    })),
    held,
    pressure,
  });
  return known.party === 0 ? weighed : 1 - weighed;
}
