import { type Counts, sum, zeros } from '../../campaign/counts.ts';
import type { Move, PartyEvent } from '../../campaign/event.ts';
import { lawRule } from '../../campaign/law.ts';
import { LONGEST_MESSAGE } from '../../campaign/rounds.ts';
import { termsOf } from '../../campaign/terms.ts';
import { viewOf } from '../../campaign/view.ts';
import type { PartyIndex } from '../../scenario/scenario.ts';
import { phaseOf } from '../../statechart/position.ts';
import {
  type App,
  type ComposerScreen,
  notice,
  type Option,
  type Purpose,
  pop,
  push,
  type Reply,
  replaceTop,
} from '../app.ts';
import { findingsOf, type Offered } from '../appraisal.ts';
import { asArrow, type Key, rowAfter } from '../key.ts';
import { type Line, line, wrapped } from '../line.ts';
import type { Scene } from '../scene.ts';
import { allForAll, type Bounds, nudged, parity, theirLast, woundedFirst } from '../templates.ts';
import { choice, composer as words } from '../words.ts';
import { appraisalRows } from './appraisal-rows.ts';
import { answer, ask, CANCEL } from './choice.ts';
import { dealRows } from './deal-rows.ts';

/* Putting counts of people together, group by group. Nothing is sent from here: Enter asks first. */

/** Whose counts are put together, and how far they can go. */
export interface Countable {
  readonly type: Purpose;
  readonly most: Counts;
  readonly capacity?: number;
  readonly mayIntern?: boolean;
  readonly mayParole?: boolean;
}

export function openComposer(
  scene: Scene,
  { type, most, capacity, mayIntern = false, mayParole = false }: Countable,
  party: PartyIndex,
): ComposerScreen {
  const groups = scene.course.parameters.groups;
  const given = groups.filter(g => g.holder === party);
  const shown = type === 'offer' ? [...given, ...groups.filter(g => g.home === party)] : given;
  // Who may be traded comes before who is owed, on either side.
  const order = [...shown].sort(
    (a, b) => Number(a.home === party) - Number(b.home === party) || Number(a.owed) - Number(b.owed),
  );
  return {
    name: 'composer',
    purpose: type,
    scene,
    party,
    // Who is due is brought unless one decides otherwise; all else begins with nobody.
    counts: type === 'handOver' ? most : zeros(groups.length),
    most: type === 'handOver' ? most : willing(scene, most, party),
    capacity: capacity ?? null,
    interned: zeros(groups.length),
    parole: false,
    mayIntern,
    mayParole,
    order: order.map(g => g.index).filter(index => type === 'offer' || (most[index] ?? 0) > 0),
    row: 0,
    typing: false,
    message: '',
    draft: null,
  };
}

/** Sick and wounded people are not sent home against their will, which only their holder knows. */
function willing({ course, position }: Scene, most: Counts, party: PartyIndex): Counts {
  return course.parameters.groups.map(({ index, holder, unwilling }) => {
    const wish = (position.campaign.held[index] ?? 0) - unwilling;
    return holder === party ? Math.max(0, Math.min(most[index] ?? 0, wish)) : (most[index] ?? 0);
  });
}

/** How high the count of a group can go, given the others: what is held, and what is carried. */
export function roomFor({ scene, counts, most, capacity }: ComposerScreen, group: number): number {
  const { groups } = scene.course.parameters;
  const home = groups[group]?.home;
  const others = sum(groups.map(g => (g.home === home && g.index !== group ? (counts[g.index] ?? 0) : 0)));
  const carried = capacity === null ? Number.POSITIVE_INFINITY : capacity - others;
  return Math.max(0, Math.min(most[group] ?? 0, carried));
}

