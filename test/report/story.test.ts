import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { debrief } from '../../src/analysis/debrief.ts';
import { plus, sum } from '../../src/campaign/counts.ts';
import type { CampaignEvent } from '../../src/campaign/event.ts';
import { formatDebrief } from '../../src/report/debrief-text.ts';
import { foldQuiet, formatStory, storyLegend, storyOf, storyOpening } from '../../src/report/narrative.ts';
import { sentenceOf } from '../../src/report/sentence.ts';
import { lengthOf } from '../../src/report/wrap.ts';
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

function storyText({ scenario, record, replay }: Played, width = 80): string {
  return formatStory(scenario, storyOf(scenario, record, replay), width);
}

const both = (script: Script, seed = '1') => played(river, seed, [scripted(script), scripted(script)]);

describe('one event, one sentence', () => {
  const before = both(agreeing([10, 0, 12, 0])).replay.positions[1]?.campaign;
  if (!before) throw new Error('no first day');
  const none = [0, 0, 0, 0];
  const heard = (best: number[]) => ({ low: none, best, high: best });

  test.each<[CampaignEvent, string]>([
    [{ type: 'wait', party: 0 }, ''],
    [{ type: 'publicise', party: 0, what: 'appeal' }, 'Northport appeals in public for its people.'],
    [{ type: 'publicise', party: 1, what: 'list' }, 'Southgate publishes a list of the prisoners it holds.'],
    [
      { type: 'publicise', party: 1, what: 'threat' },
      'Southgate threatens in public that those it holds will suffer.',
    ],
    [
      { type: 'release', party: 1, people: [0, 2, 0, 0] },
      'Southgate releases, with nothing asked in return: 2 seriously wounded northerners.',
    ],
    [{ type: 'proposeTalks', party: 0, mediator: null, openly: true }, 'Northport proposes talks openly.'],
    [
      { type: 'proposeTalks', party: 1, mediator: 0, openly: false },
      'Southgate proposes talks quietly, with a mediator: The Abbey.',
    ],
    [{ type: 'agree', party: 0 }, 'Northport agrees to talks.'],
    [{ type: 'decline', party: 1 }, 'Southgate declines to talk.'],
    [{ type: 'submitList', party: 0, coverage: 'full' }, 'Northport submits a full list of those it holds.'],
    [
      { type: 'submitList', party: 1, coverage: 'partial' },
      'Southgate submits a list that leaves out part of those it holds.',
    ],
    [
      { type: 'strikeNames', party: 0, people: [0, 0, 3, 0] },
      'Northport strikes names off: 3 southern soldiers.',
    ],
    [
      { type: 'strikeNames', party: 0, people: [0, 0, 3, 0], grounds: 'prosecution' },
      'Northport strikes names off, saying that they are prosecuted: 3 southern soldiers.',
    ],
    [{ type: 'askVisits', party: 0 }, 'Northport asks for visits to its people.'],
    [
      { type: 'offer', party: 1, deal: [9, 0, 10, 0] },
      'Southgate offers 9 northern soldiers for 10 southern soldiers (9 for 10).',
    ],
    [
      { type: 'offer', party: 0, deal: [0, 0, 0, 2] },
      'Northport offers 2 seriously wounded southerners and asks for nobody in return.',
    ],
    [
      { type: 'offer', party: 0, deal: [3, 0, 0, 0] },
      'Northport offers nobody for 3 northern soldiers (0 for 3).',
    ],
    [
      { type: 'offer', party: 0, deal: [1, 0, 1, 0], message: 'a first step' },
      'Northport offers 1 southern soldier for 1 northern soldier (1 for 1). It adds: "a first step"',
    ],
    [
      { type: 'offer', party: 0, deal: [9, 0, 9, 0], interned: [4, 0, 0, 0], parole: true },
      'Northport offers 9 southern soldiers for 9 northern soldiers (9 for 9), of whom 4 northern soldiers to a ' +
        'neutral country until the end, on their promise not to fight again.',
    ],
    [{ type: 'accept', party: 0 }, 'Northport accepts the offer.'],
    [{ type: 'refuse', party: 0 }, 'Northport refuses the offer.'],
    [{ type: 'callMediator', party: 0, mediator: 0 }, 'Northport calls in a mediator: The Abbey.'],
    [{ type: 'walkOut', party: 1 }, 'Southgate walks out of the talks.'],
    [{ type: 'resume', party: 1 }, 'Southgate asks to resume the talks.'],
    [
      {
        type: 'captured',
        people: [0, 0, 12, 0],
        heard: heard([0, 0, 9, 0]),
        strength: [0, 0],
        title: 'At the ford',
      },
      'At the ford. Captured: 12 southern soldiers; Southgate hears of about 9.',
    ],
    [
      {
        type: 'captured',
        people: [0, 0, 12, 0],
        heard: heard([0, 0, 0, 0]),
        strength: [0, 0],
        title: 'At the ford',
      },
      'At the ford. Captured: 12 southern soldiers; Southgate hears of nobody.',
    ],
    [
      { type: 'captured', people: [2, 0, 0, 0], heard: heard([2, 0, 0, 0]), strength: [0, 0] },
      'Captured: 2 northern soldiers.',
    ],
    [
      { type: 'pressReport', about: 0, strength: 0.1 },
      'A report in the press raises the pressure on Northport.',
    ],
    [
      { type: 'captivityWears', ill: [1, 0, 0, 0], died: [0, 0, 1, 0] },
      'In captivity, fallen seriously ill: 1 northern soldier; died: 1 southern soldier.',
    ],
    [
      { type: 'verificationBegins', days: 1, capacity: 30, found: [false, false] },
      'Both lists are in; checking them will take 1 day. A hand-over can carry at most 30 people a side.',
    ],
    [{ type: 'handOverSet', days: 2 }, 'The hand-over is set for 3 March 2020.'],
    [
      { type: 'accident', days: 7 },
      'An accident halts all transport; the hand-over is put off to 8 March 2020.',
    ],
    [
      { type: 'mediatorProposes', deal: [8, 0, 8, 0] },
      'The mediator puts a text on the table: from Northport 8 southern soldiers, from Southgate 8 northern soldiers.',
    ],
    [{ type: 'horizonReached' }, 'The period of the simulation ends here.'],
  ])('%j', (event, sentence) => {
    expect(sentenceOf(river, event, before)).toBe(sentence);
  });

  test('an offer that is made again is told as such', () => {
    const text = storyText(
      both(
        agreeing([10, 0, 12, 0], (view, can) =>
          view.party === 1 && view.day < 12 && can('accept') ? { type: 'refuse' } : undefined,
        ),
      ),
    );
    expect(text.replace(/\s+/g, ' ')).toMatch(/the same offer again from Northport\b/i);
    expect(
      text.match(/Northport offers 12 southern soldiers for 10 northern soldiers \(12 for 10\)\./g),
    ).toHaveLength(1);
  });
});

