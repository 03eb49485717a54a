import { worthOver } from '../../report/worth.ts';
import type { Range } from '../../scenario/figure.ts';
import { other, PARTIES, type PartyIndex } from '../../scenario/scenario.ts';
import { appraise, type Offered } from '../appraisal.ts';
import { partyPlayed } from '../course.ts';
import { cells, type Line, line, padEnd, type Segment, toned, widthOf } from '../line.ts';
import type { Scene } from '../scene.ts';
import { composer as words, worth, worthRange } from '../words.ts';

const LABEL = 31;

/** What a deal is worth to the one who looks, exactly, and to the other side, as far as can be told. */
export function appraisalRows(scene: Scene, offered: Offered, party: PartyIndex, columns: number): Line[] {
  const them = other(party);
  const { viewer } = scene.sight;
  if (viewer === 'mediator') return estimateRows(scene, offered, columns);
  const { values, reservations } = appraise(scene.position, viewer, offered);
  const name = scene.course.scenario.parties[them].capital;
  const own = values[party].best;
  const least = reservations[party].best;
  const gain = worthOver(own, least);
  const labels = ownLabels(scene, party);
  return [
    row(labels[0], worth(own, true)),
    row(labels[1], worth(least), toned(`   ${words.gain(gain)}`, gain < 0 ? 'warn' : 'own')),
    row(words.theirs(name), worthRange(values[them], true), likely(values[them], columns, true)),
    row(words.theirLeast(name), worthRange(reservations[them]), likely(reservations[them], columns)),
  ];
}

/** What whoever mediates may think that a deal is worth to each side. */
function estimateRows(scene: Scene, offered: Offered, columns: number): Line[] {
  const { values, reservations } = appraise(scene.position, 'mediator', offered);
  const name = (party: PartyIndex) => scene.course.scenario.parties[party].capital;
  const over = (party: PartyIndex) =>
    words.overLeast(name(party), worth(worthOver(values[party].best, reservations[party].best), true));
  return [
    ...PARTIES.flatMap(party => [
      row(words.theirs(name(party)), worthRange(values[party], true), likely(values[party], columns, true)),
      row(
        words.theirLeast(name(party)),
        worthRange(reservations[party]),
        likely(reservations[party], columns),
      ),
    ]),
    ...gainRow(over(0), over(1), columns),
  ];
}

/** What both would most likely gain, below one another where they find no room side by side. */
function gainRow(first: string, second: string, columns: number): Line[] {
  const beside = row(words.mostLikely, first, toned(`   ${second}`, 'strong'));
  return widthOf(beside) <= columns ? [beside] : [row(words.mostLikely, first), row('', second)];
}

function ownLabels({ course }: Scene, party: PartyIndex): readonly [string, string] {
  if (partyPlayed(course) === party) return [words.value, words.reservation];
  const { capital } = course.scenario.parties[party];
  return [words.theirs(capital), words.theirLeast(capital)];
}

function row(label: string, value: string, rest?: Segment): Line {
  // A label that fills its column still stands apart from its number.
  return line(
    ` ${padEnd(label, Math.max(LABEL, cells(label) + 1))}`,
    toned(value, 'strong'),
    ...(rest ? [rest] : []),
  );
}

function likely({ low, best, high }: Range, columns: number, signed = false): Segment {
  const say = columns < WORDY ? words.likelyInBrief : words.likely;
  return toned(low === high ? '' : `   ${say(worth(best, signed))}`, 'dim');
}

/** From this width on there is room for words beside a range. */
const WORDY = 76;
