#!/usr/bin/env node
import './node-version.ts';
import { keepCompiledCode } from './compiled-code.ts';
import { checked, verdictOn } from './ending.ts';
import { codeOf, reasonOf } from './errno.ts';
import { badInput, EXIT, type ExitCode, OutputClosed } from './failure.ts';
import { endNow, isAnswered } from './job-control.ts';
import { runProgram } from './program.ts';
import { layoutWidth, type Shell } from './shell.ts';

/*
 * The only place that reads the arguments, owns the process's streams and sets the exit code.
 * Commands return, or throw a `Failure`; whatever else they throw is a fault of ours.
 */

const { stdin, stdout, stderr, env } = process;

/** What is still to be done when the user breaks off. */
const farewells = new Set<() => void | Promise<void>>();
let breakingOff = false;
/** Whether a line of standard error can be written over. */
const redraws = stderr.isTTY === true && env['TERM'] !== 'dumb';

const shell: Shell = {
  print,
  note: line => stderr.write(`parley: ${line}\n`),
  ...(redraws ? { status: redraw, statusWidth } : {}),
  onInterrupt(act) {
    farewells.add(act);
    return () => farewells.delete(act);
  },
  interactive: stdin.isTTY === true && stdout.isTTY === true,
  width: layoutWidth(stdout.isTTY && stdout.columns > 0 ? stdout.columns : undefined, env),
  env,
};

function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stdout.write(text, error => {
      if (!error) resolve();
      // Whoever read has gone, or the terminal itself has.
      else if (['EPIPE', 'EIO'].includes(codeOf(error))) reject(new OutputClosed());
      else reject(badInput(`cannot write to standard output: ${reasonOf(error)}`));
    });
  });
}

/**
 * A line that is longer than the terminal is wide could not be written over; the last column stays free, since a
 * terminal would go on to the next line.
 */
function statusWidth(): number {
  return Math.max(0, (stderr.columns || 80) - 1);
}

function redraw(line: string): void {
  stderr.write(`\r\u001b[K${line.slice(0, statusWidth())}`);
}

function leave(error: unknown): never {
  // Told only once the terminal is back: on the app's screen nobody would read it.
  endNow();
  process.exit(verdictOn(error, shell));
}

function breakOff(code: ExitCode): void {
  if (isAnswered()) return;
  const again = breakingOff;
  breakingOff = true;
  const waited = again ? [] : [...farewells].map(act => act()).filter(promise => promise !== undefined);
  if (waited.length === 0) process.exit(code);
  Promise.allSettled(waited).then(() => process.exit(code));
}

// Ink colours whatever NO_COLOR says; it is not loaded yet, and looks at this when it is.
if (env['NO_COLOR']) env['FORCE_COLOR'] = '0';

// A failed write is told by the promise of `print`; these keep Node from telling it a second time.
stdout.on('error', () => {});
stderr.on('error', () => {});
process.on('SIGINT', () => breakOff(EXIT.interrupted));
// Whoever runs jobs and containers asks in this way.
process.on('SIGTERM', () => breakOff(EXIT.terminated));
process.on('uncaughtException', leave);
process.on('unhandledRejection', leave);

keepCompiledCode(env);
try {
  await runProgram(shell, checked(process.argv.slice(2)));
} catch (error) {
  process.exitCode = verdictOn(error, shell);
}
