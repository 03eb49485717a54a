// A program for a seat: parley run two-rivers --seat "aren=exec:node scenarios/two-rivers/haggler.ts"
// Keeps what it agrees to, and gives as many as it gets. `parley protocol` tells the messages.
// With the package installed: import type { Knowledge, LegalMove, Move, View } from 'parley-exchange'
import { createInterface } from 'node:readline';
import type { Knowledge, LegalMove, Move, View } from '../../src/index.ts';

function decide(known: Knowledge, view: View, legal: readonly LegalMove[]): Move {
  const possible = new Map(legal.map(move => [move.type, move]));
  if (possible.has('accept') && balance(known, view.talks.offer?.deal ?? []) >= 0) return { type: 'accept' };
  const offer = possible.get('offer');
  if (offer?.type === 'offer') return { type: 'offer', deal: evenDeal(known, offer) };
  for (const type of ['handOver', 'agree', 'resume'] as const) if (possible.has(type)) return { type };
  return possible.has('submitList') ? { type: 'submitList', coverage: 'full' } : { type: 'wait' };
}

function balance({ groups, party }: Knowledge, deal: readonly number[]): number {
  const sides = groups.filter(({ owed }) => !owed);
  return sides.reduce((sum, { home, index }) => sum + (home === party ? 1 : -1) * (deal[index] ?? 0), 0);
}

function evenDeal({ groups }: Knowledge, offer: Extract<LegalMove, { type: 'offer' }>): number[] {
  const sides = ([0, 1] as const).map(party => groups.filter(({ owed, home }) => !owed && home === party));
  const most = sides.map(side => side.reduce((sum, { index }) => sum + (offer.most[index] ?? 0), 0));
  const deal = offer.most.map(() => 0);
  for (const side of sides) {
    let left = Math.min(offer.capacity, ...most);
    for (const { index } of side) {
      deal[index] = Math.min(left, offer.most[index] ?? 0);
      left -= deal[index];
    }
  }
  return deal;
}

let known: Knowledge | undefined;
for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  const say = (answer: object) => console.log(JSON.stringify(answer));
  if (message.type === 'hello') {
    known = message.known;
    say({ type: 'hello', protocol: 1 });
  } else if (message.type === 'turn' && known) {
    say({ type: 'move', turn: message.turn, move: decide(known, message.view, message.legal) });
  }
}
