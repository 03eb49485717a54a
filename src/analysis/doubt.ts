import type { Part, Path } from '../scenario/place.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Something in a scenario that is allowed and may still not be what its author meant. */
export interface Doubt {
  /** Stable name of the question that was asked. */
  readonly rule: string;
  /** Where in the file it arises. */
  readonly path: Path;
  /** Whether the key is meant, or the value; the value if left out. */
  readonly part?: Part;
  /** What was seen, and what could be done. */
  readonly message: string;
}

/** A question that is asked of every scenario. */
export interface DoubtRule {
  readonly id: string;
  readonly asks: (scenario: Scenario) => readonly Omit<Doubt, 'rule'>[];
}
