import { plus } from '../../campaign/counts.ts';
import { LAW } from '../../campaign/law.ts';
import { nearest } from '../../scenario/problem.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import {
  agreementsOf,
  asYes,
  completed,
  findingsOf,
  isBreach,
  ofPair,
  overturesOf,
  people,
  releasedIn,
} from './measures.ts';
import type { Metric, MetricFamily } from './metric.ts';

/* The catalogue of what can be measured of a campaign. */

type Plain = Omit<MetricFamily, 'kind' | 'unit' | 'digits'>;

const yes = (family: Plain): MetricFamily => ({ ...family, kind: 'yes', unit: 'yes or no', digits: 0 });
const day = (family: Plain): MetricFamily => ({ ...family, kind: 'day', unit: 'days from 0', digits: 0 });
const count = (unit: string, family: Plain): MetricFamily => ({ ...family, kind: 'count', unit, digits: 0 });
const worth = (family: Plain): MetricFamily => ({
  ...family,
  kind: 'amount',
  unit: 'worth units',
  digits: 2,
});
const share = (family: Plain): MetricFamily => ({ ...family, kind: 'amount', unit: 'share', digits: 4 });

/** All of them, in the order in which they are told. */
export const METRICS: readonly MetricFamily[] = [
  yes({
    name: 'overture',
    of: 'either',
    grows: true,
    meaning: 'whether talks were asked for, by anybody or by this party',
    measure: ({ campaign }, party) => asYes(overturesOf(campaign, party).length > 0),
  }),
  yes({
    name: 'first_overture.by',
    of: 'party',
    lacking: 'where nobody asked',
    meaning: 'whether the first to ask for talks was this party; nothing where nobody asked',
    measure: ({ campaign }, party) => {
      const first = campaign.overtures[0];
      return first ? asYes(first.by === party) : null;
    },
  }),
  day({
    name: 'first_overture.day',
    of: 'either',
    meaning: 'when talks were first asked for',
    measure: ({ campaign }, party) => overturesOf(campaign, party)[0]?.day ?? null,
  }),
  yes({
    name: 'agreement',
    of: 'both',
    grows: true,
    meaning: 'whether a deal was agreed, carried out or not',
    measure: outcome => asYes(agreementsOf(outcome).length > 0),
  }),
  count('agreements', {
    name: 'agreements',
    of: 'both',
    grows: true,
    meaning: 'deals agreed, carried out or not',
    measure: outcome => agreementsOf(outcome).length,
  }),
  day({
    name: 'first_agreement.day',
    of: 'both',
    meaning: 'when a deal was first agreed',
    measure: outcome => agreementsOf(outcome)[0] ?? null,
  }),
  yes({
    name: 'breach',
    of: 'both',
    grows: true,
    meaning: 'whether an agreement was broken',
    measure: ({ campaign }) => asYes(campaign.exchanges.some(({ completed }) => !completed)),
  }),
  yes({
    name: 'exchange',
    of: 'both',
    grows: true,
    meaning: 'whether an exchange was carried out in full',
    measure: ({ campaign }) => asYes(completed(campaign).length > 0),
  }),
  count('exchanges', {
    name: 'exchanges',
    of: 'both',
    grows: true,
    meaning: 'exchanges carried out in full',
    measure: ({ campaign }) => completed(campaign).length,
  }),
  day({
    name: 'first_exchange.day',
    of: 'both',
    meaning: 'when the first exchange was carried out in full',
    measure: ({ campaign }) => completed(campaign)[0]?.day ?? null,
  }),
  count('people', {
    name: 'first_exchange.home',
    of: 'either',
    lacking: 'where there was none',
    meaning: 'people who came out by it; nothing where there was none',
    measure: ({ campaign }, party) => {
      const first = completed(campaign)[0];
      return first ? people(campaign, plus(first.people, first.interned), party) : null;
    },
  }),
  count('people', {
    name: 'home',
    of: 'either',
    grows: true,
    meaning: 'people who came home, exchanged or released unasked',
    measure: ({ campaign }, party) => people(campaign, campaign.ledger.returned, party),
  }),
  count('people', {
    name: 'released',
    of: 'either',
    grows: true,
    meaning: 'of them, released with nothing asked',
    measure: ({ campaign }, party) => people(campaign, releasedIn(campaign), party),
  }),
  count('people', {
    name: 'interned',
    of: 'either',
    meaning: 'people in a neutral country at the end',
    measure: ({ campaign }, party) => people(campaign, campaign.ledger.interned, party),
  }),
  count('people', {
    name: 'captured',
    of: 'either',
    grows: true,
    meaning: 'people captured in the course of it',
    measure: ({ campaign }, party) => people(campaign, campaign.ledger.captured, party),
  }),
  count('people', {
    name: 'died',
    of: 'either',
    grows: true,
    meaning: 'people who died in captivity',
    measure: ({ campaign }, party) => people(campaign, campaign.ledger.died, party),
  }),
  count('people', {
    name: 'held',
    of: 'either',
    meaning: 'people still held at the end',
    measure: ({ campaign }, party) => people(campaign, campaign.held, party),
  }),
  count('person-days', {
    name: 'captivity_ended',
    of: 'either',
    grows: true,
    meaning: 'days of captivity spared up to the last day of the scenario',
    measure: ({ campaign }, party) => ofPair(campaign.captivityEnded, party),
  }),
  count('findings', {
    name: 'findings',
    of: 'either',
    ofLaw: true,
    grows: true,
    meaning: 'findings under the law of war, contested ones too',
    measure: ({ campaign }, party) => findingsOf(campaign, party).length,
  }),
  count('findings', {
    name: 'violations',
    of: 'either',
    ofLaw: true,
    grows: true,
    meaning: 'findings of a breach of the law of war',
    measure: ({ campaign }, party) => findingsOf(campaign, party).filter(isBreach).length,
  }),
  count('talks', {
    name: 'talks_without_deal',
    of: 'both',
    deep: true,
    grows: true,
    meaning: 'talks that ended without a deal',
    measure: outcome => outcome.course.talksWithoutDeal(),
  }),
  worth({
    name: 'gained',
    of: 'either',
    deep: true,
    meaning: 'what a party gained over its reservations, or both together',
    measure: (outcome, party) => ofPair(outcome.course.gained(), party),
  }),
  worth({
    name: 'left_on_table',
    of: 'party',
    deep: true,
    slow: true,
    meaning: 'more that a party could at least have had by its agreements, the other no worse off',
    measure: (outcome, party) => ofPair(outcome.course.leftOnTable(), party),
  }),
  share({
    name: 'trust',
    of: 'both',
    meaning: 'trust at the end',
    measure: ({ campaign }) => campaign.trust,
  }),
  share({
    name: 'pressure',
    of: 'party',
    meaning: 'public pressure on a party at the end',
    measure: ({ campaign }, party) => campaign.pressure[party ?? 0],
  }),
  share({
    name: 'leverage',
    of: 'party',
    meaning: 'leverage of a party at the end',
    measure: ({ campaign }, party) => (party === 0 ? campaign.leverage : 1 - campaign.leverage),
  }),
  // All findings together are never none where both sides hold wounded people back: a threshold is of one rule.
  ...LAW.map(({ id, title }) =>
    count('findings', {
      name: `findings.${id}`,
      of: 'either',
      ofLaw: true,
      rule: id,
      meaning: title,
      measure: ({ campaign }, party) => findingsOf(campaign, party).filter(({ rule }) => rule === id).length,
    }),
  ),
];

