import type { Offer } from '../../campaign/campaign.ts';
import { sum } from '../../campaign/counts.ts';
import { termsOf } from '../../campaign/terms.ts';
import { dateOf, other } from '../../scenario/scenario.ts';
import { earOf } from '../course.ts';
import { dealInWords, homeName, subject } from '../ear.ts';
import { EMPTY, type Line, line, toned, wrapped } from '../line.ts';
import type { Scene } from '../scene.ts';
import { happened, shortDate, talksPage as words } from '../words.ts';
import { dealRows } from './deal-rows.ts';
import { phaseInWords } from './phase.ts';
import { factsOf, offerRow, offersHead } from './talks-pane.ts';

/* The talks in full: what was said in these, and what came of those before. */

export function talksLines(scene: Scene, columns: number): Line[] {
  const { talks } = scene.sight;
  return [
    ...wrapped(phaseInWords(scene), columns - 2, 'strong').map(row => line(' ', ...row)),
    ...factsOf(scene, { inFull: true }).flatMap(text =>
      wrapped(text, columns - 4, 'plain', 2).map(row => line('   ', ...row)),
    ),
    EMPTY,
    ...(talks.offers.length === 0 ? [] : [...offerLines(scene, columns), EMPTY]),
    ...talksHistory(scene, columns),
  ];
}

/** Talks that are over: what came of them, and who asked for them. */
export function talksHistory(scene: Scene, columns: number): Line[] {
  return [
    heading(words.past),
    ...none(pastLines(scene, columns)),
    EMPTY,
    heading(words.overtures),
    ...none(overtureLines(scene, columns)),
  ];
}

function heading(text: string): Line {
  return line(toned(` ${text}`, 'strong'));
}

function none(lines: Line[]): Line[] {
  return lines.length > 0 ? lines : [line(toned(`   ${words.nonePast}`, 'dim'))];
}

function offerLines(scene: Scene, columns: number): Line[] {
  const { talks } = scene.sight;
  const details = (offer: Offer) => [
    offerRow(scene, offer, columns),
    ...dealRows(scene, offer, columns - 8).map(row => line('         ', ...row)),
    ...(offer.message
      ? wrapped(happened.message(offer.message), columns - 10).map(row => line('         ', ...row))
      : []),
  ];
  return [
    heading(words.offers),
    line(toned(`   ${offersHead(scene)}`, 'dim')),
    ...talks.offers.flatMap(details),
  ];
}

function pastLines(scene: Scene, columns: number): Line[] {
  const { course, position, sight } = scene;
  const ear = earOf(course, sight.viewer);
  const date = (day: number) => shortDate(dateOf(course.scenario, day));
  const told = position.campaign.exchanges.filter(
    exchange => exchange.completed || toldOf(scene, exchange.mediator),
  );
  const exchanges = told.map(({ day, agreedOn, deal, people, interned, completed }) => ({
    day,
    text: completed
      ? words.exchange(
          date(agreedOn),
          date(day),
          dealInWords(ear, position.campaign, { deal: people, ...termsOf({ interned }) }),
        )
      : words.broken(date(agreedOn), dealInWords(ear, position.campaign, { deal })),
  }));
  const releases = position.campaign.releases.map(({ day, by, people }) => ({
    day,
    text: `${date(day)}: ${happened.released(subject(ear, by), sum(people), homeName(ear, other(by)))}`,
  }));
  return [...exchanges, ...releases]
    .sort((a, b) => a.day - b.day)
    .flatMap(({ text }) => wrapped(text, columns - 4, 'plain', 2).map(row => line('   ', ...row)));
}

/** Whether whoever looks is told of talks: a mediator only of those that a mediator was asked to. */
function toldOf({ sight }: Scene, mediator: number | null): boolean {
  return sight.viewer !== 'mediator' || mediator !== null;
}

function overtureLines(scene: Scene, columns: number): Line[] {
  const { course, position, sight } = scene;
  const ear = earOf(course, sight.viewer);
  const told = position.campaign.overtures.filter(
    ({ mediator, openly }) => openly || toldOf(scene, mediator),
  );
  return told.flatMap(({ day, by, mediator, openly, answer }) => {
    const name = mediator === null ? null : (course.scenario.mediators[mediator]?.name ?? null);
    const text = `${shortDate(dateOf(course.scenario, day))}: ${happened.proposed(subject(ear, by), name, openly)}; ${words.answers[answer]}`;
    return wrapped(text, columns - 4, 'plain', 2).map(row => line('   ', ...row));
  });
}
