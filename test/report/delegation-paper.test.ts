import { describe, expect, test } from 'vitest';
import { frontierAt } from '../../src/analysis/alternatives.ts';
import { beginCampaign } from '../../src/campaign/campaign.ts';
import { LAW } from '../../src/campaign/law.ts';
import type { Hidden } from '../../src/campaign/parameters.ts';
import { settle } from '../../src/campaign/settle.ts';
import { viewOf } from '../../src/campaign/view.ts';
import { reservation } from '../../src/campaign/worth.ts';
import { delegationPaper } from '../../src/report/delegation-paper.ts';
import { formatPaperHtml } from '../../src/report/paper-html.ts';
import { formatPaperText } from '../../src/report/paper-text.ts';
import { lengthOf } from '../../src/report/wrap.ts';
import { other, PARTIES, type PartyIndex, type Scenario } from '../../src/scenario/scenario.ts';
import { phaseOf } from '../../src/statechart/position.ts';
import { firstMorning } from '../../src/table/first-morning.ts';
import { river, riverWith } from '../fixtures/river.ts';
import { SCENARIO_IDS, scenario } from '../library.ts';

function paperOf(described: Scenario, party: PartyIndex, hidden: Hidden = {}) {
  const view = viewOf(beginCampaign(settle(described, hidden)), 'initiation.standoff', party);
  return delegationPaper(described, view, { given: described.id });
}

const textOf = (described: Scenario, party: PartyIndex, hidden: Hidden = {}) =>
  formatPaperText(paperOf(described, party, hidden));
