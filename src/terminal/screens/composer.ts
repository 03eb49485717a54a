import type { Campaign } from '../../campaign/campaign.ts';
import { type Counts, sameCounts, sum, zeros } from '../../campaign/counts.ts';
import type { Move } from '../../campaign/event.ts';
import { mediatorsText } from '../../campaign/mediation.ts';
import { LONGEST_MESSAGE } from '../../campaign/rounds.ts';
import { type View, viewOf } from '../../campaign/view.ts';
import { phaseOf } from '../../statechart/position.ts';
import { type App, notice, pop, push, type Reply, replaceTop, topOf } from '../app.ts';
import { asArrow, type Key, rowAfter } from '../key.ts';
import type { Line } from '../line.ts';
import type { ComposerScreen, Option } from '../screen.ts';
import {
  allForAll,
  lastToAnswer,
  nudged,
  parity,
  theirLast,
  withinOrders,
  woundedOfBoth,
} from '../templates.ts';
import { halfway, oneForOne } from '../texts.ts';
import { choice, composer as words } from '../words.ts';
import { answer, ask, CANCEL } from './choice.ts';
import {
  asOffered,
  betweenFields,
  changed,
  countNow,
  groupNow,
  moveOf,
  offeredIn,
  otherSide,
  roomNow,
  withCount,
  withCounts,
} from './composer-counts.ts';
import { departuresFrom } from './composer-meaning.ts';
import { outcomeTexts } from './consequences.ts';
import { dealRows, stayingRows } from './deal-rows.ts';
import { instructionRows } from './instruction-rows.ts';
import { findingTexts, findingTextsOf } from './law-found.ts';
import { offerRows } from './offer-rows.ts';

/* Putting counts of people together, group by group. Nothing is sent from here: Enter asks first. */

export function pressComposer(app: App, screen: ComposerScreen, key: Key): Reply {
  if (key === 'u' && screen.draft === null) return undone(app, screen);
  const reply = pressed(app, screen, key);
  const top = topOf(reply.app);
  // Whatever changed the counts can be taken back until they are sent.
  return top.name === 'composer' && top.counts !== screen.counts && !sameCounts(top.counts, screen.counts)
    ? { ...reply, app: replaceTop(reply.app, { ...top, before: screen }) }
    : reply;
}

function undone(app: App, { before }: ComposerScreen): Reply {
  return before
    ? { app: notice(replaceTop(app, before), words.undone) }
    : { app: notice(app, words.nothingToUndo) };
}

function pressed(app: App, screen: ComposerScreen, key: Key): Reply {
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
  if (key === 'tab' || key === 'backtab') return show(onRow(screen, otherSide(screen)));
  if (key === 'm' && screen.purpose === 'offer') return show({ ...screen, draft: screen.message });
  if (key === 'i' && screen.mayIntern) return show(betweenFields(screen));
  if (key === 'r' && screen.mayParole) return show({ ...screen, parole: !screen.parole });
  const row = rowAfter(key, screen.row, screen.order.length);
  if (row !== screen.row) return show(onRow(screen, row));
  return screen.purpose === 'text' ? textTemplate(app, screen, key) : template(app, screen, key);
}

function onRow(screen: ComposerScreen, row: number): ComposerScreen {
  return { ...screen, row, field: 'people', typing: false };
}

const STEPS: Readonly<Record<Key, number>> = { left: -1, right: 1, '-': -1, '+': 1, '[': -10, ']': 10 };

function typed(app: App, screen: ComposerScreen, digit: number): Reply {
  const wanted = screen.typing ? countNow(screen) * 10 + digit : digit;
  const room = roomNow(screen);
  const next = replaceTop(app, withCount(screen, wanted, true));
  return { app: notice(next, wanted > room ? words.beyond(room, boundOf(screen, room)) : null) };
}

/** Why no more people of the chosen group can be named. */
function boundOf(screen: ComposerScreen, room: number) {
  const { scene, party, purpose, most } = screen;
  const group = groupNow(screen);
  if (room < (most[group] ?? 0)) return 'carried';
  const asked = purpose === 'offer' && scene.course.parameters.groups[group]?.home === party;
  return asked ? 'thought' : 'listed';
}

/** Offers made from scratch. */
const MADE = { p: parity, s: woundedOfBoth, a: allForAll } as const;

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
  const bounds = withinOrders(view, {
    most: screen.most,
    capacity: screen.capacity ?? 0,
    unitsHold: (group: number) => screen.scene.course.parameters.groups[group]?.custody === 'unit',
  });
  const made = MADE[key as keyof typeof MADE]?.(view, bounds);
  if (made && sum(made) === 0) return say(words.noneWithin);
  if (made) return set(made, templateNames[key as keyof typeof MADE]);
  if (key !== 't' && key !== 'n') return { app };
  const theirs = theirLast(view, { ...bounds, most: screen.most });
  // What is there already is nudged further, so that several nudges add up.
  if (key === 't') return theirs ? begunWith(app, asOffered(screen, theirs), view) : say(words.noTheirs);
  const base = sum(screen.counts) > 0 ? screen.counts : theirs?.deal;
  if (!base) return say(words.noTheirs);
  const moved = nudged(view, bounds, base);
  return moved ? set(moved, templateNames.n) : say(words.noNudge);
}

