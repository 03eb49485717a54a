import { everybodyHome } from '../../campaign/worth.ts';
import { dateOf, type PerParty } from '../../scenario/scenario.ts';
import { appraise, type Offered } from '../appraisal.ts';
import { footer } from '../footer.ts';
import { type Line, line, type Size, toned } from '../line.ts';
import { reckonedAt, type Scene } from '../scene.ts';
import { bySide, givenFirst } from '../sight.ts';
import { count, shortDate, gainPlane as words } from '../words.ts';
import { type Gains, gainRows, placeOf, stackLines } from './gain-plane.ts';

/* The offers of the talks in hand on the plane, as far as the one who looks can tell what they are worth. */

/** `draft`: an offer that is being put together, to be seen among the others. */
export function talksPlane(scene: Scene, { columns, rows }: Size, draft: Offered | null = null): Line[] {
  const { parties } = scene.course.scenario;
  const offers = [...gainsNow(scene), ...(draft ? [gainsOf(scene, draft)] : [])];
  if (offers.length === 0) return [line(toned(` ${words.none}`, 'dim'))];
  // As in the debrief: to the right for the side that is shown.
  const [right, up] = bySide(scene.sight.side);
  const names: PerParty<string> = [words.axis(parties[right].capital), words.axis(parties[up].capital)];
  const size = { columns: columns - 2, rows: rows - 1 };
  const [stack] = stackLines(offers, names, size);
  const legend = footer(words.inBrief(parties[0].capital, parties[1].capital, draft !== null), size.columns);
  return [...gainRows(offers, names, size), stack ?? line(toned(legend, 'dim'))].map(row =>
    line(' ', ...row),
  );
}

function gainsOf(scene: Scene, draft: Offered): Gains {
  const { viewer, side } = scene.sight;
  const placed = placeOf(appraise(scene.position, viewer, draft), side);
  return { sign: words.signs.draft, tone: 'key', unique: true, ...placed, name: words.draft };
}

function gainsNow(scene: Scene): Gains[] {
  const { sight, course } = scene;
  return sight.talks.offers.map((offer): Gains => {
    const onTable = offer === sight.talks.offer;
    const { by } = offer;
    const who = by === null ? words.mediator : course.scenario.parties[by].capital;
    const sign = by === null ? words.signs.mediator : words.signs.parties[by];
    const home = everybodyHome(course.parameters, offer.deal);
    const people = givenFirst(sight)
      .map(party => count(home[party]))
      .join(' : ');
    return {
      sign: onTable ? words.signs.onTable : sign,
      tone: onTable ? 'strong' : by === sight.side ? 'own' : 'theirs',
      unique: onTable,
      ...placeOf(appraise(reckonedAt(scene, offer), sight.viewer, offer), sight.side),
      name: words.offered(who, shortDate(dateOf(course.scenario, offer.day)), people),
    };
  });
}
