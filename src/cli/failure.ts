/** How the command ends, as the shell sees it. */
export const EXIT = {
  fine: 0,
  /** An expectation or a threshold was not met. */
  unmet: 1,
  /** Bad usage or input. */
  badInput: 2,
  /** A fault of parley itself. */
  internal: 70,
  /** Ctrl-C: 128 and the number of SIGINT. */
  interrupted: 130,
  /** Asked to end: 128 and the number of SIGTERM. */
  terminated: 143,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The one way in which a command fails: what to tell the user, and the exit code. */
export class Failure extends Error {
  readonly code: ExitCode;

  /** An empty message says nothing more: all has been told. */
  constructor(code: ExitCode, message: string) {
    super(message);
    this.name = 'Failure';
    this.code = code;
  }
}

export function badInput(message: string): Failure {
  return new Failure(EXIT.badInput, message);
}

/** Whoever read our output has closed it, as `head` does: a reason to stop, not to complain. */
export class OutputClosed extends Error {}
