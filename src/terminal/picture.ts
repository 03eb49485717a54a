import { formatAsciicast, type Shot } from '../report/asciicast.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { CampaignRecord } from '../table/record.ts';
import { type App, replaceTop, topOf } from './app.ts';
import { begin, type Desk, newDesk, openDebrief } from './desk.ts';
import { frame } from './draw.ts';
import type { Commands, Host } from './host.ts';
import type { Size } from './line.ts';
import { linesSvg, screenOf } from './line-picture.ts';
import { themeOn } from './looks.ts';
import { reduce } from './reduce.ts';
import { type Scene, sceneAt } from './scene.ts';
import { type Settings, type Theme, USUAL_SETTINGS } from './settings.ts';
import { general, picture as words } from './words.ts';

/* Screens to be shown to others: one as a picture, a whole campaign as a recording. */

/** What is on the screen now, as SVG. */
export function screenSvg(app: App): string {
  return linesSvg(frame(app), pictured(app), titleOf(app));
}

/** A picture has a ground of its own, so that colours for any background need not be shown on it. */
function pictured({ settings, lobby }: App): Theme {
  return themeOn(settings.theme, lobby.options.background ?? 'dark');
}

/** The name of its file: after the campaign and its day, where there is one. */
export function pictureName(app: App): string {
  const scene = sceneShown(app);
  if (!scene) return `${words.file}.svg`;
  const { scenario, header } = scene.course;
  return `${scenario.id}-${header.seed}-${words.day}${Math.max(0, scene.sight.day)}.svg`;
}

function titleOf(app: App): string {
  const scene = sceneShown(app);
  return scene ? scene.course.scenario.title : general.name;
}

/** The moment that the screen on top is about, or the one below it: of a campaign in hand also a day in its past. */
function sceneShown({ stack, scene }: App): Scene | null {
  const shown = stack.findLast(screen => screen.name === 'board' || 'scene' in screen);
  return shown && 'scene' in shown ? shown.scene : scene;
}

/** What is recorded, and how. */
export interface Recording {
  readonly scenario: Scenario;
  readonly record: CampaignRecord;
  readonly size: Size;
  /** Screens a second. */
  readonly pace: number;
  readonly settings?: Settings;
  readonly commands?: Commands;
}

/** Screens of a debrief are read for so many times as long as those of a day. */
const READ_FOR = 6;

/**
 * A record as an asciicast: a screen for the evening of every day and for everything that a player would
 * stop for, then the debrief, page by page, if it was played to the end. It is made from the record alone.
 */
export function recordingOf(recording: Recording): string {
  const desk = reading(recording);
  const theme = pictured(desk.app);
  const shot = (seconds: number): Shot => ({ screen: screenOf(frame(desk.app), theme), seconds });
  const shots: Shot[] = [];
  for (const at of momentsOf(desk.app)) {
    readTo(desk, at);
    shots.push(shot(1 / recording.pace));
  }
  const last = topOf(desk.app);
  if (last.name === 'reader' && last.scene.position.done) {
    openDebrief(desk);
    shots.push(...pagesOf(desk, () => shot(READ_FOR / recording.pace)));
  }
  return formatAsciicast(recording.scenario.title, shots);
}

/** Which positions of a course are shown: the first, the evenings, and after what a player would stop for. */
function momentsOf(app: App): number[] {
  const top = topOf(app);
  if (top.name !== 'reader') return [];
  const { course } = top.scene;
  const { positions } = course;
  const evenings = positions.flatMap(({ campaign }, at) =>
    campaign.day === positions[at + 1]?.campaign.day ? [] : [at],
  );
  const { accounts } = sceneAt(course, positions.length - 1, top.eyes);
  const stops = accounts.flatMap(({ concerns, entry }) => (concerns ? [entry + 1] : []));
  return [...new Set([...evenings, ...stops])].sort((a, b) => a - b);
}

function readTo(desk: Desk, at: number): void {
  const top = topOf(desk.app);
  if (top.name !== 'reader') return;
  const scene = sceneAt(top.scene.course, at, top.eyes);
  desk.app = replaceTop(desk.app, { ...top, scene });
}

/** A record at the end of a day, or at its end, as SVG. */
export function recordSvg(recording: Omit<Recording, 'pace'>, toDay: number | undefined): string {
  const desk = reading(recording, toDay);
  if (toDay === undefined) press(desk, 'end');
  return screenSvg(desk.app);
}

function reading({ scenario, record, size, settings, commands }: Omit<Recording, 'pace'>, toDay = 0): Desk {
  const host: Host = {
    scenarios: [scenario],
    settings: settings ?? USUAL_SETTINGS,
    ...(commands ? { commands } : {}),
    newSeed: () => record.header.seed,
    unfinished: () => [],
    beginRecord: () => general.name,
  };
  const desk = newDesk(host, { replay: { scenario, record, toDay } }, size);
  begin(desk);
  return desk;
}

/** A key that only moves through what is read; nothing is ordered by it. */
function press(desk: Desk, key: string): void {
  desk.app = reduce(desk.app, key).app;
}

function pagesOf(desk: Desk, shot: () => Shot): Shot[] {
  const shots: Shot[] = [];
  for (;;) {
    shots.push(shot());
    const before = topOf(desk.app);
    press(desk, 'pagedown');
    const after = topOf(desk.app);
    if (before.name !== 'debrief' || after.name !== 'debrief' || before.top === after.top) return shots;
  }
}

/** The name of a recording's file. */
export function recordingName({ scenario, record }: Pick<Recording, 'scenario' | 'record'>): string {
  return `${scenario.id}-${record.header.seed}.cast`;
}
