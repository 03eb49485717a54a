import type { Move } from '../campaign/event.ts';
import { streamsOf } from '../campaign/streams.ts';
import { legalOf } from '../negotiators/negotiator.ts';
import { explains, OPPONENTS } from '../negotiators/opponents.ts';
import { type Policy, playOn } from '../negotiators/rollout.ts';
import { thoughtPlay } from '../negotiators/thought-play.ts';
import { other, type PartyIndex, type PerParty } from '../scenario/scenario.ts';
import { type Position, phaseOf } from '../statechart/position.ts';
import { samplePosition } from '../statechart/sampled-position.ts';
import type { Decision } from './coach-decision.ts';

/*
 * Trials of a decision: each is one world, one luck and one opponent, in which any of the moves can be
 * played on. The same number is the same trial, so two moves compared over the same trials differ by
 * the moves alone.
 */

/** One trial of a decision. */
export interface Trial {
  /** How much the trial counts: how well its opponent explains what was seen. */
  readonly weight: number;
  /** What the party gains after `move`, in worth units, to the last day played. */
  gain(move: Move): number;
}

export type Trials = (number: number) => Trial;

/** Who goes on playing for each party after the move; null where nobody knows. */
export interface Seats {
  readonly policies: PerParty<(() => Policy) | null>;
  /** Days that are played on. */
  readonly depth: number;
  readonly seed: string;
}

/** From what the party knew: worlds sampled from its view, the other side playing in any of several ways. */
export function trialsAsKnown(
  { party, view, entry }: Pick<Decision, 'party' | 'view' | 'entry'>,
  seats: Seats,
): Trials {
  return number => {
    const seed = `${seats.seed}/known/${entry}/${number}`;
    const random = streamsOf(seed).of('hidden').next;
    const start = samplePosition(view, random);
    const { make, prior } = OPPONENTS[number % OPPONENTS.length] as (typeof OPPONENTS)[number];
    const weight = prior * explains(make, start, party, random);
    return trial(start, seed, weight, { party, make, seats });
  };
}

/** In hindsight: the true world, the other side playing as it did. Only the luck to come is drawn. */
export function trialsInHindsight(decision: Decision, seats: Seats): Trials {
  const { party, position, entry } = decision;
  return number => {
    const seed = `${seats.seed}/hindsight/${entry}/${number}`;
    const { make: guess } = OPPONENTS[number % OPPONENTS.length] as (typeof OPPONENTS)[number];
    return trial(position, seed, 1, { party, make: seats.policies[other(party)] ?? guess, seats });
  };
}

interface Players {
  readonly party: PartyIndex;
  /** The other side. */
  readonly make: () => Policy;
  readonly seats: Seats;
}

function trial(start: Position, seed: string, weight: number, { party, make, seats }: Players): Trial {
  const { day } = start.campaign;
  const goOn = seats.policies[party] ?? (() => thoughtPlay(0.4, 'pressed'));
  return {
    weight,
    gain(move) {
      const own = inSilence(start) ? silentFor(asks(move) ? 0 : day + SILENCE) : goOn();
      const policies = party === 0 ? ([own, make()] as const) : ([make(), own] as const);
      return playOn(start, move, { policies, seed, until: day + seats.depth }).gained[party];
    },
  };
}

/** Whether nobody has asked for talks. */
export function inSilence({ value }: Position): boolean {
  return phaseOf(value) === 'initiation.standoff';
}

const asks = ({ type }: Move) => type === 'proposeTalks';

/** Days of silence that one day of it is judged as: a day alone loses nothing, and never to ask is not what was decided. */
const SILENCE = 10;

/** Says nothing up to a day unless it is asked, and asks as soon as it can gain after that. */
function silentFor(until: number): Policy {
  const eager = thoughtPlay(0.4, 'eager');
  return (view, legal, random) =>
    view.day < until && legalOf(legal, 'proposeTalks') ? { type: 'wait' } : eager(view, legal, random);
}
