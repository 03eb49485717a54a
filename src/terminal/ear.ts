import type { Campaign } from '../campaign/campaign.ts';
import { type Counts, sum } from '../campaign/counts.ts';
import { everybodyHome, peopleHome } from '../campaign/worth.ts';
import { countedGroup } from '../report/people.ts';
import { other, type PartyIndex, type Scenario } from '../scenario/scenario.ts';
import type { Offered } from './appraisal.ts';
import type { Viewer } from './viewer.ts';
import { happened, type Subject } from './words.ts';

/** Who is told of an event, and in what words. */
export interface Ear {
  readonly scenario: Scenario;
  /** Whose knowledge bounds what is told. */
  readonly viewer: Viewer;
  /** Who is spoken to as "you"; null where a person plays both sides or neither. */
  readonly you: PartyIndex | null;
}

/** One thing that an event meant, in the words of the one who is told. */
export interface Told {
  readonly text: string;
  /** The party whose doing it was; null for the world. */
  readonly by: PartyIndex | null;
  /** Whether a player would want to stop for it. */
  readonly concerns: boolean;
  /** Set for captures that have no title of their own: those of a day are told together. */
  readonly taken?: Taken;
  /** Set where it tells of a capture that has a title. */
  readonly captured?: Taken;
}

/** People of one party taken prisoner, as far as the one who looks has heard. */
export interface Taken {
  readonly home: PartyIndex;
  readonly low: number;
  readonly high: number;
}

/** Who acts: a capital decides, where a party's own name says whose people they are. */
export function subject({ scenario, you }: Pick<Ear, 'scenario' | 'you'>, party: PartyIndex): Subject {
  return { name: scenario.parties[party].capital, you: you === party };
}

/** To whose home: null where it is that of the one who is told. */
export function homeName({ scenario, you }: Pick<Ear, 'scenario' | 'you'>, party: PartyIndex): string | null {
  return you === party ? null : scenario.parties[party].name;
}

export function mediatorName({ scenario }: Ear, mediator: number | null): string | null {
  return mediator === null ? null : (scenario.mediators[mediator]?.name ?? null);
}

/** People group by group, in words: "12 conscripts", "1 border guard". */
export function peopleNamed(scenario: Scenario, people: Counts): string[] {
  return people.flatMap((number, group) => (number > 0 ? [countedGroup(scenario, group, number)] : []));
}

/** A deal in words, the people of party `first` before those of the other. */
export function dealInWords(
  { scenario, you }: Ear,
  campaign: Campaign,
  offered: Offered,
  first: PartyIndex = you ?? 0,
): string {
  const { deal } = offered;
  const second = other(first);
  const all = everybodyHome(campaign.parameters, deal);
  const traded = peopleHome(campaign.parameters, deal);
  const owed = all[0] + all[1] - traded[0] - traded[1];
  const text =
    you === null
      ? happened.deal(scenario.parties[first].name, all[first], scenario.parties[second].name, all[second])
      : happened.dealToYou(all[first], all[second]);
  return withTerms(text, owed, offered);
}

/** A deal as a party offers it: where neither is "you", whom it gives comes first. */
export function offerInWords(ear: Ear, by: PartyIndex, campaign: Campaign, offered: Offered): string {
  return dealInWords(ear, campaign, offered, ear.you ?? other(by));
}

function withTerms(text: string, owed: number, { interned, parole }: Offered): string {
  const terms = [
    ...(owed > 0 ? [happened.owed(owed)] : []),
    ...(interned ? [happened.interned(sum(interned))] : []),
    ...(parole ? [happened.parole] : []),
  ];
  return terms.length > 0 ? `${text} (${terms.join(', ')})` : text;
}
