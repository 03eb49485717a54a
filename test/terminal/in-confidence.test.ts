import { describe, expect, test } from 'vitest';
import { newsHeard } from '../../src/analysis/news-heard.ts';
import { formatBrief } from '../../src/report/brief.ts';
import { formatLesson } from '../../src/report/lesson.ts';
import { formatStory, storyOf } from '../../src/report/narrative.ts';
import { newsSheet } from '../../src/report/news-sheet.ts';
import { formatPaperHtml } from '../../src/report/paper-html.ts';
import { formatPaperText } from '../../src/report/paper-text.ts';
import { toldAlone } from '../../src/scenario/audience.ts';
import { other, type PartyIndex } from '../../src/scenario/scenario.ts';
import { middleNumbers } from '../../src/table/first-morning.ts';
import type { Entry } from '../../src/table/record.ts';
import { replay } from '../../src/table/replay.ts';
import type { Course } from '../../src/terminal/course.ts';
import { plain } from '../../src/terminal/line.ts';
import { pageSpoken } from '../../src/terminal/linear/screens.ts';
import { sceneAt } from '../../src/terminal/scene.ts';
import { PAGES } from '../../src/terminal/screen.ts';
import { boardRows } from '../../src/terminal/screens/board-rows.ts';
import { pageRows } from '../../src/terminal/screens/page.ts';
import type { Viewer } from '../../src/terminal/viewer.ts';
import { SCENARIO_IDS, scenario } from '../library.ts';
import { memoryHost, stage } from './stage.ts';

/*
 * What a capital tells its delegation alone: of a campaign in which it has come, and which goes on
 * with the same moves, the other side and a mediator are shown what they would have been shown without.
 */

/** Every inject of the library that one side alone is told of. */
const IN_CONFIDENCE = SCENARIO_IDS.flatMap(id =>
  scenario(id).injects.flatMap(inject => {
    const to = toldAlone(inject.effects);
    return to === null ? [] : [{ id, inject, to }];
  }),
);

const flat = (text: string) => text.replace(/\s+/g, ' ');

/** Two negotiators for some days. */
function watched(id: string): Course {
  const host = memoryHost([scenario(id)]);
  const at = stage({ scenario: scenario(id), seed: '3', side: 'none', against: 'conceder' }, host);
  at.press(`Esc${' Space'.repeat(30)}`);
  return at.session.app.scene?.course as Course;
}

/** The same moves, with an inject brought before the first of a day; and after which entry it stands. */
function withInject(course: Course, inject: string): { readonly course: Course; readonly after: number } {
  const after = course.entries.findIndex(({ day, event }) => day === 10 && 'party' in event);
  const { title = '', effects = [] } = course.parameters.injects.find(({ id }) => id === inject) ?? {};
  const brought: Entry = { day: 10, byHand: true, event: { type: 'inject', inject, title, effects } };
  const entries = [...course.entries.slice(0, after), brought, ...course.entries.slice(after)];
  const { positions } = replay(course.scenario, { header: course.header, entries, ended: false });
  return { course: { ...course, entries, positions }, after };
}

const SIZE = { columns: 100, rows: 50 };

/** Every page of a moment, as it is seen and as it is heard. */
function shown(course: Course, at: number, viewer: Viewer): string[] {
  const scene = sceneAt(course, at, viewer);
  return [
    ...boardRows(scene, SIZE, []).map(plain),
    ...PAGES.flatMap(page => [
      ...pageRows({ name: 'page', page, scene, row: 0 }, SIZE).map(plain),
      ...pageSpoken({ name: 'page', page, scene, row: 0 }).text,
    ]),
  ];
}

test('what is told to one side alone is what does nothing but instruct it', () => {
  const effect = { kind: 'instruct', instructions: [] } as const;
  const trust = { kind: 'trust', share: 0.1 } as const;
  expect(toldAlone([])).toBeNull();
  expect(toldAlone([{ ...effect, party: 1 }])).toBe(1);
  expect(
    toldAlone([
      { ...effect, party: 0 },
      { ...effect, party: 0 },
    ]),
  ).toBe(0);
  expect(
    toldAlone([
      { ...effect, party: 0 },
      { ...effect, party: 1 },
    ]),
  ).toBeNull();
  expect(toldAlone([{ ...effect, party: 1 }, trust])).toBeNull();
  expect(toldAlone([trust, { ...effect, party: 1 }])).toBeNull();
  expect(IN_CONFIDENCE.map(({ id, inject, to }) => `${id} ${inject.id} ${to}`)).toContain(
    'glienicke-1962 bonus 0',
  );
});

