import type { Comparison } from '../analysis/comparison.ts';
import type { Debrief } from '../analysis/debrief.ts';
import type { Counts } from '../campaign/counts.ts';
import type { Move } from '../campaign/event.ts';
import type { View } from '../campaign/view.ts';
import type { PartyIndex, PerParty, Scenario } from '../scenario/scenario.ts';
import type { Account } from './account.ts';
import type { Coaching, Tried } from './coaching.ts';
import type { Side } from './host.ts';
import type { Line } from './line.ts';
import type { HintTaken } from './manner.ts';
import type { Note } from './notes.ts';
import type { Order } from './order.ts';
import type { OtherCourse } from './other-course.ts';
import type { Scene } from './scene.ts';
import type { Viewer } from './viewer.ts';
import type { Way } from './way.ts';
import type { WayName } from './way-name.ts';
import type { WaysCompared } from './ways-compared.ts';

/* The screens, each with what is chosen on it, and where what is chosen leads. */

export type Screen =
  | StartScreen
  | BoardScreen
  | PageScreen
  | ChoiceScreen
  | ComposerScreen
  | ReaderScreen
  | DebriefScreen
  | HelpScreen
  | CoverScreen
  | SettingsScreen
  | NotebookScreen
  | PaletteScreen
  | TurningScreen
  | RetryScreen
  | AnswerScreen
  | OtherCourseScreen
  | WaysScreen
  | HintScreen;

/** A campaign that is being set up; null for what has not been chosen yet. */
export interface Draft {
  readonly scenario: Scenario | null;
  readonly side: Side | null;
  /** Names of negotiators, "person" where a person plays. */
  readonly seats: PerParty<string | null>;
  readonly seed: string;
}

export interface StartScreen {
  readonly name: 'start';
  readonly step: 'campaign' | 'side' | 'opponent' | 'ready';
  readonly draft: Draft;
  readonly row: number;
}

export interface BoardScreen {
  readonly name: 'board';
  /** The move that is chosen in the menu. */
  readonly row: number;
}

export const PAGES = ['people', 'talks', 'days', 'briefs'] as const;
export type Page = (typeof PAGES)[number];

export interface PageScreen {
  readonly name: 'page';
  readonly page: Page;
  readonly scene: Scene;
  /** The first row shown, or the row chosen, of the page's list. */
  readonly row: number;
}

/** A question with answers to choose from; also "are you sure", with what it would mean above. */
export interface ChoiceScreen {
  readonly name: 'choice';
  readonly title: string;
  /** What it is about, as lines of a width; of more than `rows` the rest has to be scrolled to. */
  readonly body: (columns: number, rows: number) => readonly Line[];
  readonly options: readonly Option[];
  readonly row: number;
  /** The first row seen of what it is about, where that is longer than its room. */
  readonly top: number;
}

export interface Option {
  readonly label: string;
  readonly about: string;
  /** What the law would find in it. */
  readonly findings: readonly string[];
  /** A screen that comes `instead` of the question is not left to it. */
  readonly leadsTo: Lead | { readonly instead: Screen } | 'back';
}