test('another offer, or a word with the same one, is told in full', () => {
  const script = agreeing([10, 0, 12, 0], (view, can) => {
    if (view.party === 1) return can('accept') ? { type: 'refuse' } : undefined;
    if (!can('offer')) return undefined;
    const made = view.talks.offers.length;
    const message = made === 1 ? { message: 'think of them' } : {};
    return { type: 'offer', deal: [10, 0, made < 2 ? 12 : 13, 0], ...message };
  });
  const text = storyText(both(script)).replace(/\s+/g, ' ');
  expect(text).toContain(
    'Northport offers 12 southern soldiers for 10 northern soldiers (12 for 10). It adds: "think of them"',
  );
  expect(text).toContain('Northport offers 13 southern soldiers for 10 northern soldiers (13 for 10).');
});

describe('what follows from events', () => {
  test('an exchange from overture to end', () => {
    const text = storyText(both(agreeing([10, 0, 12, 0])));
    const order = [
      'Northport proposes talks quietly.',
      'Southgate agrees to talks.',
      'Both lists are in;',
      'The lists are checked; the table is open for offers.',
      'Southgate accepts the offer.',
      'There is an agreement.',
      'The hand-over is set for',
      'hands over 12 southern soldiers.',
      'The exchange is complete: 10 home to Northland, 12 home to Southland.',
      'The period of the simulation ends here.',
    ].map(sentence => text.replace(/\s+/g, ' ').indexOf(sentence));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test('an overture without an answer lapses', () => {
    const text = storyText(
      both((_, can) =>
        can('proposeTalks') ? { type: 'proposeTalks', mediator: null, openly: false } : undefined,
      ),
    );
    expect(text).toContain('The overture from Northport lapses without an answer.');
  });

  test('a breach is told with who broke it and who was already home', () => {
    const text = storyText(
      both(
        agreeing([10, 0, 12, 0], (view, can) => {
          if (view.party === 0 || !can('withhold')) return undefined;
          return view.talks.handed[0] ? { type: 'withhold' } : { type: 'wait' };
        }),
      ),
    ).replace(/\s+/g, ' ');
    expect(text).toContain('Southgate withholds the people it promised: 10 northern soldiers.');
    expect(text).toContain(
      'The agreement is broken: Southgate did not hand over whom it promised. The other side had already sent 12 home.',
    );
    expect(text).toMatch(/Talks stay suspended at least until \d+ \w+ 2020\./);
  });

  test('findings are told with their article', () => {
    const text = storyText(
      both((_, can) => (can('publicise') ? { type: 'publicise', what: 'list' } : undefined)),
    );
    expect(text.replace(/\s+/g, ' ')).toContain(
      'Found: Prisoners shown to the public (Northport, GC III art. 13)',
    );
  });
});

test('people who go to a neutral country are told apart from those home', () => {
  const sheltered = riverWith(yaml => yaml.replace('role: mediator', 'role: mediator\n    hosts: true'));
  const script = scripted(
    agreeing([10, 0, 12, 0], (view, can) => {
      if (view.party !== 0 || view.exchanges.length > 0) return undefined;
      if (can('proposeTalks')) return { type: 'proposeTalks', mediator: 0, openly: false };
      return can('offer') ? { type: 'offer', deal: [10, 0, 12, 0], interned: [4, 0, 0, 0] } : undefined;
    }),
  );
  const campaign = played(sheltered, '1', [script, script]);
  expect(storyText(campaign).replace(/\s+/g, ' ')).toContain(
    'The exchange is complete: 6 home to Northland, 12 home to Southland, 4 to a neutral country.',
  );
  const table = formatDebrief(sheltered, debrief(campaign.replay));
  expect(table).toMatch(/^ {2}Northern soldiers .* 6 +0 +4 +0 +0 +\d+$/m);
  expect(table.replace(/\s+/g, ' ')).toContain('neutr.: in a neutral country until the end');
});

describe('day by day', () => {
  test('quiet days are one entry, days with something to tell one each', () => {
    const { scenario, record, replay } = both(agreeing([10, 0, 12, 0]));
    const days = storyOf(scenario, record, replay);
    expect(days.map(({ day }) => day)).toEqual(Array.from({ length: 41 }, (_, day) => day));
    const folds = foldQuiet(days);
    expect(folds.flat()).toEqual(days);
    expect(folds.length).toBeLessThan(30);
    for (const fold of folds.filter(({ length }) => length > 1)) {
      expect(fold.flatMap(day => [...day.sentences, ...day.findings])).toEqual([]);
    }
  });

  test('everybody captured, ill or dead is told, whoever plays', () => {
    // Two rates, so that people are captured twice on some days.
    const busy = riverWith(yaml => {
      const [rate = ''] = / {2}- name: Skirmishes[\s\S]*?(?=\noccasions)/.exec(yaml) ?? [];
      return yaml.replace(rate, `${rate}\n${rate.replace('Skirmishes', 'Raids')}`);
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), seed => {
        const { scenario, record, replay } = played(busy, String(seed), [named('boulware'), named('random')]);
        const days = storyOf(scenario, record, replay);
        const titled = record.entries.flatMap(({ event }) =>
          event.type === 'captured' && event.title !== undefined ? [event.people] : [],
        );
        const none = [0, 0, 0, 0];
        const last = replay.positions.at(-1)?.campaign;
        const told = days.map(day => day.minor.captured).reduce(plus, titled.reduce(plus, none));
        expect(told).toEqual(last?.ledger.captured);
        expect(sum(days.map(day => sum(day.minor.died)))).toBe(sum(last?.ledger.died ?? []));
      }),
      { numRuns: 20 },
    );
  });

  test('no line is wider than asked for', () => {
    const campaign = played(river, '7', [named('random'), named('random')]);
    for (const width of [60, 80, 100]) {
      for (const line of storyText(campaign, width).split('\n'))
        expect(lengthOf(line)).toBeLessThanOrEqual(width);
      for (const line of storyLegend(river, width).split('\n'))
        expect(lengthOf(line)).toBeLessThanOrEqual(width);
    }
  });

  test('opens with who sits where and whom each side holds', () => {
    const { scenario, record, replay } = played(river, '7', [named('boulware'), named('conceder')]);
    expect(
      storyOpening(
        scenario,
        record.header,
        replay.parameters.groups.map(group => group.held),
      ),
    ).toBe(
      'The river, 1 March 2020 to 10 April 2020\n' +
        'Seed 7. Northland: boulware; Southland: conceder.\n' +
        'Northland holds 55 people, Southland holds 67 people.',
    );
  });
});

describe('captures of a group that is named by its capture', () => {
  const groups = river.groups.map((group, index) =>
    index === 0 ? { ...group, name: 'Soldiers captured later' } : group,
  );
  const later = { ...river, groups };
  const before = both(agreeing([10, 0, 12, 0])).replay.positions[1]?.campaign;
  if (!before) throw new Error('no first day');
  const told = (people: number[], title?: string) =>
    sentenceOf(
      later,
      {
        type: 'captured',
        people,
        heard: { low: [0, 0, 0, 0], best: [16, 0, 0, 0], high: people },
        strength: [0, 0],
        ...(title === undefined ? {} : { title }),
      },
      before,
    );

  test.each<[number[], string | undefined, string]>([
    [
      [18, 0, 0, 0],
      undefined,
      'Captured: 18 people of the group "Soldiers captured later"; Northport hears of about 16.',
    ],
    [[18, 0, 0, 0], 'They report 18 men', 'They report 18 men; Northport hears of about 16.'],
    [
      [18, 0, 0, 0],
      'They report 180 men',
      'They report 180 men. Captured: 18 people of the group "Soldiers captured later"; Northport hears of about 16.',
    ],
    [
      [18, 2, 0, 0],
      'They report 20 men',
      'They report 20 men. Captured: 18 people of the group "Soldiers captured later" and 2 seriously wounded northerners; Northport hears of about 16.',
    ],
  ])('%j %s', (people, title, sentence) => {
    expect(told(people, title)).toBe(sentence);
  });
});

describe('days on which the parties do nothing', () => {
  test('are headed so, whoever is captured or dies on them', () => {
    const text = storyText(both(() => undefined));
    expect(text).toMatch(/^Days? .*: no moves /m);
    expect(text).not.toContain('nothing new');
  });
});
