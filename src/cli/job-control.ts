import { setTimeout as pause } from 'node:timers/promises';
import type { JobControl } from '../terminal/host.ts';

/*
 * The signals by which a terminal ends, stops and brings back what runs on it. While somebody
 * listens, an end is theirs to answer: they save and give the terminal back; else the process ends.
 */

/*
 * A hang-up ends the app even where whoever started it ignores them (`trap '' HUP`). Node gives every signal
 * its usual meaning back as it starts, so that nobody can know; a program under `nohup` has no terminal to
 * read from and is no app; and what was played is saved on the way out. Where the hang-up was sent and the
 * terminal is still there, the app leaves in the same way as on any other request to end.
 */

const ENDS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const satisfies readonly NodeJS.Signals[];

const answering = new Set<() => void>();

/** Whether somebody answers a request to end by themselves. */
export function isAnswered(): boolean {
  return answering.size > 0;
}

/** Has whoever has the terminal give it back at once: what is told next is to be read. */
export function endNow(): void {
  for (const listener of answering) listener();
}

/** Long enough for a stop to take hold of the process, short enough not to be noticed where nobody can stop it. */
const TO_STOP = 100;

/** Windows knows no stopping; a request to end is the same everywhere. */
export function jobControl(platform: NodeJS.Platform = process.platform): JobControl {
  const stops = platform === 'win32' ? [] : (['SIGTSTP'] as const);
  const returns = platform === 'win32' ? [] : (['SIGCONT'] as const);
  return {
    onEnd(listener) {
      let ending = false;
      const stopListening = listenTo(ENDS, () => {
        ending = true;
        listener();
      });
      answering.add(listener);
      return gone => {
        answering.delete(listener);
        // A window that is closed hangs up more than once, and must not cut short what the first time began.
        if (ending) return;
        stopListening();
        // That it is gone may be read before it hangs up: the app has left by then, and nothing is to end.
        if (gone) listenTo(['SIGHUP'], () => {});
      };
    },
    onStop: listener => listenTo(stops, listener),
    onReturn: listener => listenTo(returns, listener),
    async stop() {
      if (platform === 'win32') return;
      const listeners = process.listeners('SIGTSTP');
      process.removeAllListeners('SIGTSTP');
      // Everything that was started together stops together, as where the terminal itself stops it.
      process.kill(0, 'SIGTSTP');
      await pause(TO_STOP);
      for (const listener of listeners) process.on('SIGTSTP', listener);
    },
  };
}

function listenTo(signals: readonly NodeJS.Signals[], listener: () => void): () => void {
  for (const signal of signals) process.on(signal, listener);
  return () => {
    for (const signal of signals) process.off(signal, listener);
  };
}
