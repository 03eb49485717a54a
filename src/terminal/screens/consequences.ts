import type { Move, PartyEvent } from '../../campaign/event.ts';
import { lawRule } from '../../campaign/law.ts';
import { dateOf, type PartyIndex } from '../../scenario/scenario.ts';
import { resumeCompiled } from '../../statechart/compiled.ts';
import { type Position, phaseOf } from '../../statechart/position.ts';
import { findingsOf } from '../appraisal.ts';
import { EMPTY, type Line, line, type Tone, wrapped } from '../line.ts';
import type { Scene } from '../scene.ts';
import { shortDate, choice as words } from '../words.ts';

/*
 * What a move that cannot be taken back leads to, by the rules themselves: the move is made in thought.
 * No more is told of it than both sides will see.
 */

export function consequenceRows(scene: Scene, move: Move, party: PartyIndex, columns: number): Line[] {
  const told = (text: string, tone: Tone) => wrapped(text, columns - 2, tone).map(row => line(' ', ...row));
  const law = lawTexts(scene, move, party);
  return [
    ...law.flatMap(text => told(text, 'warn')),
    ...(law.length > 0 ? [EMPTY] : []),
    ...outcomeTexts(scene, move, party).flatMap(text => told(text, 'plain')),
  ];
}

/** Which articles it breaks, or may break, and why. */
function lawTexts({ position }: Scene, move: Move, party: PartyIndex): string[] {
  return findingsOf(position, { ...move, party } as PartyEvent).flatMap(finding => {
    const rule = lawRule(finding.rule);
    return rule ? [words.law(rule.article, rule.title), rule.explanation] : [];
  });
}

/** How trust changes, and how long talks are suspended. */
export function outcomeTexts(scene: Scene, move: Move, party: PartyIndex): string[] {
  const after = carriedOut(scene.position, move, party);
  if (!after) return [];
  const [before, { trust, talks }] = [scene.position.campaign, after.campaign];
  const days = talks.until - before.day;
  const date = shortDate(dateOf(scene.course.scenario, talks.until));
  return [
    ...(Math.abs(trust - before.trust) < 0.005 ? [] : [words.trustAfter(before.trust, trust)]),
    ...(phaseOf(after.value) === 'suspension' && days > 0 ? [words.suspendedFor(date, days)] : []),
  ];
}

function carriedOut(position: Position, move: Move, party: PartyIndex): Position | null {
  const run = resumeCompiled(position);
  return run.send({ ...move, party } as PartyEvent) === null ? run.position : null;
}
