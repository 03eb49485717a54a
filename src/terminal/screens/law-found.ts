import type { Move, PartyEvent } from '../../campaign/event.ts';
import type { Finding } from '../../campaign/finding.ts';
import { lawRule } from '../../campaign/law.ts';
import { PARTIES, type PartyIndex } from '../../scenario/scenario.ts';
import { type Bargained, findingsOf, findingsOnBoth } from '../appraisal.ts';
import type { Scene } from '../scene.ts';
import type { ComposerScreen } from '../screen.ts';
import { choice as words } from '../words.ts';
import { moveOf, offeredIn } from './composer-counts.ts';

/*
 * What the law would find in a move, before it is made. A bargain is told for both sides, in the same
 * words: who takes a price for people who are owed is found, be it by offering or by accepting.
 */

/** A sentence for each rule, empty where nothing would be found against anybody. */
export function findingTexts(scene: Scene, move: Move, party: PartyIndex): string[] {
  const offer = bargainedIn(scene, move, party);
  if (offer) return bargainTexts(scene, offer);
  const found = findingsOf(scene.position, { ...move, party } as PartyEvent);
  return rulesOf(found).map(({ title, article }) => words.law(article, title));
}

/** The same of what is put together; what a mediator puts on the table either side may accept. */
export function findingTextsOf(screen: ComposerScreen): string[] {
  const move = moveOf(screen);
  return move === null
    ? bargainTexts(screen.scene, { ...offeredIn(screen), by: null })
    : findingTexts(screen.scene, move, screen.party);
}

/** The same by the rules alone, without whom it falls on. */
export function rulesFoundIn(screen: ComposerScreen): string[] {
  const move = moveOf(screen);
  const { position } = screen.scene;
  const offer =
    move === null ? { ...offeredIn(screen), by: null } : bargainedIn(screen.scene, move, screen.party);
  const found = offer
    ? findingsOnBoth(position, offer)
    : findingsOf(position, { ...move, party: screen.party } as PartyEvent);
  return rulesOf(found).map(({ title, article }) => words.law(article, title));
}

function bargainedIn({ position }: Scene, move: Move, party: PartyIndex): Bargained | null {
  if (move.type === 'offer') return { ...move, by: party };
  return move.type === 'accept' ? position.campaign.talks.offer : null;
}

function bargainTexts({ position, course }: Scene, offer: Bargained): string[] {
  const found = findingsOnBoth(position, offer);
  return rulesOf(found).map(({ id, title, article }) => {
    const falls = PARTIES.filter(party => found.some(({ by, rule }) => by === party && rule === id));
    const onWhom = falls.map(party =>
      words.fallsOn(course.scenario.parties[party].capital, offer.by === party ? 'offering' : 'accepting'),
    );
    return `${words.law(article, title)}: ${words.falls(onWhom)}`;
  });
}

/** The rules of some findings, each once. */
function rulesOf(findings: readonly Finding[]) {
  return [...new Set(findings.map(({ rule }) => rule))].flatMap(id => lawRule(id) ?? []);
}