/** What a study measures unless it says otherwise; of each party too where all its scenarios have the same two. */
const STANDARD = ['agreement', 'first_overture.day', 'first_exchange.day', 'exchanges', 'home', 'violations'];

export function standardMetrics(scenarios: readonly Scenario[]): string[] {
  const [first] = scenarios;
  const ids = first?.parties.map(party => party.id) ?? [];
  const shared = scenarios.every(({ parties }) => parties.every(({ id }) => ids.includes(id)));
  return STANDARD.flatMap(name =>
    name === 'home' && shared ? [name, ...ids.map(id => `${name}.${id}`)] : [name],
  );
}

/** The metric of a name in these scenarios, or what is wrong with the name. */
export function metricNamed(name: string, scenarios: readonly Scenario[]): Metric | string {
  const metric = metricOf(name);
  if (metric === null) return unknownMetric(name, scenarios);
  const { family, party } = metric;
  const example = scenarios[0]?.parties[0].id ?? 'PARTY';
  if (party === null) {
    return family.of === 'party'
      ? `${name} is of one party: expected ${name}.PARTY, such as ${name}.${example}`
      : metric;
  }
  if (family.of === 'both')
    return `${family.name} is of both sides together: expected it without ".${party}"`;
  const without = scenarios.find(({ parties }) => parties.every(({ id }) => id !== party));
  if (without === undefined) return metric;
  const ids = without.parties.map(({ id }) => id);
  const meant = nearest(party, ids);
  return `${without.id} has no party "${party}"; ${meant ? `did you mean "${meant}"?` : `expected ${ids.join(' or ')}`}`;
}

/** A metric by the shape of its name alone. */
export function metricOf(name: string): Metric | null {
  for (const family of METRICS) {
    if (name === family.name) return { name, family, party: null };
  }
  // The longest name first: first_overture.by.russia is no first_overture.
  const family = METRICS.toSorted((a, b) => b.name.length - a.name.length).find(({ name: start }) =>
    name.startsWith(`${start}.`),
  );
  return family ? { name, family, party: name.slice(family.name.length + 1) } : null;
}

function unknownMetric(name: string, scenarios: readonly Scenario[]): string {
  const parties = [...new Set(scenarios.flatMap(scenario => scenario.parties.map(({ id }) => id)))];
  const known = METRICS.flatMap(({ name: plain, of }) => [
    ...(of === 'party' ? [] : [plain]),
    ...(of === 'both' ? [] : parties.map(party => `${plain}.${party}`)),
  ]);
  const meant = nearest(name, known);
  return `unknown metric "${name}"; ${meant ? `did you mean "${meant}"?` : '`parley help study` lists them'}`;
}
