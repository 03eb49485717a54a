import { describe, expect, test } from 'vitest';
import { COVERAGES, type Coverage } from '../../src/campaign/event.ts';
import { phaseOf } from '../../src/statechart/position.ts';
import type { Course } from '../../src/terminal/course.ts';
import { plain } from '../../src/terminal/line.ts';
import { pageSpoken } from '../../src/terminal/linear/screens.ts';
import { restsOnList } from '../../src/terminal/lists-seen.ts';
import { sceneAt } from '../../src/terminal/scene.ts';
import { peopleLines } from '../../src/terminal/screens/people.ts';
import { titleOfPool } from '../../src/terminal/screens/pools.ts';
import { factsOf } from '../../src/terminal/screens/talks-pane.ts';
import { played, river, type Script, scripted } from '../fixtures/river.ts';
import { atTheRiver } from './stage.ts';

/* A list that one side puts in, as the other is told of it: what it is called, and when it has shown to be so. */

const template = atTheRiver().session.app.scene?.course as Course;

/** The north, played by a person, gives a full list; the south gives `coverage`; visits as the north asks or not. */
function talks(coverage: Coverage, visits: boolean, seed = '1'): Course {
  let asked = false;
  const north: Script = (view, can) => {
    if (visits && !asked && can('askVisits')) {
      asked = true;
      return { type: 'askVisits' };
    }
    if (can('submitList')) return { type: 'submitList', coverage: 'full' };
    return view.day === 0 && can('proposeTalks')
      ? { type: 'proposeTalks', mediator: null, openly: false }
      : undefined;
  };
  const south: Script = (_, can) => {
    if (can('agree')) return { type: 'agree' };
    return can('submitList') ? { type: 'submitList', coverage } : undefined;
  };
  const { record, replay } = played(river, seed, [scripted(north), scripted(south)]);
  const { parameters } = replay.positions[0]?.campaign ?? template;
  return { ...template, ...record, parameters, positions: replay.positions };
}

const phaseAt = ({ positions }: Course, phase: string) =>
  positions.findIndex(({ value }) => phaseOf(value) === phase);
const whileChecking = (course: Course) => phaseAt(course, 'preparation.verification');
const whenChecked = (course: Course) => phaseAt(course, 'rounds.open');

const listsAt = (course: Course, at: number, viewer: 0 | 1 | 'mediator' | null = 0) =>
  factsOf(sceneAt(course, at, viewer)).find(text => text.startsWith('Lists:'));
const titleAt = (course: Course, at: number) => titleOfPool(sceneAt(course, at, 0), 1);

/** A seed with which the checking shows of a list that it is not true, or does not. */
function seedWhere(found: boolean): string {
  const seeds = Array.from({ length: 40 }, (_, seed) => `${seed}`);
  const seed = seeds.find(each => {
    const course = talks('partial', false, each);
    const { campaign } = course.positions[whileChecking(course)] ?? {};
    return whenChecked(course) > 0 && campaign?.talks.found[1] === found;
  });
  if (seed === undefined) throw new Error('no such seed');
  return seed;
}

describe.each(COVERAGES)('a list (%s)', coverage => {
  const course = talks(coverage, false, seedWhere(false));
  const checking = whileChecking(course);

  test('is to the other side one that is called full', () => {
    const told = (viewer: 0 | 1 | null) => sceneAt(course, checking, viewer).accounts.map(({ text }) => text);
    expect(told(0)).toContain('Southgate submits a list of people held that it calls full');
    expect(told(0)).toContain('You submit a full list of people held');
    for (const viewer of [1, null] as const)
      expect(told(viewer).join()).not.toContain('Southgate submits a list of people held that');
    expect(listsAt(course, checking)).toBe('Lists: you full, Southgate said to be full');
    const own = { full: 'full', partial: 'partial', inflated: 'more than are held' }[coverage];
    expect(listsAt(course, checking, null)).toBe(`Lists: Northport full, Southgate ${own}`);
    expect(listsAt(course, checking, 1)).toBe(`Lists: Southgate ${own}, Northport said to be full`);
  });

  test('gives numbers that are called listed, and not held, while nobody has seen that they are true', () => {
    const before = course.entries.findIndex(({ event }) => event.type === 'submitList' && event.party === 1);
    expect(titleAt(course, before)).toBe('Yours, held by Southland');
    for (const at of [before + 1, checking, whenChecked(course)]) {
      expect(titleAt(course, at)).toBe('Yours, listed by Southland');
      expect(restsOnList(sceneAt(course, at, 0), 0)).toBe(false);
      expect(restsOnList(sceneAt(course, at, null), 1)).toBe(false);
    }
    expect(listsAt(course, whenChecked(course))).toBe('Lists: you full, Southgate said to be full');
  });

  test('is said to be listed on the page of people, read aloud too', () => {
    const note = 'listed: the numbers are those that Southgate gives.';
    const pages = (at: number) => {
      const scene = sceneAt(course, at, 0);
      const spoken = pageSpoken({ name: 'page', page: 'people', scene, row: 0 }).text;
      return [peopleLines(scene, 100).map(plain), spoken].map(rows => rows.join(' ').replace(/\s+/g, ' '));
    };
    for (const page of pages(checking)) {
      expect(page).toContain(note);
      expect(page).toMatch(/(Of Northland|Yours), listed by Southland/);
    }
    for (const page of pages(1)) expect(page).not.toContain('listed');
  });

  test('is known for what it is once visits have been made', () => {
    const visited = talks(coverage, true);
    expect(visited.entries.some(({ event }) => event.type === 'askVisits')).toBe(true);
    expect(listsAt(visited, whenChecked(visited) - 1)).toBe('Lists: you full, Southgate said to be full');
    const shown = coverage === 'full' ? 'full' : 'found not to be true';
    expect(listsAt(visited, whenChecked(visited))).toBe(`Lists: you full, Southgate ${shown}`);
    expect(titleAt(visited, whenChecked(visited))).toBe('Yours, held by Southland');
  });
});

test('a list that the checking shows not to be true is said to be found so', () => {
  const course = talks('partial', false, seedWhere(true));
  const at = whenChecked(course);
  expect(listsAt(course, at - 1)).toBe('Lists: you full, Southgate said to be full');
  expect(listsAt(course, at)).toBe('Lists: you full, Southgate found not to be true');
  expect(titleAt(course, at)).toBe('Yours, held by Southland');
  expect(sceneAt(course, at, 0).accounts.map(({ text }) => text)).toContain(
    'The checking shows that the list of Southgate was not true',
  );
});

test('a mediator is told of both lists that they are called full', () => {
  const course = talks('partial', false);
  const at = whileChecking(course);
  const mediated = course.positions.map(position => ({
    ...position,
    campaign: { ...position.campaign, talks: { ...position.campaign.talks, mediator: 0 } },
  }));
  const told = listsAt({ ...course, persons: [false, false], positions: mediated }, at, 'mediator');
  expect(told).toBe('Lists: Northport said to be full, Southgate said to be full');
});
