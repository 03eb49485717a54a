import { type Debrief, OUTCOMES } from '../../analysis/debrief.ts';
import type { PartyIndex } from '../../scenario/scenario.ts';
import type { Scene } from '../scene.ts';
import { bySide } from '../sight.ts';
import { inShort as words } from '../words.ts';

/** One thing that came of a campaign, and its name. */
export interface Outcome {
  readonly label: string;
  readonly text: string;
}

/** What came of a campaign, in a few words: what somebody asks first who has not seen it. */
export function summaryOf(scene: Scene, debrief: Debrief): Outcome[] {
  const { parties } = scene.course.scenario;
  const sides = bySide(scene.sight.side);
  const people = (party: PartyIndex, of: (group: number) => number) =>
    ofHome(scene, party).reduce((total, group) => total + of(group), 0);
  const home = sides.map(party =>
    words.to(
      parties[party].name,
      people(party, group => homeOf(debrief, group)),
    ),
  );
  const held = sides.map(party =>
    words.of(
      parties[party].name,
      people(party, group => debrief.held[group] ?? 0),
    ),
  );
  const orders = sides.flatMap(party => {
    const asked = debrief.instructions[party];
    const done = asked.filter(({ followed }) => followed).length;
    return asked.length > 0 ? [words.done(parties[party].capital, done, asked.length)] : [];
  });
  const found = sides.flatMap(party => {
    const number = debrief.findings.filter(({ by }) => by === party).length;
    return number > 0 ? [words.found(parties[party].capital, number)] : [];
  });
  return [
    { label: words.home, text: home.join(', ') },
    { label: words.held, text: held.join(', ') },
    { label: words.agreements, text: agreementsIn(debrief) },
    ...(orders.length > 0 ? [{ label: words.orders, text: orders.join(', ') }] : []),
    { label: words.findings, text: found.length > 0 ? found.join(', ') : words.none },
  ];
}

function agreementsIn({ deals }: Debrief): string {
  const kinds = OUTCOMES.flatMap(outcome => {
    const number = deals.filter(deal => deal.outcome === outcome).length;
    return number > 0 ? [words.outcome[outcome](number)] : [];
  });
  return kinds.length > 0 ? kinds.join(', ') : words.none;
}

/** Groups whose people are at home with a party, by index. */
export function ofHome({ course }: Scene, party: PartyIndex): number[] {
  return course.parameters.groups.filter(group => group.home === party).map(group => group.index);
}

/** People of a group who came home by the end. */
export function homeOf({ exchanged, released }: Debrief, group: number): number {
  return (exchanged[group] ?? 0) + (released[group] ?? 0);
}
