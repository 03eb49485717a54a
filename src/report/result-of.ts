import type { Debrief, DebriefedDeal, TalksWithoutDeal } from '../analysis/debrief.ts';
import type { Overture } from '../campaign/campaign.ts';
import { type Counts, minus, sum } from '../campaign/counts.ts';
import type { Finding } from '../campaign/finding.ts';
import { lawRule } from '../campaign/law.ts';
import { dateOf, type PerParty, type Scenario } from '../scenario/scenario.ts';
import { bandOf, type Position, phaseOf } from '../statechart/position.ts';
import type { CampaignRecord } from '../table/record.ts';
import { countsToJson } from '../table/record-text.ts';
import { lastOf, type Replay } from '../table/replay.ts';
import { byHome } from './people.ts';
import {
  type ByGroup,
  type ByParty,
  RESULT_FORMAT,
  type Result,
  type ResultExchange,
  type ResultFinding,
  type ResultGroup,
  type ResultOverture,
  type ResultTalks,
} from './result.ts';
import { rounded } from './rounded.ts';

/** What a campaign came to, given its replay and debrief. */
export function resultOf(
  scenario: Scenario,
  record: CampaignRecord,
  played: { readonly replay: Replay; readonly debrief: Debrief },
): Result {
  const { header } = record;
  const { debrief } = played;
  // A replay has at least the position before its first entry.
  const last = lastOf(played.replay);
  const shape = new Shape(scenario);
  return {
    parley: 'result',
    format: RESULT_FORMAT,
    engine: header.engine,
    scenario: header.scenario,
    scenarioDigest: header.scenarioDigest,
    seed: header.seed,
    seats: header.seats,
    day: debrief.day,
    date: shape.date(debrief.day),
    ended: debrief.ended,
    state: shape.state(last),
    overtures: debrief.overtures.map(overture => shape.overture(overture)),
    exchanges: debrief.deals.map(deal => shape.exchange(deal)),
    talksWithoutDeal: debrief.talksWithoutDeal.map(talks => shape.talks(talks)),
    home: shape.home(debrief),
    captivityEnded: {
      byParty: shape.byParty(debrief.captivityEnded),
      total: sum(debrief.captivityEnded),
    },
    gained: shape.worths(debrief.gained),
    groups: shape.groups(debrief),
    findings: debrief.findings.map(finding => shape.finding(finding)),
    instructions: shape.byParty(debrief.instructions),
  };
}

/** Puts names in the place of indices. */
class Shape {
  readonly #scenario: Scenario;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
  }

  date(day: number): string {
    return dateOf(this.#scenario, Math.max(0, day));
  }

  byParty<T>(pair: PerParty<T>): ByParty<T> {
    const [first, second] = this.#scenario.parties;
    return { [first.id]: pair[0], [second.id]: pair[1] };
  }

  worths(pair: PerParty<number>): ByParty<number> {
    return this.byParty([rounded(pair[0], 3), rounded(pair[1], 3)]);
  }

  state({ value, campaign }: Position): Result['state'] {
    const [first, second] = campaign.pressure;
    return {
      talks: phaseOf(value),
      leverage: bandOf(value),
      trust: rounded(campaign.trust, 4),
      pressure: this.byParty([rounded(first, 4), rounded(second, 4)]),
      leverageOf: this.byParty([rounded(campaign.leverage, 4), rounded(1 - campaign.leverage, 4)]),
    };
  }

  overture({ day, by, mediator, openly, answer }: Overture): ResultOverture {
    return {
      day,
      date: this.date(day),
      by: this.#party(by),
      mediator: this.#mediator(mediator),
      openly,
      answer,
    };
  }

  exchange(deal: DebriefedDeal): ResultExchange {
    return {
      agreedOn: deal.agreedOn,
      day: deal.day,
      date: this.date(deal.day),
      outcome: deal.outcome,
      brokenBy: deal.brokenBy === null ? null : this.#party(deal.brokenBy),
      short: this.byParty(deal.short),
      mediator: this.#mediator(deal.mediator),
      deal: this.#people(deal.deal),
      people: this.#people(deal.people),
      interned: this.#people(deal.interned),
      parole: deal.terms.parole === true,
      home: this.byParty(byHome(this.#scenario, minus(deal.people, deal.interned))),
      values: this.worths(deal.values),
      reservations: this.worths(deal.reservations),
      gains: this.worths(deal.gains),
      leftOnTable: this.worths(deal.leftOnTable),
    };
  }

  talks(talks: TalksWithoutDeal): ResultTalks {
    return {
      began: talks.began,
      ended: talks.ended,
      ending: talks.ending,
      by: talks.by === null ? null : this.#party(talks.by),
      phase: talks.phase,
      offers: talks.offers.length,
      possible: talks.possible ? this.#people(talks.possible.deal) : null,
    };
  }

  home(debrief: Debrief): Result['home'] {
    const exchanged = byHome(this.#scenario, debrief.exchanged);
    const released = byHome(this.#scenario, debrief.released);
    const of = (party: 0 | 1) => ({
      exchanged: exchanged[party],
      released: released[party],
      total: exchanged[party] + released[party],
    });
    return this.byParty([of(0), of(1)]);
  }

  groups(debrief: Debrief): Result['groups'] {
    return Object.fromEntries(
      this.#scenario.groups.map((group, index): [string, ResultGroup] => [
        group.id,
        {
          home: this.#party(group.home),
          holder: this.#party(group.holder),
          standing: group.standing,
          initially: debrief.initially[index] ?? 0,
          captured: debrief.captured[index] ?? 0,
          joinedIll: debrief.joinedIll[index] ?? 0,
          exchanged: debrief.exchanged[index] ?? 0,
          released: debrief.released[index] ?? 0,
          interned: debrief.interned[index] ?? 0,
          fellIll: debrief.fellIll[index] ?? 0,
          died: debrief.died[index] ?? 0,
          held: debrief.held[index] ?? 0,
        },
      ]),
    );
  }

  finding({ day, rule, by, saw }: Finding): ResultFinding {
    const law = lawRule(rule);
    return {
      day,
      date: this.date(day),
      rule,
      article: law?.article ?? '',
      severity: law?.severity ?? 'contested',
      by: this.#party(by),
      saw,
    };
  }

  #party(party: 0 | 1): string {
    return this.#scenario.parties[party].id;
  }

  #mediator(mediator: number | null): string | null {
    return mediator === null ? null : (this.#scenario.mediators[mediator]?.id ?? null);
  }

  #people(counts: Counts): ByGroup {
    return countsToJson(this.#scenario, counts);
  }
}
