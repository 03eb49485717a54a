import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../src/campaign/campaign.ts';
import type { CampaignEvent, PartyEvent } from '../../src/campaign/event.ts';
import type { Parameters } from '../../src/campaign/parameters.ts';
import { settle } from '../../src/campaign/settle.ts';
import { termsValue, valuationOf } from '../../src/campaign/worth.ts';
import { startCompiled } from '../../src/statechart/compiled.ts';
import { phaseOf, type Runner } from '../../src/statechart/position.ts';
import { scenario } from '../library.ts';

const base = settle(scenario('two-rivers'), {});
const index = (id: string) => base.groups.findIndex(group => group.id === id);
const AREN = 0;
const BELM = 1;

function people(named: Record<string, number>): number[] {
  const counts = base.groups.map(() => 0);
  for (const [id, count] of Object.entries(named)) counts[index(id)] = count;
  return counts;
}

/** A campaign in which both sides have agreed to a deal; whose turn it is does not matter to the story. */
class Story {
  readonly runner: Runner;
  constructor(parameters: Partial<Parameters> = {}) {
    this.runner = startCompiled({ ...base, ...parameters });
    this.day();
  }

  get campaign(): Campaign {
    return this.runner.position.campaign;
  }

  get phase(): string {
    return phaseOf(this.runner.position.value);
  }

  world(event: CampaignEvent): void {
    expect(this.runner.send(event)).toBeNull();
  }

  day(): void {
    while (this.campaign.toMove !== null) this.move(this.campaign.toMove, { type: 'wait' });
    this.world({ type: 'dayBegins' });
  }

  /** A party's move as soon as it is its turn. */
  move(party: 0 | 1, move: Record<string, unknown> & { type: string }): void {
    this.turn(party);
    expect(this.runner.send({ ...move, party } as PartyEvent)).toBeNull();
  }

  refused(party: 0 | 1, move: Record<string, unknown> & { type: string }): string {
    this.turn(party);
    return this.runner.send({ ...move, party } as PartyEvent)?.code ?? 'accepted';
  }

  turn(party: 0 | 1): void {
    if (this.campaign.toMove === null) this.day();
    if (this.campaign.toMove !== party)
      expect(this.runner.send({ type: 'wait', party: this.campaign.toMove ?? 0 })).toBeNull();
    if (this.campaign.toMove === null) this.turn(party);
  }

  /** Silence, overture, lists, checking: to an open table that carries `capacity` people a side. */
  toRounds(
    capacity: number,
    { mediator = null, lists = ['full', 'full'] }: { mediator?: number | null; lists?: string[] } = {},
  ): this {
    this.move(AREN, { type: 'proposeTalks', mediator, openly: false });
    this.move(BELM, { type: 'agree' });
    this.move(AREN, { type: 'submitList', coverage: lists[0] });
    this.move(BELM, { type: 'submitList', coverage: lists[1] });
    this.world({ type: 'verificationBegins', days: 1, capacity, found: [false, true] });
    this.day();
    expect(this.phase).toBe('rounds.open');
    return this;
  }

  toHandOver(deal: Record<string, number>, terms: object = {}): this {
    this.move(AREN, { type: 'offer', deal: people(deal), ...terms });
    this.move(BELM, { type: 'accept' });
    return this.setDay();
  }

  setDay(): this {
    this.world({ type: 'handOverSet', days: 1 });
    this.day();
    expect(this.phase).toBe('handOver.transfer');
    return this;
  }
}

const DEAL = { 'belm-soldiers': 40, 'aren-soldiers': 40 };

