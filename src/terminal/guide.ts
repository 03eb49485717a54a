import type { Scenario } from '../scenario/scenario.ts';
import type { Setup } from './game.ts';
import type { Scene } from './scene.ts';
import { guide as words } from './words.ts';

/* First steps: a campaign in which each phase says what can be done in it, and why. */

const SEED = 'first-steps';
const WILLING = 'conceder';

/** What first steps are taken in: an invented scenario before one that happened, the shorter before the longer. */
export function firstSteps(scenarios: readonly Scenario[]): Setup | null {
  const [scenario] = [...scenarios].sort(
    (a, b) => Number(a.sources.length > 0) - Number(b.sources.length > 0) || a.days - b.days,
  );
  return scenario ? { scenario, seed: SEED, seats: ['person', WILLING], guided: true } : null;
}

/** What somebody who has never played should read now. */
export function guideFor(scene: Scene): string {
  const { sight, position, mover } = scene;
  const { phase, talks, side } = sight;
  if (position.done) return words.over;
  if (phase === 'initiation.overture') return talks.overture?.by === side ? words.asked : words.answer;
  if (phase === 'preparation.lists') return talks.lists[side] ? words.listed : words.list;
  if (phase === 'preparation.verification') return words.checking;
  if (phase === 'rounds.answering' || phase === 'rounds.singleText') return inRounds(scene);
  if (phase === 'rounds.open') return words.offer;
  if (phase === 'handOver.transfer')
    return talks.handed[side] || mover !== side ? words.coming : words.handOver;
  if (phase.startsWith('handOver.')) return words.arranging;
  if (phase === 'suspension') return words.suspended;
  return position.campaign.exchanges.length > 0 ? words.again : words.begin;
}

/** Which of the three steps this is: to the table, offers, the hand-over; and what comes after them. */
export function guideTitle({ sight, position }: Scene): string {
  const { phase } = sight;
  if (phase.startsWith('rounds')) return words.titles.offers;
  if (phase.startsWith('handOver')) return words.titles.handOver;
  const done = position.done || position.campaign.exchanges.length > 0;
  return done ? words.titles.after : words.titles.talks;
}

/** An offer is on the table: one's own, theirs before and after one has answered, or one that asks for what cannot be. */
function inRounds({ sight, legal }: Scene): string {
  const { talks, side } = sight;
  if (talks.offer?.by === side || talks.accepted[side]) return words.waiting;
  if (!legal.some(({ type }) => type === 'accept')) return words.beyond;
  return talks.offers.some(({ by }) => by === side) ? words.counter : words.first;
}
