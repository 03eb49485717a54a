import { type Campaign, withParty } from '../campaign/campaign.ts';
import { type Counts, plus, sum, zeros } from '../campaign/counts.ts';
import type { CampaignEvent } from '../campaign/event.ts';
import { leading, possessive, the } from '../scenario/article.ts';
import type { PartyIndex, PerParty, Scenario } from '../scenario/scenario.ts';
import type { Position } from '../statechart/position.ts';
import type { CampaignRecord, RecordHeader } from '../table/record.ts';
import type { Replay } from '../table/replay.ts';
import { consequencesOf, findingSentence } from './consequence.ts';
import { formatDate, formatDays } from './date.ts';
import { byHome, countedPeople, formatCount, listed } from './people.ts';
import { repeatsOffer, sentenceOf } from './sentence.ts';
import { wrap } from './wrap.ts';

/*
 * A campaign as text, day by day, as an observer sees it who knows what is true on both sides.
 * What happens nearly every day (a few people captured somewhere on the front, a report in the
 * press, an offer made again) is added up and told with the next quiet days, so that every person captured is told.
 */

/** What happened on one day. */
export interface DayStory {
  readonly day: number;
  /** One sentence an event, in order. */
  readonly sentences: readonly string[];
  /** Findings under the law, each a sentence. */
  readonly findings: readonly string[];
  /** What is told as a sum. */
  readonly minor: Minor;
  /** The campaign at the end of the day. */
  readonly campaign: Campaign;
}

/** Happenings of every day, added up. */
export interface Minor {
  readonly captured: Counts;
  readonly ill: Counts;
  readonly died: Counts;
  /** Reports in the press about each party, and offers that each made again unchanged. */
  readonly reports: PerParty<number>;
  readonly repeats: PerParty<number>;
}

/** The days of a replayed record, the quiet ones too. */
export function storyOf(scenario: Scenario, record: CampaignRecord, replay: Replay): DayStory[] {
  const days: DayStory[] = [];
  for (let index = 1; index < replay.positions.length; index++) {
    const entry = record.entries[index - 1];
    const before = replay.positions[index - 1];
    const after = replay.positions[index];
    if (!entry || !before || !after) break;
    const today = days.at(-1)?.day === after.campaign.day ? days.pop() : undefined;
    days.push(told(scenario, entry.event, { before, after, today: today ?? begun(after) }));
  }
  return days;
}

function begun({ campaign }: Position): DayStory {
  return { day: campaign.day, sentences: [], findings: [], minor: nothing(campaign.held.length), campaign };
}

function nothing(groups: number): Minor {
  const none = zeros(groups);
  return { captured: none, ill: none, died: none, reports: [0, 0], repeats: [0, 0] };
}

interface Step {
  readonly before: Position;
  readonly after: Position;
  readonly today: DayStory;
}

function told(scenario: Scenario, event: CampaignEvent, { before, after, today }: Step): DayStory {
  const minor = added(today.minor, event, before.campaign);
  const sentence = minor ? '' : sentenceOf(scenario, event, before.campaign);
  const found = after.campaign.findings.slice(before.campaign.findings.length);
  return {
    day: today.day,
    sentences: [
      ...today.sentences,
      ...(sentence === '' ? [] : [sentence]),
      ...consequencesOf(scenario, before, after),
    ],
    findings: [...today.findings, ...found.map(finding => findingSentence(scenario, finding))],
    minor: minor ?? today.minor,
    campaign: after.campaign,
  };
}

/** A day's minor happenings with one more; null where the event is not a minor one. */
function added(minor: Minor, event: CampaignEvent, before: Campaign): Minor | null {
  if (event.type === 'captured' && event.title === undefined) {
    return { ...minor, captured: plus(minor.captured, event.people) };
  }
  if (event.type === 'captivityWears') {
    return { ...minor, ill: plus(minor.ill, event.ill), died: plus(minor.died, event.died) };
  }
  if (event.type === 'pressReport') {
    return { ...minor, reports: oneMore(minor.reports, event.about) };
  }
  if (event.type === 'offer' && repeatsOffer(event, before)) {
    return { ...minor, repeats: oneMore(minor.repeats, event.party) };
  }
  return null;
}

function oneMore(counts: PerParty<number>, party: PartyIndex): PerParty<number> {
  return withParty(counts, party, counts[party] + 1);
}

function together(a: Minor, b: Minor): Minor {
  return {
    captured: plus(a.captured, b.captured),
    ill: plus(a.ill, b.ill),
    died: plus(a.died, b.died),
    reports: [a.reports[0] + b.reports[0], a.reports[1] + b.reports[1]],
    repeats: [a.repeats[0] + b.repeats[0], a.repeats[1] + b.repeats[1]],
  };
}

