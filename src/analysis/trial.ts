import type { Move } from '../campaign/event.ts';
import { streamsOf } from '../campaign/streams.ts';
import { EVERY_WAY, evenly, likelihoods, placeAt } from '../negotiators/opponents.ts';
import { type Policy, playOn, tidingsFrom } from '../negotiators/rollout.ts';
import { thoughtPlay } from '../negotiators/thought-play.ts';
import { other, type PartyIndex, type PerParty } from '../scenario/scenario.ts';
import { type Position, phaseOf } from '../statechart/position.ts';
import { samplePosition } from '../statechart/sampled-position.ts';
import type { Decision } from './coach-decision.ts';

/*
 * Trials of a decision: each is one world, one luck and one opponent, in which any of the moves can be
 * played on. The same number is the same trial, so two moves compared over the same trials differ by
 * the moves alone. After the move the party goes on as it does play: what is judged is the one move.
 */

/** One trial of a decision. */
export interface Trial {
  /** What the party gains after `move`, in worth units, to the last day played. */
  gain(move: Move): number;
}

export type Trials = (number: number) => Trial;

/** Who goes on playing for each party after the move; null where nobody knows. */
export interface Seats {
  readonly policies: PerParty<(() => Policy) | null>;
  /** Days that are played on; out of silence it is to the end of the campaign. */
  readonly depth: number;
  readonly seed: string;
}

/** What a decision is as the party knows it. */
type Known = Pick<Decision, 'party' | 'view' | 'entry' | 'heard'>;

/**
 * From what the party knew: worlds sampled from its view and from the news that it had heard, the other side
 * playing in any of several ways, each as often as it is likely after what was seen of it.
 */
export function trialsAsKnown(decision: Known, seats: Seats): Trials {
  const { party, view, entry, heard } = decision;
  const wayIn = waysIn(decision, seats);
  return number => {
    const seed = `${seats.seed}/known/${entry}/${number}`;
    const start = samplePosition(view, streamsOf(seed).of('hidden').next, heard);
    return trial(start, seed, { party, seats, theirs: wayIn(number) });
  };
}

/** In hindsight: the true world, the other side playing as it did. Only the luck to come is drawn. */
export function trialsInHindsight(decision: Decision, seats: Seats): Trials {
  const { party, position, entry } = decision;
  const known = seats.policies[other(party)];
  const wayIn = known ? () => known : waysIn(decision, seats);
  return number => {
    const seed = `${seats.seed}/hindsight/${entry}/${number}`;
    return trial(position, seed, { party, seats, theirs: wayIn(number) });
  };
}

/** Trials that go by one look at how likely each way is. */
const OF_ONE_LOOK = 3;

/**
 * In what way the other side plays in each trial. How likely the ways are is itself drawn, from a few worlds, so a
 * few trials share a draw and the next have their own: what the draws differ by is then seen in the trials, and
 * counted in every interval.
 */
function waysIn({ view, entry }: Known, seats: Seats): (number: number) => () => Policy {
  const looks: number[][] = [];
  const likelyBy = (look: number) => {
    const random = streamsOf(`${seats.seed}/ways/${entry}/${look}`).of('hidden').next;
    return likelihoods(EVERY_WAY, view, () => samplePosition(view, random), random);
  };
  return number => {
    const look = Math.floor(number / OF_ONE_LOOK);
    looks[look] ??= likelyBy(look);
    return (EVERY_WAY[placeAt(looks[look], evenly(number))] as (typeof EVERY_WAY)[number]).make;
  };
}

interface Players {
  readonly party: PartyIndex;
  readonly seats: Seats;
  /** How the other side plays. */
  readonly theirs: () => Policy;
}

function trial(start: Position, seed: string, { party, seats, theirs }: Players): Trial {
  const { day, parameters } = start.campaign;
  const goOn = seats.policies[party] ?? (() => thoughtPlay(0.4, 'pressed'));
  // Whoever asks early has the talks early that another would have had later: only the end tells what it gained.
  const until = inSilence(start) ? parameters.days : day + seats.depth;
  const tidings = tidingsFrom(start, seed);
  return {
    gain(move) {
      const policies = party === 0 ? ([goOn(), theirs()] as const) : ([theirs(), goOn()] as const);
      return playOn(start, move, { policies, seed, until, tidings }).gained[party];
    },
  };
}

/** Whether nobody has asked for talks. */
export function inSilence({ value }: Position): boolean {
  return phaseOf(value) === 'initiation.standoff';
}
