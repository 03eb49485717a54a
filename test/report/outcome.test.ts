import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { debrief } from '../../src/analysis/debrief.ts';
import { formatDebrief, outcomeLine } from '../../src/report/debrief-text.ts';
import { formatResult, type Result } from '../../src/report/result.ts';
import { resultOf } from '../../src/report/result-of.ts';
import { lengthOf } from '../../src/report/wrap.ts';
import { cutAfter, lastOf, replay } from '../../src/table/replay.ts';
import { agreeing, named, type Played, played, river, scripted } from '../fixtures/river.ts';
import { SCENARIO_IDS, scenario } from '../library.ts';

const script = scripted(agreeing([10, 0, 12, 0]));
const campaign = played(river, '1', [script, script]);

function textOf({ scenario, replay }: Played, width = 80): string {
  return formatDebrief(scenario, debrief(replay), width);
}

function resultFor({ scenario, record, replay }: Played): Result {
  return resultOf(scenario, record, { replay, debrief: debrief(replay) });
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ');

describe('the debrief as text', () => {
  test('tells what happened, who came home, and what it was worth', () => {
    const text = textOf(campaign);
    const headings = [...text.matchAll(/^[A-Z][A-Z ]+$/gm)].map(([heading]) => heading);
    expect(headings).toEqual([
      'WHAT HAPPENED WHEN',
      'WHO CAME HOME',
      'AGREEMENTS',
      'UNDER THE LAW OF WAR',
      'HOW THIS IS RECKONED',
    ]);
    expect(inOneLine(text)).toContain('exchange: 10 home to Northland, 12 home to Southland.');
    expect(text).toContain('Northport gives 12 southern soldiers\n');
    expect(text).toMatch(/worth units +value +reservation +gain +left on the table/);
  });

  test('numbers of people add up in every line of the tables', () => {
    const text = textOf(played(river, '3', [named('random'), named('random')]));
    const lines = [
      ...text.matchAll(/^ {2}\S.*? {2,}(\d+) +(\d+) +(\d+) +(\d+) +([+-]?\d+) +(\d+) +(\d+)$/gm),
    ];
    expect(lines).toHaveLength(6);
    for (const [, ...cells] of lines) {
      const [start = 0, taken = 0, exchanged = 0, freed = 0, ill = 0, died = 0, held] = cells.map(Number);
      expect(start + taken - exchanged - freed + ill - died).toBe(held);
    }
  });

  test('explains the terms that it uses, and no others', () => {
    const term = /Nash deal|[Ll]eft on the table/g;
    const seeds = Array.from({ length: 12 }, (_, seed) => String(seed));
    const random = seeds.map(seed => played(river, seed, [named('random'), named('random')]));
    const texts = [campaign, ...random].map(each => textOf(each));
    const used = new Set<string>();
    for (const text of texts) {
      const [body = '', explained = ''] = inOneLine(text).split('HOW THIS IS RECKONED');
      const terms = (part: string) => [...new Set(part.match(term)?.map(word => word.toLowerCase()))].sort();
      expect(terms(explained)).toEqual(terms(body));
      used.add(terms(body).join());
    }
    expect(used.size).toBeGreaterThan(1);
  });

  test('says so where the campaign is not over', () => {
    const cut = replay(river, cutAfter(campaign.record, 5));
    expect(formatDebrief(river, debrief(cut))).toMatch(/^DEBRIEF so far, 6 March 2020 \(day 5 of 40\)/);
  });

  test('nothing at all happening is told in words', () => {
    const silent = scripted(() => undefined);
    const text = textOf(played(river, '1', [silent, silent]));
    expect(text).toContain('Nobody asked for talks.');
    expect(text).not.toContain('HOW THIS IS RECKONED');
  });

  test('findings come with article and explanation, the many of them counted', () => {
    const loud = scripted((_, can) => (can('publicise') ? { type: 'publicise', what: 'list' } : undefined));
    const text = inOneLine(textOf(played(river, '1', [loud, loud])));
    expect(text).toContain(
      'Prisoners shown to the public (GC III art. 13; contested). Found: Northport 6, Southgate 6.',
    );
    expect(text).toContain('Prisoners must be protected from insults and public curiosity.');
    expect(text).toContain('and 8 more');
  });

  test('no line is wider than asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.constantFrom(80, 100), (seed, width) => {
        const text = textOf(played(river, String(seed), [named('random'), named('boulware')]), width);
        for (const line of text.split('\n')) expect(lengthOf(line)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 20 },
    );
  });

  test('fits 80 columns for kursk-2024 too', () => {
    const text = textOf(played(scenario('kursk-2024'), '7', [named('boulware'), named('random')]));
    for (const line of text.split('\n')) expect(lengthOf(line)).toBeLessThanOrEqual(80);
  });

  test('an agreement that was broken says so, with what it came to as the sums count it', () => {
    const breaking = scripted(
      agreeing([10, 0, 12, 0], (view, can) => {
        if (view.party === 0 || !can('withhold')) return undefined;
        return view.talks.handed[0] ? { type: 'withhold' } : { type: 'wait' };
      }),
    );
    const broken = played(river, '1', [breaking, breaking]);
    const text = textOf(broken);
    const [deal] = debrief(broken.replay).deals;
    if (!deal) throw new Error('no agreement');
    expect(inOneLine(text)).toContain('Broken by Southgate: 0 home to Northland, 12 home to Southland.');
    expect(inOneLine(text)).toContain(`as agreed the gains were Northport ${deal.gains[0].toFixed(1)}, `);
    const rows = [
      ...text.matchAll(/^ {4}(Northport|Southgate) +(-?[\d.]+) +(-?[\d.]+) +(-?[\d.]+) +[\d.]+$/gm),
    ];
    expect(rows.map(([, name, , , gain]) => `${name} ${gain}`).join(', ')).toBe(
      /in worth units: (.*?)\. [A-Z]/.exec(inOneLine(text))?.[1],
    );
    for (const [, , value, least, gain] of rows)
      expect(Number(value) - Number(least)).toBeCloseTo(Number(gain), 0);
  });

  test('tells of talks at the end of the period that they were not finished', () => {
    const talking = scripted((view, can) => {
      if (can('agree')) return { type: 'agree' };
      if (view.party !== 0 || view.day < 37 || !can('proposeTalks')) return undefined;
      return { type: 'proposeTalks', mediator: null, openly: false };
    });
    const over = played(river, '1', [talking, talking]);
    expect(debrief(over.replay).talksWithoutDeal.at(-1)?.ending).toBe('unfinished');
    expect(textOf(over)).toContain('the talks were not finished.');
    expect(textOf(over)).not.toContain('the talks go on');
    const stopped = debrief(replay(river, cutAfter(over.record, 39)));
    expect(stopped.ended).toBe(false);
    expect(formatDebrief(river, stopped)).toContain('the talks go on');
  });

  test.each(SCENARIO_IDS)('cuts no name: %s', id => {
    const described = scenario(id);
    const text = textOf(played(described, '1', [named('boulware'), named('conceder')]));
    expect(text).not.toMatch(/\.\.(?!\.)/);
    const told = inOneLine(text.replace(/( {2,}[+-]?[\d,]+)+$/gm, ''));
    for (const { name } of described.groups) expect(told).toContain(name);
  });

  test('in one line', () => {
    expect(outcomeLine(river, lastOf(campaign.replay).campaign)).toMatch(
      /^1 exchange; 10 people home to Northland, 12 people home to Southland; [\d,]+ days of captivity ended$/,
    );
  });
});