/** The other side's last offer taken over; where not all of it may be offered, with what is missing and why. */
function begunWith(app: App, screen: ComposerScreen, view: View): Reply {
  const last = lastToAnswer(view);
  const missing = last ? departuresFrom(screen, last.deal) : [];
  return { app: notice(replaceTop(app, screen), [words.templateNames.t, ...missing].join(', ')) };
}

/** What a text of the mediator's can begin with. */
function textTemplate(app: App, screen: ComposerScreen, key: Key): Reply {
  const make = TEXTS[key];
  if (!make) return { app };
  const { campaign } = screen.scene.position;
  const found = make.deal(campaign);
  return {
    app: found ? notice(replaceTop(app, withCounts(screen, found)), make.name) : notice(app, make.none),
  };
}

const TEXTS: Readonly<Record<Key, TextTemplate>> = {
  s: { deal: mediatorsText, name: words.textNames.s, none: words.noSuggestion },
  n: { deal: halfway, name: words.textNames.n, none: words.noHalfway },
  p: { deal: oneForOne, name: words.textNames.p, none: words.empty },
  c: { deal: ({ held }) => zeros(held.length), name: words.textNames.c, none: words.empty },
};

interface TextTemplate {
  readonly deal: (campaign: Campaign) => Counts | null;
  readonly name: string;
  /** What is said where there is none. */
  readonly none: string;
}

function pressMessage(app: App, screen: ComposerScreen, draft: string, key: Key): Reply {
  const write = (text: string) => ({ app: replaceTop(app, { ...screen, draft: text }) });
  if (key === 'enter') return { app: replaceTop(app, { ...screen, message: draft.trim(), draft: null }) };
  if (key === 'escape') return { app: replaceTop(app, { ...screen, draft: null }) };
  if (key === 'backspace') return write([...draft].slice(0, -1).join(''));
  const printable = [...key].length === 1 && !/\p{Cc}/u.test(key);
  return printable && draft.length + key.length <= LONGEST_MESSAGE ? write(draft + key) : { app };
}

/** What is about to be sent, once more, before it is. */
function review(app: App, screen: ComposerScreen): Reply {
  if (sum(screen.counts) === 0) return { app: notice(app, words.empty) };
  const { title, answers } = waysToSend(screen);
  return {
    app: push(
      app,
      ask(title, [...answers, CANCEL], (columns, rows) => reviewRows(screen, columns, rows)),
    ),
  };
}

function waysToSend(screen: ComposerScreen): { readonly title: string; readonly answers: readonly Option[] } {
  const move = moveOf(screen);
  if (move === null) {
    const found = findingTextsOf(screen);
    const put = answer(words.textYes, words.textAbout, { do: 'mediate', deal: screen.counts }, found);
    return { title: words.textSure, answers: [put] };
  }
  const way = (label: string, about: string, made: Move) =>
    answer(label, about, { do: 'move', move: made }, findingTexts(screen.scene, made, screen.party));
  if (move.type === 'offer') return { title: words.send, answers: [way(words.sendYes, '', move)] };
  const leadsTo = (made: Move) => outcomeTexts(screen.scene, made, screen.party);
  if (move.type === 'release') {
    const about = [choice.gone, ...leadsTo(move)].join(' ');
    return { title: words.releaseSure, answers: [way(words.releaseYes, about, move)] };
  }
  if (move.type === 'handOver') {
    const about = choice.handOverFewerAbout;
    return { title: words.handOverSure, answers: [way(words.handOverYes, about, move)] };
  }
  const prosecution: Move = { type: 'strikeNames', people: screen.counts, grounds: 'prosecution' };
  const struck = (label: string, made: Move) =>
    way(label, [words.strikeAbout, ...leadsTo(made)].join(' '), made);
  return {
    title: words.strikeSure,
    answers: [struck(words.strikeYes, move), struck(words.strikeProsecution, prosecution)],
  };
}

function reviewRows(screen: ComposerScreen, columns: number, rows: number): Line[] {
  const { scene, party, message, purpose } = screen;
  if (purpose === 'strikeNames') return stayingRows(scene, screen.counts, columns);
  if (purpose !== 'offer' && purpose !== 'text') {
    const orders = purpose === 'release' ? instructionRows(scene, offeredIn(screen), party, columns) : [];
    return [...dealRows(scene, offeredIn(screen), columns), ...orders];
  }
  const clear = findingTextsOf(screen).length === 0;
  return offerRows(scene, { ...offeredIn(screen), message }, party, { columns, rows }, clear);
}
