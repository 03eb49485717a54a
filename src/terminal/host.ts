import type { PartyIndex, Scenario } from '../scenario/scenario.ts';
import type { CampaignRecord, Entry, RecordHeader } from '../table/record.ts';
import type { KeptWay } from './kept-ways.ts';
import type { Manner } from './manner.ts';
import type { Note } from './notes.ts';
import type { Background, Settings } from './settings.ts';
import type { Thinking } from './thinking.ts';
import type { WayName } from './way-name.ts';

/*
 * What the app asks of the world outside. The command line keeps records in files and draws seeds;
 * a server may do both in another way. Nothing here is asynchronous: a record's entry is on disk
 * before play goes on, so that a crash loses at most the move in hand.
 *
 * Errors come back as one line of text for the person who plays ("cannot write games/a.jsonl: no
 * space left on the device"), never as a throw: the app shows the line and goes on without a record.
 */
export interface Host {
  /** The scenarios to choose from, in the order of a menu; at least one. */
  readonly scenarios: readonly Scenario[];
  /** Those that come with the program, of which first steps are taken in one; the scenarios unless given. */
  readonly library?: readonly Scenario[];
  /** How commands are typed here, where a screen names one; `parley` and the scenario's id unless given. */
  readonly commands?: Commands;
  /** What the person likes the app to be like; as usual unless given. */
  readonly settings?: Settings;
  /** One line to begin with: what went wrong before the app opened. */
  readonly fault?: string;
  /** Keeps settings for the next time; returns a line where that failed. Without it they last as long as the app. */
  keepSettings?(settings: Settings): string | null;
  /** Writes a text to a file of about this name, and never over another; returns where, or why not. */
  export?(name: string, text: string): { readonly where: string } | string;
  /** Where the coach thinks, let go when the app is left; in slices of this thread unless given. */
  readonly thinking?: Thinking;
  /** A seed nobody chose, short enough to be read out. */
  newSeed(): string;
  /** Records that were not played to the end, the latest first. Asked when the start screen opens. */
  unfinished(): readonly Unfinished[];
  /**
   * Begins a record: writes the header and then `kept`, which is empty for a new game, and for a
   * branch holds what both games share. Whatever exists is left as it is. Returns the pen for what
   * follows, or why there can be none. `branch`: which way of a campaign it is; kept before the record is
   * there, so that a way is never without the others.
   */
  beginRecord(
    scenario: Scenario,
    header: RecordHeader,
    kept: readonly Entry[],
    branch?: Branch,
  ): Pen | string;
}

/** A way that is begun, and where the records of the others are. */
export interface Branch {
  readonly way: WayName;
  readonly others: readonly KeptWay[];
}

/** What somebody would type to start the program again. */
export interface Commands {
  /** The program itself: "parley". */
  readonly program: string;
  /** A scenario as its argument: its id, or the folder it was read from. */
  scenario(scenario: Scenario): string;
  /** Whether a record finds its scenario by itself; where not, commands that read one name it too. */
  finds(scenario: Scenario): boolean;
}

/** An open record that is written as play goes. */
export interface Pen {
  /** Where the record is, as the person would type it after `--resume`. */
  readonly where: string;
  /** What the host calls it by, where ways are kept. */
  readonly file?: string;
  /** Appends one entry and waits until it is safe. Returns a line if that failed; null if it is safe. */
  write(entry: Entry): string | null;
  /** Appends the line that says the horizon was reached. */
  end(): string | null;
  /** Why what was written is not there any more, such as a file that was removed; null where it is. */
  lost?(): string | null;
  /** Keeps the notes of whoever plays beside the record; returns a line where that failed. */
  keepNotes?(notes: readonly Note[]): string | null;
  /** Keeps how the campaign is played beside the record; returns a line where that failed. */
  keepManner?(manner: Manner): string | null;
  /** Keeps beside the record of each way which others there are; returns a line where that failed. */
  keepWays?(ways: readonly KeptWay[]): string | null;
  /** The app is done with this record; nothing is written any more. Called once, also after `end`. */
  close(): void;
}

