import type { Offer } from '../../campaign/campaign.ts';
import { sum } from '../../campaign/counts.ts';
import { everybodyHome } from '../../campaign/worth.ts';
import { worthOver } from '../../report/worth.ts';
import { dateOf, PARTIES, type PartyIndex, type PerParty } from '../../scenario/scenario.ts';
import { appraise } from '../appraisal.ts';
import { earOf } from '../course.ts';
import { peopleNamed, subject } from '../ear.ts';
import { cells, type Line, line, padEnd, padStart, toned, widthOf, wrapped } from '../line.ts';
import { listSeen } from '../lists-seen.ts';
import { tail } from '../pane.ts';
import { reckonedAt, type Scene } from '../scene.ts';
import { APART, bySide, givenFirst } from '../sight.ts';
import type { Viewer } from '../viewer.ts';
import { board, count, shortDate, talksPane as words, worth } from '../words.ts';
import { dealRows } from './deal-rows.ts';
import { stagesInWords } from './stages.ts';

/* The talks in hand, in a few lines: what they stand on, then the latest offers, and who is in the one on the table. */

/** What the pane shows, under which title, and what stands at its end where something had to be left out. */
export interface TalksPane {
  readonly title: string;
  readonly end: string;
  readonly lines: readonly Line[];
}

export function talksPane(scene: Scene, height: number, width: number): TalksPane {
  const end = ` ${words.cut} `;
  const { title, mediated } = titleOf(scene, width - AROUND_TITLE - cells(end));
  const { lines, cut } = talksRows(scene, mediated, height, width);
  return { title, end: cut ? end : '', lines };
}

/** Cells of a rule around its title. */
const AROUND_TITLE = 3;

/** The title of the pane, and whether it says through whom the talks are held. */
function titleOf(scene: Scene, room: number): { title: string; mediated: boolean } {
  const name = mediatorOf(scene);
  const title = name === null ? undefined : words.titlesThrough(name).find(text => cells(text) <= room);
  const unmediated = cells(board.talks) <= room ? board.talks : board.talksInBrief;
  return { title: title ?? unmediated, mediated: title !== undefined };
}

function mediatorOf({ sight, course }: Scene): string | null {
  const { mediator } = sight.talks;
  return mediator === null ? null : (course.scenario.mediators[mediator]?.name ?? null);
}

function talksRows(
  scene: Scene,
  mediated: boolean,
  height: number,
  width: number,
): { readonly lines: readonly Line[]; readonly cut: boolean } {
  const { agreement, offers: made } = scene.sight.talks;
  const facts = factsOf(scene, { mediated }).map(text =>
    wrapped(text, width - 2, 'plain', 2).map(row => line(' ', ...row)),
  );
  if (agreement) {
    const deal = dealRows(scene, agreement, width);
    return fitting([...facts.flat(), ...deal], height);
  }
  if (made.length === 0) return fitting(facts.flat(), height);
  // The newest offers matter most, then who is in the one to be answered; of the facts as many as find room.
  const head = headLines(scene, height - 1, width);
  const below = height - Math.min(made.length, LEAST_OFFERS) - head.length;
  const named = namedRows(scene, width);
  const people = named.length <= below ? named : [];
  const kept = whole(facts, below - people.length);
  const offers = tail(made, height - kept.length - head.length - people.length);
  const cut =
    kept.length < facts.flat().length || offers.length < made.length || people.length < named.length;
  return {
    lines: [...kept, ...head, ...offers.map(offer => offerRow(scene, offer, width)), ...people],
    cut,
  };
}

/** Offers that are seen before anything else of the talks. */
const LEAST_OFFERS = 2;

/** Who would go home by the offer on the table. */
function namedRows(scene: Scene, width: number): Line[] {
  const { offer } = scene.sight.talks;
  return offer ? dealRows(scene, offer, width) : [];
}

