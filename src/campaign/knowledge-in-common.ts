import type { Range } from '../scenario/figure.ts';
import type { PerParty } from '../scenario/scenario.ts';
import type {
  CaptureRateParameters,
  GroupParameters,
  MediatorParameters,
  Parameters,
  PartyParameters,
} from './parameters.ts';

/**
 * What stands in the scenario for everybody to read: the ranges that hidden values were drawn from,
 * and the rules of the world. A party needs it to think itself into the other's place. Nothing that
 * was drawn for this campaign is in it but what both sides see on the first day.
 */
export interface CommonKnowledge {
  readonly groups: readonly Pick<GroupParameters, 'whenIll' | 'custody' | 'setApartBy' | 'prior'>[];
  readonly parties: PerParty<Pick<PartyParameters, 'parole' | 'prior'>>;
  readonly mediators: readonly Pick<MediatorParameters, 'hosts' | 'guarantees' | 'acceptance'>[];
  readonly lawOfWar: boolean;
  /** Trust on the first day, to which it drifts back. */
  readonly trust: number;
  /** Days that it takes to arrange a hand-over. */
  readonly arranging: Range;
  /** Captures to be expected as things stand at the outset; rates of a later day are nobody's knowledge yet. */
  readonly captureRates: readonly CaptureRateParameters[];
}

export function commonKnowledgeOf(parameters: Parameters): CommonKnowledge {
  return {
    groups: parameters.groups.map(({ whenIll, custody, setApartBy, prior }) => ({
      whenIll,
      custody,
      setApartBy,
      prior,
    })),
    parties: [shared(parameters.parties[0]), shared(parameters.parties[1])],
    mediators: parameters.mediators.map(({ hosts, guarantees, acceptance }) => ({
      hosts,
      guarantees,
      acceptance,
    })),
    lawOfWar: parameters.lawOfWar,
    trust: parameters.trust,
    arranging: parameters.arranging,
    captureRates: parameters.captureRates.map(({ prior }) => prior).filter(({ fromDay }) => fromDay <= 0),
  };
}

function shared({ parole, prior }: PartyParameters): CommonKnowledge['parties'][number] {
  return { parole, prior };
}