describe('the result as JSON', () => {
  const result = resultFor(campaign);

  test('has its fields in a stable order', () => {
    expect(Object.keys(result)).toEqual([
      'parley',
      'format',
      'engine',
      'scenario',
      'scenarioDigest',
      'seed',
      'seats',
      'day',
      'date',
      'ended',
      'state',
      'overtures',
      'exchanges',
      'talksWithoutDeal',
      'home',
      'captivityEnded',
      'gained',
      'groups',
      'findings',
      'instructions',
    ]);
  });

  test('names parties and groups, and leaves nobody out', () => {
    expect(result.exchanges).toMatchObject([
      {
        outcome: 'completed',
        mediator: null,
        deal: { 'north-soldiers': 10, 'south-soldiers': 12 },
        people: { 'north-soldiers': 10, 'south-soldiers': 12 },
        home: { north: 10, south: 12 },
      },
    ]);
    expect(result.home).toEqual({
      north: { exchanged: 10, released: 0, total: 10 },
      south: { exchanged: 12, released: 0, total: 12 },
    });
    expect(Object.keys(result.groups)).toEqual(river.groups.map(group => group.id));
    expect(result.seats).toEqual({ north: 'script', south: 'script' });
  });

  test('every group adds up, whoever plays', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), seed => {
        const { groups } = resultFor(played(river, String(seed), [named('random'), named('random')]));
        for (const group of Object.values(groups)) {
          const came = group.initially + group.captured + group.joinedIll;
          expect(came - group.exchanged - group.released - group.interned - group.fellIll - group.died).toBe(
            group.held,
          );
        }
      }),
      { numRuns: 20 },
    );
  });

  test('person-days are those of the people who came home', () => {
    const [exchange] = result.exchanges;
    const left = 40 - (exchange?.day ?? 0);
    expect(result.captivityEnded).toEqual({
      byParty: { north: 10 * left, south: 12 * left },
      total: 22 * left,
    });
  });

  test('is the same text for the same campaign, and reads back as what it was', () => {
    const text = formatResult(result);
    expect(formatResult(resultFor(played(river, '1', [script, script])))).toBe(text);
    expect(JSON.parse(text)).toEqual(result);
  });

  test('findings carry article and severity', () => {
    const loud = scripted((_, can) => (can('publicise') ? { type: 'publicise', what: 'threat' } : undefined));
    const { findings } = resultFor(played(river, '1', [loud, script]));
    expect(findings[0]).toMatchObject({
      rule: 'threats-and-reprisals',
      severity: 'breach',
      by: 'north',
      date: '2020-03-01',
    });
    expect(findings[0]?.article).toContain('GC III art. 13');
  });
});
