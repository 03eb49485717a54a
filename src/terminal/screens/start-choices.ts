import { NEGOTIATORS } from '../../negotiators/index.ts';
import { other, PARTIES, type PartyIndex, type Scenario } from '../../scenario/scenario.ts';
import type { RecordHeader } from '../../table/record.ts';
import type { Lobby } from '../app.ts';
import type { Side } from '../host.ts';
import type { Draft, StartScreen } from '../screen.ts';
import { briefPage, longDate, start as words } from '../words.ts';
import { calledWithCapital } from './start-details.ts';

/** One answer to a question of the start. */
export interface Choice {
  readonly label: string;
  /** A few words beside the label. */
  readonly brief: string;
  readonly about: string;
}

export function choices(lobby: Lobby, { step, draft }: StartScreen): Choice[] {
  const { scenario } = draft;
  if (step === 'campaign') return campaigns(lobby);
  if (step === 'side' && scenario) return sides(draft, scenario);
  const party = openSeat(draft);
  return scenario && party !== null ? opponents(scenario, party) : [];
}

function campaigns({ scenarios, unfinished }: Lobby): Choice[] {
  return [
    ...scenarios.map(scenario => ({
      label: scenario.title,
      brief: words.campaign(longDate(scenario.begins), scenario.days, scenario.sources.length),
      about: scenario.summary,
    })),
    ...unfinished.map(({ title, day, header, where }) => ({
      label: words.resumed(title, day, seatsIn(header), header.seed),
      brief: '',
      about: where,
    })),
  ];
}

/** Who sits where: "ukraine: you, russia: boulware". */
function seatsIn({ seats, mediator }: RecordHeader): string {
  return Object.entries({ ...seats, ...(mediator ? { mediator } : {}) })
    .map(([party, name]) => `${party}: ${name === 'person' ? words.you : name}`)
    .join(', ');
}

function sides(draft: Draft, { parties }: Scenario): Choice[] {
  return sidesOf(draft).map(side => {
    if (side === 'both') return { label: words.both, brief: words.bothAbout, about: '' };
    if (side === 'mediator')
      return { label: words.mediator, brief: words.mediatorBrief, about: words.mediatorAbout };
    if (side === 'none') return { label: words.none, brief: words.noneAbout, about: '' };
    const brief = words.sideOf(parties[side].capital, parties[other(side)].capital);
    return { label: calledWithCapital(parties[side]), brief, about: '' };
  });
}

/** What has to be known to choose, whatever is chosen: why a side has two names. */
export function explained({ step, draft }: StartScreen): string {
  if (step !== 'side' || !draft.scenario) return '';
  const [first, second] = draft.scenario.parties;
  return briefPage.decides(first.name, first.capital, second.name, second.capital);
}

/** Whom one can speak for, in the order of the menu; nobody mediates where no mediator proposes terms. */
export function sidesOf({ scenario }: Draft): Side[] {
  const proposes = scenario?.mediators.some(({ role }) => role === 'mediator') ?? false;
  return [...PARTIES, 'both', ...(proposes ? (['mediator'] as const) : []), 'none'];
}

function opponents(scenario: Scenario, party: PartyIndex): Choice[] {
  return NEGOTIATORS.map(({ name, idea, citation }) => ({
    label: name,
    brief: name === scenario.parties[party].seat ? `${idea} ${words.standard}` : idea,
    about: words.source(citation),
  }));
}

/** The party whose negotiator has not been named yet. */
export function openSeat({ seats }: Draft): PartyIndex | null {
  return PARTIES.find(party => seats[party] === null) ?? null;
}
