import type { Range } from '../scenario/figure.ts';
import { other, type PartyIndex, type PerParty } from '../scenario/scenario.ts';
import { type CommonKnowledge, commonKnowledgeOf } from './knowledge-in-common.ts';
import type { GroupIdentity, Parameters } from './parameters.ts';

/** A group as one party knows it. */
export interface KnownGroup extends GroupIdentity {
  /** Exact where the group is one's own; assumed where it is the other's. */
  readonly worth: Range;
  readonly salience: Range;
  /** Exact where one holds the group; assumed where the other does. */
  readonly grip: Range;
  /** People who do not wish to be sent home; known where one holds the group, taken for none elsewhere. */
  readonly unwilling: number;
  /** People held when the campaign begins: exact where one holds the group, as reported where the other does. */
  readonly heldAtFirst: Range;
}

/**
 * What a party knows for the whole campaign: its own values exactly, of the other's what
 * everybody may assume. A range whose ends meet is known exactly.
 */
export interface Knowledge {
  readonly party: PartyIndex;
  readonly partyIds: PerParty<string>;
  readonly days: number;
  readonly groups: readonly KnownGroup[];
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
  /** What either side may assume of both, and knows that the other assumes. */
  readonly common: CommonKnowledge;
}

/** What `party` knows of a campaign before it begins, and goes on knowing. */
export function gather(parameters: Parameters, party: PartyIndex): Knowledge {
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
    common: commonKnowledgeOf(parameters),
  };
}

function exactly(value: number): Range {
  return { low: value, best: value, high: value };
}
