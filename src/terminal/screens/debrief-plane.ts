import { everybodyHome } from '../../campaign/worth.ts';
import { dateOf, type PartyIndex, type PerParty } from '../../scenario/scenario.ts';
import { appraise } from '../appraisal.ts';
import type { Course } from '../course.ts';
import { type Line, line, wrapped } from '../line.ts';
import type { Scene } from '../scene.ts';
import { givenFirst } from '../sight.ts';
import { count, gainPlane, shortDate, debriefPage as words } from '../words.ts';
import { type Gains, gainRows, placeOf, stackLines } from './gain-plane.ts';
import { homesOf } from './talks-pane.ts';

/* Every offer by what both would have gained from it on its day, by the true values. */

const HEIGHT = 15;
const WIDEST = 96;

export function planeLines(scene: Scene, columns: number): Line[] {
  const { course, sight } = scene;
  const offers = offersOn(course, sight.side, givenFirst(sight));
  if (offers.length === 0) return [];
  const [first, second] = course.scenario.parties;
  const size = { columns: Math.min(WIDEST, columns - 6), rows: HEIGHT };
  const names: PerParty<string> = [gainPlane.axis(first.capital), gainPlane.axis(second.capital)];
  const says = (text: string) => wrapped(text, columns - 6, 'dim');
  return [
    ...says(words.plane(first.capital, second.capital)),
    ...gainRows(offers, names, size),
    ...says(gainPlane.signsOf(first.capital, second.capital)),
    ...says(gainPlane.order(homesOf(scene))),
    ...stackLines(offers, names, size),
  ].map(row => line('   ', ...row));
}

/** What was offered, and what was agreed, in the order of the campaign; agreements by their number. */
function offersOn(course: Course, side: PartyIndex, order: PerParty<PartyIndex>): Gains[] {
  let agreed = 0;
  return course.positions.flatMap((position, at): Gains[] => {
    const before = course.positions[at - 1]?.campaign.talks;
    const { offer, agreement } = position.campaign.talks;
    const date = shortDate(dateOf(course.scenario, position.campaign.day));
    const place = (offered: NonNullable<typeof offer>) => placeOf(appraise(position, null, offered));
    const people = ({ deal }: NonNullable<typeof offer>) => {
      const home = everybodyHome(course.parameters, deal);
      return order.map(party => count(home[party])).join(' : ');
    };
    if (agreement && !before?.agreement && before?.offer) {
      agreed += 1;
      const name = gainPlane.agreed(agreed, date, people(before.offer));
      return [{ sign: gainPlane.number(agreed), tone: 'strong', unique: true, ...place(before.offer), name }];
    }
    if (!offer || offer === before?.offer) return [];
    const { by } = offer;
    const who = by === null ? gainPlane.mediator : (course.scenario.parties[by].capital ?? '');
    return [
      {
        sign: by === null ? gainPlane.signs.mediator : gainPlane.signs.parties[by],
        tone: by === null ? 'plain' : by === side ? 'own' : 'theirs',
        unique: false,
        ...place(offer),
        name: gainPlane.offered(who, date, people(offer)),
      },
    ];
  });
}
