import { useApp, useInput, useWindowSize } from 'ink';
import { type ReactElement, useEffect, useLayoutEffect, useSyncExternalStore } from 'react';
import { frame } from '../draw.ts';
import { keysFrom } from '../key.ts';
import type { Session } from '../session.ts';
import { Lines } from './Lines.tsx';

export interface AppProps {
  readonly session: Session;
}

/** The app on a terminal: keys go to the session, its frame goes to the screen. */
export function App({ session }: AppProps): ReactElement {
  const { exit } = useApp();
  const { columns, rows } = useWindowSize();
  const app = useSyncExternalStore(session.subscribe, () => session.app);

  useLayoutEffect(() => session.resize({ columns, rows }), [session, columns, rows]);
  useInput((input, key) => {
    try {
      for (const each of keysFrom(input, key)) session.press(each);
    } catch (error) {
      // A fault of ours leaves the terminal as it was found, and is reported by whoever started the app.
      exit(error as Error);
      return;
    }
    if (session.farewell) exit();
  });
  useTicks(session, exit);
  return <Lines lines={frame(app)} />;
}

/** Lets the session know that time passes, as long as it wants to. */
function useTicks(session: Session, exit: (error?: Error) => void): void {
  const interval = useSyncExternalStore(session.subscribe, session.interval);
  useEffect(() => {
    if (interval === null) return;
    const timer = setInterval(() => {
      try {
        session.tick();
      } catch (error) {
        exit(error as Error);
      }
    }, interval);
    return () => clearInterval(timer);
  }, [session, interval, exit]);
}
