import { describe, expect, test } from 'vitest';
import { mediatorsText, toldToMediator } from '../../src/campaign/mediation.ts';
import { dealValue } from '../../src/campaign/worth.ts';
import { phaseOf } from '../../src/statechart/position.ts';
import { formatRecord, parseRecord } from '../../src/table/record-text.ts';
import { replay } from '../../src/table/replay.ts';
import { openTable, resumeTable, type Sitting } from '../../src/table/table.ts';
import { negotiator, scenario } from '../library.ts';

const sitting: Sitting = {
  scenario: scenario('two-rivers'),
  seed: '2',
  seats: [negotiator('boulware'), negotiator('boulware')],
};

describe("a teacher's inject", () => {
  const table = openTable(sitting);
  while (table.position.campaign.day < 10) table.step();
  const before = table.position.campaign;
  const refused = table.inject('letters');
  const after = table.position.campaign;
  while (table.step());

  test('does what the catalogue says, when it is brought', () => {
    expect(refused).toBeNull();
    expect(after.injected).toEqual(['letters']);
    for (const party of [0, 1] as const)
      expect(after.pressure[party]).toBeGreaterThan(before.pressure[party]);
  });

  test('is in the record, which replays and can be taken up', () => {
    const record = { header: table.header, entries: table.entries, ended: true };
    const read = parseRecord(sitting.scenario, 'r', formatRecord(sitting.scenario, record));
    expect(read).toEqual({ ok: true, value: { record } });
    expect(replay(sitting.scenario, record).positions.at(-1)).toEqual(table.position);
    const half = record.entries.findIndex(entry => entry.byHand) + 40;
    const resumed = resumeTable(sitting, record.entries.slice(0, half));
    if (typeof resumed === 'string') throw new Error(resumed);
    while (resumed.step());
    expect(resumed.entries).toEqual(record.entries);
  });

  test('that is in no catalogue is an error', () => {
    expect(() => openTable(sitting).inject('nothing')).toThrow('unknown inject: nothing');
  });
});

describe('a person who mediates', () => {
  const mediated: Sitting = { ...sitting, mediator: 'person' };

  test('is asked once a day while a mediator is at the table, and never speaks by itself', () => {
    const table = openTable(mediated);
    const asked: number[] = [];
    while (table.awaited() !== null) {
      if (table.mediatorAwaited()) {
        asked.push(table.position.campaign.day);
        expect(table.mediate(null)).toBeNull();
        expect(table.mediatorAwaited()).toBe(false);
      }
      table.step();
    }
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked).size).toBe(asked.length);
    expect(table.entries.filter(({ event }) => event.type === 'mediatorProposes')).toEqual([]);
  });

  test('puts a text on the table that both sides answer, and the record can be taken up', () => {
    const table = openTable(mediated);
    let texts = 0;
    while (table.awaited() !== null) {
      if (table.mediatorAwaited()) {
        const deal = mediatorsText(table.position.campaign);
        if (deal) {
          expect(table.mediate(deal)).toBeNull();
          expect(phaseOf(table.position.value)).toBe('rounds.singleText');
          texts++;
        } else table.mediate(null);
      }
      table.step();
    }
    expect(texts).toBeGreaterThan(0);
    const resumed = resumeTable(mediated, table.entries);
    if (typeof resumed === 'string') throw new Error(resumed);
    expect(resumed.position).toEqual(table.position);
  });

  test('is told nothing that a side keeps to itself', () => {
    const table = openTable(mediated);
    while (!table.mediatorAwaited() && table.step());
    const { campaign } = table.position;
    const { parameters } = campaign;
    const changed = {
      ...campaign,
      held: campaign.held.map(held => held + 3),
      leverage: 0.99,
      parameters: {
        ...parameters,
        groups: parameters.groups.map(group => ({ ...group, worth: 9, grip: 9, salience: 9 })),
        parties: [
          { ...parameters.parties[0], reluctance: 1, imbalance: 1 },
          { ...parameters.parties[1], reluctance: 1, imbalance: 1 },
        ] as const,
      },
    };
    expect(toldToMediator(changed)).toEqual(toldToMediator(campaign));
    const deal = mediatorsText(campaign) ?? [];
    const { valuations, reservations } = toldToMediator(campaign);
    for (const party of [0, 1] as const) {
      expect(dealValue(valuations[party], deal)).toBeGreaterThan(reservations[party]);
    }
  });
});
