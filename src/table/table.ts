import { tidingsOf } from '../campaign/chance.ts';
import type { Deal } from '../campaign/counts.ts';
import { type CampaignEvent, isPartyEvent, type Move, type PartyEvent } from '../campaign/event.ts';
import type { Parameters, Random } from '../campaign/parameters.ts';
import type { Refusal } from '../campaign/refusal.ts';
import { drawCampaign } from '../campaign/settle.ts';
import { type Streams, streamsOf } from '../campaign/streams.ts';
import { lookAt, type View, viewOf } from '../campaign/view.ts';
import { mayKeepViews, type Negotiator } from '../negotiators/negotiator.ts';
import type { PartyIndex, PerParty, Scenario } from '../scenario/scenario.ts';
import { startCampaign } from '../statechart/chart.ts';
import { choicesIn, type LegalMove, legalMoves } from '../statechart/legal.ts';
import { type Position, phaseOf, type Runner } from '../statechart/position.ts';
import { dealWorld, maySpeak } from '../statechart/worlds-turn.ts';
import { ENGINE, type Entry, type RecordHeader, scenarioDigest } from './record.ts';

/** Who plays a party: a negotiator, or somebody whose moves come from outside, a person or another program. */
export type Seat = Negotiator | OutsideSeat | 'person';

/** A seat for a program that runs beside this one: the table knows its name and waits for its moves. */
export interface OutsideSeat {
  readonly name: string;
  readonly outside: true;
}

export function outsideSeat(name: string): OutsideSeat {
  return { name, outside: true };
}

export interface Sitting {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly seats: PerParty<Seat>;
  /** Set where a person mediates; otherwise mediators follow their rule. */
  readonly mediator?: 'person';
}

/** How the chart is run: as an XState actor, or compiled where many campaigns are run. */
export type Start = (parameters: Parameters) => Runner;

/** Told of every entry as it is made, before play goes on. */
export type Scribe = (entry: Entry) => void;

/**
 * Where two seats meet a campaign. The table deals the world's chance, asks the seats in turn,
 * and keeps the record.
 */
export interface Table {
  readonly sitting: Sitting;
  readonly header: RecordHeader;
  readonly parameters: Parameters;
  readonly entries: readonly Entry[];
  readonly position: Position;
  /** The party whose move it is; null once the horizon is reached. Deals the world's part first. */
  awaited(): PartyIndex | null;
  view(party: PartyIndex): View;
  legal(): LegalMove[];
  /** A move from outside; what is refused changes nothing. */
  move(move: Move): Refusal | null;
  /** A recorded move taken again, with the numbers its seat drew for it skipped; a seat that remembers thinks it over again. */
  retake(move: Move, draws: number): Refusal | null;
  /** Brings an inject of the scenario by hand; a name that is not in its catalogue is an error. */
  inject(id: string): Refusal | null;
  /** Whether a person who mediates may put a text on the table now, once a day. */
  mediatorAwaited(): boolean;
  /** The text of a person who mediates, or null to let the day pass without one. */
  mediate(deal: Deal | null): Refusal | null;
  /** An entry of a record that was brought by hand, taken again. */
  retakeByHand(event: CampaignEvent): Refusal | null;
  /** Lets the negotiator in the awaited seat decide; false where the move comes from outside or nobody is awaited. */
  step(): boolean;
}

export function openTable(sitting: Sitting, scribe: Scribe = () => {}, start: Start = startCampaign): Table {
  const { scenario, seed, seats } = sitting;
  const streams = streamsOf(seed);
  const { hidden, parameters } = drawCampaign(scenario, streams.of('hidden').next);
  const header: RecordHeader = {
    engine: ENGINE,
    scenario: scenario.id,
    scenarioDigest: scenarioDigest(scenario),
    seed,
    seats: {
      [scenario.parties[0].id]: seatName(seats[0]),
      [scenario.parties[1].id]: seatName(seats[1]),
    },
    ...(sitting.mediator ? { mediator: sitting.mediator } : {}),
    hidden,
  };
  return sit({ sitting, header, parameters, streams, scribe, runner: start(parameters) });
}

/**
 * Takes up a record where it ends. The world's chance is drawn again from the seed and must come
 * out as recorded; the parties' moves are taken from the record, and their streams are moved on by
 * what each move drew. So what follows is exactly what would have followed had play not stopped.
 * The scribe is told only of what is new. Returns a message where the record does not follow from
 * its seed.
 */
export function resumeTable(
  sitting: Sitting,
  entries: readonly Entry[],
  scribe: Scribe = () => {},
): Table | string {
  let taken = 0;
  const table = openTable(sitting, entry => {
    if (taken < entries.length) {
      const recorded = entries[taken];
      if (JSON.stringify(recorded?.event) !== JSON.stringify(entry.event)) {
        throw new Departure(
          `entry ${taken + 1}: ${recorded?.event.type === entry.event.type ? `"${entry.event.type}" is not as the seed brings it` : `recorded ${recorded?.event.type}, the seed brings ${entry.event.type}`}`,
        );
      }
      taken++;
    } else scribe(entry);
  });
  try {
    while (taken < entries.length) {
      const party = table.awaited();
      const next = entries[taken];
      if (taken >= entries.length) break;
      if (next?.byHand) {
        const refused = table.retakeByHand(next.event);
        if (refused) return `entry ${taken + 1}: ${refused.message}`;
        continue;
      }
      if (party === null || !next || !isPartyEvent(next.event))
        return `entry ${taken + 1}: the record goes on past its end`;
      const { party: _, ...move } = next.event;
      const refused = table.retake(move as Move, next.draws ?? 0);
      if (refused) return `entry ${taken + 1}: ${refused.message}`;
    }
    return table;
  } catch (error) {
    if (error instanceof Departure) return error.message;
    throw error;
  }
}

