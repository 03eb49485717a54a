import type { Offer } from '../../campaign/campaign.ts';
import { everybodyHome } from '../../campaign/worth.ts';
import { dateOf, type PartyIndex, type PerParty } from '../../scenario/scenario.ts';
import { appraise } from '../appraisal.ts';
import type { Course } from '../course.ts';
import { type Line, line, wrapped } from '../line.ts';
import type { Scene } from '../scene.ts';
import { bySide, givenFirst } from '../sight.ts';
import { count, gainPlane, shortDate, debriefPage as words } from '../words.ts';
import { homesTold } from './debrief-lines.ts';
import { type Gains, gainRows, placeOf, stackLines } from './gain-plane.ts';

/* Every offer by what both would have gained from it on its day, by the true values: the side that the debrief is for to the right. */

const HEIGHT = 15;
const WIDEST = 96;

export function planeLines(scene: Scene, columns: number): Line[] {
  const { course, sight } = scene;
  const offers = offersOn(course, sight.side, givenFirst(sight));
  if (offers.length === 0) return [];
  const [first, second] = course.scenario.parties;
  const [right, up] = bySide(sight.side);
  const capital = (party: PartyIndex) => course.scenario.parties[party].capital;
  const size = { columns: Math.min(WIDEST, columns - 6), rows: HEIGHT };
  const names: PerParty<string> = [gainPlane.axis(capital(right)), gainPlane.axis(capital(up))];
  const says = (text: string) => wrapped(text, columns - 6, 'dim');
  return [
    ...says(words.plane(capital(right), capital(up))),
    ...gainRows(offers, names, size),
    ...says(gainPlane.signsOf(first.capital, second.capital)),
    ...says(gainPlane.order(homesTold(scene))),
    ...stackLines(offers, names, size),
  ].map(row => line('   ', ...row));
}

/** What was offered, and what was agreed, in the order of the campaign: what was agreed by its number alone. */
function offersOn(course: Course, side: PartyIndex, order: PerParty<PartyIndex>): Gains[] {
  const agreed = course.positions.flatMap((_, at) => agreedAt(course, at) ?? []);
  return course.positions.flatMap((position, at): Gains[] => {
    const { offer } = position.campaign.talks;
    const done = agreedAt(course, at);
    const date = shortDate(dateOf(course.scenario, position.campaign.day));
    const people = ({ deal }: Offer) => {
      const home = everybodyHome(course.parameters, deal);
      return order.map(party => count(home[party])).join(' : ');
    };
    if (done) {
      const number = agreed.indexOf(done) + 1;
      const name = gainPlane.agreed(number, date, people(done));
      return [{ ...asAgreed(number), ...placeOf(appraise(position, null, done), side), name }];
    }
    const isNew = offer && offer !== course.positions[at - 1]?.campaign.talks.offer;
    if (!isNew || agreed.includes(offer)) return [];
    const who = offer.by === null ? gainPlane.mediator : course.scenario.parties[offer.by].capital;
    const name = gainPlane.offered(who, date, people(offer));
    return [{ ...asOffered(offer, side), ...placeOf(appraise(position, null, offer), side), name }];
  });
}

/** The offer that was agreed to on the way to a position; null where none was. */
function agreedAt({ positions }: Course, at: number): Offer | null {
  const before = positions[at - 1]?.campaign.talks;
  const agreement = positions[at]?.campaign.talks.agreement;
  return agreement && before && !before.agreement ? before.offer : null;
}

type Looks = Pick<Gains, 'sign' | 'tone' | 'unique'>;

function asAgreed(number: number): Looks {
  return { sign: gainPlane.number(number), tone: 'strong', unique: true };
}

function asOffered({ by }: Offer, side: PartyIndex): Looks {
  if (by === null) return { sign: gainPlane.signs.mediator, tone: 'plain', unique: false };
  return { sign: gainPlane.signs.parties[by], tone: by === side ? 'own' : 'theirs', unique: false };
}
