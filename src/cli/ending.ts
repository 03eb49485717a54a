import { codeOf, reasonOf } from './errno.ts';
import { badInput, EXIT, type ExitCode, Failure, OutputClosed } from './failure.ts';
import type { Shell } from './shell.ts';

/* What is refused before a command begins, and what is said of an error that ended it. */

/** Longest argument taken: the longest path a system knows. */
const LONGEST_ARGUMENT = 4096;

/** An argument is told back in a line of its own, so it must be one. */
export function checked(given: readonly string[]): readonly string[] {
  given.forEach((argument, index) => {
    const place = `argument ${index + 1}`;
    if (argument.length > LONGEST_ARGUMENT) {
      throw badInput(`${place} has ${argument.length} characters; expected at most ${LONGEST_ARGUMENT}`);
    }
    if (/\p{Cc}/u.test(argument)) throw badInput(`${place} has a line break or another control character`);
  });
  return given;
}

/** Where an end is told. */
type Ending = Pick<Shell, 'note' | 'env'>;

/** What the operating system refused, wherever it did: a path, a device, the folder one stands in. */
function isRefusal(error: unknown): error is Error & { readonly path?: string } {
  return error instanceof Error && 'syscall' in error && 'errno' in error && codeOf(error) !== '';
}

/** Tells what went wrong and says how the process ends. */
export function verdictOn(error: unknown, { note, env }: Ending): ExitCode {
  if (error instanceof OutputClosed) return EXIT.fine;
  if (error instanceof Failure) {
    if (error.message !== '') note(error.message);
    return error.code;
  }
  if (isRefusal(error)) {
    note(`${'path' in error ? `${error.path}: ` : ''}${reasonOf(error)}`);
    return EXIT.badInput;
  }
  const debugging = env['PARLEY_DEBUG'] === '1';
  const what = error instanceof Error ? error.message : String(error);
  note(
    `internal error: ${what.split('\n')[0]}; this is a fault of parley: please report the command and this line` +
      (debugging ? '' : ' (PARLEY_DEBUG=1 shows where it comes from)'),
  );
  if (debugging && error instanceof Error && error.stack) note(error.stack);
  return EXIT.internal;
}
