import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileHost } from '../../src/cli/host.ts';
import { notesFile, notesPath } from '../../src/cli/notes-file.ts';
import { parseRecord } from '../../src/table/record-text.ts';
import { topOf } from '../../src/terminal/app.ts';
import { keepsake } from '../../src/terminal/keepsake.ts';
import { openDialogue } from '../../src/terminal/linear/dialogue.ts';
import { formatNotes, type Note, parseNotes, withNote } from '../../src/terminal/notes.ts';
import { openSession } from '../../src/terminal/session.ts';
import { emptyFolder } from '../cli/command.ts';
import { atTheRiver, memoryHost, playUntil, river, SMALL, type Stage, stage } from './stage.ts';

const type = (text: string) => [...text].map(key => (key === ' ' ? 'Space' : key)).join(' ');
/** Writes a note of today and goes back. */
const note = (at: Stage, text: string) => at.press(`N a ${type(text)} Enter Esc`);

test('a note is written by day, changed, taken out and brought back', () => {
  const at = note(atTheRiver(), 'quiet so far');
  note(at.press('e'), 'they asked first').press('N');
  expect(at.screen()).toMatch(/ {3}1 Mar {4}quiet so far\n > \d+ Mar +they asked first/);
  at.press(`Up Enter ${type(' indeed')} Enter`);
  expect(at.screen()).toContain('quiet so far indeed');
  at.press('x');
  expect(at.screen()).not.toContain('quiet');
  at.press('u');
  expect(at.screen()).toContain('quiet so far indeed');
  expect(at.screen()).toContain('The last change is taken back');
  at.press(`a ${type('never mind')} Esc`);
  expect(at.screen()).not.toContain('never');
  expect(at.press('Esc').top()).toBe('board');
});

test('of two people at one keyboard neither reads what the other noted, and the debrief shows both', () => {
  const at = stage({ scenario: river(), seed: '3', side: 'both' }).press('Enter Esc');
  note(at, 'northern thought').press('w Enter Esc');
  expect(at.screen()).toContain('Southgate to move');
  at.press('N');
  expect(at.screen()).toContain('Notebook of Southgate');
  expect(at.screen()).not.toContain('northern');
  at.press(`a ${type('southern thought')} Enter Esc`);
  for (let times = 0; times < 4 && at.top() !== 'cover'; times++) at.press('w');
  expect(at.top()).toBe('cover');
  expect(at.press('N').top()).toBe('cover');
  at.press('Enter N');
  expect(at.screen()).toContain('northern thought');
  expect(at.screen()).not.toContain('southern');
  for (let times = 0; times < 400 && at.top() !== 'debrief'; times++)
    at.press(at.top() === 'cover' ? 'Enter' : at.top() === 'board' ? 'w' : 'Esc');
  const debrief = topOf(at.session.app);
  if (debrief.name !== 'debrief') throw new Error('no debrief');
  const told = keepsake(debrief, 'text');
  expect(told).toContain('Northport: northern thought');
  expect(told).toContain('Southgate: southern thought');
  at.press('Esc N a');
  expect(at.screen()).toContain('The campaign is over; what both sides noted');
});

test('the debrief and what is written of it have the notes', () => {
  const at = note(atTheRiver(), 'begin <early>');
  playUntil(at, 'Debrief:').press('N a l a t e Enter Esc');
  const debrief = topOf(at.session.app);
  if (debrief.name !== 'debrief') throw new Error('no debrief');
  expect(keepsake(debrief, 'text')).toMatch(/What was noted:\n +1 Mar +begin <early>\n +\d+ Apr +late\n/);
  expect(keepsake(debrief, 'html')).toContain('begin &lt;early&gt;');
  const tall = stage({}, at.host, { columns: 80, rows: 200 });
  expect(tall.top()).toBe('start');
  at.session.resize({ columns: 80, rows: 200 });
  expect(at.screen()).toContain('What was noted');
});