describe.each(IN_CONFIDENCE)('$inject.title ($id)', ({ id, inject, to }) => {
  const before = watched(id);
  const { course, after } = withInject(before, inject.id);
  const moments = [after, after + 1, before.entries.length];

  test.each<Viewer>([other(to), 'mediator'])('is not shown to %s', viewer => {
    for (const at of moments) expect(shown(course, at + 1, viewer)).toEqual(shown(before, at, viewer));
  });

  test('is shown to the side it is for, and to who watches with whom it is for', () => {
    const { capital } = course.scenario.parties[to];
    const told = (viewer: Viewer) => sceneAt(course, after + 1, viewer).accounts.at(-1)?.text;
    expect(told(to)).toBe(inject.title);
    expect(told(null)).toBe(`${inject.title} (told to ${capital} alone)`);
    const { scenario: described, header, entries } = course;
    const record = { header, entries, ended: false };
    const story = formatStory(described, storyOf(described, record, replay(described, record)));
    expect(flat(story)).toContain(`News for ${capital} alone: ${inject.title}.`);
  });

  test('leaves what the other side expects of news as it was', () => {
    const expected = (entries: readonly Entry[], party: PartyIndex) =>
      newsHeard(entries, { party }).filter(
        ({ strength, aboutThem, trust }) => strength > 0 || aboutThem || trust !== 0,
      );
    const party = other(to);
    expect(expected(course.entries, party)).toEqual(expected(before.entries, party));
  });

  test('is on paper for that side and the teacher only', () => {
    const { scenario: described } = course;
    const news = (party: PartyIndex) => newsSheet(described, middleNumbers(described), party);
    for (const part of [inject.title, inject.text].map(flat)) {
      expect(flat(formatPaperText(news(to)))).toContain(part);
      expect(flat(formatPaperText(news(other(to))))).not.toContain(part);
      expect(flat(formatPaperHtml(news(other(to))))).not.toContain(part);
      expect(flat(formatBrief(described))).not.toContain(part);
    }
    const { capital } = described.parties[to];
    expect(flat(formatBrief(described))).toContain(
      `For the delegation of ${capital} alone (${inject.id}), when a teacher brings it`,
    );
    expect(flat(formatLesson(described))).toContain(
      `${inject.id}: ${inject.title} (told to ${capital} alone)`,
    );
  });

  test.each(['both', 'mediator'] as const)('is brought by who sits as %s without being read', side => {
    const host = memoryHost([course.scenario]);
    const at = stage({ scenario: course.scenario, seed: '3', side, against: 'conceder' }, host);
    const orders = inject.effects.flatMap(effect =>
      effect.kind === 'instruct' ? effect.instructions.map(({ text }) => text) : [],
    );
    const index = course.scenario.injects.indexOf(inject);
    const choose = `Esc i${' Down'.repeat(index)}`;
    if (side === 'both') at.press('Enter');
    const { capital } = course.scenario.parties[to];
    const name = `In confidence, for ${capital}: ${inject.id}`;
    const unread = () => {
      for (const part of [inject.title, inject.text, ...orders].map(flat))
        expect(flat(at.screen())).not.toContain(part);
    };
    at.press(choose);
    expect(at.screen()).toContain(` > ${name}`);
    expect(flat(at.screen())).toContain(`For the delegation of ${capital} alone. What it does: New orders`);
    unread();
    at.press('Enter');
    expect(flat(at.screen())).toContain(`Bring it now: ${name}?`);
    at.press('Down');
    expect(flat(at.screen())).toContain(`The delegation of ${capital} alone hears of it at once.`);
    unread();
    at.press('Enter');
    expect(at.screen()).toContain(`Brought by hand: ${name}`);
    const { mover } = at.session.app.scene ?? {};
    if (side === 'mediator' || mover !== to) unread();
    // That it has come is not told either.
    at.press(`i${' Down'.repeat(index)}`);
    expect(at.screen()).toContain(` > ${name}`);
    expect(at.screen()).not.toContain('has come');
  });
});
