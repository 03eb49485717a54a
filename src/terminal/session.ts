import type { App } from './app.ts';
import { PACES } from './app.ts';
import { carryOut, tick } from './carry-out.ts';
import { begin, type Desk, newDesk } from './desk.ts';
import type { Farewell, Host, PlayOptions } from './host.ts';
import type { Key } from './key.ts';
import type { Size } from './line.ts';
import { settleDown } from './mentor.ts';
import { reduce } from './reduce.ts';

/**
 * One person at one terminal. The session has what lives outside React: the state of the app, the
 * table, the record. It takes keys, carries out what they order, and tells who listens.
 */
export interface Session {
  readonly app: App;
  /** Set once the person has left. */
  readonly farewell: Farewell | null;
  press(key: Key): void;
  /** A moment has passed while the campaign goes on by itself. */
  tick(): void;
  resize(size: Size): void;
  /** Milliseconds between two ticks; null while nothing goes on by itself. */
  interval(): number | null;
  subscribe(listener: () => void): () => void;
  /** The terminal is gone, or the app is closed from outside: the record is closed. Its input has ended where it is `left`. */
  close(how?: Farewell['how']): void;
}

export function openSession(host: Host, options: PlayOptions, size: Size): Session {
  const desk = newDesk(host, options, size);
  const listeners = new Set<() => void>();
  const changed = <T>(act: () => T): T => {
    const result = act();
    for (const listener of listeners) listener();
    return result;
  };
  desk.mentor.changed = () => changed(() => {});
  begin(desk);
  return {
    get app() {
      return desk.app;
    },
    get farewell() {
      return desk.farewell;
    },
    press: key =>
      changed(() => {
        press(desk, key);
        if (!desk.farewell) settleDown(desk);
      }),
    tick: () => changed(() => tick(desk)),
    resize: size =>
      changed(() => {
        desk.app = { ...desk.app, size };
      }),
    interval: () => (desk.app.auto === null ? null : 1000 / (PACES[desk.app.auto] ?? 1)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close(how = 'interrupted') {
      if (!desk.farewell) carryOut(desk, { do: 'leave', how });
    },
  };
}

function press(desk: Desk, key: Key): void {
  if (desk.farewell) return;
  const { app, order } = reduce(desk.app, key);
  desk.app = app;
  if (order?.do === 'press') for (const each of order.keys) press(desk, each);
  else if (order) carryOut(desk, order);
}