export function pressComposer(app: App, screen: ComposerScreen, key: Key): Reply {
  if (screen.draft !== null) return pressMessage(app, screen, screen.draft, key);
  const show = (next: ComposerScreen, said: string | null = null) => ({
    app: notice(replaceTop(app, next), said),
  });
  if (key === 'escape' || key === 'q') return { app: pop(app) };
  if (key === 'enter') return review(app, screen);
  if (/^\d$/.test(key)) return typed(app, screen, Number(key));
  const by = STEPS[asArrow(key)];
  if (by !== undefined) return show(changed(screen, by));
  if (key === 'backspace') return show(withCount(screen, Math.floor(countNow(screen) / 10), true));
  if (key === 'tab' || key === 'backtab') return show({ ...screen, row: otherSide(screen), typing: false });
  if (key === 'm' && screen.purpose === 'offer') return show({ ...screen, draft: screen.message });
  if (key === 'i' && screen.mayIntern) return show(internedOrHome(screen));
  if (key === 'r' && screen.mayParole) return show({ ...screen, parole: !screen.parole });
  const row = rowAfter(key, screen.row, screen.order.length);
  if (row !== screen.row) return show({ ...screen, row, typing: false });
  return template(app, screen, key);
}

const STEPS: Readonly<Record<Key, number>> = { left: -1, right: 1, '-': -1, '+': 1, '[': -10, ']': 10 };

function groupNow({ order, row }: ComposerScreen): number {
  return order[row] ?? 0;
}

function countNow(screen: ComposerScreen): number {
  return screen.counts[groupNow(screen)] ?? 0;
}

function changed(screen: ComposerScreen, by: number): ComposerScreen {
  return withCount(screen, countNow(screen) + by, false);
}

/** The count of the chosen group set, as near as there is room. */
function withCount(screen: ComposerScreen, wanted: number, typing: boolean): ComposerScreen {
  const group = groupNow(screen);
  const count = Math.max(0, Math.min(wanted, roomFor(screen, group)));
  const counts = screen.counts.map((old, index) => (index === group ? count : old));
  return { ...withCounts(screen, counts), typing };
}

/** The counts replaced; nobody is interned who is not named. */
function withCounts(screen: ComposerScreen, counts: Counts): ComposerScreen {
  const interned = screen.interned.map((people, index) => Math.min(people, counts[index] ?? 0));
  return { ...screen, counts, interned, typing: false };
}

/** Everybody named of the chosen group to a neutral country, or, if they are, home again. */
function internedOrHome(screen: ComposerScreen): ComposerScreen {
  const group = groupNow(screen);
  const people = (screen.interned[group] ?? 0) > 0 ? 0 : countNow(screen);
  return { ...screen, interned: screen.interned.map((old, index) => (index === group ? people : old)) };
}

function typed(app: App, screen: ComposerScreen, digit: number): Reply {
  const wanted = screen.typing ? countNow(screen) * 10 + digit : digit;
  const room = roomFor(screen, groupNow(screen));
  const next = replaceTop(app, withCount(screen, wanted, true));
  return { app: notice(next, wanted > room ? words.beyond(room) : null) };
}

/** The first row of the other side of an offer. */
function otherSide({ scene, order, row }: ComposerScreen): number {
  const home = (at: number) => scene.course.parameters.groups[order[at] ?? 0]?.home;
  const found = order.findIndex((_, at) => home(at) !== home(row));
  return found < 0 ? row : found;
}