describe('a hand-over', () => {
  test('sends people home as each side brings them, and completes the exchange', () => {
    const story = new Story().toRounds(60).toHandOver(DEAL);
    story.move(AREN, { type: 'handOver' });
    expect(story.campaign.ledger.returned[index('belm-soldiers')]).toBe(40);
    expect(story.campaign.ledger.returned[index('aren-soldiers')]).toBe(0);
    const trust = story.campaign.trust;
    story.move(BELM, { type: 'handOver' });
    expect(story.campaign.exchanges).toMatchObject([
      { completed: true, people: people(DEAL), short: [0, 0] },
    ]);
    expect(story.campaign.trust).toBeGreaterThan(trust);
    expect(story.phase).toBe('initiation.standoff');
  });

  test('that one side withholds is a breach: what crossed stays, trust falls, talks are suspended', () => {
    const story = new Story().toRounds(60).toHandOver(DEAL);
    story.move(AREN, { type: 'handOver' });
    const trust = story.campaign.trust;
    story.move(BELM, { type: 'withhold' });
    expect(story.campaign.exchanges).toMatchObject([
      { completed: false, people: people({ 'belm-soldiers': 40 }) },
    ]);
    expect(story.campaign.trust).toBeLessThan(trust / 2);
    expect(story.phase).toBe('suspension');
    expect(story.campaign.talks.brokenOff).toEqual({ by: BELM, breach: true });
  });

  test('that a guarantor vouches for lets nobody cross before both have come', () => {
    const highland = base.mediators.findIndex(mediator => mediator.guarantees);
    const story = new Story().toRounds(60, { mediator: highland }).toHandOver(DEAL);
    story.move(AREN, { type: 'handOver' });
    expect(story.campaign.ledger.returned.every(count => count === 0)).toBe(true);
    story.move(BELM, { type: 'withhold' });
    expect(story.campaign.ledger.returned.every(count => count === 0)).toBe(true);
    expect(story.campaign.exchanges).toMatchObject([{ completed: false, people: people({}) }]);
  });

  test('brings nobody who was not promised, and says so', () => {
    const story = new Story().toRounds(60).toHandOver(DEAL);
    expect(story.refused(AREN, { type: 'handOver', people: people({ 'belm-soldiers': 41 }) })).toBe(
      'ERR_NOT_HELD',
    );
    expect(story.refused(AREN, { type: 'handOver', people: people({ 'belm-engineers': 1 }) })).toBe(
      'ERR_NOT_HELD',
    );
  });

  test('that falls short is a dispute over numbers: it completes, and costs trust', () => {
    const full = new Story().toRounds(60).toHandOver(DEAL);
    const short = new Story().toRounds(60).toHandOver(DEAL);
    for (const [story, brought] of [
      [full, undefined],
      [short, people({ 'belm-soldiers': 25 })],
    ] as const) {
      story.move(AREN, { type: 'handOver', ...(brought ? { people: brought } : {}) });
      story.move(BELM, { type: 'handOver' });
    }
    expect(short.campaign.exchanges).toMatchObject([{ completed: true, short: [15, 0] }]);
    expect(short.campaign.held[index('belm-soldiers')]).toBe(
      (full.campaign.held[index('belm-soldiers')] ?? 0) + 15,
    );
    expect(short.campaign.trust).toBeLessThan(full.campaign.trust - 0.05);
  });

  test('of more people than can be carried goes in stages, those owed first', () => {
    const deal = { 'belm-soldiers': 50, 'belm-wounded': 5, 'aren-soldiers': 55 };
    const story = new Story({ stages: 2 }).toRounds(40).toHandOver(deal);
    expect(story.campaign.talks.stage).toEqual(
      people({ 'belm-soldiers': 35, 'belm-wounded': 5, 'aren-soldiers': 40 }),
    );
    story.move(AREN, { type: 'handOver' });
    story.move(BELM, { type: 'handOver' });
    expect(story.phase).toBe('handOver.arranging');
    expect(story.campaign.exchanges).toEqual([]);
    story.setDay();
    expect(story.campaign.talks.stage).toEqual(people({ 'belm-soldiers': 15, 'aren-soldiers': 15 }));
    story.move(BELM, { type: 'handOver' });
    story.move(AREN, { type: 'handOver' });
    expect(story.campaign.exchanges).toMatchObject([{ completed: true, people: people(deal) }]);
  });

  test('of more than all stages can carry is not agreed to', () => {
    const story = new Story({ stages: 2 }).toRounds(20);
    expect(
      story.refused(AREN, { type: 'offer', deal: people({ 'belm-soldiers': 41, 'aren-soldiers': 1 }) }),
    ).toBe('ERR_CAPACITY');
    expect(
      story.refused(AREN, { type: 'offer', deal: people({ 'belm-soldiers': 40, 'aren-soldiers': 1 }) }),
    ).toBe('accepted');
  });

  test('that an accident halts waits, and then goes on', () => {
    const story = new Story().toRounds(60).toHandOver(DEAL);
    story.world({ type: 'accident', days: 3 });
    expect(story.refused(AREN, { type: 'handOver' })).toBe('ERR_TOO_SOON');
    for (let day = 0; day < 3; day++) story.day();
    story.move(AREN, { type: 'handOver' });
    story.move(BELM, { type: 'handOver' });
    expect(story.campaign.exchanges).toMatchObject([{ completed: true }]);
  });
});

