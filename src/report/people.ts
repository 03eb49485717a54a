import type { Counts } from '../campaign/counts.ts';
import type { Group, PartyIndex, Scenario } from '../scenario/scenario.ts';

/* People in words: "36 conscripts and 9 border guards". */

// Made once: it takes a thousand times as long to make as to use.
const COUNTS = new Intl.NumberFormat('en-US');

export function formatCount(count: number): string {
  return COUNTS.format(count);
}

/** People per group as a list of words; "nobody" where there are none. */
export function peopleText(scenario: Scenario, counts: Counts): string {
  const named = counts.flatMap((count, group) => (count > 0 ? [countedGroup(scenario, group, count)] : []));
  return named.length === 0 ? 'nobody' : listed(named);
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** "1 source", "36 sources". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** "1 person", "36 people". */
export function countedPeople(count: number): string {
  return counted(count, 'person', 'people');
}

/** "1 day", "5 days". */
export function countedDays(days: number): string {
  return counted(days, 'day');
}

/** "1 conscript", "36 conscripts"; "2 of the five commanders"; a group of one person by the name alone. */
export function countedGroup(scenario: Scenario, group: number, count: number): string {
  const name = groupInText(scenario, group);
  if (count === 1 && scenario.groups[group]?.held.high === 1) return scenario.groups[group].name;
  if (BEGINS_WITH_NUMBER.test(name)) return `${formatCount(count)} of the ${lowered(name)}`;
  return `${formatCount(count)} ${count === 1 ? singular(name) : name}`;
}

const BEGINS_WITH_NUMBER = /^(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) /i;

function lowered(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

const wordsOf = new WeakMap<Scenario, ReadonlySet<string>>();

/**
 * A group's name within a sentence. Names begin with a capital in a scenario; whether the first
 * word is a name ("Azovstal", "North Koreans") or just begins the line ("Conscripts") shows in the scenario's
 * own prose, which writes the latter in lower case.
 */
export function groupInText(scenario: Scenario, group: number): string {
  const name = scenario.groups[group]?.name ?? '';
  if (COMPASS.test(name)) return name;
  return proseOf(scenario).has(lowered(name).split(' ')[0] ?? '') ? lowered(name) : name;
}

/** Names of countries and their people begin so; the prose may say "north" of a direction too. */
const COMPASS = /^(North|South|East|West)(ern)? \p{Lu}/u;

function proseOf(scenario: Scenario): ReadonlySet<string> {
  const known = wordsOf.get(scenario);
  if (known) return known;
  const texts = [
    scenario.summary,
    scenario.background,
    ...scenario.groups.map(group => group.about),
    ...scenario.parties.map(party => party.brief),
  ];
  const words = new Set(texts.join(' ').split(/[^\p{L}\p{N}'-]+/u));
  wordsOf.set(scenario, words);
  return words;
}

const IRREGULAR: Readonly<Record<string, string>> = {
  women: 'woman',
  men: 'man',
  people: 'person',
  servicewomen: 'servicewoman',
  servicemen: 'serviceman',
};

/**
 * The name of one of a group: its first word in the plural put into the singular. Where there is no
 * such word, or more of the sentence would have to change with it, one of them all.
 */
function singular(name: string): string {
  if (/ (who|that) /.test(name)) return `of the ${name}`;
  const words = name.split(' ');
  const at = words.findIndex(word => word.toLowerCase() in IRREGULAR || /[^siu]s$/.test(word));
  if (at < 0) return `of the ${name}`;
  const plural = words[at] ?? '';
  words[at] = IRREGULAR[plural.toLowerCase()] ?? plural.replace(/s$/, '');
  return words.join(' ');
}

/**
 * Those just captured. "18 soldiers captured later" would make nonsense of the day on which they are
 * captured, so a group that is named by when its people were captured stands under its name.
 */
export function capturedText(scenario: Scenario, counts: Counts): string {
  const named = counts.flatMap((count, group) => (count > 0 ? [capturedOf(scenario, group, count)] : []));
  return named.length === 0 ? 'nobody' : listed(named);
}

function capturedOf(scenario: Scenario, group: number, count: number): string {
  const known = scenario.groups[group];
  return known && tellsOfCapture(known)
    ? `${countedPeople(count)} of the group "${known.name}"`
    : countedGroup(scenario, group, count);
}

/** Whether a group is named by when or where its people were captured. */
export function tellsOfCapture({ name }: Pick<Group, 'name'>): boolean {
  return /\b(captured|held)\b/i.test(name);
}

/** The part of some counts that one party holds. */
export function heldPart(scenario: Scenario, counts: Counts, holder: PartyIndex): number[] {
  return scenario.groups.map((group, index) => (group.holder === holder ? (counts[index] ?? 0) : 0));
}

/** People per home party. */
export function byHome(scenario: Scenario, counts: Counts): [number, number] {
  const home: [number, number] = [0, 0];
  for (const [index, group] of scenario.groups.entries()) home[group.home] += counts[index] ?? 0;
  return home;
}

/** A text in which groups stand by identifier after a number ("12 id", "12 names of id"), with their names instead. */
export function withGroupNames(scenario: Scenario, text: string): string {
  return text.replace(
    /\b(\d+) (names of )?([a-z0-9][a-z0-9-]*)/g,
    (whole, number: string, names: string | undefined, id: string) => {
      const group = scenario.groups.findIndex(candidate => candidate.id === id);
      if (group < 0) return whole;
      return names
        ? `${counted(Number(number), 'name')} of ${groupInText(scenario, group)}`
        : countedGroup(scenario, group, Number(number));
    },
  );
}