function template(app: App, screen: ComposerScreen, key: Key): Reply {
  const say = (text: string) => ({ app: notice(app, text) });
  const set = (counts: Counts, text: string) => ({
    app: notice(replaceTop(app, withCounts(screen, counts)), text),
  });
  const { templateNames } = words;
  if (key === 'c') return set(zeros(screen.counts.length), templateNames.c);
  if (screen.purpose !== 'offer') {
    return key === 'a'
      ? { app: replaceTop(app, withCount(screen, screen.most[groupNow(screen)] ?? 0, false)) }
      : { app };
  }
  const { campaign, value } = screen.scene.position;
  const view = viewOf(campaign, phaseOf(value), screen.party);
  const bounds: Bounds = { most: screen.most, capacity: screen.capacity ?? 0 };
  if (key === 'p') return set(parity(view, bounds), templateNames.p);
  if (key === 's') return set(woundedFirst(view, bounds), templateNames.s);
  if (key === 'a') return set(allForAll(view, bounds), templateNames.a);
  if (key !== 't' && key !== 'n') return { app };
  const theirs = theirLast(view, bounds);
  // What is there already is nudged further, so that several nudges add up.
  const base = key === 'n' && sum(screen.counts) > 0 ? screen.counts : theirs;
  if (!base) return say(words.noTheirs);
  if (key === 't') return set(base, templateNames.t);
  const moved = nudged(view, bounds, base);
  return moved ? set(moved, templateNames.n) : say(words.noNudge);
}

function pressMessage(app: App, screen: ComposerScreen, draft: string, key: Key): Reply {
  const write = (text: string) => ({ app: replaceTop(app, { ...screen, draft: text }) });
  if (key === 'enter') return { app: replaceTop(app, { ...screen, message: draft.trim(), draft: null }) };
  if (key === 'escape') return { app: replaceTop(app, { ...screen, draft: null }) };
  if (key === 'backspace') return write([...draft].slice(0, -1).join(''));
  const printable = [...key].length === 1 && !/\p{Cc}/u.test(key);
  return printable && draft.length + key.length <= LONGEST_MESSAGE ? write(draft + key) : { app };
}

/** The deal that is put together, with its terms. */
export function offeredIn({ counts, interned, parole }: ComposerScreen): Offered {
  return { deal: counts, ...termsOf({ interned, parole }) };
}

/** The move that the counts make, as it would be sent. */
export function moveOf(screen: ComposerScreen): Move {
  const { purpose, counts, message } = screen;
  if (purpose !== 'offer') return { type: purpose, people: counts };
  return { type: 'offer', ...offeredIn(screen), ...(message === '' ? {} : { message }) };
}

export function findingTexts(scene: Scene, move: Move, party: PartyIndex): string[] {
  return findingsOf(scene.position, { ...move, party } as PartyEvent).flatMap(finding => {
    const rule = lawRule(finding.rule);
    return rule ? [choice.law(rule.article, rule.title)] : [];
  });
}

/** What is about to be sent, once more, before it is. */
function review(app: App, screen: ComposerScreen): Reply {
  if (sum(screen.counts) === 0) return { app: notice(app, words.empty) };
  const { title, answers } = waysToSend(screen);
  return {
    app: push(
      app,
      ask(title, [...answers, CANCEL], columns => reviewRows(screen, columns)),
    ),
  };
}

function waysToSend(screen: ComposerScreen): { readonly title: string; readonly answers: readonly Option[] } {
  const move = moveOf(screen);
  const way = (label: string, about: string, made: Move) =>
    answer(label, about, { do: 'move', move: made }, findingTexts(screen.scene, made, screen.party));
  if (move.type === 'offer') return { title: words.send, answers: [way(words.sendYes, '', move)] };
  if (move.type === 'release')
    return { title: words.releaseSure, answers: [way(words.releaseYes, '', move)] };
  const prosecution: Move = { type: 'strikeNames', people: screen.counts, grounds: 'prosecution' };
  return {
    title: words.strikeSure,
    answers: [
      way(words.strikeYes, words.strikeAbout, move),
      way(words.strikeProsecution, words.strikeAbout, prosecution),
    ],
  };
}

function reviewRows(screen: ComposerScreen, columns: number): Line[] {
  const { scene, party, message, purpose } = screen;
  return [
    ...dealRows(scene, offeredIn(screen), party, columns),
    ...(purpose === 'offer' ? appraisalRows(scene, offeredIn(screen), party) : []),
    ...(message === '' ? [] : wrapped(words.message(message), columns - 2).map(row => line(' ', ...row))),
  ];
}
