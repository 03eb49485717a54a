import { describe, expect, test } from 'vitest';
import { beginCampaign, type Campaign, draftOf } from '../../src/campaign/campaign.ts';
import type { CampaignEvent, EventOf } from '../../src/campaign/event.ts';
import type { Finding } from '../../src/campaign/finding.ts';
import { judge, LAW } from '../../src/campaign/law.ts';
import type { GroupParameters } from '../../src/campaign/parameters.ts';
import { strikeNames } from '../../src/campaign/preparation.ts';
import { againstTheirWill } from '../../src/campaign/refusal.ts';
import { settle } from '../../src/campaign/settle.ts';
import { scenario } from '../library.ts';

const kursk = settle(scenario('kursk-2024'), {});
const index = (id: string) => kursk.groups.findIndex(group => group.id === id);
const UKRAINE = 0;
const RUSSIA = 1;

/** People by group name as counts. */
function people(named: Record<string, number>): number[] {
  const counts = kursk.groups.map(() => 0);
  for (const [id, count] of Object.entries(named)) counts[index(id)] = count;
  return counts;
}

/** The campaign on a day, with some facts of one group and of the whole changed. */
function campaign(
  day: number,
  changes: Partial<GroupParameters> & { id?: string } = {},
  hostilitiesEnd = Infinity,
): Campaign {
  const { id = 'captured-later', ...facts } = changes;
  const groups = kursk.groups.map(group => (group.id === id ? { ...group, ...facts } : group));
  const begun = beginCampaign({ ...kursk, groups, hostilitiesEnd });
  return { ...begun, day, toMove: UKRAINE };
}

/** The campaign once an event has been looked at. */
function judged(before: Campaign, event: CampaignEvent): Campaign {
  const draft = draftOf(before);
  judge(draft, event);
  return draft;
}

function findings(before: Campaign, event: CampaignEvent): readonly Finding[] {
  return judged(before, event).findings;
}

const offer = (deal: Record<string, number>): CampaignEvent => ({
  type: 'offer',
  party: RUSSIA,
  deal: people(deal),
});
const strike = (struck: Record<string, number>, grounds?: 'prosecution'): CampaignEvent => ({
  type: 'strikeNames',
  party: RUSSIA,
  people: people(struck),
  ...(grounds ? { grounds } : {}),
});
const say = (what: 'appeal' | 'list' | 'denial' | 'threat' | 'mail'): CampaignEvent => ({
  type: 'publicise',
  party: RUSSIA,
  what,
});
const dawn: CampaignEvent = { type: 'dayBegins' };
const noneWounded = { held: kursk.groups.map(group => (group.standing === 'wounded' ? 0 : group.held)) };

interface Case {
  readonly broken: readonly [Campaign, CampaignEvent];
  readonly kept: readonly [Campaign, CampaignEvent];
}

/** For each rule a case that breaks it and the nearest one that does not. */
const CASES: Record<string, Case> = {
  'owed-made-conditional': {
    broken: [campaign(5), offer({ 'wounded-ukrainian': 12, conscripts: 40 })],
    kept: [campaign(5), offer({ 'wounded-ukrainian': 12 })],
  },
  'owed-held-back': {
    broken: [campaign(29), dawn],
    kept: [{ ...campaign(29), ...noneWounded }, dawn],
  },
  'civilians-traded': {
    broken: [campaign(5), offer({ civilians: 3, conscripts: 3 })],
    kept: [campaign(5), offer({ civilians: 3 })],
  },
  'status-denied': { broken: [campaign(5), say('denial')], kept: [campaign(5), say('appeal')] },
  'threats-and-reprisals': { broken: [campaign(5), say('threat')], kept: [campaign(5), say('list')] },
  'mail-withheld': { broken: [campaign(5), say('mail')], kept: [campaign(5), say('appeal')] },
  'public-curiosity': { broken: [campaign(5), say('list')], kept: [campaign(5), say('appeal')] },
  'prisoners-of-a-unit': {
    broken: [campaign(5, { custody: 'unit' }), offer({ 'captured-later': 20, conscripts: 20 })],
    kept: [campaign(5, { custody: 'unit' }), offer({ 'held-2022': 20, conscripts: 20 })],
  },
  'names-withheld': {
    broken: [campaign(5), { type: 'submitList', party: RUSSIA, coverage: 'partial' }],
    kept: [campaign(5), { type: 'submitList', party: RUSSIA, coverage: 'full' }],
  },
  'selection-against': {
    broken: [campaign(5, { setApartBy: 'religion' }), strike({ 'captured-later': 2 })],
    kept: [campaign(5), strike({ 'captured-later': 2 })],
  },
  'penal-hold-without-case': {
    broken: [campaign(5, { prosecuted: 4 }), strike({ 'captured-later': 5 }, 'prosecution')],
    kept: [campaign(5, { prosecuted: 4 }), strike({ 'captured-later': 4 }, 'prosecution')],
  },
  'held-after-hostilities': {
    broken: [campaign(59, {}, 30), dawn],
    kept: [campaign(29, {}, 30), dawn],
  },
};