function fitting(lines: readonly Line[], height: number) {
  return { lines: lines.slice(0, Math.max(0, height)), cut: lines.length > height };
}

/** As many of the first blocks as find room, none of them in part. */
function whole(blocks: readonly (readonly Line[])[], height: number): Line[] {
  const lines: Line[] = [];
  for (const block of blocks) {
    if (lines.length + block.length > height) break;
    lines.push(...block);
  }
  return lines;
}

/** What the numbers of offers mean; not what stands beside them where that is left out. */
export function offersHead({ course, sight }: Scene, withValue = true): string {
  const [first, second] = givenFirst(sight);
  const ear = earOf(course, sight.viewer);
  const home = (party: PartyIndex) => ({ ...subject(ear, party), name: course.scenario.parties[party].name });
  return words.head(home(first), home(second), withValue ? valued(sight.viewer) : null);
}

/** Rows that the heading of the offers may take from them. */
const HIGHEST_HEAD = 2;

function headLines(scene: Scene, height: number, width: number): Line[] {
  const rows = (withValue: boolean) =>
    wrapped(offersHead(scene, withValue), width - 2, 'dim', 2).map(row => line(' ', ...row));
  const most = Math.max(1, Math.min(HIGHEST_HEAD, height));
  return rows(true).length <= most ? rows(true) : rows(false).slice(0, most);
}

/** To whose homes the people counted first and second go; null for "you", who gives the ones and gets the others. */
export function homesOf({ course, sight }: Scene): PerParty<string> | null {
  const [first, second] = givenFirst(sight);
  const { parties } = course.scenario;
  return earOf(course, sight.viewer).you === second ? null : [parties[first].name, parties[second].name];
}

/** What stands beside an offer: what it is worth over the least of one side, of both, or is thought to be. */
function valued(viewer: Viewer): 'own' | 'both' | 'thought' {
  if (viewer === 'mediator') return 'thought';
  return viewer === null ? 'both' : 'own';
}

/**
 * What there is to say of the talks apart from offers, the most telling first; in full with every group by name,
 * and without the mediator where that has been said.
 */
export function factsOf(scene: Scene, { inFull = false, mediated = false } = {}): string[] {
  const { sight, course } = scene;
  const { talks, phase } = sight;
  if (phase === APART) return [words.apart, ...lastExchanges(scene)];
  if (phase === 'initiation.standoff' || phase === 'concluded') return [words.none, ...lastExchanges(scene)];
  if (phase === 'initiation.overture') return [...proposalFacts(scene), ...lastExchanges(scene)];
  if (phase === 'suspension') return lastExchanges(scene);
  const name = (party: PartyIndex) => course.scenario.parties[party].capital;
  const ear = earOf(course, sight.viewer);
  const [first, second] = bySide(sight.side);
  const struck = PARTIES.flatMap(party => {
    const struck = talks.struck.map((people, group) =>
      course.parameters.groups[group]?.holder === party ? people : 0,
    );
    if (sum(struck) === 0) return [];
    return inFull
      ? [words.struckGroups(name(party), peopleNamed(course.scenario, struck))]
      : [words.struck(sum(struck), name(party))];
  });
  const through = mediatorOf(scene);
  const mediator = through === null || mediated ? [] : [words.through(through)];
  const asked = PARTIES.filter(party => talks.visits[party]).map(party => words.visits(name(party)));
  const carries = talks.capacity > 0 ? [words.capacity(talks.capacity, course.parameters.stages)] : [];
  if (talks.agreement) return agreedFacts(scene, talks.agreement.deal, mediator);
  const list = (party: PartyIndex) => words.listOf[listSeen(scene, party) ?? 'none'];
  return [
    ...mediator,
    ...carries,
    words.lists(subject(ear, first), list(first), subject(ear, second), list(second)),
    ...struck,
    ...asked,
  ];
}