/** The seed brings something else than the record says. */
class Departure extends Error {}

export function seatName(seat: Seat): string {
  return seat === 'person' ? 'person' : seat.name;
}

/** Whether a seat decides for itself. */
function isNegotiator(seat: Seat): seat is Negotiator {
  return seat !== 'person' && !('outside' in seat);
}

/** Where a table stands. An object with a getter would have a shape of its own, and keep its table in memory. */
class Standing {
  readonly #runner: Runner;

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  get position(): Position {
    return this.#runner.position;
  }
}

/** A move as the event that it is. Most are waits, and are not copied entry by entry. */
function moveBy(party: PartyIndex, move: Move): PartyEvent {
  return move.type === 'wait' ? { type: 'wait', party } : { ...move, party };
}

interface Laid {
  readonly sitting: Sitting;
  readonly header: RecordHeader;
  readonly parameters: Parameters;
  readonly streams: Streams;
  readonly scribe: Scribe;
  readonly runner: Runner;
}

function sit({ sitting, header, parameters, streams, scribe, runner }: Laid): Table {
  const entries: Entry[] = [];
  const world = { streams, tidings: tidingsOf(parameters, streams), mediates: sitting.mediator !== 'person' };
  let mediatedOn = -1;
  const enter = (event: CampaignEvent, draws = 0): Refusal | null => {
    const refused = runner.send(event);
    return refused ?? note(draws > 0 ? { day: today(), event, draws } : { day: today(), event });
  };
  const today = () => runner.now.campaign.day;
  const note = (entry: Entry): null => {
    entries.push(entry);
    scribe(entry);
    return null;
  };
  const awaited = () => {
    dealWorld(runner, world, event => {
      const refused = enter(event);
      if (refused) throw new Error(`the world broke a rule: ${event.type}: ${refused.message}`);
    });
    return runner.now.done ? null : runner.now.campaign.toMove;
  };
  const view = (party: PartyIndex) => viewOf(runner.now.campaign, phaseOf(runner.now.value), party);
  const legal = () => legalMoves(runner.now);
  const take = (party: PartyIndex, given: Move, draws: number) => enter(moveBy(party, given), draws);
  const move = (given: Move, draws = 0) => {
    const party = awaited();
    return party === null ? runner.send({ type: 'wait', party: 0 }) : take(party, given, draws);
  };
  const byHand = (event: CampaignEvent) => {
    awaited();
    return runner.send(event) ?? note({ day: today(), event, byHand: true });
  };
  const seatStream = (party: PartyIndex) => streams.of(party === 0 ? 'seat.0' : 'seat.1');
  const mayKeep = sitting.seats.map(seat => isNegotiator(seat) && mayKeepViews(seat));
  /** What a seat decides. One that may keep what it is shown is shown a position that no later event changes. */
  const asked = (seat: Negotiator, party: PartyIndex, random: Random) => {
    const position = mayKeep[party] ? runner.position : runner.now;
    const view = lookAt(position.campaign, phaseOf(position.value), party);
    return seat.decide(view, choicesIn(position), random);
  };
  /** Moves a seat's stream on by what it drew for a recorded move; whoever goes by what it thought thinks it again. */
  const thinkAgain = (party: PartyIndex, draws: number) => {
    const seat = sitting.seats[party];
    const stream = seatStream(party);
    const until = stream.drawn + draws;
    if (isNegotiator(seat) && seat.remembers) asked(seat, party, stream.next);
    while (stream.drawn < until) stream.next();
  };
  return Object.assign(new Standing(runner), {
    sitting,
    header,
    parameters,
    entries,
    awaited,
    view,
    legal,
    move: (given: Move) => move(given),
    retake(given: Move, draws: number) {
      const party = awaited();
      if (party !== null) thinkAgain(party, draws);
      return move(given, draws);
    },
    inject(id: string) {
      const inject = parameters.injects.find(known => known.id === id);
      if (!inject) throw new Error(`unknown inject: ${id}`);
      return byHand({ type: 'inject', inject: id, title: inject.title, effects: inject.effects });
    },
    mediatorAwaited() {
      awaited();
      const { campaign } = runner.now;
      return sitting.mediator === 'person' && mediatedOn < campaign.day && maySpeak(runner.now);
    },
    mediate(deal: Deal | null) {
      mediatedOn = runner.now.campaign.day;
      return deal ? byHand({ type: 'mediatorProposes', deal }) : null;
    },
    retakeByHand: byHand,
    step() {
      const party = awaited();
      if (party === null) return false;
      const seat = sitting.seats[party];
      if (!isNegotiator(seat)) return false;
      const stream = seatStream(party);
      const before = stream.drawn;
      const decided = asked(seat, party, stream.next);
      const refused = take(party, decided, stream.drawn - before);
      if (refused) throw new Error(`${seat.name} made an illegal move: ${decided.type}: ${refused.message}`);
      return true;
    },
  });
}
