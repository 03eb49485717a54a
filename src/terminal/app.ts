import type { Scenario } from '../scenario/scenario.ts';
import type { PlayOptions, Unfinished } from './host.ts';
import type { Size } from './line.ts';
import type { Note } from './notes.ts';
import type { Order } from './order.ts';
import type { Scene } from './scene.ts';
import type { Screen } from './screen.ts';
import type { Settings } from './settings.ts';
import type { Viewer } from './viewer.ts';

/*
 * The state of the app, as plain values: which screens lie on one another and what is chosen on
 * them. A key makes a new state and perhaps an order, which the session carries out.
 */

export interface App {
  readonly size: Size;
  readonly lobby: Lobby;
  /** The screens, the one that is seen last; Esc takes it away. Never empty. */
  readonly stack: readonly Screen[];
  /** The campaign that is played; null on the start screens and while a record is read. */
  readonly scene: Scene | null;
  /** Whose eyes somebody who only watches has chosen; undefined as long as nothing was chosen. */
  readonly eyes: Viewer | undefined;
  /** Days a second while the campaign goes on by itself: an index into the paces. */
  readonly auto: number | null;
  /** Whether the board says what can be done in each phase, for somebody who has never played. */
  readonly guided: boolean;
  /** Whether the coach may be asked for hints in the campaign in hand. */
  readonly hints: boolean;
  readonly settings: Settings;
  /** What whoever plays has noted, of both sides where two people do; in the order of days. */
  readonly notes: readonly Note[];
  /** One line about what the last key did, until the next. */
  readonly notice: string | null;
}

/** What the start screens offer. */
export interface Lobby {
  readonly scenarios: readonly Scenario[];
  /** Those of which first steps are taken in one. */
  readonly library: readonly Scenario[];
  readonly unfinished: readonly Unfinished[];
  readonly options: PlayOptions;
  readonly seed: string;
}

export interface Reply {
  readonly app: App;
  readonly order?: Order;
}

/** Days a second that the campaign can go on by itself at. */
export const PACES = [0.5, 1, 2, 4, 8, 16] as const;
export const USUAL_PACE = 2;

export function topOf(app: App): Screen {
  return app.stack.at(-1) as Screen;
}

export function push(app: App, screen: Screen): App {
  return { ...app, stack: [...app.stack, screen] };
}

/** The screen without the one on top; the lowest stays. */
export function pop(app: App): App {
  return app.stack.length > 1 ? { ...app, stack: app.stack.slice(0, -1) } : app;
}

export function replaceTop(app: App, screen: Screen): App {
  return { ...app, stack: [...app.stack.slice(0, -1), screen] };
}

export function notice(app: App, text: string | null): App {
  return { ...app, notice: text };
}
