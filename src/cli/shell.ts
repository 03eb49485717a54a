/** What a command is given of the world: where its output goes, and what it may know of the terminal. */
export interface Shell {
  /** Writes to standard output and waits until it is taken. */
  print(text: string): Promise<void>;
  /** Writes one line to standard error. */
  note(line: string): void;
  /** Replaces the line in which progress is shown, where standard error is a terminal; empty takes it away. */
  readonly status?: (line: string) => void;
  /** How many columns that line has now; a person may change the window on the way. */
  readonly statusWidth?: () => number;
  /**
   * Has something done when the user breaks off (Ctrl-C), before the process ends; returns how to forget
   * it. What is a promise is waited for, unless the user breaks off again.
   */
  onInterrupt(act: () => void | Promise<void>): () => void;
  /** Whether a person sits at a terminal: input and output both are one. */
  readonly interactive: boolean;
  /** Columns to lay text out for. */
  readonly width: number;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const STANDARD_WIDTH = 80;
const WIDEST = 100;
const NARROWEST = 40;

/**
 * Columns to lay text out for: those of the terminal, or, where there is none, what COLUMNS says. Lines longer
 * than a hundred are hard to read, however wide the window.
 */
export function layoutWidth(terminal: number | undefined, { COLUMNS = '' }: Shell['env']): number {
  const asked = /^[1-9]\d{0,4}$/.test(COLUMNS) ? Number(COLUMNS) : STANDARD_WIDTH;
  return Math.max(NARROWEST, Math.min(WIDEST, terminal ?? asked));
}