/** The minor happenings as a clause, "captured: 6 of Ukraine's people"; empty where there were none. */
export function minorText(scenario: Scenario, minor: Minor): string {
  const capitals = (counts: PerParty<number>) =>
    listed(scenario.parties.flatMap(({ capital }, party) => ((counts[party] ?? 0) > 0 ? [capital] : [])));
  const [moved, repeating] = [capitals(minor.reports), capitals(minor.repeats)];
  return [
    ...ofEachHome(scenario, 'captured', minor.captured),
    ...ofEachHome(scenario, 'fallen seriously ill in captivity', minor.ill),
    ...ofEachHome(scenario, 'died in captivity', minor.died),
    ...(moved === '' ? [] : [`press reports on ${moved}`]),
    ...(repeating === '' ? [] : [`the same offer again from ${repeating}`]),
  ].join('; ');
}

function ofEachHome(scenario: Scenario, what: string, counts: Counts): string[] {
  const home = byHome(scenario, counts);
  const parts = scenario.parties.flatMap((party, index) =>
    (home[index] ?? 0) > 0 ? [`${formatCount(home[index] ?? 0)} of ${possessive(party.name)}`] : [],
  );
  return parts.length === 0 ? [] : [`${what}: ${listed(parts)} people`];
}

/** Some days of a story as text. Days with nothing to tell are folded into one line. */
export function formatStory(scenario: Scenario, days: readonly DayStory[], width = 80): string {
  return foldQuiet(days)
    .map(fold => formatFold(scenario, fold, width))
    .join('\n\n');
}

/** One day with something to tell, or a run of quiet ones. */
export function foldQuiet(days: readonly DayStory[]): DayStory[][] {
  const folds: DayStory[][] = [];
  for (const day of days) {
    const last = folds.at(-1);
    if (last?.every(isQuiet) && isQuiet(day)) last.push(day);
    else folds.push([day]);
  }
  return folds;
}

function isQuiet(day: DayStory): boolean {
  return day.sentences.length === 0 && day.findings.length === 0;
}

function formatFold(scenario: Scenario, fold: readonly DayStory[], width: number): string {
  const first = fold[0] as DayStory;
  const last = fold.at(-1) as DayStory;
  const quiet = isQuiet(first);
  const happened = fold.map(day => day.minor).reduce(together);
  const minor = minorText(scenario, happened);
  const lines = [
    ...first.sentences,
    ...first.findings.map(finding => `Found: ${finding}`),
    ...(minor === '' ? [] : [quiet ? `${capitalised(minor)}.` : `Besides, ${minor}.`]),
  ];
  const heading = `${formatDays(scenario, first.day, last.day)}${quiet ? `: ${quietWords(happened)}` : ''}`;
  const body = lines.map(line => wrap(line, { width, indent: 2, hanging: 4 }));
  return [withMarks(heading, last.campaign, width), ...body].join('\n');
}

/** People are captured and die on such days too, so only the parties' moves are said to be missing. */
function quietWords({ repeats }: Minor): string {
  return sum(repeats) > 0 ? 'no new moves' : 'no moves';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A heading with pressure, trust and leverage at the right, where there is room for them. */
function withMarks(heading: string, campaign: Campaign, width: number): string {
  const marks = marksOf(campaign);
  const room = width - heading.length - marks.length;
  return room < 2 ? heading : heading + ' '.repeat(room) + marks;
}

function percent(share: number): number {
  return Math.round(share * 100);
}

function marksOf({ pressure, trust, leverage }: Campaign): string {
  return `P ${percent(pressure[0])}/${percent(pressure[1])} T ${percent(trust)} L ${percent(leverage)}/${100 - percent(leverage)}`;
}

/** What the marks at the right of a heading mean, and what the reader of a story knows. */
export function storyLegend(scenario: Scenario, width = 80): string {
  const [first, second] = scenario.parties;
  return wrap(
    `Told as an observer sees it who knows what is true on both sides; each party knows less. ` +
      `At the right, in per cent at the end of the day: P pressure on ${first.capital} / ${second.capital}, ` +
      `T trust, L leverage of ${first.capital} / ${second.capital}.`,
    { width },
  );
}

/** Where a campaign starts: who sits where, and whom each side holds. */
export function storyOpening(scenario: Scenario, header: RecordHeader, held: Counts, width = 80): string {
  const [ofFirst, ofSecond] = byHome(scenario, held);
  const [first, second] = scenario.parties;
  const seats = scenario.parties.map(party => `${party.name}: ${header.seats[party.id] ?? 'nobody'}`);
  return [
    `${scenario.title}, ${formatDate(scenario, 0)} to ${formatDate(scenario, scenario.days)}`,
    `Seed ${header.seed}. ${seats.join('; ')}.`,
    `${leading(first.name)} holds ${countedPeople(ofSecond)}, ${the(second.name)} holds ${countedPeople(ofFirst)}.`,
  ]
    .map(line => wrap(line, { width }))
    .join('\n');
}