describe('terms of a deal', () => {
  const host = base.mediators.findIndex(mediator => mediator.guarantees);
  const hosting = { mediators: base.mediators.map((mediator, at) => ({ ...mediator, hosts: at === host })) };
  const interned = people({ 'belm-engineers': 3 });
  const deal = { 'belm-engineers': 5, 'aren-soldiers': 20 };

  test('people can be interned in a neutral country that is at the table: out of captivity, not home', () => {
    const story = new Story(hosting).toRounds(60, { mediator: host }).toHandOver(deal, { interned });
    story.move(AREN, { type: 'handOver' });
    story.move(BELM, { type: 'handOver' });
    const { ledger, exchanges } = story.campaign;
    expect(ledger.interned).toEqual(interned);
    expect(ledger.returned).toEqual(people({ 'belm-engineers': 2, 'aren-soldiers': 20 }));
    expect(exchanges).toMatchObject([{ completed: true, interned }]);
  });

  test('nobody can be interned where no neutral country would take them in', () => {
    const story = new Story().toRounds(60);
    expect(story.refused(AREN, { type: 'offer', deal: people(deal), interned })).toBe('ERR_MEDIATOR');
  });

  test('an internment that is broken sends people home and costs trust', () => {
    const story = new Story(hosting).toRounds(60, { mediator: host }).toHandOver(deal, { interned });
    story.move(AREN, { type: 'handOver' });
    story.move(BELM, { type: 'handOver' });
    const { trust } = story.campaign;
    story.world({
      type: 'inject',
      inject: 'guests-go-home',
      title: 'The guests go home',
      effects: [{ kind: 'internmentEnds', about: BELM, trustLost: 0.3 }],
    });
    expect(story.campaign.ledger.interned).toEqual(people({}));
    expect(story.campaign.ledger.returned[index('belm-engineers')]).toBe(5);
    expect(story.campaign.trust).toBeCloseTo(trust * 0.7);
  });

  test('internment is worth less to the home side and costs the holder less', () => {
    const { campaign } = new Story();
    for (const party of [AREN, BELM] as const) {
      const valuation = valuationOf(campaign, party);
      const home = termsValue(valuation, people(deal), {});
      const away = termsValue(valuation, people(deal), { interned });
      if (party === BELM) expect(away).toBeLessThan(home);
      else expect(away).toBeGreaterThan(home);
    }
  });

  test('parole needs a home law that allows it', () => {
    const offer = { type: 'offer', deal: people(deal), parole: true };
    expect(new Story().toRounds(60).refused(AREN, offer)).toBe('ERR_PAROLE');
    const [first, second] = base.parties;
    const allowed = {
      parties: [
        { ...first, parole: true },
        { ...second, parole: true },
      ] as const,
    };
    expect(new Story(allowed).toRounds(60).refused(AREN, offer)).toBe('accepted');
  });
});

describe('lists', () => {
  test('a full list tells the other side whom one holds', () => {
    const { believed, held } = new Story().toRounds(60).campaign;
    expect(believed.low[index('aren-soldiers')]).toBe(held[index('aren-soldiers')]);
    expect(believed.high[index('aren-soldiers')]).toBe(held[index('aren-soldiers')]);
  });

  test('a list that was not true comes to light in the checking, is found, and costs trust', () => {
    const honest = new Story().toRounds(60).campaign;
    const { believed, held, findings, trust } = new Story().toRounds(60, {
      lists: ['full', 'inflated'],
    }).campaign;
    expect(findings.filter(({ rule, by }) => rule === 'names-withheld' && by === BELM).length).toBe(2);
    expect(believed.best[index('aren-soldiers')]).toBe(held[index('aren-soldiers')]);
    expect(trust).toBeLessThan(honest.trust - 0.05);
  });

  test('one that is not found out is believed', () => {
    const { believed, held } = new Story().toRounds(60, { lists: ['inflated', 'full'] }).campaign;
    expect(believed.best[index('belm-soldiers')]).toBe(Math.floor((held[index('belm-soldiers')] ?? 0) * 1.3));
  });
});

describe('a mediator', () => {
  test('whose texts are set aside three times leaves', () => {
    const highland = base.mediators.findIndex(mediator => mediator.guarantees);
    const story = new Story().toRounds(60, { mediator: highland });
    for (let text = 0; text < 3; text++) {
      expect(story.campaign.talks.mediator).toBe(highland);
      story.world({ type: 'mediatorProposes', deal: people(DEAL) });
      story.move(AREN, { type: 'refuse' });
    }
    expect(story.campaign.talks.mediator).toBeNull();
    expect(story.campaign.talks.turnedDown).toEqual([highland]);
  });
});
