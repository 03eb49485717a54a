import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leftOnTable } from '../../src/analysis/alternatives.ts';
import { type Debrief, debrief } from '../../src/analysis/debrief.ts';
import type { Campaign } from '../../src/campaign/campaign.ts';
import { minus, plus, sum } from '../../src/campaign/counts.ts';
import { available, mostInDeal } from '../../src/campaign/rounds.ts';
import { dealValue, everybodyHome, reservation, termsValue, valuationOf } from '../../src/campaign/worth.ts';
import { phaseOf } from '../../src/statechart/position.ts';
import { cutAfter, replay } from '../../src/table/replay.ts';
import {
  agreeing,
  named,
  type Played,
  played,
  river,
  riverWith,
  type Script,
  scripted,
} from '../fixtures/river.ts';

const DEAL = [10, 0, 12, 0];

function withScripts(first: Script, second: Script, seed = '1'): Played {
  return played(river, seed, [scripted(first), scripted(second)]);
}

const both = (script: Script) => withScripts(script, script);

/** The campaign at the moment at which its first agreement was struck. */
function atAgreement({ replay: { positions } }: Played): Campaign {
  const struck = positions.find(position => phaseOf(position.value).startsWith('handOver'));
  if (!struck) throw new Error('no agreement');
  return struck.campaign;
}

describe('people', () => {
  const anySeats = fc.constantFrom('boulware', 'conceder', 'parity', 'random');

  test('every group adds up to those held at the end, whoever plays', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), anySeats, anySeats, (seed, first, second) => {
        const { replay } = played(river, String(seed), [named(first), named(second)]);
        const told = debrief(replay);
        const came = plus(plus(told.initially, told.captured), told.joinedIll);
        const home = plus(plus(told.exchanged, told.released), told.interned);
        const went = plus(home, plus(told.fellIll, told.died));
        expect(minus(came, went)).toEqual([...told.held]);
      }),
      { numRuns: 40 },
    );
  });

  test('exchanged are those of the exchanges, released those of the releases', () => {
    const { replay } = played(river, '7', [named('random'), named('random')]);
    const { campaign } = replay.positions.at(-1) ?? {};
    const told = debrief(replay);
    const exchanged = (campaign?.exchanges ?? []).map(exchange => exchange.people);
    expect(told.exchanged).toEqual(exchanged.reduce(plus, [0, 0, 0, 0]));
    expect(sum(told.released)).toBeGreaterThan(0);
    expect(told.released).toEqual(
      (campaign?.releases ?? []).map(({ people }) => people).reduce(plus, [0, 0, 0, 0]),
    );
  });
});

describe('an agreement', () => {
  const campaign = both(agreeing(DEAL));
  const told = debrief(campaign.replay);

  test('is told with who went home and when', () => {
    expect(told.deals).toHaveLength(1);
    expect(told.deals[0]).toMatchObject({
      deal: DEAL,
      people: DEAL,
      outcome: 'completed',
      brokenBy: null,
      mediator: null,
      short: [0, 0],
    });
    expect(told.exchanged).toEqual(DEAL);
    expect(told.talksWithoutDeal).toEqual([]);
  });

  test('is valued as it was on the day it was struck, not at the end', () => {
    const struck = atAgreement(campaign);
    const last = campaign.replay.positions.at(-1)?.campaign as Campaign;
    const value = (at: Campaign, party: 0 | 1) => dealValue(valuationOf(at, party), DEAL);
    expect(told.deals[0]?.values).toEqual([value(struck, 0), value(struck, 1)]);
    expect(told.deals[0]?.values[0]).not.toBe(value(last, 0));
    expect(told.deals[0]?.reservations).toEqual([reservation(struck, 0), reservation(struck, 1)]);
  });

  test('gains are value less reservation, and add up', () => {
    const [deal] = told.deals;
    for (const party of [0, 1] as const) {
      expect(deal?.gains[party]).toBe((deal?.values[party] ?? 0) - (deal?.reservations[party] ?? 0));
      expect(deal?.realised[party]).toBe(deal?.gains[party]);
      expect(told.gained[party]).toBe(deal?.gains[party]);
    }
  });

  test('that is broken tells by whom, and what came of it', () => {
    const breaker: Script = (view, can) =>
      view.party === 1 && can('withhold') && view.talks.handed[0] ? { type: 'withhold' } : undefined;
    const waiting: Script = (view, can) =>
      view.party === 1 && can('handOver') ? { type: 'wait' } : undefined;
    const broken = debrief(
      both(agreeing(DEAL, (view, can) => breaker(view, can) ?? waiting(view, can))).replay,
    );
    expect(broken.deals[0]).toMatchObject({ outcome: 'broken', brokenBy: 1, people: [0, 0, 12, 0] });
    const [deal] = broken.deals;
    expect(deal?.realised[0]).toBeLessThan(0);
    expect(deal?.realised[1]).toBeGreaterThan(deal?.gains[1] ?? 0);
    expect(broken.gained).toEqual(deal?.realised);
  });

  test('is pending where the record stops before the hand-over, and gains nothing yet', () => {
    const { record } = campaign;
    const agreedOn = told.deals[0]?.agreedOn ?? 0;
    const cut = debrief(replay(river, cutAfter(record, agreedOn)));
    expect(cut.deals[0]).toMatchObject({ outcome: 'pending', people: [0, 0, 0, 0], day: agreedOn });
    expect(cut.ended).toBe(false);
    expect(cut.gained).toEqual([0, 0]);
  });
});

