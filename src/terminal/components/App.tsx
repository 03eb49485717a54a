import { useApp, useInput, useWindowSize } from 'ink';
import { type ReactElement, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { frame } from '../draw.ts';
import type { JobControl } from '../host.ts';
import { keysFrom } from '../key.ts';
import { themeOn } from '../looks.ts';
import type { Session } from '../session.ts';
import { Lines } from './Lines.tsx';

export interface AppProps {
  readonly session: Session;
  /** Left out where the app is not alone in its process: Ctrl-Z then does nothing. */
  readonly job?: JobControl;
}

/** Bits of colour where nobody says: a connection does not. */
const TRUE_COLOUR = 24;

/** The app on a terminal: keys go to the session, its frame goes to the screen. */
export function App({ session, job }: AppProps): ReactElement {
  const { exit } = useApp();
  const { columns, rows } = useWindowSize();
  const app = useSyncExternalStore(session.subscribe, () => session.app);
  const stop = useStops(job);

  useLayoutEffect(() => session.resize({ columns, rows }), [session, columns, rows]);
  useInput((input, key) => {
    try {
      for (const each of keysFrom(input, key)) {
        if (each === 'ctrl-z') stop();
        else session.press(each);
      }
    } catch (error) {
      // A fault of ours leaves the terminal as it was found, and is reported by whoever started the app.
      exit(error as Error);
      return;
    }
    if (session.farewell) exit();
  });
  useTicks(session, exit);
  const { background, colourBits = TRUE_COLOUR } = app.lobby.options;
  const theme = themeOn(app.settings.theme, background);
  return <Lines lines={frame(app)} theme={theme} depth={colourBits} />;
}

/** Gives the terminal back while the process is stopped, and takes it again when it goes on. */
function useStops(job: JobControl | undefined): () => void {
  const { suspendTerminal } = useApp();
  const stopped = useRef(false);
  const away = (wait: () => Promise<void> | void) => {
    if (stopped.current) return;
    stopped.current = true;
    void suspendTerminal(wait).finally(() => {
      stopped.current = false;
    });
  };
  const stop = () => {
    if (job) away(() => job.stop());
  };
  useEffect(() => {
    if (!job) return;
    const offs = [
      job.onStop(() => away(() => job.stop())),
      // A stop that nobody announced has left the terminal to the shell, which made it its own.
      job.onReturn(() => away(() => {})),
    ];
    return () => {
      for (const off of offs) off();
    };
  });
  return stop;
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