/** A record that can be gone on with, as a line of a menu shows it. */
export interface Unfinished {
  readonly where: string;
  /** Title of the scenario. */
  readonly title: string;
  readonly header: RecordHeader;
  /** Last day that was played. */
  readonly day: number;
  /** Reads the record in full and opens it for what follows, or says why that cannot be. */
  takeUp(): TakenUp | string;
}

/** A record that was read to go on with, or to open its debrief again where it was played to its end. */
export interface TakenUp {
  readonly scenario: Scenario;
  readonly record: CampaignRecord;
  readonly pen: Pen;
  /** Notes that were kept beside the record, and why they could not be read. */
  readonly notes?: readonly Note[];
  readonly notesFault?: string | null;
  /** How it was played, where that is kept, and why that could not be read. */
  readonly manner?: Manner;
  readonly mannerFault?: string | null;
  /** Which way of its campaign it is and the others that were played, where that is kept; why not all can be shown. */
  readonly way?: WayName;
  readonly ways?: readonly TakenWay[];
  readonly waysFault?: string | null;
}

/** Another way of a campaign that is taken up. */
export interface TakenWay extends KeptWay {
  readonly record: CampaignRecord;
  readonly where: string;
}

/** Whom the person plays: one party, both in turn, whoever mediates, or nobody (two negotiators are watched). */
export type Side = PartyIndex | 'both' | 'mediator' | 'none';

/** What was said on the command line; whatever is missing is asked on the start screen. */
export interface PlayOptions {
  /** One of the host's scenarios. */
  readonly scenario?: Scenario;
  readonly seed?: string;
  readonly side?: Side;
  /** Names of negotiators as `parseNegotiator` reads them, checked before: who plays what the person does not. */
  readonly against?: string;
  /** Goes on with this record at once; one that was played to its end opens in its debrief. */
  readonly resume?: TakenUp;
  /** Whether the coach may be asked for hints during play; it may unless this, or the scenario, says no. */
  readonly hints?: boolean;
  /** What the terminal stands on, where it says so. */
  readonly background?: Background;
  /** Bits of colour that it shows; as many as there are unless given. */
  readonly colourBits?: number;
  /** Whether it is played in lines; on a drawn screen unless this says so. */
  readonly lines?: boolean;
  /** Steps through this record; nothing is played and nothing written. */
  readonly replay?: {
    readonly scenario: Scenario;
    readonly record: CampaignRecord;
    readonly toDay?: number;
    readonly notes?: readonly Note[];
  } & Pick<TakenUp, 'way' | 'ways' | 'waysFault'>;
  /** Where keys come from and frames go; the process's own unless given (a connection brings its own). */
  readonly stdin?: NodeJS.ReadStream;
  readonly stdout?: NodeJS.WriteStream;
  /** How the process is ended and stopped from outside; none where the app is one of many in it. */
  readonly job?: JobControl;
}

/** Being ended, stopped and brought back from outside. Each `on..` returns how to stop listening. */
export interface JobControl {
  /**
   * Calls back when the process is asked to end: whoever listens saves, gives the terminal back and leaves.
   * Where the terminal is `gone`, what it still sends after that comes to nothing.
   */
  onEnd(listener: () => void): (gone?: boolean) => void;
  /** Calls back when the process is asked to stop for a while. */
  onStop(listener: () => void): () => void;
  /** Calls back when the process goes on after a stop. */
  onReturn(listener: () => void): () => void;
  /** Stops; settles when the process has been brought back. */
  stop(): Promise<void>;
}

/** How the app was left. */
export interface Farewell {
  /** `interrupted` where it was Ctrl-C or the process was asked to end, which a command line answers with exit code 130. */
  readonly how: 'left' | 'interrupted';
  /** What is worth reading once the terminal is back: where the record is, and the command that goes on with it. */
  readonly lines: readonly string[];
}
