import { expect, test } from 'vitest';
import type { Campaign } from '../../src/campaign/campaign.ts';
import type { Parameters } from '../../src/campaign/parameters.ts';
import { PARTIES, type PartyIndex } from '../../src/scenario/scenario.ts';
import type { Position } from '../../src/statechart/position.ts';
import type { Entry } from '../../src/table/record.ts';
import { appraise } from '../../src/terminal/appraisal.ts';
import type { Course } from '../../src/terminal/course.ts';
import { type Line, plain } from '../../src/terminal/line.ts';
import { sceneAt } from '../../src/terminal/scene.ts';
import { PAGES } from '../../src/terminal/screen.ts';
import { boardRows } from '../../src/terminal/screens/board-rows.ts';
import { pageRows } from '../../src/terminal/screens/page.ts';
import type { Viewer } from '../../src/terminal/viewer.ts';
import { scenario as library } from '../library.ts';
import { atTheRiver, memoryHost, playUntil, stage } from './stage.ts';

/*
 * Changing what a party cannot know must not change a character of its screens. What is changed
 * here: whom the other side holds, its pressure within the quarter that can be read, its values,
 * how many were really captured, what wore on in its camps, and what only its own conduct shows.
 */

const SIZE = { columns: 120, rows: 60 };

function course(): Course {
  const at = playUntil(atTheRiver({ seed: '11' }), /The exchange is complete|Exchange of/).press(
    'Space Space Space',
  );
  return at.session.app.scene?.course as Course;
}

function hiddenFrom(viewer: PartyIndex, given: Course): Course {
  const parameters = otherParameters(viewer, given.parameters);
  return {
    ...given,
    parameters,
    entries: given.entries.map(entry => otherEntry(viewer, given, entry)),
    positions: given.positions.map(position => otherPosition(viewer, parameters, position)),
  };
}

function otherParameters(viewer: PartyIndex, given: Parameters): Parameters {
  const them = viewer === 0 ? 1 : 0;
  const theirs = { ...given.parties[them], reluctance: 99, imbalance: 9, precedent: 9, patience: 0.5 };
  return {
    ...given,
    groups: given.groups.map(group => ({
      ...group,
      ...(group.home === them ? { worth: 77, salience: 7 } : { held: 777 }),
      ...(group.holder === them ? { grip: 66 } : {}),
    })),
    parties: viewer === 0 ? [given.parties[0], theirs] : [theirs, given.parties[1]],
    mediators: given.mediators.map(mediator => ({
      ...mediator,
      accepted:
        viewer === 0
          ? [mediator.accepted[0], !mediator.accepted[1]]
          : [!mediator.accepted[0], mediator.accepted[1]],
    })),
  };
}

function otherPosition(
  viewer: PartyIndex,
  parameters: Parameters,
  { campaign, value, done }: Position,
): Position {
  const them = viewer === 0 ? 1 : 0;
  const unknown = (index: number) => parameters.groups[index]?.holder === them;
  const nudged = (pressure: number) => Math.floor(pressure * 4) / 4 + 0.01;
  const [first, second] = campaign.pressure;
  const changed: Campaign = {
    ...campaign,
    parameters,
    held: campaign.held.map((count, index) => (unknown(index) ? count + 1000 : count)),
    pressure: viewer === 0 ? [first, nudged(second)] : [nudged(first), second],
    leverage: 0.99,
  };
  // The chart's leverage region follows the truth.
  const region = typeof value === 'string' ? value : { ...value, leverage: 'ahead' };
  return { value: region, campaign: changed, done };
}

function otherEntry(viewer: PartyIndex, { parameters }: Course, entry: Entry): Entry {
  const { event } = entry;
  const unknown = (index: number) => parameters.groups[index]?.holder !== viewer;
  const more = (counts: readonly number[]) =>
    counts.map((count, index) => (unknown(index) ? count + 500 : count));
  if (event.type === 'captured') return { ...entry, event: { ...event, people: more(event.people) } };
  if (event.type === 'captivityWears')
    return { ...entry, event: { ...event, ill: more(event.ill), died: more(event.died) } };
  return entry;
}

function screens(given: Course, viewer: Viewer): string[] {
  const seen: Line[][] = [];
  for (let at = 0; at < given.positions.length; at += 7) {
    const scene = sceneAt(given, at, viewer);
    seen.push(boardRows(scene, SIZE, []));
    for (const page of PAGES) seen.push(pageRows({ name: 'page', page, scene, row: 0 }, SIZE));
  }
  return seen.map(rows => rows.map(plain).join('\n'));
}

test.each(PARTIES)('nothing that party %i cannot know is on its screens', viewer => {
  const truth = course();
  const other = hiddenFrom(viewer, truth);
  expect(screens(other, viewer)).toEqual(screens(truth, viewer));
});

/** A campaign in the mediator's seat, with texts of its own and an exchange. */
function mediated(): Course {
  const scenario = library('two-rivers');
  const host = memoryHost([scenario]);
  const at = stage({ scenario, seed: '2', side: 'mediator', against: 'boulware' }, host).press('Esc e e');
  at.press('o n Enter Enter Space o s Enter Enter e e');
  return at.session.app.scene?.course as Course;
}

/** What either party knows and a mediator does not, changed: all that is hidden from both, one after the other. */
const hiddenFromMediator = (given: Course) => hiddenFrom(0, hiddenFrom(1, given));

test('nothing that a mediator cannot know is on its screens, nor in what an offer is said to mean', () => {
  const truth = mediated();
  const other = hiddenFromMediator(truth);
  expect(screens(other, 'mediator')).toEqual(screens(truth, 'mediator'));
  expect(screens(other, null)).not.toEqual(screens(truth, null));
  expect(truth.entries.filter(({ byHand }) => byHand).length).toBeGreaterThan(0);
  expect(truth.positions.at(-1)?.campaign.exchanges.length).toBeGreaterThan(0);
  const offered = { deal: truth.parameters.groups.map((_, index) => index + 1) };
  for (const [index, position] of truth.positions.entries()) {
    const changed = other.positions[index];
    if (changed)
      expect(appraise(changed, 'mediator', offered)).toEqual(appraise(position, 'mediator', offered));
  }
});

test('the change is one that shows to somebody who may know it', () => {
  const truth = course();
  const other = hiddenFrom(0, truth);
  expect(screens(other, 1)).not.toEqual(screens(truth, 1));
});

test.each(PARTIES)('nor in what an offer is said to mean to party %i', viewer => {
  const truth = course();
  const other = hiddenFrom(viewer, truth);
  const offered = { deal: [3, 1, 5, 1], interned: [1, 0, 2, 0], parole: true };
  for (const [index, position] of truth.positions.entries()) {
    const changed = other.positions[index];
    if (changed) expect(appraise(changed, viewer, offered)).toEqual(appraise(position, viewer, offered));
  }
});