export const PURPOSES = ['offer', 'release', 'strikeNames', 'handOver', 'text'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Counts of people being put together: an offer, a release, names to strike, a mediator's text. */
export interface ComposerScreen {
  readonly name: 'composer';
  readonly purpose: Purpose;
  readonly scene: Scene;
  /** Whose offer it is; for a mediator's text, whose people are shown on the right. */
  readonly party: PartyIndex;
  readonly counts: Counts;
  /** The most of each group. */
  readonly most: Counts;
  /** Of those named, who goes to a neutral country instead of home. */
  readonly interned: Counts;
  readonly parole: boolean;
  readonly mayIntern: boolean;
  readonly mayParole: boolean;
  /** People a side at most; none where no hand-over limits them. */
  readonly capacity: number | null;
  /** Groups in the order shown: those given, then those asked for. */
  readonly order: readonly number[];
  readonly row: number;
  /** What digits and arrows change: how many of the group are named, or how many of those go to a neutral country. */
  readonly field: 'people' | 'neutral';
  /** Whether the digit that is typed next goes on with the number, or begins a new one. */
  readonly typing: boolean;
  /** The screen before the last change of a count, to go back to. */
  readonly before: ComposerScreen | null;
  readonly message: string;
  /** The message while it is being written. */
  readonly draft: string | null;
}

/** Going through the positions of a course: a record, or the campaign in hand, looked back at. */
export interface ReaderScreen {
  readonly name: 'reader';
  readonly mode: 'back' | 'replay';
  readonly scene: Scene;
  readonly eyes: Viewer | undefined;
}

export interface DebriefScreen {
  readonly name: 'debrief';
  readonly scene: Scene;
  readonly debrief: Debrief;
  /** The whole course, told by somebody who knows everything. */
  readonly accounts: readonly Account[];
  /** Which of the ways from one beginning this is, and the others that were played, the latest last. */
  readonly way: WayName;
  readonly others: readonly Way[];
  readonly notes: readonly Note[];
  /** What the coach has made of the moves so far; null where nobody has asked for it. */
  readonly coaching: Coaching | null;
  /** Hints that were taken while it was played; null where it was not played here. */
  readonly hints: Hints | null;
  readonly top: number;
}

/** Hints are in no record; they are kept beside it. */
export interface Hints {
  readonly taken: readonly HintTaken[];
  /** Whether nothing could be kept or read of those before the campaign was taken up again, so that there may have been more. */
  readonly inDoubt: boolean;
}

/** A turning point of the campaign, as it looked on its day to the one who decided; the debrief lies below it. */
export interface TurningScreen {
  readonly name: 'turning';
  /** Entry of the record. */
  readonly entry: number;
  /** Before the move, with the eyes of the party that made it. */
  readonly scene: Scene;
  /** What was tried in place of the move, the last time. */
  readonly tried: Tried | null;
  /** The first row seen of what is said, where that is longer than its room. */
  readonly top: number;
}

/** The same position with the moves that were possible, to choose another one. */
export interface RetryScreen {
  readonly name: 'retry';
  readonly scene: Scene;
  /** The move that is chosen in the menu. */
  readonly row: number;
}

/** All that the coach has to say of a turning point. */
export interface AnswerScreen {
  readonly name: 'answer';
  readonly entry: number;
  readonly top: number;
}

/** The days that followed a turning point, beside those that might have. */
export interface OtherCourseScreen {
  readonly name: 'otherCourse';
  readonly course: OtherCourse;
  readonly top: number;
}

/** Two of the ways that were played, side by side. */
export interface WaysScreen {
  readonly name: 'ways';
  /** All there are to choose from. */
  readonly ways: readonly Way[];
  readonly compared: WaysCompared;
  /** The party that is shown first, and whose leverage is drawn. */
  readonly side: PartyIndex;
  /** The number of the way that the debrief below tells of. */
  readonly here: number;
  readonly top: number;
}

/** What the coach would do now. */
export interface HintScreen {
  readonly name: 'hint';
  readonly scenario: Scenario;
  /** All that it goes by. */
  readonly view: View;
  /** What it chooses from. */
  readonly moves: readonly Move[];
  /** Null while it thinks, and where there is only one thing to do. */
  readonly compared: Comparison | null;
  readonly top: number;
}

export interface HelpScreen {
  readonly name: 'help';
  /** The screen it was asked for on: its keys come first. */
  readonly of: Screen['name'];
  readonly top: number;
}

/** Everything that can be done on the screen below, looked for by name. */
export interface PaletteScreen {
  readonly name: 'palette';
  readonly query: string;
  readonly row: number;
}

/** Private notes by day. */
export interface NotebookScreen {
  readonly name: 'notebook';
  readonly row: number;
  /** The text being written, and which of all notes it changes; null for a new one. */
  readonly draft: { readonly text: string; readonly at: number | null } | null;
  /** All notes before the last change, to come back to. */
  readonly before: readonly Note[] | null;
}

export interface SettingsScreen {
  readonly name: 'settings';
  readonly row: number;
}

/** Between the turns of two people at one keyboard: nothing that either side alone may know is on it. */
export interface CoverScreen {
  readonly name: 'cover';
  readonly scenario: Scenario;
  /** Whose turn it is. */
  readonly to: PartyIndex;
}

/** Where a choice leads: something done, or a screen that asks more. */
export type Lead = { readonly order: Order } | { readonly screen: Screen };

/** Something that can be done now, as the menu of the board shows it. */
export interface Entry {
  readonly key: string;
  readonly name: string;
  readonly lead: () => Lead;
}