/** What `parley brief` prints for an exercise on paper. */
function handedOut(described: Scenario, party: PartyIndex) {
  const { campaign, value } = firstMorning(described);
  const view = viewOf(campaign, phaseOf(value), party);
  const paper = delegationPaper(described, view, { given: described.id });
  return { view, paper, text: formatPaperText(paper) };
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ');
const sentencesOf = (text: string) =>
  [...inOneLine(text.replace(/^#.*$/gm, '')).matchAll(/[A-Z][^.#*]{40,}\./g)].map(([sentence]) => sentence);

describe.each(SCENARIO_IDS)('the papers of %s', id => {
  const described = scenario(id);

  test.each(PARTIES)('of party %i hold its own brief and instructions, and nothing of the other', party => {
    const text = inOneLine(textOf(described, party));
    const [own, theirs] = [described.parties[party], described.parties[other(party)]];
    const ofOwn = [...sentencesOf(own.brief), ...own.instructions.map(told => inOneLine(told.text))];
    const ofTheirs = [...sentencesOf(theirs.brief), ...theirs.instructions.map(told => inOneLine(told.text))];
    const ownWords = inOneLine([own.brief, ...ofOwn].join(' '));
    expect(ofTheirs.length).toBeGreaterThan(3);
    expect(ofOwn.filter(sentence => !text.includes(sentence))).toEqual([]);
    // Some sentences are the same on both sides on purpose.
    expect(ofTheirs.filter(sentence => text.includes(sentence) && !ownWords.includes(sentence))).toEqual([]);
  });

  test('name every group and every mediator, and fit 80 columns', () => {
    const text = textOf(described, 0);
    for (const { name } of [...described.groups, ...described.mediators]) {
      expect(inOneLine(text)).toContain(name.slice(0, 20));
    }
    const long = text.split('\n').filter(line => lengthOf(line) > 80 && !/\S{60}/.test(line));
    expect(long).toEqual([]);
  });

  test('tell the law that binds', () => {
    const text = inOneLine(textOf(described, 1));
    const missing = LAW.filter(({ title, article }) => !text.includes(`${title} (${article}).`));
    expect(missing).toEqual(described.lawOfWar ? [] : LAW);
    expect(text.includes('109(3)')).toBe(described.lawOfWar);
  });

  test.each(PARTIES)('of party %i ask for nobody beyond those held, or say that more are expected', party => {
    const { view, text } = handedOut(described, party);
    const beyond = view.instructions.flatMap(({ must }) =>
      (must ?? []).filter((people, group) => people > (view.held.high[group] ?? 0)),
    );
    expect(inOneLine(text).split('your capital expects that more will be').length - 1).toBe(beyond.length);
  });

  test.each(PARTIES)('of party %i mark everybody who is owed, however long the name', party => {
    const { text } = handedOut(described, party);
    const sheet = text.slice(text.indexOf('YOUR PAY-OFF SHEET'), text.indexOf('THE RULES OF THE EXERCISE'));
    const owed = described.groups.filter(({ standing }) => standing !== 'tradeable');
    expect(sheet.match(/\(owed\)/g)?.length ?? 0).toBeGreaterThanOrEqual(2 * owed.length);
    expect(sheet).not.toMatch(/\w\.\. /);
  });

  test.each(PARTIES)('of party %i give the address of every source they name', party => {
    const { text } = handedOut(described, party);
    const named = new Set([...text.matchAll(/\[([a-z0-9-]+)\]/g)].map(([, id]) => id));
    const addresses = described.sources.filter(({ id }) => named.has(id)).map(({ url }) => url);
    expect(addresses).toHaveLength(named.size);
    expect(addresses.filter(url => !inOneLine(text).includes(url))).toEqual([]);
  });

  test('are one HTML file without a script', () => {
    const html = formatPaperHtml(paperOf(described, 0));
    expect(html).not.toMatch(/<script|<img|<link|\bon\w+="/i);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html.match(/class="new-page"/g)?.length).toBeGreaterThan(2);
  });
});

describe('an exercise on paper', () => {
  test('of azovstal-2022 can bring Viktor Medvedchuk home in a deal that both capitals accept', () => {
    const described = scenario('azovstal-2022');
    const { campaign } = firstMorning(described);
    const mediated = { ...campaign, talks: { ...campaign.talks, mediator: 0 } };
    const politician = described.groups.findIndex(({ id }) => id === 'medvedchuk');
    const least = [reservation(mediated, 0), reservation(mediated, 1)] as const;
    const found = frontierAt(mediated, undefined, least).deals.filter(
      ({ deal, values }) => deal[politician] === 1 && PARTIES.every(party => values[party] >= least[party]),
    );
    expect(found.length).toBeGreaterThan(3);
  });

  test('of azovstal-2022 counts those who leave the works on the first day', () => {
    const { view } = handedOut(scenario('azovstal-2022'), 0);
    expect(view.held.high[0]).toBe(740 + 280);
    expect(inOneLine(handedOut(scenario('azovstal-2022'), 0).text)).toContain('550 to 1,020');
  });

  test('of two-rivers can meet its first instruction, from the sheet alone', () => {
    const { view, text } = handedOut(scenario('two-rivers'), 0);
    expect(view.held.low[0]).toBeGreaterThanOrEqual(40);
    expect(text).not.toContain('expects that more will be');
  });

  test('of little-switch-1953 says by what the law was measured then', () => {
    const text = inOneLine(handedOut(scenario('little-switch-1953'), 0).text);
    expect(text).toContain('binds neither side as a treaty in the spring of 1953');
    expect(text).toContain('a question for the debrief');
    expect(text).not.toContain('The law of war binds both sides');
    expect(inOneLine(handedOut(scenario('kursk-2024'), 0).text)).not.toContain('a question for the debrief');
  });
});

describe('the papers of the river', () => {
  test('tell prices, the least and an example in words and numbers', () => {
    const text = inOneLine(textOf(river, 0));
    expect(text).toContain('You are the delegation of Northport and speak for Northland.');
    expect(text).toMatch(/Northern soldiers 40 to 80 1\.68 \+0\.12/);
    expect(text).toMatch(/Seriously wounded northerners \(owed\) 8 2\.10 \+0\.15/);
    expect(text).toMatch(/Southern soldiers 50 0\.50/);
    expect(text).toContain('Each person whom you give beyond those whom you receive costs a further 0.80');
    expect(text).toContain('today a deal must be worth at least 1.20');
    expect(text).toMatch(/The Abbey yes 0\.60 0\.90 100 in 100/);
    expect(text).toContain(
      '10 northern soldiers home, for 10 southern soldiers: 16.80 for those received, less 5.00 for those given, makes 11.80. ' +
        'That is 10.60 more than the least you may accept without a mediator.',
    );
    expect(text).toContain('less 6.50 for giving 5 more than you receive, makes 2.80.');
    expect(text).toContain('20 March 2020, The spring feast: by up to 20 in 100');
  });

  test('say which numbers they hold', () => {
    const view = viewOf(beginCampaign(settle(river, {})), 'initiation.standoff', 1);
    const seeded = formatPaperText(delegationPaper(river, view, { given: './river', seed: '12' }), 200);
    expect(seeded).toContain('To play that campaign: parley play ./river --as south --seed 12');
    expect(textOf(river, 1)).toContain('--seed N');
  });

  test('change with what was drawn for oneself, and not with what was drawn for the other', () => {
    const ranged = riverWith(yaml =>
      yaml
        .replaceAll('reluctance: { value: 2,', 'reluctance: { low: 1, best: 2, high: 3,')
        .replaceAll(/(worth|grip): \{ value: ([\d.]+),/g, '$1: { low: 0.1, best: $2, high: 3,'),
    );
    const theirs = {
      'parties.south.reluctance': 2.75,
      'groups.south-soldiers.worth': 2.5,
      'groups.north-soldiers.held': 71,
    };
    expect(textOf(ranged, 0, theirs)).toBe(textOf(ranged, 0));
    expect(textOf(ranged, 0, { 'parties.north.reluctance': 2.75 })).not.toBe(textOf(ranged, 0));
  });

  test('say what an instruction comes to, and who is not to be sent home', () => {
    const told = riverWith(yaml =>
      yaml
        .replace(
          'seat: boulware',
          'seat: boulware\n    instructions:\n      - { text: Bring them, must: { north-soldiers: { value: 9, reason: x } } }\n      - { text: Keep them, never: [south-soldiers] }',
        )
        .replace(
          'held: { value: 5, reason: invented }',
          'held: { value: 5, reason: invented }\n    consent: { value: 0.6, reason: x }',
        ),
    );
    const text = inOneLine(textOf(told, 0));
    expect(text).toContain('- Bring them (home: at least 9 northern soldiers)');
    expect(text).toContain('- Keep them (give nobody of: southern soldiers)');
    expect(text).toContain('2 do not wish to be sent home while fighting goes on');
  });
});
