import type { Campaign } from '../../campaign/campaign.ts';
import { type Counts, plus, zeros } from '../../campaign/counts.ts';
import type { Finding } from '../../campaign/finding.ts';
import { lawRule } from '../../campaign/law.ts';
import { everybodyHome } from '../../campaign/worth.ts';
import type { PartyIndex, PerParty } from '../../scenario/scenario.ts';
import type { Outcome } from './outcome.ts';

/* What the metrics of the catalogue are measured with. */

/** A party, or null for both together. */
export type Whose = PartyIndex | null;

export function asYes(holds: boolean): number {
  return holds ? 1 : 0;
}

export function ofPair([first, second]: PerParty<number>, party: Whose): number {
  return party === null ? first + second : party === 0 ? first : second;
}

export function people({ parameters }: Campaign, counts: Counts, party: Whose): number {
  return ofPair(everybodyHome(parameters, counts), party);
}

export function overturesOf({ overtures }: Campaign, party: Whose) {
  return party === null ? overtures : overtures.filter(({ by }) => by === party);
}

export function completed({ exchanges }: Campaign) {
  return exchanges.filter(exchange => exchange.completed);
}

/** The days on which deals were agreed. */
export function agreementsOf({ campaign, phase }: Outcome): number[] {
  const { agreement } = campaign.talks;
  const pending = phase.startsWith('handOver') && agreement ? [agreement.day] : [];
  return [...campaign.exchanges.map(({ agreedOn }) => agreedOn), ...pending];
}

export function releasedIn({ parameters, releases }: Campaign): Counts {
  return releases.reduce<Counts>(
    (all, release) => plus(all, release.people),
    zeros(parameters.groups.length),
  );
}

export function findingsOf({ findings }: Campaign, party: Whose): readonly Finding[] {
  return party === null ? findings : findings.filter(({ by }) => by === party);
}

export function isBreach({ rule }: Finding): boolean {
  return lawRule(rule)?.severity === 'breach';
}