describe('each rule of the law', () => {
  test('has its two cases', () => {
    expect(Object.keys(CASES).sort()).toEqual(LAW.map(rule => rule.id).sort());
  });

  describe.each(LAW.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
    const { broken, kept } = CASES[id] as Case;

    test('is found where it is broken, with who and what was seen', () => {
      const before = broken[0];
      const found = findings(...broken).filter(finding => finding.rule === id);
      expect(found.length).toBeGreaterThan(0);
      for (const finding of found) {
        expect(finding.saw.length).toBeGreaterThan(10);
        expect([UKRAINE, RUSSIA]).toContain(finding.by);
        expect(finding.day).toBe(broken[1].type === 'dayBegins' ? before.day + 1 : before.day);
      }
      if ('party' in broken[1]) expect(found.map(({ by }) => by)).toEqual([RUSSIA]);
    });

    test('is not found where it is kept', () => {
      expect(findings(...kept).filter(finding => finding.rule === id)).toEqual([]);
    });

    test('says its article and explains itself; what is contested says so', () => {
      expect(rule.article).toMatch(/\d/);
      expect(rule.explanation.length).toBeGreaterThan(80);
      if (rule.severity === 'contested')
        expect(rule.explanation).toMatch(/depends|our reading|strained|disputed/);
    });
  });

  test('who accepts a text of a mediator that ties owed people to a concession is found too', () => {
    const begun = campaign(5);
    const text = { day: 5, by: null, deal: people({ 'wounded-ukrainian': 4, conscripts: 9 }) };
    const before = { ...begun, talks: { ...begun.talks, offer: text } };
    const found = (by: 0 | 1) => findings(before, { type: 'accept', party: by }).map(({ rule }) => rule);
    expect(found(RUSSIA)).toEqual(['owed-made-conditional']);
    expect(found(UKRAINE)).toEqual([]);
  });

  describe('who holds people that are owed and takes something for them', () => {
    /** Russia answers an offer of Ukraine's, or makes one itself. */
    const accepting = (deal: Record<string, number>) => {
      const begun = campaign(5);
      const asked = { day: 5, by: UKRAINE, deal: people(deal) } as const;
      const before = { ...begun, talks: { ...begun.talks, offer: asked } };
      return findings(before, { type: 'accept', party: RUSSIA });
    };
    const offering = (deal: Record<string, number>) => findings(campaign(5), offer(deal));

    test.each([
      ['soldiers for wounded', { 'wounded-ukrainian': 4, conscripts: 9 }, ['owed-made-conditional']],
      ['wounded for civilians', { civilians: 4, 'wounded-russian': 9 }, ['civilians-traded']],
      ['soldiers for civilians', { civilians: 4, conscripts: 9 }, ['civilians-traded']],
      ['wounded of both sides', { 'wounded-ukrainian': 40, 'wounded-russian': 1 }, []],
      ['soldiers of both sides', { azovstal: 4, conscripts: 9 }, []],
      ['nothing for wounded', { 'wounded-ukrainian': 4 }, []],
      ['nothing for soldiers', { conscripts: 4 }, []],
    ])('%s', (_, deal, rules) => {
      for (const seen of [accepting(deal), offering(deal)]) {
        expect(seen.map(({ rule }) => rule)).toEqual(rules);
        for (const { by } of seen) expect(by).toBe(RUSSIA);
      }
    });

    test('whoever offers to pay for them is not found', () => {
      const event = { ...offer({ 'wounded-ukrainian': 4, conscripts: 9 }), party: UKRAINE } as CampaignEvent;
      expect(findings(campaign(5), event)).toEqual([]);
    });

    test('the same offer again is no new finding, another one is', () => {
      const begun = campaign(5);
      const made = { day: 5, by: RUSSIA, deal: people({ 'wounded-ukrainian': 4, conscripts: 9 }) } as const;
      const before = { ...begun, talks: { ...begun.talks, offers: [made] } };
      expect(findings(before, offer({ 'wounded-ukrainian': 4, conscripts: 9 }))).toEqual([]);
      expect(findings(before, offer({ 'wounded-ukrainian': 4, conscripts: 8 }))).toHaveLength(1);
    });
  });

  describe('people of whom a unit says that they are its own', () => {
    const begun = campaign(5, { custody: 'unit' });
    const rules = (deal: Record<string, number>) => findings(begun, offer(deal)).map(({ rule }) => rule);

    test('are not found where they are given for nothing', () => {
      expect(rules({ 'captured-later': 20 })).toEqual([]);
    });

    test('are found where a price for them is accepted', () => {
      const asked = { day: 5, by: UKRAINE, deal: people({ 'captured-later': 2, conscripts: 3 }) } as const;
      const before = { ...begun, talks: { ...begun.talks, offer: asked } };
      expect(findings(before, { type: 'accept', party: RUSSIA })).toMatchObject([
        { rule: 'prisoners-of-a-unit', by: RUSSIA, saw: expect.stringContaining('accepted for 3 people') },
      ]);
    });
  });

  describe('people kept back for prosecution', () => {
    const begun = campaign(5, { prosecuted: 4 });
    const struckBefore = (event: CampaignEvent) => {
      const draft = draftOf(begun);
      strikeNames(draft, event as EventOf<'strikeNames'>);
      return draft;
    };
    const found = (before: Campaign, event: CampaignEvent) =>
      findings(before, event).filter(({ rule }) => rule === 'penal-hold-without-case');

    test('names struck off for no stated reason are not counted among them', () => {
      const before = struckBefore(strike({ 'captured-later': 9 }));
      expect(found(before, strike({ 'captured-later': 4 }, 'prosecution'))).toEqual([]);
    });

    test('those of before are counted, and told', () => {
      const before = struckBefore(strike({ 'captured-later': 3 }, 'prosecution'));
      expect(found(before, strike({ 'captured-later': 2 }, 'prosecution'))).toMatchObject([
        { saw: '5 captured-later kept back for prosecution, of whom 4 are under prosecution' },
      ]);
    });
  });

  describe('the end of active hostilities', () => {
    const ended = (day: number) => campaign(day, {}, 30);
    const rules = (day: number, event: CampaignEvent) => findings(ended(day), event).map(({ rule }) => rule);
    const trade = offer({ azovstal: 1, conscripts: 1 });

    test('trading is found from the day on, and not the day before', () => {
      expect(rules(29, trade)).toEqual([]);
      expect(rules(30, trade)).toEqual(['held-after-hostilities']);
    });

    test('sending people home for nothing is not', () => {
      expect(rules(40, offer({ azovstal: 1 }))).toEqual([]);
    });

    test('who is still held is looked at every thirty days from the day on', () => {
      const days = Array.from({ length: 100 }, (_, day) => day).filter(day =>
        rules(day, dawn).includes('held-after-hostilities'),
      );
      expect(days.map(day => day + 1)).toEqual([60, 90]);
    });
  });

  test('wounded people under prosecution are not held back without a reason', () => {
    const held = kursk.groups.map(group => (group.id === 'wounded-ukrainian' ? 7 : 0));
    const of = (prosecuted: number) =>
      findings({ ...campaign(29, { id: 'wounded-ukrainian', prosecuted }), held }, dawn);
    expect(of(7)).toEqual([]);
    expect(of(5)).toMatchObject([{ saw: '2 wounded-ukrainian still held on day 30' }]);
  });
});

