import { NEGOTIATORS } from '../../negotiators/index.ts';
import { PARTIES, type PartyIndex, type Scenario } from '../../scenario/scenario.ts';
import type { RecordHeader } from '../../table/record.ts';
import type { Draft, Lobby, StartScreen } from '../app.ts';
import { start as words } from '../words.ts';

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
  if (step === 'side' && scenario) return sides(scenario);
  const party = openSeat(draft);
  return scenario && party !== null ? opponents(scenario, party) : [];
}

function campaigns({ scenarios, unfinished }: Lobby): Choice[] {
  return [
    ...scenarios.map(scenario => ({ label: scenario.title, brief: '', about: scenario.summary })),
    ...unfinished.map(({ title, day, header, where }) => ({
      label: words.resumed(title, day, seatsIn(header.seats), header.seed),
      brief: '',
      about: where,
    })),
  ];
}

/** Who sits where: "ukraine: you, russia: boulware". */
function seatsIn(seats: RecordHeader['seats']): string {
  return Object.entries(seats)
    .map(([party, name]) => `${party}: ${name === 'person' ? words.you : name}`)
    .join(', ');
}

function sides({ parties }: Scenario): Choice[] {
  return [
    ...parties.map(({ name, capital }) => ({ label: name, brief: words.sideOf(capital), about: '' })),
    { label: words.both, brief: words.bothAbout, about: '' },
    { label: words.none, brief: words.noneAbout, about: '' },
  ];
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