describe('terms', () => {
  const sheltered = riverWith(yaml =>
    yaml
      .replace('role: mediator', 'role: mediator\n    hosts: true')
      .replaceAll('seat: ', 'parole: true\n    seat: '),
  );
  const DEAL_WITH_TERMS = { deal: DEAL, interned: [4, 0, 0, 0], parole: true } as const;
  const script = agreeing(DEAL, (view, can) => {
    if (view.party !== 0 || view.exchanges.length > 0) return undefined;
    if (can('proposeTalks')) return { type: 'proposeTalks', mediator: 0, openly: false };
    return can('offer') ? { type: 'offer', ...DEAL_WITH_TERMS } : undefined;
  });
  const campaign = played(sheltered, '1', [scripted(script), scripted(script)]);
  const told = debrief(campaign.replay);

  test('people in a neutral country are counted apart from those home', () => {
    expect(told.deals).toMatchObject([{ people: DEAL, interned: [4, 0, 0, 0], terms: { parole: true } }]);
    expect(told.exchanged).toEqual([6, 0, 12, 0]);
    expect(told.interned).toEqual([4, 0, 0, 0]);
  });

  test('count in what a deal is worth', () => {
    const struck = atAgreement(campaign);
    const plain = dealValue(valuationOf(struck, 0), DEAL);
    expect(told.deals[0]?.values[0]).toBe(termsValue(valuationOf(struck, 0), DEAL, DEAL_WITH_TERMS));
    expect(told.deals[0]?.values[0]).not.toBeCloseTo(plain, 1);
    expect(told.deals[0]?.realised).toEqual(told.deals[0]?.gains);
  });

  test('that cost both something leave more on the table', () => {
    const struck = atAgreement(campaign);
    const without = leftOnTable(struck, DEAL);
    const left = leftOnTable(struck, DEAL, DEAL_WITH_TERMS);
    expect(told.deals[0]?.leftOnTable).toEqual(left);
    expect(left).not.toEqual(without);
  });
});

describe('left on the table', () => {
  /** Every deal that is possible at a moment, owed people as in `deal`: the river is small enough to count. */
  function best(campaign: Campaign, deal: readonly number[]): [number, number] {
    const most = available(campaign);
    const own = [valuationOf(campaign, 0), valuationOf(campaign, 1)] as const;
    const given = [dealValue(own[0], deal), dealValue(own[1], deal)];
    const left: [number, number] = [0, 0];
    for (let north = 0; north <= (most[0] ?? 0); north++) {
      for (let south = 0; south <= (most[2] ?? 0); south++) {
        const other = [north, deal[1] ?? 0, south, deal[3] ?? 0];
        if (Math.max(...everybodyHome(campaign.parameters, other)) > mostInDeal(campaign)) continue;
        const values = [dealValue(own[0], other), dealValue(own[1], other)];
        for (const party of [0, 1] as const) {
          const them = party === 0 ? 1 : 0;
          if ((values[them] ?? 0) < (given[them] ?? 0)) continue;
          left[party] = Math.max(left[party], (values[party] ?? 0) - (given[party] ?? 0));
        }
      }
    }
    return left;
  }

  const struck = atAgreement(both(agreeing(DEAL)));
  const people = fc.integer({ min: 0, max: 20 });

  test('is what the best of all possible deals has more', () => {
    fc.assert(
      fc.property(people, people, fc.integer({ min: 0, max: 3 }), (north, south, owed) => {
        // Those owed stay in the deal, within what can be carried.
        const deal = [north, owed, south, 3 - owed];
        const [first, second] = leftOnTable(struck, deal);
        const [mostFirst, mostSecond] = best(struck, deal);
        expect(first).toBeCloseTo(mostFirst, 6);
        expect(second).toBeCloseTo(mostSecond, 6);
      }),
      { numRuns: 100 },
    );
  });

  test('is something where few went home for few', () => {
    const [first, second] = leftOnTable(struck, [5, 0, 5, 0]);
    expect(Math.min(first, second)).toBeGreaterThan(1);
  });
});