test('where the law of war does not bind, nothing is found under it', () => {
  for (const { broken } of Object.values(CASES)) {
    const [before, event] = broken;
    const peace = { ...before, parameters: { ...before.parameters, lawOfWar: false } };
    expect(judged(peace, event)).toEqual(peace);
  }
});

describe('sick and wounded people are not sent home against their will (art. 109(3))', () => {
  const unwilling = campaign(5, { id: 'wounded-ukrainian', unwilling: 10 });
  const willing = (unwilling.held[index('wounded-ukrainian')] ?? 0) - 10;

  test('more than wish to go are refused, with the article', () => {
    expect(againstTheirWill(unwilling, RUSSIA, people({ 'wounded-ukrainian': willing + 1 }))).toMatchObject({
      code: 'ERR_UNWILLING',
      message: expect.stringContaining('art. 109(3)'),
    });
  });

  test('of others, and after active hostilities, the article says nothing', () => {
    const message = (before: Campaign, group: string) =>
      againstTheirWill(before, RUSSIA, people({ [group]: before.held[index(group)] ?? 0 }))?.message;
    expect(message(campaign(5, { id: 'azovstal', unwilling: 10 }), 'azovstal')).not.toContain('109');
    const later = { ...campaign(5, { id: 'wounded-ukrainian', unwilling: 10 }, 5) };
    expect(message(later, 'wounded-ukrainian')).toMatch(/wish to be sent home$/);
  });

  test('those who wish to go are not', () => {
    expect(againstTheirWill(unwilling, RUSSIA, people({ 'wounded-ukrainian': willing }))).toBeNull();
  });
});