/** How talks were proposed that are waited for. */
function proposalFacts({ sight, course }: Scene): string[] {
  const { overture } = sight.talks;
  if (!overture) return [];
  const through = overture.mediator === null ? null : course.scenario.mediators[overture.mediator];
  return [
    through ? words.proposedThrough(through.name) : words.proposedDirectly,
    words.proposed(overture.openly),
  ];
}

function lastExchanges(scene: Scene): string[] {
  const { course, position, sight } = scene;
  const [first, second] = givenFirst(sight);
  return position.campaign.exchanges
    .map(exchange => {
      const home = everybodyHome(course.parameters, exchange.people);
      const date = shortDate(dateOf(course.scenario, exchange.day));
      return words.last({ date, completed: exchange.completed }, home[first], home[second], homesOf(scene));
    })
    .reverse();
}

/** What was agreed, when it is to be carried out, and who has done its part. */
function agreedFacts(scene: Scene, deal: Offer['deal'], mediator: readonly string[]): string[] {
  const { course, sight } = scene;
  const { talks } = sight;
  const [first, second] = givenFirst(sight);
  const home = everybodyHome(course.parameters, deal);
  const brought = PARTIES.filter(party => talks.handed[party]).map(party =>
    words.brought(course.scenario.parties[party].capital),
  );
  const day = talks.arranged ? [words.handOver(shortDate(dateOf(course.scenario, talks.until)))] : [];
  const stages = stagesInWords(scene.position.campaign, first);
  return [
    words.agreed(home[first], home[second], homesOf(scene)),
    ...mediator,
    ...stages,
    ...day,
    ...brought,
  ];
}

/** An offer in one row: when, whose, how many home to each side, and what it is worth; with little room less of it. */
export function offerRow(scene: Scene, offer: Offer, width: number): Line {
  const { course, sight } = scene;
  const [first, second] = givenFirst(sight);
  const home = everybodyHome(course.parameters, offer.deal);
  const most = countWidth(scene);
  const tone = sight.talks.offer === offer ? 'strong' : 'plain';
  const whose = offer.by === null ? 'plain' : offer.by === sight.side ? 'own' : 'theirs';
  const when = toned(padEnd(shortDate(dateOf(course.scenario, offer.day)), 7), 'plain');
  const who = toned(padEnd(whoOffers(course, offer.by), whoWidth(course)), whose);
  const counts = toned(`${padStart(count(home[first]), most)} : ${padEnd(count(home[second]), most)}`, tone);
  const value = toned(` ${worthOf(scene, offer)}`, tone === 'plain' ? 'dim' : tone);
  const ways = [[when, who, counts, value], [who, counts, value], [who, counts], [counts]];
  const parts = ways.find(way => widthOf(way) < width) ?? [counts];
  return line(' ', ...parts);
}

function whoOffers({ scenario }: Scene['course'], by: Offer['by']): string {
  return by === null ? words.mediator : scenario.parties[by].capital;
}

/** Cells that the largest number in the offers of these talks takes. */
function countWidth({ course, sight }: Scene): number {
  const numbers = sight.talks.offers.flatMap(({ deal }) => [...everybodyHome(course.parameters, deal)]);
  return Math.max(3, ...numbers.map(number => count(number).length));
}

/** Cells that the longest name of those who may offer takes, with a gap. */
function whoWidth(course: Scene['course']): number {
  return Math.max(...[...PARTIES, null].map(by => cells(whoOffers(course, by)))) + 1;
}

/** What it is worth over the least to be accepted; today, or on its day once it is off the table. */
export function worthOf(scene: Scene, offer: Offer): string {
  const { sight } = scene;
  const [first, second] = bySide(sight.side);
  const { values, reservations } = appraise(reckonedAt(scene, offer), sight.viewer, offer);
  const gain = (party: PartyIndex) => worthOver(values[party].best, reservations[party].best);
  const both = sight.viewer === 'mediator' || sight.viewer === null;
  return both ? words.both(gain(first), gain(second)) : worth(gain(first), true);
}
