import { render } from 'ink';
import { App } from './components/App.tsx';
import type { Farewell, Host, PlayOptions } from './host.ts';
import { openSession } from './session.ts';

/** Runs the app on a terminal until the person leaves. The terminal is then as it was before. */
export async function runApp(host: Host, options: PlayOptions): Promise<Farewell> {
  const { stdin = process.stdin, stdout = process.stdout, job } = options;
  const session = openSession(host, options, { columns: stdout.columns ?? 80, rows: stdout.rows ?? 24 });
  const ink = render(<App session={session} {...(job ? { job } : {})} />, {
    stdin,
    stdout,
    // Whoever starts the app knows that there is a terminal; Ink would think otherwise in CI.
    interactive: true,
    alternateScreen: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  // A connection that is cut off ends the session; a terminal's own input never does, unless the
  // terminal itself is gone: then reading from it fails.
  let gone = false;
  const hangUp = () => ink.unmount();
  const cutOff = () => {
    gone = true;
    hangUp();
  };
  stdin.once('end', cutOff).once('close', cutOff).once('error', cutOff);
  const unhook = job?.onEnd(hangUp);
  try {
    await ink.waitUntilExit();
  } finally {
    stdin.off('end', cutOff).off('close', cutOff).off('error', cutOff);
    session.close();
    unhook?.(gone);
  }
  return session.farewell ?? { how: 'interrupted', lines: [] };
}
