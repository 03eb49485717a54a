import { describe, expect, test } from 'vitest';
import { atTheRiver, memoryHost, playUntil, river, stage } from './stage.ts';

/** A record of the river, played to the end. */
function played() {
  const host = memoryHost();
  playUntil(atTheRiver({ seed: '11' }, host), 'Debrief');
  const kept = host.records[0];
  if (!kept) throw new Error('nothing was recorded');
  return { header: kept.header, entries: kept.entries, ended: kept.ended };
}

const record = played();

function reading(toDay?: number) {
  return stage({ replay: { scenario: river(), record, ...(toDay === undefined ? {} : { toDay }) } });
}

const dayOn = (screen: string) => Number(/day (\d+) of/.exec(screen)?.[1]);

describe('reading a record', () => {
  test('goes by days both ways', () => {
    const at = reading();
    expect(at.screen()).toContain('Reading a record');
    expect(dayOn(at.screen())).toBe(0);
    const first = at.screen();
    at.press('Right');
    expect(dayOn(at.screen())).toBe(1);
    at.press('PgDn l');
    expect(dayOn(at.screen())).toBe(12);
    at.press('h PgUp Left');
    expect(at.screen()).toBe(first);
    at.press('Left');
    expect(at.screen()).toContain('event 0 of');
  });

  test('goes by events both ways, to the first and the last', () => {
    const at = reading();
    at.press('Home');
    expect(at.screen()).toContain(`event 0 of ${record.entries.length}`);
    at.press('. . . ,');
    expect(at.screen()).toContain(`event 2 of ${record.entries.length}`);
    at.press('End . Right');
    expect(at.screen()).toContain(`event ${record.entries.length} of ${record.entries.length}`);
    expect(at.screen()).toContain('The campaign is over');
  });

  test('whose eyes are on and did not play is not "you", nor is anybody on the true numbers', () => {
    const at = stage({ replay: { scenario: river(), record, toDay: 30 } }, memoryHost(), {
      columns: 120,
      rows: 40,
    });
    const heads = new Set<string>();
    for (let times = 0; times < 3; times++) {
      const [head = '', ...rest] = at.press('v').screen().split('\n');
      heads.add(head);
      const own = head.includes('you: Northland');
      expect(own).toBe(!head.includes('('));
      const [board = ''] = rest.join('\n').split('Reading a record');
      expect(/\byou\b|\byours?\b/i.test(board), `${head}\n${board}`).toBe(own);
      expect(own || head.includes('Northport: a person, Southgate: conceder')).toBe(true);
    }
    expect(heads.size).toBe(3);
  });

  test('goes on to the next thing that happened', () => {
    const at = reading(1);
    const seen: string[] = [];
    for (let times = 0; times < 200 && !at.screen().includes('campaign is over'); times++) {
      seen.push(at.press('e').screen());
    }
    for (const text of ['A patrol is surrounded at the ford', 'Agreed: ', 'The exchange is complete']) {
      expect(
        seen.some(screen => screen.includes(text)),
        text,
      ).toBe(true);
    }
  });

  test('opens at the day asked for', () => {
    expect(dayOn(reading(7).screen())).toBe(7);
    expect(dayOn(reading(999).screen())).toBe(40);
  });

  test('shows the true numbers, or what either side may know', () => {
    const at = reading(3);
    expect(at.screen()).toContain('You see what Northport may know');
    at.press('v');
    expect(at.screen()).toContain('You see what Southgate may know');
    at.press('v');
    expect(at.screen()).toContain('You see the true numbers');
  });

  test('reads on by itself to the end', () => {
    const at = reading().press('g');
    for (let times = 0; times < 60; times++) at.session.tick();
    expect(dayOn(at.screen())).toBe(40);
    expect(at.session.app.auto).toBeNull();
  });

  test('has the debrief and the pages, plays nothing and writes nothing', () => {
    const at = reading(20).press('d');
    expect(at.screen()).toContain('Debrief: The river');
    at.press('Esc 4');
    expect(at.screen()).toContain('[4 Days]');
    at.press('Esc Enter b w y o');
    expect(at.top()).toBe('reader');
    expect(at.host.records).toEqual([]);
    at.press('q');
    expect(at.session.farewell?.how).toBe('left');
  });

  test('a record that breaks the rules is shown as far as it keeps to them', () => {
    const index = record.entries.findIndex(({ event }) => event.type === 'offer');
    const entries = record.entries.toSpliced(index, 0, {
      day: record.entries[index]?.day ?? 0,
      event: { type: 'handOver', party: 0 },
    });
    const at = stage({ replay: { scenario: river(), record: { ...record, entries } } });
    expect(at.screen()).toContain(`The rules refuse event ${index + 1} of this record`);
    at.press('End');
    expect(at.screen()).toContain(`event ${index} of ${index}`);
  });
});