describe('talks without an agreement', () => {
  const proposeOnce: Script = (view, can) =>
    view.party === 0 && view.overtures.length === 0 && can('proposeTalks')
      ? { type: 'proposeTalks', mediator: null, openly: false }
      : can('agree')
        ? { type: 'agree' }
        : undefined;
  const lists: Script = (_, can) =>
    can('submitList') ? { type: 'submitList', coverage: 'full' } : undefined;

  function told(script: Script): Debrief {
    return debrief(both((view, can) => script(view, can) ?? proposeOnce(view, can)).replay);
  }

  test('peter out where no list comes', () => {
    const { talksWithoutDeal, deals } = told(() => undefined);
    expect(deals).toEqual([]);
    expect(talksWithoutDeal).toHaveLength(1);
    expect(talksWithoutDeal[0]).toMatchObject({
      ending: 'petered',
      by: null,
      phase: 'preparation.lists',
      offers: [],
    });
  });

  test('are walked out of, by whom', () => {
    const { talksWithoutDeal } = told((view, can) =>
      view.party === 1 && can('walkOut') && view.phase.startsWith('rounds')
        ? { type: 'walkOut' }
        : lists(view, can),
    );
    expect(talksWithoutDeal[0]).toMatchObject({ ending: 'walkedOut', by: 1, phase: 'rounds.open' });
  });

  test('are unfinished where the horizon comes first', () => {
    const late: Script = (view, can) =>
      view.day < 36 && can('proposeTalks') ? { type: 'wait' } : lists(view, can);
    const { talksWithoutDeal } = told(late);
    expect(talksWithoutDeal.at(-1)).toMatchObject({ ending: 'unfinished', by: null, ended: 40 });
  });

  test('name a deal that was good for both, above both reservations', () => {
    const [talks] = told(lists).talksWithoutDeal;
    expect(talks?.ending).toBe('petered');
    for (const party of [0, 1] as const) {
      expect(talks?.possible?.values[party]).toBeGreaterThan(talks?.reservations[party] ?? Infinity);
    }
  });

  test('name none where nothing could cover a reservation', () => {
    const stern = riverWith(yaml => yaml.replaceAll('reluctance: { value: 2,', 'reluctance: { value: 5000,'));
    const script: Script = (view, can) => lists(view, can) ?? proposeOnce(view, can);
    const { talksWithoutDeal } = debrief(played(stern, '1', [scripted(script), scripted(script)]).replay);
    expect(talksWithoutDeal[0]?.possible).toBeNull();
  });
});

describe('people released', () => {
  test('count with worth and grip alone, without the price of giving more than one gets', () => {
    const people = [0, 0, 4, 0];
    const campaign = withScripts(
      (view, can) => (view.releases.length === 0 && can('release') ? { type: 'release', people } : undefined),
      () => undefined,
    );
    const before = campaign.replay.positions.findLast(position => position.campaign.releases.length === 0);
    const unit = valuationOf(before?.campaign as Campaign, 0).unit[2] ?? 0;
    expect(unit).toBeLessThan(0);
    expect(debrief(campaign.replay).gained[0]).toBeCloseTo(4 * unit, 9);
  });
});

describe('instructions', () => {
  test('are told as followed or not', () => {
    const instructed = riverWith(yaml =>
      yaml.replace(
        'seat: boulware',
        `seat: boulware
    instructions:
      - text: Bring ten soldiers home.
        must: { north-soldiers: { value: 10, reason: invented } }
      - text: Bring twenty soldiers home.
        must: { north-soldiers: { value: 20, reason: invented } }
      - text: Give no soldier.
        never: [south-soldiers]`,
      ),
    );
    const script = agreeing(DEAL);
    const told = debrief(played(instructed, '1', [scripted(script), scripted(script)]).replay);
    expect(told.instructions).toEqual([
      [
        { text: 'Bring ten soldiers home.', followed: true },
        { text: 'Bring twenty soldiers home.', followed: false },
        { text: 'Give no soldier.', followed: false },
      ],
      [],
    ]);
  });
});