test('notes lie beside the record, come back with it, and go with a branch as far as it shares their days', () => {
  const folder = emptyFolder();
  const host = fileHost({ scenarios: [river()], folder });
  const options = { scenario: river(), seed: '3', side: 0, against: 'conceder' } as const;
  const keys = (session: ReturnType<typeof openSession>, ...names: string[]) => {
    for (const name of names) session.press(name);
  };
  const first = openSession(host, options, SMALL);
  keys(first, 'escape', 'N', 'a', ...'day nought', 'enter', 'escape', 'e', 'e');
  const day = first.app.scene?.sight.day ?? 0;
  expect(day).toBeGreaterThan(0);
  keys(first, 'N', 'a', ...'later', 'enter', 'escape');
  const record = join(folder, 'river-3.jsonl');
  expect(parseRecord(river(), record, readFileSync(record, 'utf8')).ok).toBe(true);
  const kept = parseNotes(readFileSync(notesPath(record), 'utf8'));
  expect(kept).toEqual([
    { day: 0, by: 'north', text: 'day nought' },
    { day, by: 'north', text: 'later' },
  ]);
  keys(first, 'b', 'home', 'enter');
  expect(first.app.notes.map(({ text }) => text)).toEqual(['day nought']);
  expect(
    readdirSync(folder)
      .filter(name => name.endsWith('.notes.json'))
      .sort(),
  ).toEqual(['river-3-2.notes.json', 'river-3.notes.json']);
  first.close();
  const again = host
    .unfinished()
    .find(({ where }) => where === record)
    ?.takeUp();
  if (!again || typeof again === 'string') throw new Error('not taken up');
  const second = openSession(host, { resume: again }, SMALL);
  expect(second.app.notes).toEqual(kept);
  second.close();
});

test('a file of notes that is not ours is put aside and never overwritten', () => {
  const folder = emptyFolder();
  const record = join(folder, 'game.jsonl');
  for (const text of ['[{"day":', '{}', '[{"day":1}]']) {
    writeFileSync(notesPath(record), text);
    const file = notesFile(record);
    expect(file.kept).toBeNull();
    expect(file.fault).toContain(notesPath(record));
    expect(file.keep([{ day: 0, by: 'north', text: 'mine' }])).toBeNull();
    expect(notesFile(record).kept).toHaveLength(1);
  }
  expect(readdirSync(folder).filter(name => name.includes('aside'))).toHaveLength(3);
  expect(notesFile(join(folder, 'none.jsonl')).fault).toBeNull();
  expect(existsSync(notesPath(join(folder, 'none.jsonl')))).toBe(false);
});

test('notes come back from their text, and stay in the order of their days', () => {
  const notes = fc.array(
    fc.record({ day: fc.nat(40), by: fc.constantFrom('north', 'south'), text: fc.string() }),
  );
  fc.assert(
    fc.property(notes, given => {
      const all = given.reduce<readonly Note[]>(withNote, []);
      expect(all.map(({ day }) => day)).toEqual(given.map(({ day }) => day).sort((a, b) => a - b));
      expect(parseNotes(formatNotes(all))).toEqual(all);
    }),
  );
});

test('in lines a note is written and read by numbers', () => {
  const at = atTheRiver({}, memoryHost());
  const dialogue = openDialogue(at.session, 'wanted');
  const choose = (text: string, label: string) => {
    const number = text.match(new RegExp(`^(\\d+)\\. ${label}`, 'm'))?.[1];
    if (number === undefined) throw new Error(`no "${label}" in:\n${text}`);
    return dialogue.answer(number);
  };
  const notebook = choose(dialogue.opening(), 'Your notebook');
  expect(notebook).toContain('Nothing is noted yet.');
  expect(choose(notebook, 'Write a note')).toBe('Type the note:');
  const written = dialogue.answer('ask for the wounded');
  expect(written).toContain('1 Mar: ask for the wounded.');
  choose(written, 'Change: ask');
  expect(dialogue.answer('release the wounded')).toContain('1 Mar: release the wounded.');
});