describe('backing up', () => {
  test('shows an earlier day as it was, and Esc leads back to today', () => {
    const at = atTheRiver({ seed: '11' }).press('e e e');
    const withoutHint = () => at.screen().split('\n').slice(0, -1).join('\n');
    const now = withoutHint();
    const today = dayOn(now);
    at.press('b');
    expect(at.screen()).toContain('Looking back at day');
    at.press('Left Left');
    expect(dayOn(at.screen())).toBeLessThan(today);
    at.press('Esc');
    expect(withoutHint()).toBe(now);
  });

  test('says what came next on the way that was played, before one goes there', () => {
    const at = atTheRiver({ seed: '11' }).press('e t Enter Enter e e b Home');
    expect(at.screen()).toMatch(/What came next, on \d+ Mar: \w+/);
    const next = /What came next, on (\d+ Mar): (.{0,40})/.exec(at.screen());
    at.press('Esc 4 Home');
    expect(at.screen()).toMatch(new RegExp(`${next?.[1]} +${next?.[2]?.trim()}`));
  });

  test('never shows a player what is hidden', () => {
    const at = atTheRiver({ seed: '11' }).press('e b v v');
    expect(at.screen()).not.toContain('true numbers');
    expect(at.screen()).toContain('You hold');
  });

  test('plays on another way in a record of its own, and the first one stays as it was', () => {
    const at = atTheRiver({ seed: '11' }).press('e t Enter Enter e e b Home');
    const first = structuredClone(at.host.records[0]?.entries);
    const day = dayOn(at.screen());
    at.press('Enter');
    expect(at.screen()).toContain(`Playing on from day ${day} in record-2.jsonl`);
    expect(dayOn(at.screen())).toBe(day);
    at.press('p Enter e');
    expect(at.host.records[0]?.entries).toEqual(first);
    expect(at.host.records[0]).toMatchObject({ closed: true, ended: false });
    const [kept, branch] = at.host.records;
    expect(branch?.header).toEqual(kept?.header);
    expect(branch?.entries).toEqual(at.session.app.scene?.course.entries);
    const shared = branch?.entries.findIndex((entry, index) => entry !== kept?.entries[index]) ?? 0;
    expect(branch?.entries.slice(0, shared)).toEqual(kept?.entries.slice(0, shared));
    expect(branch?.entries[shared]?.event.type).toBe('publicise');
  });

  test('the world brings the same to a game that is played the same way again', () => {
    const at = atTheRiver({ seed: '11' }).press('e Space Space Space Space');
    const course = at.session.app.scene?.course;
    at.press('b Home Enter');
    while (dayOn(at.screen()) < (at.session.app.scene?.sight.day ?? 0)) at.press('Space');
    for (let day = 0; day < 60 && dayOn(at.screen()) < (course?.positions.at(-1)?.campaign.day ?? 0); day++)
      at.press('Space');
    expect(at.session.app.scene?.course.entries).toEqual(course?.entries);
  });

  test('after the end a campaign can be tried another way', () => {
    const at = playUntil(atTheRiver({ seed: '11' }), 'Debrief').press('b');
    expect(at.screen()).toContain('Looking back at day');
    at.press('PgUp PgUp Enter');
    expect(at.screen()).toContain('Playing on from day');
    expect(at.session.app.scene?.yours).toBe(true);
    expect(at.host.records).toHaveLength(2);
  });

  test('a branch that cannot be recorded is not begun', () => {
    const at = atTheRiver({ seed: '11' }).press('e e b');
    at.host.trouble = 'cannot write: no space left on the device';
    at.press('Enter');
    expect(at.screen()).toContain('cannot write: no space left on the device');
    expect(at.top()).toBe('reader');
  });
});
