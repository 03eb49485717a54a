import { sum } from '../campaign/counts.ts';
import { isGuaranteed } from '../campaign/hand-over.ts';
import { worthOver } from '../report/worth.ts';
import { other, type Scenario } from '../scenario/scenario.ts';
import { appraise, type Offered } from './appraisal.ts';
import type { Setup } from './game.ts';
import type { Scene } from './scene.ts';
import type { ComposerScreen } from './screen.ts';
import { guide } from './words.ts';

/* First steps: a campaign in which each phase says what can be done in it, and why. */

const SEED = 'first-steps';
const WILLING = 'conceder';

type Words = (typeof guide)['keys' | 'spoken'];

/** What first steps are taken in: an invented scenario before one that happened, the shorter before the longer. */
export function firstSteps(scenarios: readonly Scenario[]): Setup | null {
  const [scenario] = [...scenarios].sort(
    (a, b) => Number(a.sources.length > 0) - Number(b.sources.length > 0) || a.days - b.days,
  );
  return scenario ? { scenario, seed: SEED, seats: ['person', WILLING], guided: true } : null;
}

/** What somebody who has never played should read now, or hear where numbers are typed and no keys pressed. */
export function guideFor(scene: Scene, how: 'keys' | 'spoken' = 'keys'): string {
  const words = guide[how];
  const { sight, position } = scene;
  const { phase, talks, side } = sight;
  if (position.done) return words.over;
  if (phase === 'initiation.overture') return talks.overture?.by === side ? words.asked : words.answer;
  if (phase === 'preparation.lists') return talks.lists[side] ? words.listed : words.list;
  if (phase === 'preparation.verification') return words.checking;
  if (phase === 'rounds.answering' || phase === 'rounds.singleText') return inRounds(scene, words);
  if (phase === 'rounds.open') return words.offer;
  if (phase === 'handOver.transfer') return atHandOver(scene, words);
  if (phase.startsWith('handOver.')) return words.arranging;
  if (phase === 'suspension') return words.suspended;
  return position.campaign.exchanges.length > 0 ? words.again : words.begin;
}

/** The day has come: by who has brought its people, and whether those were sent home or wait for the others. */
function atHandOver({ sight, position, mover }: Scene, words: Words): string {
  const { talks, side } = sight;
  if (talks.handed[side]) return words.coming;
  if (mover !== side) return words.theirTurn;
  if (!talks.handed[other(side)]) return words.handOver;
  return isGuaranteed(position.campaign) ? words.theyWait : words.theyCame;
}

/** Which of the three steps this is: to the table, offers, the hand-over; and what comes after them. */
export function guideTitle({ sight, position }: Scene): string {
  const { phase } = sight;
  if (phase.startsWith('rounds')) return guide.titles.offers;
  if (phase.startsWith('handOver')) return guide.titles.handOver;
  const done = position.done || position.campaign.exchanges.length > 0;
  return done ? guide.titles.after : guide.titles.talks;
}

/** An offer is on the table: one's own, theirs before and after one has answered, or one that asks for what cannot be. */
function inRounds(scene: Scene, words: Words): string {
  const { sight, legal } = scene;
  const { talks, side } = sight;
  if (talks.offer?.by === side) return words.waiting;
  if (talks.accepted[side]) return words.accepted;
  if (!legal.some(({ type }) => type === 'accept')) return words.beyond;
  const text = talks.offers.some(({ by }) => by === side) ? words.counter : words.first;
  return talks.offer ? `${text} ${guide.offered(gainOf(scene, talks.offer))}` : text;
}

/** What an offer is worth to the one who looks, over the least it should accept, as the two are shown. */
function gainOf({ position, sight }: Scene, offered: Offered): number {
  const { values, reservations } = appraise(position, sight.viewer, offered);
  return worthOver(values[sight.side].best, reservations[sight.side].best);
}

/** What somebody who has never put an offer together should read while doing it; null for other counts. */
export function guideForOffer(screen: ComposerScreen, how: 'keys' | 'spoken' = 'keys'): string | null {
  const words = guide[how];
  if (screen.purpose !== 'offer') return null;
  if (sum(screen.counts) === 0) return words.compose;
  return gainOf(screen.scene, { deal: screen.counts }) < 0 ? words.under : words.send;
}
