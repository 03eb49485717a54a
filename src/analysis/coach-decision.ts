import { sum } from '../campaign/counts.ts';
import { isPartyEvent, type Move } from '../campaign/event.ts';
import type { News } from '../campaign/expected-news.ts';
import { type View, viewOf } from '../campaign/view.ts';
import { bestMediator } from '../negotiators/conduct.ts';
import { expectedSettlement } from '../negotiators/judgement.ts';
import { linesOf } from '../negotiators/lines.ts';
import { legalOf } from '../negotiators/negotiator.ts';
import type { PartyIndex } from '../scenario/scenario.ts';
import { type LegalMove, legalMoves } from '../statechart/legal.ts';
import { type Position, phaseOf } from '../statechart/position.ts';
import type { CampaignRecord } from '../table/record.ts';
import type { Replay } from '../table/replay.ts';
import { newsHeard } from './news-heard.ts';

/* Which moves of a record were decisions, and what else could have been done. */

/** A move of a party where there was something to choose. */
export interface Decision {
  /** Index of the entry in the record. */
  readonly entry: number;
  readonly day: number;
  readonly party: PartyIndex;
  readonly position: Position;
  readonly view: View;
  /** What news the party had heard of by then. */
  readonly heard: readonly News[];
  readonly played: Move;
  /** What could have been done, what was done among it. */
  readonly moves: readonly Move[];
}

/** Days of silence after which not asking is looked at again. */
export const SILENCE_LOOKED_AT_EVERY = 14;

/** The decisions of a party, in order. Moves without a real alternative are left out. */
export function decisionsOf(record: CampaignRecord, replay: Replay, party: PartyIndex): Decision[] {
  const decisions: Decision[] = [];
  let lookedAt = Number.NEGATIVE_INFINITY;
  for (const [entry, { event, day }] of record.entries.entries()) {
    const position = replay.positions[entry];
    if (!position || !isPartyEvent(event) || event.party !== party) continue;
    const { party: _, ...rest } = event;
    const played = rest as Move;
    const view = viewOf(position.campaign, phaseOf(position.value), party);
    const legal = legalMoves(position);
    const silent = played.type === 'wait' && legalOf(legal, 'proposeTalks') !== undefined;
    if (silent && day - lookedAt < SILENCE_LOOKED_AT_EVERY) continue;
    const moves = withPlayed(alternatives(view, legal), played);
    if (silent && moves.length > 1) lookedAt = day;
    if (moves.length < 2) continue;
    const heard = newsHeard(record.entries.slice(0, entry), view);
    decisions.push({ entry, day, party, position, view, heard, played, moves });
  }
  return decisions;
}

/** What a party could do that the coach would advise: only moves that keep the law of war and one's word. */
export function alternatives(view: View, legal: readonly LegalMove[]): Move[] {
  if (legalOf(legal, 'offer')) return linesOf(view, legal).map(({ move }) => move);
  if (legalOf(legal, 'agree')) return [{ type: 'agree' }, { type: 'wait' }];
  // Only lists that are true are ever advised.
  if (legalOf(legal, 'submitList')) return [{ type: 'submitList', coverage: 'full' }];
  if (legalOf(legal, 'handOver')) return [{ type: 'handOver' }];
  const asking = asksOf(view, legal);
  return asking.length > 0 ? [{ type: 'wait' }, ...asking] : [{ type: 'wait' }];
}

/** Ways of asking for talks, where a settlement above both reservations is in sight. */
function asksOf(view: View, legal: readonly LegalMove[]): Move[] {
  const propose = legalOf(legal, 'proposeTalks');
  if (!propose) return legalOf(legal, 'resume') && expectedSettlement(view, null) ? [{ type: 'resume' }] : [];
  const through = [...new Set([null, bestMediator(view, propose.mediators)])];
  return through
    .filter(mediator => expectedSettlement(view, mediator) !== null)
    .map(mediator => ({ type: 'proposeTalks', mediator, openly: false }));
}

function withPlayed(moves: readonly Move[], played: Move): Move[] {
  const different = moves.filter((move, index) => moves.findIndex(other => sameMove(move, other)) === index);
  return different.some(move => sameMove(move, played)) ? different : [...different, played];
}

/** Whether two moves do the same; what is said with an offer does not count. */
export function sameMove(a: Move, b: Move): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf(move: Move): string {
  if (move.type === 'offer') {
    const interned = move.interned && sum(move.interned) > 0 ? move.interned.join() : '';
    return `offer ${move.deal.join()} ${interned} ${move.parole === true}`;
  }
  return JSON.stringify(move);
}
