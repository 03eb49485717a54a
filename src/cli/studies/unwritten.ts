import { reasonOf } from '../errno.ts';
import { badInput, EXIT, Failure } from '../failure.ts';

/** A file of a result that could not be written, as where the disk is full. */
export class Unwritten extends Failure {
  constructor(path: string, error: unknown) {
    super(EXIT.badInput, `cannot write ${path}: ${reasonOf(error)}`);
  }
}

/** Such an error told with what becomes of the rest; any other as it is. */
export function withAdvice(error: unknown, advice: string): unknown {
  return error instanceof Unwritten ? badInput(`${error.message}; ${advice}`) : error;
}
